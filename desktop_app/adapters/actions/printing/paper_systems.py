"""The paper of each system's printers, whose land this is, and what drives them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote, urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.names_systems import worked
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.printing import cups, default, habits_file
from desktop_app.adapters.actions.printing.queues import Queue, queues
from desktop_app.domain.action import ActionFailed, Saved

# Where sheets are 8.5 by 11 inches, and A4 is the odd one (ISO 3166)
_LETTER_LANDS = frozenset(["US", "CA", "MX", "PR", "PH", "CL", "CO", "CR", "DO", "GT", "NI", "PA", "SV", "VE", "BZ"])
_LAND = re.compile(r"_([A-Z]{2})\b")


@dataclass(frozen=True)
class Paper:
    """A printer: its paper, whether it takes A4, and the words of its driver. `made_by` is who built it, when told."""

    printer: str
    paper: str
    has_a4: bool
    model: str
    made_by: str = ""
    is_default: bool = False


class System(Protocol):
    """One system."""

    def papers(self, here: Here) -> list[Paper]:
        """Every printer; ActionFailed when the print system does not answer."""

    def is_letter_land(self, here: Here) -> bool:
        """Whether letter paper is the usual one where this computer stands."""

    def plan(self, here: Here, printer: str) -> dict[str, str | None]:
        """What setting A4 needs, and the way back."""

    def set(self, here: Here, saved: Saved) -> None:
        """A4. ActionFailed when this person may not."""

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Why it cannot be taken back."""

    def undo(self, here: Here, saved: Saved) -> None:
        """As before."""


class Cups:
    """This person's own option file."""

    def papers(self, here: Here) -> list[Paper]:
        """What the person set counts before what the printer does by itself."""
        chosen = default.own_default(here) or cups.default(here)
        own = habits_file.read(habits_file.file_of(here)) or ""
        return [_paper(queue, own, chosen) for queue in queues(here) if queue.is_paper]

    def is_letter_land(self, here: Here) -> bool:
        """By the settings of language, paper first."""
        words = (here.environ.get(name, "") for name in ("LC_ALL", "LC_PAPER", "LANG"))
        land = _LAND.search(next((word for word in words if word), ""))
        return bool(land) and land[1] in _LETTER_LANDS if land else False

    def plan(self, here: Here, printer: str) -> dict[str, str | None]:
        """The name under which the size is set already, else the usual one."""
        own = habits_file.read(habits_file.file_of(here)) or ""
        name = "media" if "media" in habits_file.options(habits_file.line_of(own, printer)) else "PageSize"
        return habits_file.plan(here, printer, name, "A4")

    def set(self, here: Here, saved: Saved) -> None:
        """One line."""
        habits_file.apply(here, saved)

    def hindrance(self, here: Here, saved: Saved) -> str:
        """By that line."""
        return habits_file.hindrance(here, saved)

    def undo(self, here: Here, saved: Saved) -> None:
        """That line."""
        habits_file.undo(here, saved)


def _paper(queue: Queue, own: str, chosen: str) -> Paper:
    set_here = habits_file.options(habits_file.line_of(own, queue.name))
    paper = set_here.get("media") or set_here.get("PageSize") or queue.media
    has_a4 = any(is_a4(size) for size in queue.media_supported)
    return Paper(queue.name, paper, has_a4, queue.model, made_by(queue.uri), queue.name == chosen)


def made_by(uri: str) -> str:
    """The maker that a cable tells: `usb://Brother/HL-2030`. On a network, names are what somebody typed."""
    parts = urlsplit(uri)
    return unquote(parts.netloc).split(" ")[0].lower() if parts.scheme == "usb" else ""


_APPLE = ("org.cups.PrintingPrefs", "DefaultPaperID")


