"""Windows: which one, since when, in which language, at what time, and whether it waits for a restart."""

import platform
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import moment
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.adapters.collectors.windows.values import date_of, decimal, text, whole
from desktop_app.domain.sections.machine import Os

_VERSION = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
_CONTROL = r"HKLM\SYSTEM\CurrentControlSet\Control"
_NAMES = rf"{_CONTROL}\ComputerName"
_W32TIME = ("w32tm", "/query", "/status", "/verbose")
_RESTARTS = {
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired": "updates",
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending": "parts of Windows",
}
_FIRST_11 = 22000
_LICENCES = {0: "unlicensed", 1: "licensed", 2: "grace", 3: "grace", 4: "not genuine", 5: "notification", 6: "grace"}
_VIRTUAL = ("VMware", "VirtualBox", "QEMU", "KVM", "Xen", "Parallels", "innotek")
_SUDDEN = {("EventLog", 6008), ("Microsoft-Windows-Kernel-Power", 41)}
_NOT_SET = "3"


@dataclass(frozen=True)
class Clock:
    """Whether the network sets it, how far it was off, and who does."""

    synchronised: bool | None = None
    offset_s: float | None = None
    source: str | None = None


def os_section(pc: Pc) -> Os | Partly:
    """The system. Windows 11 still calls itself 10 in the registry: its build number tells."""
    parts, keys = Parts(), pc.keys
    build, wanted = text(keys.value(_VERSION, "CurrentBuild")), dict(_restarts(keys))
    revision, release = whole(keys.value(_VERSION, "UBR")), text(keys.value(_VERSION, "DisplayVersion"))
    started, installed = psutil_facts.booted(), keys.value(_VERSION, "InstallDate")
    clock = parts.one(lambda: clock_from(pc.said(*_W32TIME))) or Clock()
    return parts.whole(
        Os(
            name="Windows",
            version=_version(text(keys.value(_VERSION, "ProductName")) or "", build),
            build=f"{build}.{revision or 0} ({release or '?'})" if build else None,
            edition=text(keys.value(_VERSION, "EditionID")),
            architecture=platform.machine(),
            kernel=platform.version(),
            installed_at=moment(installed) if isinstance(installed, int) else None,
            booted_at=moment(started),
            uptime_s=int(time.time() - started),
            last_shutdown_clean=parts.one(lambda: _clean(pc, started)),
            locale=text(keys.value(r"HKCU\Control Panel\International", "LocaleName")),
            time_zone=text(keys.value(rf"{_CONTROL}\TimeZoneInformation", "TimeZoneKeyName")),
            utc_offset=datetime.now().astimezone().strftime("%z"),
            clock_synchronised=clock.synchronised,
            clock_offset_s=clock.offset_s,
            clock_source=clock.source,
            licence=parts.one(
                lambda: _LICENCES.get(pc.later.first("SoftwareLicensingProduct").get("LicenseStatus", -1))
            ),
            virtual_machine=parts.one(lambda: _virtual(pc)),
            boot_mode={1: "BIOS", 2: "UEFI"}.get(pc.calls.firmware() or 0),
            boot_arguments=text(keys.value(_CONTROL, "SystemStartOptions")),
            restart_pending=bool(wanted),
            restart_pending_since=min(filter(None, wanted.values()), default=None),
            restart_wanted_by=tuple(wanted),
        )
    )


def _version(product: str, build: str | None) -> str | None:
    if build and build.isdecimal() and int(build) >= _FIRST_11:
        product = product.replace("Windows 10", "Windows 11")
    found = re.search(r"\d+(?:\.\d)?", product)
    return found[0] if found else None


def _restarts(keys: Registry) -> Iterator[tuple[str, str | None]]:
    """Who waits for a restart, and since when, as far as that is written down."""
    for path, who in _RESTARTS.items():
        if path.rpartition("\\")[2] in keys.keys(path.rpartition("\\")[0]):
            yield who, keys.changed_at(path)
    if keys.value(rf"{_CONTROL}\Session Manager", "PendingFileRenameOperations"):
        yield "files to replace", None
    names = {text(keys.value(rf"{_NAMES}\{kind}", "ComputerName")) for kind in ("ComputerName", "ActiveComputerName")}
    if len(names - {None}) > 1:
        yield "a new name", None


def _clean(pc: Pc, started: float) -> bool:
    """Whether nothing was written at this start about a sudden end. Raises ProgramFailed."""
    since = moment((datetime.fromtimestamp(started, UTC) - timedelta(minutes=5)).timestamp()) or ""
    marks = ((mark, date_of(mark.get("At")) or "") for mark in pc.now.all("Marks"))
    return not any((mark.get("Source"), mark.get("Id")) in _SUDDEN and at >= since for mark, at in marks)


def _virtual(pc: Pc) -> str | None:
    about = pc.now.first("Win32_ComputerSystem")
    model = f"{about.get('Manufacturer')} {about.get('Model')}"
    if "Microsoft" in model and "Virtual" in model:
        return "Hyper-V"
    found = next((name for name in _VIRTUAL if name in model), None)
    return "VirtualBox" if found == "innotek" else found


def clock_from(said: str) -> Clock:
    """What `w32tm` says, by the order of its lines: their words and the comma of numbers are those of the language.

    Before the empty line stand the indicator of leaps first (3: not set) and the source last but one; after it, first
    of all, how far the clock was off.
    """
    upper, _, lower = said.replace("\r", "").strip().partition("\n\n")
    values = [value.strip() for _, mark, value in (line.partition(":") for line in upper.splitlines()) if mark]
    if len(values) < 4:
        return Clock()
    source = clean(values[-2].partition(",")[0])
    return Clock(values[0][:1] != _NOT_SET, decimal(lower.partition(":")[2]), source or None)
