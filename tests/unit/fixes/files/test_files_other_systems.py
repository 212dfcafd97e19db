"""Windows and macOS: their bins as their makers document them, keys and disks, read-only files."""

import json
import struct
import sys
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer, holding
from desktop_app.adapters.actions.files.thrown import read_index, read_note
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import Given
from tests.faults.healing import tree
from tests.unit.fixes.own_home import quiet
from tests.unit.fixes.test_other_systems import Tools

# 20 November 2026, 10:44:00 UTC as a count of 100 ns since 1601
TICKS = (1795171440 + 11644473600) * 10_000_000


def index(path: str, version: int = 2) -> bytes:
    name = (path + "\0").encode("utf-16-le")
    head = struct.pack("<qqq", version, 12, TICKS)
    return head + struct.pack("<i", len(path) + 1) + name if version == 2 else head + name.ljust(520, b"\0")


def here(tmp_path: Path, system: str, tools: Tools | None = None) -> Here:
    home = tmp_path / "Users/camille"
    home.mkdir(parents=True, exist_ok=True)
    return Here(tmp_path / "held", system=system, home=home, environ={}, tool=tools or Tools({}), root=tmp_path)


@pytest.mark.parametrize("version", [1, 2])
def test_a_note_of_the_windows_bin(version: int) -> None:
    path, at = read_index(index(r"C:\Users\camille\Documents\Été.docx", version))
    assert str(path) == r"C:\Users\camille\Documents\Été.docx"
    assert at == 1795171440


@pytest.mark.parametrize("content", [b"", b"x" * 10, struct.pack("<qqq", 9, 0, 0)])
def test_a_note_that_is_none(content: bytes) -> None:
    with pytest.raises((ValueError, struct.error)):
        read_index(content)


@pytest.mark.skipif(sys.platform == "win32", reason="under a root of the test's own")
def test_out_of_the_windows_bin_and_in_again(tmp_path: Path) -> None:
    bin_folder = tmp_path / "$Recycle.Bin/S-1-5-21-1-2-3-1001"
    bin_folder.mkdir(parents=True)
    (bin_folder / "$RAB12CD.docx").write_bytes(b"a year")
    (bin_folder / "$IAB12CD.docx").write_bytes(index(r"C:\Users\camille\Documents\Bilan.docx"))
    (bin_folder / "$Ibroken.docx").write_bytes(b"x")
    (bin_folder / "desktop.ini").write_bytes(b"")
    actions = Computer(tmp_path, here=here(tmp_path, "windows"))
    before = tree(tmp_path)
    found = actions.check("files.lost", Given())
    assert (found.outcome, found.facts["file"], found.facts["count"]) == ("found", "Bilan.docx", 1)
    plan = actions.plan("files.lost.restore", Given({"file": found.items[0].id}))
    actions.apply("files.lost.restore", plan.saved, quiet)
    assert (tmp_path / "Users/camille/Documents/Bilan.docx").read_bytes() == b"a year"
    assert actions.check("files.lost", Given({"wanted": found.items[0].id})).outcome == "back"
    actions.undo("files.lost.restore", plan.saved)
    assert tree(tmp_path) == before


def test_the_bin_of_macos(tmp_path: Path) -> None:
    machine = here(tmp_path, "macos")
    (machine.home / ".Trash").mkdir()
    (machine.home / ".Trash/Plan.pages").write_bytes(b"plan")
    (machine.home / ".Trash/.DS_Store").write_bytes(b"")
    before = tree(tmp_path)
    actions = Computer(tmp_path, here=machine)
    found = actions.check("files.lost", Given())
    assert [item.facts["file"] for item in found.items] == ["Plan.pages"]
    plan = actions.plan("files.lost.restore", Given({"file": found.items[0].id}))
    actions.apply("files.lost.restore", plan.saved, quiet)
    assert (machine.home / "Desktop/Plan.pages").read_bytes() == b"plan"
    actions.undo("files.lost.restore", plan.saved)
    assert tree(tmp_path) == before


def test_a_note_of_linux() -> None:
    origin, _ = read_note(b"[Trash Info]\nPath=/home/c/%C3%A9t%C3%A9%20100%25.txt\nDeletionDate=2026-11-20T10:44:00\n")
    assert str(origin) == "/home/c/été 100%.txt"
    with pytest.raises(ValueError, match="climbs"):
        read_note(b"[Trash Info]\nPath=../../etc/passwd\n")


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ({"locked": True, "free": 5, "size": 10}, "protected"),
        ({"locked": False, "free": 5, "size": 1000}, "full"),
        ({"locked": False, "free": 500, "size": 1000}, "fine"),
        ({"locked": True, "free": 5, "size": 10, "usb": False}, "fine"),
    ],
)
def test_keys_of_windows(tmp_path: Path, row: dict[str, object], outcome: str) -> None:
    answer = json.dumps({"letter": "E", "label": None, "usb": True, **row})
    actions = Computer(tmp_path, here=here(tmp_path, "windows", Tools({"Get-Partition": answer})))
    assert actions.check("files.medium", Given()).outcome == outcome
    assert actions.plan("files.medium.remount", Given({"device": "E:"})).outcome == "no_rights"


def test_versions_that_office_keeps_on_windows(tmp_path: Path) -> None:
    machine = here(tmp_path, "windows")
    kept = machine.home / "AppData/Roaming/Microsoft/Word"
    kept.mkdir(parents=True)
    (kept / "Récupération de Lettre.asd").write_bytes(b"draft")
    actions = Computer(tmp_path, here=machine)
    found = actions.check("files.versions", Given())
    assert [item.facts["file"] for item in found.items] == ["Récupération de Lettre.asd"]
    plan = actions.plan("files.versions.copy", Given({"file": found.items[0].id}))
    actions.apply("files.versions.copy", plan.saved, quiet)
    assert (machine.home / "Récupération de Lettre.asd").read_bytes() == b"draft"
    (machine.home / "Récupération de Lettre.asd").write_bytes(b"worked on")
    assert actions.hindrance("files.versions.copy", plan.saved) == "changed_since"
    actions.undo("files.versions.copy", plan.saved)
    assert (machine.home / "Récupération de Lettre.asd").read_bytes() == b"worked on"


@pytest.mark.parametrize("system", ["windows", "macos"])
def test_office_notes_and_rights_are_the_same_everywhere(tmp_path: Path, system: str) -> None:
    machine = here(tmp_path, system)
    (machine.home / "~$Plan.xlsx").write_bytes(b"\x05me")
    actions = Computer(tmp_path, here=machine)
    assert actions.check("files.lock", Given()).outcome == "stale"
    plan = actions.plan("files.lock.set_aside", Given({"file": holding.stored(machine.home / "~$Plan.xlsx")}))
    actions.apply("files.lock.set_aside", plan.saved, quiet)
    assert actions.check("files.lock", Given()).outcome == "none"
    (machine.home / "locked.txt").write_text("x")
    (machine.home / "locked.txt").chmod(0o444)
    assert actions.check("files.rights", Given()).outcome == "locked"
