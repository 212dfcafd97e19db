"""Files thrown away by the desktop's own tool, and copies that editors leave: brought back, and taken back."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer, holding
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed, Given
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of, quiet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this bin is that of Linux desktops")
NAMES = ["Budget 2026.ods", "été: 100 % à moi.txt", "ligne\nbrisée.txt", "point.", "emoji 🛟.odt"]


def throw_away(here: Here, path: Path) -> None:
    """As a file browser does."""
    if not shutil.which("gio"):
        pytest.skip("gio is not installed")
    subprocess.run(["gio", "trash", path], env=dict(here.environ), check=True)


def bin_of(here: Here) -> dict[str, tuple[int, bytes | str]]:
    """The bin without what only counts its size."""
    found = tree(here.home)
    return {name: state for name, state in found.items() if not name.endswith("directorysizes")}


@pytest.mark.parametrize("name", NAMES)
def test_out_of_the_bin_and_in_again(tmp_path: Path, name: str) -> None:
    here = here_of(tmp_path)
    folder = here.home / "Documents/Mairie"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(b"a year of work")
    (here.home / "other.txt").write_text("stays")
    throw_away(here, folder / name)
    throw_away(here, here.home / "other.txt")
    folder.rmdir()
    before = bin_of(here)

    patient = Patient(tmp_path, here)
    wanted = next(
        item.id
        for item in Computer(tmp_path, here=here).check("files.lost", Given()).items
        if name[:4] in str(item.facts["file"])
    )
    run = patient.heal("lost_file", answers={"which": wanted})
    assert patient.outcome(run, "look") == "found"
    assert patient.proved(run)
    assert (folder / name).read_bytes() == b"a year of work"
    assert patient.undo(run).state is RunState.UNDONE
    assert bin_of(here) == before


def test_a_name_that_is_taken_is_not_written_over(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    (here.home / "plan.txt").write_text("old")
    throw_away(here, here.home / "plan.txt")
    (here.home / "plan.txt").write_text("new")
    actions = Computer(tmp_path, here=here)
    wanted = actions.check("files.lost", Given()).items[0].id
    plan = actions.plan("files.lost.restore", Given({"file": wanted}))
    actions.apply("files.lost.restore", plan.saved, quiet)
    actions.apply("files.lost.restore", plan.saved, quiet)
    assert (here.home / "plan.txt").read_text() == "new"
    assert (here.home / "2-plan.txt").read_text() == "old"
    assert actions.hindrance("files.lost.restore", plan.saved) == ""
    (here.home / "2-plan.txt").unlink()
    assert actions.hindrance("files.lost.restore", plan.saved) == "gone"


def test_a_copy_that_an_editor_kept(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    backups = here.home / ".config/libreoffice/4/user/backup"
    backups.mkdir(parents=True)
    (backups / "Rapport_12.odt").write_bytes(b"yesterday")
    (here.home / "notes.txt~").write_bytes(b"before")
    (here.home / "notes.txt").write_bytes(b"spoilt")
    before = tree(here.home)
    for name, expected, content in (("Rapport", "Rapport.odt", b"yesterday"), ("notes", "2-notes.txt", b"before")):
        patient = Patient(tmp_path, here)
        items = Computer(tmp_path, here=here).check("files.versions", Given()).items
        wanted = next(item.id for item in items if str(item.facts["file"]).startswith(name))
        run = patient.heal("lost_file", answers={"which_copy": wanted})
        assert patient.proved(run)
        assert (here.home / expected).read_bytes() == content
        assert patient.undo(run).state is RunState.UNDONE
        assert tree(here.home) == before


def test_nothing_anywhere_is_handed_over_only_when_it_is_still_missing(tmp_path: Path) -> None:
    patient = Patient(tmp_path, here_of(tmp_path))
    assert patient.heal("lost_file", answers={"still": "missing"}).state is RunState.NEEDS_PERSON
    assert patient.heal("lost_file", answers={"still": "found"}).state is RunState.NOTHING_FOUND


def test_a_forged_record_moves_nothing_else(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    precious = here.home / "precious"
    precious.write_text("mine")
    bin_folder = here.home / ".local/share/Trash"
    forged = [
        {"held": bin_folder / "files/x", "note": here.home / ".bashrc"},
        {"held": here.home / "elsewhere", "note": bin_folder / "info/elsewhere.trashinfo"},
        {"held": bin_folder / "files/../../../../../etc/x", "note": bin_folder / "info/x.trashinfo"},
    ]
    for paths in forged:
        saved = {name: holding.stored(path) for name, path in {**paths, "origin": precious}.items()}
        with pytest.raises(ActionFailed):
            Computer(tmp_path, here=here).undo("files.lost.restore", {**saved, "written": "00", "mode": 0, "made": []})
    assert precious.read_text() == "mine"
    assert not (here.home / ".bashrc").exists()
