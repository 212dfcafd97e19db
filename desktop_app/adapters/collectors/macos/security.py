"""macOS: what protects the machine and what may open it. Nothing that unlocks anything is asked for."""

import base64
import re
from collections.abc import Iterator

from desktop_app.adapters.collectors.certificate import certificate
from desktop_app.adapters.collectors.macos.mac import Mac, Table
from desktop_app.adapters.collectors.macos.network import firewall_on
from desktop_app.adapters.collectors.macos.values import text, truth, whole
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.safety import Antivirus, Certificate, Protection, RemoteTool, Security

_XPROTECT = "Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents"
_AGENTS = {
    "com.microsoft.wdav": "Microsoft Defender",
    "com.crowdstrike.falcond": "CrowdStrike Falcon",
    "com.sentinelone": "SentinelOne",
    "com.sophos": "Sophos",
    "com.jamf.protect": "Jamf Protect",
    "com.eset": "ESET",
    "com.bitdefender": "Bitdefender",
    "com.malwarebytes": "Malwarebytes",
    "com.symantec": "Symantec",
    "com.trendmicro": "Trend Micro",
}
_REMOTE = {
    "com.teamviewer": "TeamViewer",
    "com.philandro.anydesk": "AnyDesk",
    "com.carriez.rustdesk": "RustDesk",
    "com.splashtop": "Splashtop",
    "com.logmein": "LogMeIn",
    "com.bomgar": "BeyondTrust",
    "com.connectwise": "ScreenConnect",
    "com.realvnc": "VNC",
    "meshagent": "MeshCentral",
    "com.nomachine": "NoMachine",
    "org.chromium.chromoting": "Chrome Remote Desktop",
    "com.apple.screensharing": "Screen Sharing",
    "com.openssh.sshd": "OpenSSH",
}
"""By how the name of the program begins that launchd knows."""
_DAEMONS = ("Library/LaunchDaemons", "Library/LaunchAgents")
_PEM = re.compile(r"-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", re.DOTALL)
_SAVER = "com.apple.screensaver"
_MOST = 100


def security(mac: Mac) -> Security | Partly:
    """What protects the machine."""
    parts = Parts()
    bridge = parts.one(lambda: mac.now.first("SPiBridgeDataType")) or {}
    on = parts.one(lambda: firewall_on(mac))
    vault = parts.one(lambda: mac.said("/usr/bin/fdesetup", "status"))
    encrypted = None if vault is None else "FileVault is On" in vault
    lock, after = _screen_lock(mac)
    return parts.whole(
        Security(
            antivirus=tuple(_antivirus(mac)),
            firewall="macOS" if on is not None else None,
            firewall_on=on,
            disk_encrypted=encrypted,
            encryption="FileVault" if encrypted else None,
            secure_boot=_secure_boot(bridge),
            tpm=bool(bridge) or None,
            tpm_version=_chip(bridge),
            protections=parts.rows(lambda: _protections(mac, bridge)),
            screen_lock=lock,
            screen_lock_after_s=after,
            remote_tools=tuple(_known(mac, _REMOTE)),
            certificates=parts.rows(lambda: _certificates(mac))[:_MOST],
        )
    )


def _secure_boot(bridge: Table) -> bool | None:
    level = text(bridge.get("ibridge_secure_boot"))
    return level.lower().startswith(("full", "medium", "reduced")) if level else None


def _chip(bridge: Table) -> str | None:
    """Apple has a chip of its own in place of a TPM: the T2, or a part of its processors."""
    name = text(bridge.get("ibridge_model_name"))
    return name or ("Secure Enclave" if bridge else None)


def _antivirus(mac: Mac) -> Iterator[Antivirus]:
    """Apple's own, and those of others that launchd knows."""
    version = text(str(mac.plist(f"{_XPROTECT}/Info.plist").get("CFBundleShortVersionString") or ""))
    changed = mac.files.changed_at(f"{_XPROTECT}/Info.plist")
    if version:
        yield Antivirus("XProtect", version, True, None, changed)
    yield from (Antivirus(tool.name, tool.version, tool.running) for tool in _known(mac, _AGENTS))


def _known(mac: Mac, names: dict[str, str]) -> Iterator[RemoteTool]:
    """Programs of these names among what launchd starts; whether one runs now takes an administrator to know."""
    found = [name.lower() for folder in _DAEMONS for name in mac.files.names(folder)]
    for mark, words in names.items():
        if any(name.startswith(mark) for name in found):
            yield RemoteTool(words)


def _protections(mac: Mac, bridge: Table) -> Iterator[Protection]:
    """Raises ProgramFailed."""
    state = mac.said("/usr/bin/csrutil", "status")
    yield Protection("SIP", "status: enabled" in state, text(bridge.get("ibridge_sb_sip")))
    gate = mac.said("/usr/sbin/spctl", "--status")
    yield Protection("Gatekeeper", "assessments enabled" in gate)
    sealed = truth(bridge.get("ibridge_sb_ssv"))
    if sealed is not None:
        yield Protection("Signed system volume", sealed)


def _screen_lock(mac: Mac) -> tuple[bool | None, int | None]:
    """Whether the screen asks for a password, and after how many seconds of rest. Newer versions do not write a no."""
    own = mac.preferences(_SAVER)
    asks, delay = truth(own.get("askForPassword")), whole(own.get("askForPasswordDelay")) or 0
    hosts = mac.files.names(f"{mac.home}/Library/Preferences/ByHost") if mac.home else []
    name = next((name for name in hosts if name.startswith(f"{_SAVER}.")), "")
    idle = whole(own.get("idleTime")) or whole(
        mac.plist(f"{mac.home}/Library/Preferences/ByHost/{name}").get("idleTime")
    )
    return True if asks else None, idle + delay if asks and idle else None


def _certificates(mac: Mac) -> Iterator[Certificate]:
    """Those of the user's own keychain, public parts only: macOS asks nothing for them. Raises ProgramFailed."""
    keychain = f"/{mac.home}/Library/Keychains/login.keychain-db"
    for content in _PEM.findall(mac.said("/usr/bin/security", "find-certificate", "-a", "-p", keychain)):
        yield certificate(base64.b64decode(content), "keychain")
