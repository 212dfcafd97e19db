"""What is plugged in by USB: whether the computer sees it, lets it in, gives it enough power."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.kernel import word
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.domain.action import Given, Result
from desktop_app.domain.fix import Facts

_DEVICES = (
    "Get-CimInstance Win32_PnPEntity | Where-Object { $_.PNPDeviceID -like 'USB\\VID_*' } | "
    "Select-Object PNPDeviceID,Name,ConfigManagerErrorCode | ConvertTo-Json -Compress"
)
# ConfigManagerErrorCode: switched off by somebody or by a policy
_SWITCHED_OFF = (22, 48)
_HUB = "09"
_MOST_MARKS = 40


@dataclass(frozen=True)
class Plugged:
    """A device: `mark` is new each time it is plugged in where the system tells; `trouble` as the outcomes below."""

    mark: str
    title: str
    trouble: str = ""


def plugged(here: Here) -> list[Plugged] | None:
    """Every device; None when the system does not tell."""
    if here.system == "windows":
        return read_windows(powershell(here, _DEVICES))
    if here.system == "macos":
        return read_mac(here.asked("system_profiler", "SPUSBDataType", "-json", deadline_s=20))
    folder = here.at("sys/bus/usb/devices")
    return list(_of_the_kernel(here)) if folder.is_dir() else None


def _of_the_kernel(here: Here) -> Iterator[Plugged]:
    """What is not a socket itself. Not let in: `authorized` is 0. Not enough power: no way of working was chosen."""
    for folder in sorted(here.at("sys/bus/usb/devices").glob("*-*")):
        if ":" in folder.name or not (folder / "idVendor").exists() or word(folder / "bDeviceClass") == _HUB:
            continue
        title = word(folder / "product") or f"{word(folder / 'idVendor')}:{word(folder / 'idProduct')}"
        refused = word(folder / "authorized") == "0"
        weak = not refused and (folder / "bConfigurationValue").exists() and not word(folder / "bConfigurationValue")
        mark = _mark(folder.name, title, word(folder / "devnum"))
        yield Plugged(mark, title, "refused" if refused else "weak" if weak else "")


def _mark(*words: str) -> str:
    return f"{crc32(' '.join(words).encode()):08x}"[:6]


def read_windows(text: str) -> list[Plugged]:
    """The JSON of one question."""
    found = []
    for row in rows(text):
        code = row.get("ConfigManagerErrorCode") or 0
        trouble = "" if code == 0 else "refused" if code in _SWITCHED_OFF else "faulty"
        found.append(Plugged(_mark(row["PNPDeviceID"]), str(row.get("Name") or row["PNPDeviceID"]), trouble))
    return found


def read_mac(text: str) -> list[Plugged]:
    """The system report: hubs hold what is plugged into them."""
    return list(_below(json.loads(text or "{}").get("SPUSBDataType", [])))


def _below(items: Sequence[dict[str, Any]]) -> Iterator[Plugged]:
    for item in items:
        if "location_id" in item:
            title = str(item.get("_name", "?"))
            yield Plugged(_mark(title, str(item["location_id"]), str(item.get("serial_num", ""))), title)
        yield from _below(item.get("_items", ()))


@check(
    "devices.usb",
    Shown(("refused", "weak", "faulty", "seen", "fine", "unknown"), ("device", "count", "marks"), {"before": str}),
)
def usb(here: Here, given: Given) -> Result:
    """What is plugged in; with `before` (the marks of an earlier look), whether something came since."""
    found = plugged(here)
    if found is None:
        return Result("unknown")
    marks = " ".join(one.mark for one in found[:_MOST_MARKS])
    facts: Facts = {"count": len(found), "marks": marks or "-", "device": "–"}
    detail = ", ".join(one.title for one in found)
    troubled = next((one for one in found if one.trouble), None)
    if troubled:
        return Result(troubled.trouble, {**facts, "device": troubled.title}, detail)
    before = given.text("before").split()
    new = [one for one in found if before and one.mark not in before]
    return Result("seen", {**facts, "device": new[0].title}, detail) if new else Result("fine", facts, detail)
