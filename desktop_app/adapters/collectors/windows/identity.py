"""Windows: whose machine it is, and who manages it."""

from collections.abc import Iterator

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.adapters.collectors.windows.values import text, truth
from desktop_app.domain.sections.identity import Account, Identity

_TCPIP = r"HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters"
_NAME = r"HKLM\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName"
_CLOUD = r"HKLM\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo"
_ENROLMENTS = r"HKLM\SOFTWARE\Microsoft\Enrollments"
_POLICIES = r"HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate"
_MDM = "MS DM Server"
_MANAGERS = {"CcmExec": "Configuration Manager", "IntuneManagementExtension": "Intune"}
_OF_WINDOWS = {"-500", "-501", "-503", "-504"}
"""How the numbers of the accounts end that Windows makes for itself: Administrator, guest and the like."""
_MOST = 100


def identity(pc: Pc) -> Identity | Partly:
    """Whose machine it is."""
    parts, keys = Parts(), pc.keys
    name, domain = text(keys.value(_NAME, "ComputerName")), text(keys.value(_TCPIP, "Domain"))
    directory, management = parts.one(lambda: _directory(pc)), _management(keys)
    return parts.whole(
        Identity(
            computer_name=name,
            network_name=".".join(filter(None, (text(keys.value(_TCPIP, "Hostname")), domain))) or None,
            domain=domain or parts.one(lambda: _group(pc)),
            directory=directory,
            joined=directory is not None,
            managed=management is not None,
            management=management,
            user=text(pc.files.environ.get("USERNAME")),
            user_is_administrator=pc.calls.administrator(),
            signed_in=parts.rows(psutil_facts.signed_in)[:_MOST],
            accounts=parts.rows(lambda: _accounts(pc))[:_MOST],
            machine_id=text(keys.value(r"HKLM\SOFTWARE\Microsoft\Cryptography", "MachineGuid")),
        )
    )


def _group(pc: Pc) -> str | None:
    about = pc.now.first("Win32_ComputerSystem")
    return text(about.get("Domain") if about.get("PartOfDomain") else about.get("Workgroup"))


def _directory(pc: Pc) -> str | None:
    """By what the accounts of an organisation are known here. Raises ProgramFailed."""
    clouded, local = bool(pc.keys.keys(_CLOUD)), bool(pc.now.first("Win32_ComputerSystem").get("PartOfDomain"))
    return {(True, True): "Entra and Active Directory", (True, False): "Entra", (False, True): "Active Directory"}.get(
        (clouded, local)
    )


def _management(keys: Registry) -> str | None:
    enrolled = (keys.value(rf"{_ENROLMENTS}\{number}", "ProviderID") for number in keys.keys(_ENROLMENTS))
    services = r"HKLM\SYSTEM\CurrentControlSet\Services"
    known = next((name for mark, name in _MANAGERS.items() if keys.names(rf"{services}\{mark}")), None)
    if known is None and any(found == _MDM for found in enrolled):
        return "MDM"
    return known or ("group policy" if keys.value(_POLICIES, "WUServer") else None)


def _accounts(pc: Pc) -> Iterator[Account]:
    """The people with an account of this machine. Raises ProgramFailed."""
    masters = {str(entry.get("SID")) for entry in pc.later.all("Administrators")}
    for entry in pc.later.all("Win32_UserAccount"):
        number = str(entry.get("SID"))
        if number[-4:] not in _OF_WINDOWS:
            is_master = number in masters if masters else None
            yield Account(text(entry.get("Name")), text(entry.get("FullName")), is_master, truth(entry.get("Disabled")))
