"""Files that their owner may not open, files of somebody else, names too long, notes left behind."""

import os
import platform
import sys
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer, holding
from desktop_app.adapters.actions.files.long_names import shorter
from desktop_app.domain.action import ActionFailed, Given
from desktop_app.domain.fix import RunState
from tests.faults.fixes.speed.real_program import SLEEP, called, running
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of, quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these rights are those of Linux")


class TestRights:
    @pytest.mark.parametrize(("mode", "is_folder"), [(0o000, False), (0o444, False), (0o200, False), (0o500, True)])
    def test_given_back_and_taken_again(self, tmp_path: Path, mode: int, is_folder: bool) -> None:
        here = here_of(tmp_path)
        path = here.home / "Documents/Contrat é.odt"
        path.mkdir(parents=True) if is_folder else path.parent.mkdir()
        if not is_folder:
            path.write_text("signed")
        path.chmod(mode)
        (here.home / "Documents/fine.txt").write_text("fine")
        before = {name: state[0] for name, state in tree(here.home).items()}
        patient = Patient(tmp_path, here)
        run = patient.heal("no_rights_on_file", answers={"which": holding.stored(path)})
        assert patient.outcome(run, "look") == "locked"
        assert patient.proved(run)
        assert path.stat().st_mode & 0o600 == 0o600
        assert patient.undo(run).state is RunState.UNDONE
        assert {name: state[0] for name, state in tree(here.home).items()} == before

    def test_somebody_elses_file_is_for_a_person(self, tmp_path: Path) -> None:
        if os.geteuid():
            pytest.skip("only root may give a file away")
        here = here_of(tmp_path)
        (here.home / "theirs.txt").write_text("x")
        (here.home / "theirs.txt").chmod(0o600)
        os.chown(here.home / "theirs.txt", 54321, 54321)
        before = tree(here.home)
        patient = Patient(tmp_path, here)
        run = patient.heal("no_rights_on_file")
        assert run.state is RunState.NEEDS_PERSON
        assert patient.outcome(run, "look") == "not_yours"
        assert tree(here.home) == before
        assert (
            Computer(tmp_path, here=here)
            .plan("files.rights.give", Given({"file": holding.stored(here.home / "theirs.txt")}))
            .outcome
            == "nothing"
        )

    def test_a_forged_record_gives_nothing_else(self, tmp_path: Path) -> None:
        here = here_of(tmp_path)
        outside = tmp_path / "outside"
        outside.write_text("x")
        outside.chmod(0o600)
        (here.home / "door").symlink_to(outside)
        for path in (outside, here.home / "door", here.home / "../outside"):
            with pytest.raises(ActionFailed):
                Computer(tmp_path, here=here).undo(
                    "files.rights.give", {"path": holding.stored(path), "before": 0o777, "after": 0o600, "flags": 0}
                )
        assert outside.stat().st_mode & 0o777 == 0o600

    def test_all_is_open(self, tmp_path: Path) -> None:
        here = here_of(tmp_path)
        (here.home / "fine.txt").write_text("x")
        assert Patient(tmp_path, here).heal("no_rights_on_file").state is RunState.NOTHING_FOUND


class TestLongNames:
    def test_renamed_and_named_back(self, tmp_path: Path) -> None:
        here = here_of(tmp_path)
        long = "Compte rendu de la réunion du comité " * 5 + ".tar.gz"
        (here.home / long).write_text("minutes")
        (here.home / "short.txt").write_text("x")
        before = tree(here.home)
        patient = Patient(tmp_path, here)
        run = patient.heal("path_too_long", answers={"which": holding.stored(here.home / long)})
        assert patient.outcome(run, "look") == "long"
        assert patient.proved(run)
        names = [path.name for path in here.home.iterdir() if path.name != "short.txt"]
        assert len(names) == 1
        assert len(names[0]) < 80
        assert names[0].endswith(".tar.gz")
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before

    def test_a_path_too_long_is_cut_where_it_is_longest(self, tmp_path: Path) -> None:
        here = here_of(tmp_path)
        longest = ("sous-dossier " * 10).strip()
        rest = 270 - len(str(here.home / longest / "petit.txt"))  # one name cut is enough, wherever the tests run
        folder = here.home / ("d" * (rest - 1)) / longest
        folder.mkdir(parents=True)
        (folder / "petit.txt").write_text("x")
        before = tree(here.home)
        patient = Patient(tmp_path, here)
        wanted = Computer(tmp_path, here=here).check("files.long_names", Given()).items[0].id
        run = patient.heal("path_too_long", answers={"which": wanted})
        assert patient.proved(run)
        assert next(here.home.rglob("petit.txt")).read_text() == "x"
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("word " * 40 + ".txt", " ".join(["word"] * 12) + ".txt"),
            ("x" * 200, "x" * 60),
            (" . " * 60, "document"),
            ("a" * 160 + ".conf.bak", "a" * 60 + ".bak"),
        ],
    )
    def test_proposals(self, tmp_path: Path, name: str, expected: str) -> None:
        assert shorter(tmp_path / name).name == expected

    def test_no_name_is_taken(self, tmp_path: Path) -> None:
        (tmp_path / ("x" * 60)).write_text("there")
        assert shorter(tmp_path / ("x" * 200)).name == "2-" + "x" * 60

    def test_names_are_short(self, tmp_path: Path) -> None:
        here = here_of(tmp_path)
        (here.home / ".cache" / ("y" * 200)).mkdir(parents=True)
        assert Patient(tmp_path, here).heal("path_too_long").state is RunState.NOTHING_FOUND