class Macos(Cups):
    """The paper of this person's programs; drivers as CUPS tells them."""

    def papers(self, here: Here) -> list[Paper]:
        """One paper for every printer."""
        paper = worked(here, "defaults", "read", *_APPLE).out.strip()
        return [
            Paper(one.printer, paper, one.has_a4, one.model, one.made_by, one.is_default)
            for one in super().papers(here)
        ]

    def is_letter_land(self, here: Here) -> bool:
        """By the region of the settings."""
        land = _LAND.search(worked(here, "defaults", "read", "-g", "AppleLocale").out)
        return bool(land and land[1] in _LETTER_LANDS)

    def plan(self, here: Here, printer: str) -> dict[str, str | None]:
        """The paper before."""
        return {"printer": printer, "before": worked(here, "defaults", "read", *_APPLE).out.strip()}

    def set(self, here: Here, saved: Saved) -> None:  # noqa: ARG002 -- one paper for every printer
        """A4."""
        here.asked("defaults", "write", *_APPLE, "iso-a4")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Only our own choice is taken back."""
        now = worked(here, "defaults", "read", *_APPLE).out.strip()
        return "" if now in ("iso-a4", saved["before"]) else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """The paper before."""
        here.asked("defaults", "write", *_APPLE, str(saved["before"]))


_LIST = (
    "$l = -not [Globalization.RegionInfo]::CurrentRegion.IsMetric; "
    "@(Get-Printer | Where-Object { $_.PortName -notin 'PORTPROMPT:','SHRFAX:','nul:' } | ForEach-Object { "
    "@{name=$_.Name; driver=$_.DriverName; land=$l; "
    "paper=[string](Get-PrintConfiguration -PrinterName $_.Name -ErrorAction SilentlyContinue).PaperSize} }) | "
    "ConvertTo-Json -Compress"
)
_DEFAULT = "(Get-CimInstance Win32_Printer | Where-Object Default).Name"
_SET = "Set-PrintConfiguration -PrinterName $env:RESCOUSSE_PRINTER -PaperSize $env:RESCOUSSE_PAPER"


class Windows:
    """The print configuration of each printer."""

    def papers(self, here: Here) -> list[Paper]:
        """Paper and driver."""
        chosen = powershell(here, _DEFAULT).strip()
        told = rows(powershell(here, _LIST))
        return [
            Paper(str(row["name"]), str(row["paper"]), True, str(row["driver"]), "", row["name"] == chosen)
            for row in told
        ]

    def is_letter_land(self, here: Here) -> bool:
        """Where inches are used."""
        return any(bool(row["land"]) for row in rows(powershell(here, _LIST)))

    def plan(self, here: Here, printer: str) -> dict[str, str | None]:
        """The paper before."""
        return {"printer": printer, "before": found(self.papers(here), printer).paper}

    def set(self, here: Here, saved: Saved) -> None:
        """A4."""
        self._set(here, saved, "A4")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Only our own choice is taken back."""
        papers = {one.printer: one.paper for one in self.papers(here)}
        if saved["printer"] not in papers:
            return "gone"
        return "" if papers[str(saved["printer"])] in ("A4", saved["before"]) else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """The paper before."""
        self._set(here, saved, str(saved["before"]))

    def _set(self, here: Here, saved: Saved, paper: str) -> None:
        powershell(here, _SET, RESCOUSSE_PRINTER=str(saved["printer"]), RESCOUSSE_PAPER=paper)


SYSTEMS: Mapping[str, System] = {"linux": Cups(), "macos": Macos(), "windows": Windows()}


def is_a4(size: str) -> bool:
    """`A4`, `A4.Borderless`, `iso_a4_210x297mm`, `iso-a4`."""
    return bool(re.match(r"(iso[_-])?a4\b|iso_a4_", size.lower()))


def is_letter(size: str) -> bool:
    """`Letter`, `na_letter_8.5x11in`, `na-letter`."""
    return bool(re.match(r"(na[_-])?letter", size.lower()))


def found(papers: list[Paper], printer: str) -> Paper:
    """The printer of this name, else the usual one; ActionFailed when there is none."""
    ranked = sorted(papers, key=lambda one: not one.is_default)
    one = next((one for one in ranked if printer in ("", one.printer)), None)
    if one is None:
        raise ActionFailed(f"no printer {printer}")
    return one
