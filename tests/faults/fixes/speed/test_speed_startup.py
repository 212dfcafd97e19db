"""Programs that open at sign-in, as desktops write them down: off, and back byte by byte."""

import sys
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.domain.action import Given
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of, quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="autostart files are those of Linux desktops")

FILES = {
    "plain.desktop": b"[Desktop Entry]\nType=Application\nName=Plain\nExec=true\n",
    "windows-line-ends.desktop": b"[Desktop Entry]\r\nName=Ends\r\nExec=true\r\n",
    "says-no.desktop": "# é\n\n[Desktop Entry]\nHidden=false\nName=Dit non\nExec=true\n\n[Other]\nHidden=x\n".encode(),
    "no-end.desktop": b"[Desktop Entry]\nName=No end\nExec=true",
    "odd.desktop": b"[Desktop Entry]\nName=Odd \xff\nExec=true\n",
}


def autostart(home: Path) -> Path:
    folder = home / ".config/autostart"
    folder.mkdir(parents=True)
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    (folder / "already-off.desktop").write_bytes(b"[Desktop Entry]\nName=Off\nHidden=true\n")
    (folder / "not-an-entry.desktop").write_bytes(b"nothing")
    return folder


@pytest.mark.parametrize("name", FILES)
def test_switched_off_and_on_again(tmp_path: Path, name: str) -> None:
    here = here_of(tmp_path)
    autostart(here.home)
    before = tree(here.home)
    patient = Patient(tmp_path, here)
    run = patient.heal("startup_programs", answers={"which": name, "more": "no"})
    assert patient.proved(run)
    assert patient.outcome(run, "prove") == "off"
    changed = {path for path, state in tree(here.home).items() if state != before[path]}
    assert changed == {f".config/autostart/{name}"}
    content = (here.home / ".config/autostart" / name).read_bytes()
    assert b"\nHidden=true" in content
    assert content.count(b"\r\n") in (0, content.count(b"\n"))
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before


def test_two_in_one_go_come_back_together(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    autostart(here.home)
    before = tree(here.home)
    patient = Patient(tmp_path, here)
    run = patient.fixes.advance(patient.fixes.begin("startup_programs").id)
    for answer in ("plain.desktop", "yes", "says-no.desktop", "no"):
        run = patient.fixes.advance(run.id, answer=answer)
        if run.state is RunState.CONSENT:
            run = patient.fixes.advance(run.id, consent=True)
    assert run.state is RunState.FIXED
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before


def test_one_that_was_changed_since_is_left_alone(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    folder = autostart(here.home)
    actions = Computer(tmp_path, here=here)
    plan = actions.plan("speed.startup.off", Given({"program": "plain.desktop"}))
    actions.apply("speed.startup.off", plan.saved, quiet)
    actions.apply("speed.startup.off", plan.saved, quiet)
    assert (folder / "plain.desktop").read_bytes().count(b"Hidden=true") == 1
    assert actions.hindrance("speed.startup.off", plan.saved) == ""
    (folder / "plain.desktop").unlink()
    assert actions.hindrance("speed.startup.off", plan.saved) == "gone"
    assert actions.plan("speed.startup.off", Given({"program": "../../.bashrc"})).outcome == "nothing"
    assert actions.hindrance("speed.startup.off", {"entry": "../../.bashrc", "before": ""}) == "gone"


def test_nothing_opens_by_itself(tmp_path: Path) -> None:
    assert Patient(tmp_path, here_of(tmp_path)).heal("startup_programs").state is RunState.NOTHING_FOUND


def test_the_user_leaves_everything_as_it_is(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    autostart(here.home)
    before = tree(here.home)
    run = Patient(tmp_path, here).heal("startup_programs", answers={"which": "none"})
    assert run.state is RunState.NOTHING_FOUND
    assert tree(here.home) == before
