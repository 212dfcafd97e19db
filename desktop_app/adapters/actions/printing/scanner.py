"""Scanners: whether this computer sees one. It is looked for only; plugging it in is the person's."""

import re
from collections.abc import Callable, Mapping

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.domain.action import ActionFailed, Given, Result

_FACTS = ("scanner", "count")
# Backends ask the network, each with a patience of its own
_PATIENCE_S = 30
_WIA = (
    "if ((Get-Service stisvc).Status.ToString() -ne 'Running') { 'stopped' } else { "
    "@((New-Object -ComObject WIA.DeviceManager).DeviceInfos | Where-Object Type -eq 1 | "
    "ForEach-Object { @{name=[string]$_.Properties.Item('Name').Value} }) | ConvertTo-Json -Compress }"
)
_STOPPED = "stopped"
_MAC_PRINTER = re.compile(r"^ {4}(\S.*):$", re.MULTILINE)
_MAC_USB = re.compile(r"^ {8,}(\S.*[Ss]can.*):$", re.MULTILINE)


class NoScanning(ActionFailed):
    """What scans on this system is not there or does not run."""


def of_sane(here: Here) -> list[str]:
    """What SANE finds; cameras of the computer are no scanners."""
    try:
        ran = here.run("scanimage", "-f", "%t|%v %m%n", deadline_s=_PATIENCE_S)
    except ToolMissing as missing:
        raise NoScanning(missing.detail) from missing
    found = (line.partition("|") for line in ran.out.splitlines() if "|" in line)
    return [name.replace("_", " ").strip() for kind, _, name in found if "camera" not in kind]


def of_mac(here: Here) -> list[str]:
    """Printers that scan too, and USB devices that say so."""
    text = here.run("system_profiler", "SPPrintersDataType", deadline_s=_PATIENCE_S).out
    parts = _MAC_PRINTER.split(text)[1:]
    both = [name for name, block in zip(parts[::2], parts[1::2], strict=True) if "Scanning support: Yes" in block]
    usb = here.run("system_profiler", "SPUSBDataType", deadline_s=_PATIENCE_S).out
    return both + _MAC_USB.findall(usb)


def of_windows(here: Here) -> list[str]:
    """What Windows Image Acquisition lists."""
    told = powershell(here, _WIA, _PATIENCE_S).strip()
    if told == _STOPPED:
        raise NoScanning("stisvc")
    return [str(row["name"]) for row in rows(told)]


SYSTEMS: Mapping[str, Callable[[Here], list[str]]] = {"linux": of_sane, "macos": of_mac, "windows": of_windows}


@check("printing.scanner", Shown(("found", "nothing", "no_service"), _FACTS))
def scanners(here: Here, _: Given) -> Result:
    """Which scanners this computer sees."""
    try:
        found = SYSTEMS[here.system](here)
    except NoScanning as silence:
        return Result("no_service", {"count": 0}, silence.detail)
    return Result("found" if found else "nothing", {"scanner": "\n".join(found) or "–", "count": len(found)})
