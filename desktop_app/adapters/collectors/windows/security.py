"""Windows: what protects the machine and what may open it. Nothing that unlocks anything is asked for."""

from collections.abc import Iterator

from desktop_app.adapters.collectors.certificate import certificate
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows import firewall
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.adapters.collectors.windows.values import date_of, text, truth, whole
from desktop_app.domain.sections.safety import Antivirus, Certificate, Protection, RemoteTool, Security

_CONTROL = r"HKLM\SYSTEM\CurrentControlSet\Control"
_SYSTEM = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
_EXPLORER = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer"
_SCREEN, _SCREEN_POLICY = (
    r"HKCU\Control Panel\Desktop",
    r"HKCU\SOFTWARE\Policies\Microsoft\Windows\Control Panel\Desktop",
)
_REMOTE_DESKTOP = rf"{_CONTROL}\Terminal Server"
_ENCRYPTED = {1: True, 2: False, 3: True, 4: False, 5: True, 6: True}
"""System.Volume.BitLockerProtection: on, off, being encrypted, being decrypted, on and waiting, on and locked."""
_ON, _OLD = 0x1000, 0x10
"""Bits of SecurityCenter2's productState."""
_DEFENDER = ("Windows Defender", "Microsoft Defender Antivirus")
_REMOTE = {
    **{"anydesk": "AnyDesk", "teamviewer": "TeamViewer", "rustdesk": "RustDesk", "mesh agent": "MeshCentral"},
    **{"nxservice": "NoMachine", "tvnserver": "TightVNC", "vncserver": "VNC", "uvnc_service": "UltraVNC"},
    **{"dwagent": "DWService", "splashtopremoteservice": "Splashtop", "supremoservice": "Supremo", "sshd": "OpenSSH"},
    **{"chromoting": "Chrome Remote Desktop", "screenconnect client": "ScreenConnect", "logmein": "LogMeIn"},
    **{"bomgar": "BeyondTrust", "remoteutilities": "Remote Utilities", "ateraagent": "Atera", "aeroadmin": "AeroAdmin"},
}
"""By how the name of the service begins."""
_MOST = 100


def security(pc: Pc) -> Security | Partly:
    """What protects the machine."""
    parts, keys = Parts(), pc.keys
    states = [profile.on for profile in firewall.profiles(keys)]
    encrypted = parts.one(lambda: _ENCRYPTED.get(whole(pc.now.first("Encryption").get("State")) or 0))
    chip, start = pc.calls.tpm(), keys.value(rf"{_CONTROL}\SecureBoot\State", "UEFISecureBootEnabled")
    lock, after = _screen_lock(keys)
    return parts.whole(
        Security(
            antivirus=parts.rows(lambda: _antivirus(pc)),
            firewall="Windows" if states else None,
            firewall_on=all(states) if states else None,
            disk_encrypted=encrypted,
            encryption="BitLocker" if encrypted else None,
            secure_boot=truth(start),
            tpm=None if chip is None else chip > 0,
            tpm_version={1: "1.2", 2: "2.0"}.get(chip or 0),
            protections=(*_protections(keys), *parts.rows(lambda: _tamper(pc))),
            screen_lock=lock,
            screen_lock_after_s=after,
            remote_tools=parts.rows(lambda: _remote_tools(pc)),
            certificates=parts.rows(lambda: map(_own, pc.calls.certificates()[:_MOST])),
        )
    )


def _antivirus(pc: Pc) -> Iterator[Antivirus]:
    """What Windows' security centre knows; of Defender, its own word besides. Raises ProgramFailed."""
    for entry in pc.now.all("AntiVirusProduct"):
        name, state = text(entry.get("displayName")), whole(entry.get("productState"))
        about = pc.now.first("MSFT_MpComputerStatus") if name in _DEFENDER else {}
        yield Antivirus(
            name=name,
            version=text(about.get("AMProductVersion")),
            on=None if state is None else bool(state & _ON),
            up_to_date=None if state is None else not state & _OLD,
            definitions_at=date_of(about.get("AntivirusSignatureLastUpdated")),
        )


def _tamper(pc: Pc) -> Iterator[Protection]:
    protected = truth(pc.now.first("MSFT_MpComputerStatus").get("IsTamperProtected"))
    if protected is not None:
        yield Protection("Tamper protection", protected)


def _protections(keys: Registry) -> Iterator[Protection]:
    asks, level = keys.value(_SYSTEM, "EnableLUA"), keys.value(_SYSTEM, "ConsentPromptBehaviorAdmin")
    if asks is not None:
        yield Protection(
            "UAC", asks == 1, {0: "never asks", 2: "always asks", 5: "asks for other programs"}.get(_int(level))
        )
    screen = text(keys.value(_EXPLORER, "SmartScreenEnabled"))
    if screen:
        yield Protection("SmartScreen", screen.lower() != "off", screen.lower())
    scenario = rf"{_CONTROL}\DeviceGuard\Scenarios\HypervisorEnforcedCodeIntegrity"
    integrity = keys.value(scenario, "Enabled")
    if integrity is not None:
        yield Protection("Memory integrity", integrity == 1)
    guarded = keys.value(rf"{_CONTROL}\Lsa", "RunAsPPL")
    if guarded is not None:
        yield Protection("LSA protection", guarded in {1, 2})


def _int(value: object) -> int:
    return value if isinstance(value, int) else -1


def _screen_lock(keys: Registry) -> tuple[bool | None, int | None]:
    """Whether the screen locks by itself, and after how many seconds: by policy, else by the user's choice.

    That no screen saver locks it says nothing: Windows may ask for the password when it wakes.
    """
    limit = keys.value(_SYSTEM, "InactivityTimeoutSecs")
    if isinstance(limit, int) and limit > 0:
        return True, limit
    found = {}
    for name in ("ScreenSaveActive", "ScreenSaverIsSecure", "ScreenSaveTimeOut"):
        decided = keys.value(_SCREEN_POLICY, name)
        found[name] = str(keys.value(_SCREEN, name) if decided is None else decided)
    after = found["ScreenSaveTimeOut"]
    if found["ScreenSaveActive"] != "1" or found["ScreenSaverIsSecure"] != "1":
        return None, None
    return True, int(after) if after.isdecimal() else None


def _remote_tools(pc: Pc) -> Iterator[RemoteTool]:
    """Known programs for help from afar; whether one is wanted is for people to say. Raises ProgramFailed."""
    if pc.keys.value(_REMOTE_DESKTOP, "fDenyTSConnections") == 0:
        yield RemoteTool("Remote Desktop", None, True)
    found: dict[str, RemoteTool] = {}
    for entry in pc.now.all("Win32_Service"):
        name = str(entry.get("Name") or "").lower()
        tool = next((words for mark, words in _REMOTE.items() if name.startswith(mark)), None)
        if tool:
            found[tool] = RemoteTool(tool, None, entry.get("State") == "Running")
    yield from found.values()


def _own(content: bytes) -> Certificate:
    return certificate(content, "user")
