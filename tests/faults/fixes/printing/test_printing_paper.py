"""Letter paper where A4 is used, and printers with another driver: what really goes to the printer is looked at."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.fix import RunState
from tests.faults.fixes.printing.printing_rooms import LASER, add
from tests.faults.healing import Patient, tree
from tests.real_cups import RealCups, missing
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")
# The size of the sheet in the printer's own language (PCL 5): 2 is letter, 26 is A4
_LETTER, _A4 = b"\x1b&l2A", b"\x1b&l26A"


@pytest.fixture
def printing() -> Iterator[RealCups]:
    if reason := missing():
        pytest.skip(reason)
    with RealCups() as real:
        add(real, "Laser", "jam:/", LASER)
        real.ask("lpadmin", "-p", "Laser", "-o", "PageSize=Letter")
        yield real


def patient_of(tmp_path: Path, printing: RealCups, lang: str = "fr_FR.UTF-8", own: str = "") -> Patient:
    here = here_of(tmp_path, **printing.environment, LANG=lang, LC_ALL="", LC_PAPER="")
    if own:
        (here.home / ".cups").mkdir()
        (here.home / ".cups/lpoptions").write_bytes(own.encode())
    return Patient(tmp_path, here)


def sheet(printing: RealCups, home: Path) -> bytes:
    """What the printer got for a page that this person printed."""
    page = home / "page.txt"
    page.write_text("une page\n")
    before = printing.printed()
    printing.ask("env", f"HOME={home}", "lp", "-d", "Laser", str(page))
    printing.wait_for(lambda: printing.printed() > before and not printing.waiting())
    page.unlink()
    return max((printing.folder / "printed").iterdir(), key=lambda file: int(file.name)).read_bytes()


@pytest.mark.parametrize(
    "own", ["", "Dest Autre copies=2", "Default Laser sides=one-sided PageSize=Letter\nDest B x=1\n"]
)
def test_a4_again_and_letter_back(tmp_path: Path, printing: RealCups, own: str) -> None:
    patient, home = patient_of(tmp_path, printing, own=own), tmp_path / "home"
    assert _LETTER in sheet(printing, home)
    before = tree(home)
    run = patient.heal("printer_wrong_format")
    assert patient.outcome(run, "look") == "letter"
    assert patient.proved(run)
    assert _A4 in sheet(printing, home)
    assert patient.undo(run).state is RunState.UNDONE
    left = tree(home)
    assert {name: left[name] for name in left if name != ".cups"} == {n: before[n] for n in before if n != ".cups"}
    assert _LETTER in sheet(printing, home)


def test_other_settings_made_since_are_kept(tmp_path: Path, printing: RealCups) -> None:
    patient, file = (
        patient_of(tmp_path, printing, own="Dest Laser sides=one-sided\n"),
        tmp_path / "home/.cups/lpoptions",
    )
    run = patient.heal("printer_wrong_format")
    file.write_text(file.read_text() + "Dest Autre copies=2\n")
    patient.undo(run)
    assert file.read_text() == "Dest Laser sides=one-sided\nDest Autre copies=2\n"


def test_where_letter_is_the_paper_it_is_left(tmp_path: Path, printing: RealCups) -> None:
    assert patient_of(tmp_path, printing, "en_US.UTF-8").heal("printer_wrong_format").state is RunState.NOTHING_FOUND


def test_a4_is_left(tmp_path: Path, printing: RealCups) -> None:
    printing.ask("lpadmin", "-p", "Laser", "-o", "PageSize=A4")
    patient = patient_of(tmp_path, printing)
    assert patient.heal("printer_wrong_format").state is RunState.NOTHING_FOUND
    assert not (tmp_path / "home/.cups").exists()


def test_a_printer_without_its_driver(tmp_path: Path, printing: RealCups) -> None:
    printing.remove_printer("Laser")
    printing.add_printer("Accueil")
    patient = patient_of(tmp_path, printing)
    run = patient.heal("printer_wrong_format")
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "no_driver")


def test_a_printer_set_up_as_another_make(tmp_path: Path, printing: RealCups) -> None:
    (printing.folder / "bin/backend/usb").symlink_to("jam")
    printing.remove_printer("Laser")
    add(printing, "Bureau", "usb://Brother/HL-2030?serial=1", "drv:///sample.drv/epson9.ppd")
    patient = patient_of(tmp_path, printing)
    run = patient.heal("printer_wrong_format")
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "other_maker")