class TestLocks:
    def test_a_note_left_behind_is_set_aside(self, tmp_path: Path) -> None:
        here = here_of(tmp_path)
        folder = here.home / "Documents"
        folder.mkdir()
        (folder / "Budget.ods").write_bytes(b"figures")
        note = folder / ".~lock.Budget.ods#"
        note.write_text(f",camille,{platform.node()},20.11.2026 10:44,file:///home/camille/.config/libreoffice/4;")
        (folder / "~$Lettre.docx").write_bytes(b"\x07camille")
        before = tree(here.home)
        patient = Patient(tmp_path, here)
        for wanted in (note, folder / "~$Lettre.docx"):
            run = patient.heal("file_locked", answers={"which": holding.stored(wanted)})
            assert patient.outcome(run, "look") == "stale"
            assert patient.proved(run)
            assert not wanted.exists()
            assert (folder / "Budget.ods").read_bytes() == b"figures"
            assert patient.undo(run).state is RunState.UNDONE
            assert tree(here.home) == before

    def test_somebody_works_there(self, tmp_path: Path) -> None:
        here = here_of(tmp_path)
        note = here.home / ".~lock.Plan.odt#"
        note.write_text(",sofia,poste-de-sofia,20.11.2026 10:44,file:///home/sofia;")
        patient = Patient(tmp_path, here)
        run = patient.heal("file_locked")
        assert run.state is RunState.NEEDS_PERSON
        assert run.steps[0].facts["who"] == "sofia"
        assert note.exists()

    def test_the_office_program_is_open(self, tmp_path: Path) -> None:
        here = here_of(tmp_path)
        (here.home / ".~lock.Plan.odt#").write_text(f",me,{platform.node()},x,y;")
        with running(called(tmp_path, "soffice.bin", SLEEP), "600"):
            patient = Patient(tmp_path, here)
            run = patient.heal("file_locked")
        assert patient.outcome(run, "look") == "held"
        assert run.state is RunState.NEEDS_PERSON

    def test_a_newer_note_is_that_of_somebody_at_work(self, tmp_path: Path) -> None:
        here = here_of(tmp_path)
        note = here.home / ".~lock.Plan.odt#"
        note.write_text("")
        actions = Computer(tmp_path, here=here)
        plan = actions.plan("files.lock.set_aside", Given({"file": holding.stored(note)}))
        actions.apply("files.lock.set_aside", plan.saved, quiet)
        note.write_text("newer")
        assert actions.hindrance("files.lock.set_aside", plan.saved) == "changed_since"

    def test_a_forged_record_moves_nothing(self, tmp_path: Path) -> None:
        here = here_of(tmp_path)
        (here.home / "precious").write_text("x")
        forged = {
            "moves": [[holding.stored(here.home / ".~lock.a#"), holding.stored(here.home / "precious")]],
            "token": "f" * 32,
        }
        actions = Computer(tmp_path, here=here)
        for act in (
            lambda: actions.undo("files.lock.set_aside", forged),
            lambda: actions.apply("files.lock.set_aside", forged, quiet),
        ):
            with pytest.raises(ActionFailed):
                act()
        actions.forget("files.lock.set_aside", forged)
        assert (here.home / "precious").read_text() == "x"

    def test_nothing_is_held(self, tmp_path: Path) -> None:
        assert Patient(tmp_path, here_of(tmp_path)).heal("file_locked").state is RunState.NOTHING_FOUND
