"""macOS: which one, since when, in which language, at what time."""

import platform
import re
import time
from datetime import datetime
from pathlib import PurePosixPath

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.macos.mac import Mac
from desktop_app.adapters.collectors.macos.values import text
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import moment
from desktop_app.domain.sections.machine import Os

_ABOUT = "System/Library/CoreServices/SystemVersion.plist"
_TIMED = "private/var/db/timed/com.apple.timed.plist"
_WAITING = "Library/Updates/index.plist"
_KERNEL = ("kern.hv_vmm_present", "kern.bootargs", "sysctl.proc_translated")
_ENDS = re.compile(r"^(reboot|shutdown)\b", re.MULTILINE)


def os_section(mac: Mac) -> Os | Partly:
    """The system, from its own property list."""
    parts, files = Parts(), mac.files
    about, started = mac.plist(_ABOUT), psutil_facts.booted()
    kernel = parts.one(lambda: mac.settings(*_KERNEL)) or {}
    language, waiting = mac.preferences(".GlobalPreferences"), mac.plist(_WAITING).get("InstallAtLogout")
    zone, set_by_network = (
        PurePosixPath(files.target("etc/localtime")).parts,
        mac.plist(_TIMED).get("TMAutomaticTimeEnabled"),
    )
    return parts.whole(
        Os(
            name=text(about.get("ProductName")) or "macOS",
            version=text(about.get("ProductVersion")),
            build=text(about.get("ProductBuildVersion")),
            architecture=_architecture(kernel),
            kernel=platform.release(),
            installed_at=files.changed_at("private/var/db/.AppleSetupDone"),
            booted_at=moment(started),
            uptime_s=int(time.time() - started),
            last_shutdown_clean=parts.one(lambda: clean_from(mac.said("/usr/bin/last", "reboot", "shutdown"))),
            locale=text(language.get("AppleLocale")),
            time_zone="/".join(zone[zone.index("zoneinfo") + 1 :]) if "zoneinfo" in zone else None,
            utc_offset=datetime.now().astimezone().strftime("%z"),
            clock_synchronised=set_by_network if isinstance(set_by_network, bool) else None,
            clock_source=_time_server(files.lines("etc/ntp.conf")),
            virtual_machine=parts.one(lambda: _virtual(mac, kernel)),
            boot_mode=parts.one(lambda: _boot_mode(mac)),
            boot_arguments=text(kernel.get("kern.bootargs")),
            restart_pending=bool(waiting),
            restart_pending_since=files.changed_at(_WAITING) if waiting else None,
            restart_wanted_by=tuple(str(name) for name in waiting)[:20] if isinstance(waiting, list) else (),
        )
    )


def _architecture(kernel: dict[str, str]) -> str:
    """The machine's own, also where this program is translated for it (Rosetta)."""
    return "arm64" if kernel.get("sysctl.proc_translated") == "1" else platform.machine()


def clean_from(said: str) -> bool | None:
    """Whether the last start came after a shutdown, from the newest entries of `last`; their dates are not needed."""
    ends = _ENDS.findall(said)
    if "reboot" not in ends:
        return None
    before = ends[ends.index("reboot") + 1 :]
    return before[0] == "shutdown" if before else None


def _time_server(lines: list[str]) -> str | None:
    words = (line.split() for line in lines)
    return next((word[1] for word in words if len(word) > 1 and word[0] == "server"), None)


def _virtual(mac: Mac, kernel: dict[str, str]) -> str | None:
    """Raises ProgramFailed."""
    model = str(mac.now.first("SPHardwareDataType").get("machine_model", ""))
    known = next(
        (name for name in ("VMware", "Parallels", "VirtualBox", "QEMU") if name.lower() in model.lower()), None
    )
    return known or (
        "Apple" if "Virtual" in model else "hypervisor" if kernel.get("kern.hv_vmm_present") == "1" else None
    )


def _boot_mode(mac: Mac) -> str | None:
    """Apple's own loader on Apple's own chips, EFI before. Raises ProgramFailed."""
    about = mac.now.first("SPHardwareDataType")
    return "iBoot" if about.get("chip_type") else "UEFI" if about.get("cpu_type") else None
