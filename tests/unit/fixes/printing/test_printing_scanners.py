"""Scanners on Windows and macOS: the answers of WIA and of system_profiler, in their documented shapes."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import Given

_PRINTERS = """\
Printers:

    Status: The CUPS server is running.

    HP LaserJet 1020:

      Status: Idle
      Scanning support: No

    Canon TS8300 series:

      Status: Idle
      Scanning support: Yes
      Scanner UUID: 00000000-0000-1000-8000-f4a9973c0000
"""
_USB = """\
USB:

    USB 3.1 Bus:

        CanoScan LiDE 400:

          Product ID: 0x1912
          Vendor ID: 0x04a9  (Canon Inc.)
"""


def looked(tmp_path: Path, system: str, answers: Mapping[str, str]) -> tuple[str, object]:
    def tool(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        return Ran(0, next(text for part, text in answers.items() if part in " ".join(args)), "")

    here = Here(tmp_path, system=system, home=tmp_path, environ={}, tool=tool)
    found = Computer(tmp_path, here=here).check("printing.scanner", Given())
    return found.outcome, found.facts.get("scanner")


def test_macos(tmp_path: Path) -> None:
    answers = {"SPPrinters": _PRINTERS, "SPUSB": _USB}
    assert looked(tmp_path, "macos", answers) == ("found", "Canon TS8300 series\nCanoScan LiDE 400")
    assert looked(tmp_path, "macos", {"SPPrinters": "Printers:\n", "SPUSB": "USB:\n"}) == ("nothing", "–")


@pytest.mark.parametrize(
    ("text", "outcome", "scanner"),
    [
        (json.dumps([{"name": "EPSON V39"}, {"name": "Xerox"}]), "found", "EPSON V39\nXerox"),
        (json.dumps({"name": "EPSON V39"}), "found", "EPSON V39"),
        ("", "nothing", "–"),
        ("stopped\r\n", "no_service", None),
    ],
)
def test_windows(tmp_path: Path, text: str, outcome: str, scanner: str | None) -> None:
    assert looked(tmp_path, "windows", {"WIA": text}) == (outcome, scanner)
