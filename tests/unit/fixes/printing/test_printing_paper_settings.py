"""Paper on Windows and macOS, as their tools print it (documented shapes), and the option file of CUPS line by line."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.printing import habits_file, paper_systems
from desktop_app.adapters.actions.printing.paper_systems import Paper, is_a4, is_letter, made_by
from desktop_app.adapters.actions.runner import Ran
from desktop_app.domain.action import Given
from tests.unit.fixes.own_home import quiet


class Windows:
    """One printer with a paper."""

    def __init__(
        self, driver: str = "HP Universal Printing PCL 6", *, inches: bool = False, refuses: bool = False
    ) -> None:
        self.paper, self.driver, self.inches, self.refuses = "Letter", driver, inches, refuses

    def __call__(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        assert all("Büro" not in word for word in args)
        if "Set-PrintConfiguration" in args[-1]:
            assert environ["RESCOUSSE_PRINTER"] == "Büro 2"
            self.paper = self.paper if self.refuses else environ["RESCOUSSE_PAPER"]
            return Ran(int(self.refuses), "", "Access was denied to the specified resource")
        if "Get-Printer " in args[-1]:
            row = {"name": "Büro 2", "driver": self.driver, "land": self.inches, "paper": self.paper}
            return Ran(0, json.dumps(row), "")
        return Ran(0, "Büro 2\r\n", "")


def windows(tmp_path: Path, tool: Windows) -> Computer:
    return Computer(tmp_path, here=Here(tmp_path, system="windows", home=tmp_path, environ={}, tool=tool))


def test_windows(tmp_path: Path) -> None:
    tool = Windows()
    actions = windows(tmp_path, tool)
    assert actions.check("printing.paper", Given()).outcome == "letter"
    plan = actions.plan("printing.paper.set", Given())
    assert actions.apply("printing.paper.set", plan.saved, quiet).outcome == "done"
    assert actions.check("printing.paper", Given()).outcome == "right"
    assert actions.hindrance("printing.paper.set", plan.saved) == ""
    actions.undo("printing.paper.set", plan.saved)
    assert tool.paper == "Letter"
    tool.paper = "A5"
    assert actions.hindrance("printing.paper.set", plan.saved) == "changed_since"


@pytest.mark.parametrize(
    ("tool", "outcome"),
    [(Windows("Generic / Text Only"), "no_driver"), (Windows(inches=True), "right"), (Windows(refuses=True), "letter")],
)
def test_windows_looked_at(tmp_path: Path, tool: Windows, outcome: str) -> None:
    actions = windows(tmp_path, tool)
    assert actions.check("printing.paper", Given()).outcome == outcome
    plan = actions.plan("printing.paper.set", Given())
    assert actions.apply("printing.paper.set", plan.saved, quiet).outcome == ("not_allowed" if tool.refuses else "done")


def test_macos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"DefaultPaperID": "na-letter", "AppleLocale": "fr_FR"}

    def tool(args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        if args[:2] == ("defaults", "write"):
            kept[args[3]] = args[4]
        return Ran(0, kept.get(args[3] if len(args) > 3 else "", "") + "\n", "")

    one = Paper("Canon", "", True, "Canon TS8300 series", is_default=True)
    monkeypatch.setattr(paper_systems.Cups, "papers", lambda self, here: [one])
    actions = Computer(tmp_path, here=Here(tmp_path, system="macos", home=tmp_path, environ={}, tool=tool))
    assert actions.check("printing.paper", Given()).outcome == "letter"
    plan = actions.plan("printing.paper.set", Given())
    actions.apply("printing.paper.set", plan.saved, quiet)
    assert kept["DefaultPaperID"] == "iso-a4"
    assert actions.check("printing.paper", Given()).outcome == "right"
    actions.undo("printing.paper.set", plan.saved)
    assert kept["DefaultPaperID"] == "na-letter"
    kept["AppleLocale"] = "en_US"
    assert actions.check("printing.paper", Given()).outcome == "right"


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("", "Dest A PageSize=A4"),
        ("Default A", "Default A PageSize=A4"),
        ("Dest A PageSize=Letter sides=x", "Dest A PageSize=A4 sides=x"),
        ('Dest A title="my PageSize=Letter" PageSize="Custom.1x2 in"', 'Dest A title="my PageSize=Letter" PageSize=A4'),
    ],
)
def test_one_option_of_a_line(line: str, new: str) -> None:
    assert habits_file.changed(line, "A", "PageSize", "A4") == new


def test_lines_of_other_printers_are_not_ours() -> None:
    text = "Dest A/draft x=1\nDest AB x=2\nNote A x=3\nDefault A x=4\n"
    assert habits_file.line_of(text, "A") == "Default A x=4"
    assert habits_file.line_of("Default AB\n", "A") == ""


@pytest.mark.parametrize("size", ["A4", "A4.Borderless", "iso_a4_210x297mm", "iso-a4", "a4"])
def test_words_for_a4(size: str) -> None:
    assert is_a4(size)
    assert not is_letter(size)


@pytest.mark.parametrize("size", ["A4Extra9", "na_letter_8.5x11in", "Letter", "A3", ""])
def test_what_is_not_a4(size: str) -> None:
    assert not is_a4(size)


def test_who_built_it() -> None:
    assert made_by("usb://Hewlett-Packard/HP%20LaserJet?serial=1") == "hewlett-packard"
    assert made_by("dnssd://Copieur%20du%202e._ipp._tcp.local/") == ""
