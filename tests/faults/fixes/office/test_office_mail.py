"""Mail on this computer: a bin that fills up and indexes that a power cut damaged, in a Thunderbird folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.domain.action import ActionFailed
from desktop_app.domain.errors import CannotUndo
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these folders are those of Linux")
# Holds the folder as Thunderbird does while it runs
HOLDER = """
import fcntl, sys
held = open(sys.argv[1], "w")
fcntl.lockf(held, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""
LETTER = "From - Sat Nov 21 10:00:00 2026\nX-Mozilla-Status: 0009\nSubject: alt\n\n{}\n\n"
INDEX = '// <!-- <mdb:mork:z v="1.4"/> -->\n< <(a=c)> >\n'


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile with an account, a few letters and their indexes."""
    folder = here_of(tmp_path).home / ".thunderbird/abcd.default-release"
    account = folder / "Mail/pop.example"
    account.mkdir(parents=True)
    (folder / "prefs.js").write_text('user_pref("mail.account.account1.server", "server1");\n')
    for name in ("Inbox", "Trash"):
        (account / name).write_text(LETTER.format(name))
        (account / f"{name}.msf").write_text(INDEX)
    (folder / "global-messages-db.sqlite").write_bytes(b"SQLite format 3\0" + bytes(100))
    return folder


def fill(file: Path) -> None:
    """More than a hundred megabytes of deleted letters, which take no room on the disk."""
    with file.open("ab") as letters:
        letters.truncate(150_000_000)


def test_a_full_bin_is_emptied_and_filled_again(tmp_path: Path, profile: Path) -> None:
    here = here_of(tmp_path)
    patient, bin_file = Patient(tmp_path, here), profile / "Mail/pop.example/Trash"
    assert patient.heal("mailbox_full").state is RunState.NOTHING_FOUND
    fill(bin_file)
    before = listing(here.home)
    run = patient.heal("mailbox_full")
    assert patient.proved(run)
    assert not bin_file.exists()
    assert (profile / "Mail/pop.example/Inbox").read_text() == LETTER.format("Inbox")
    assert patient.undo(run).state is RunState.UNDONE
    assert listing(here.home) == before

    run = patient.heal("mailbox_full")
    bin_file.write_text(LETTER.format("thrown away since"))
    with pytest.raises(CannotUndo):
        patient.undo(run)
    assert "since" in bin_file.read_text()


def listing(folder: Path) -> list[tuple[str, int]]:
    """Names and sizes: the contents are mostly holes."""
    return sorted((str(file.relative_to(folder)), file.stat().st_size) for file in folder.rglob("*") if file.is_file())


def test_while_thunderbird_runs_nothing_is_moved(tmp_path: Path, profile: Path) -> None:
    here = here_of(tmp_path)
    fill(profile / "Mail/pop.example/Trash")
    command = [sys.executable, "-c", HOLDER, str(profile / ".parentlock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        before = listing(here.home)
        run = Patient(tmp_path, here).heal("mailbox_full", answers={"close_it": "cannot"})
        assert run.state is RunState.NEEDS_PERSON
        assert listing(here.home) == before


@pytest.mark.parametrize("file", ["global-messages-db.sqlite", "Mail/pop.example/Inbox.msf"])
def test_damaged_indexes_are_set_aside_and_put_back(tmp_path: Path, profile: Path, file: str) -> None:
    here = here_of(tmp_path)
    patient = Patient(tmp_path, here)
    assert patient.heal("mail_cache_reset", answers={"still_wrong": "no"}).state is RunState.NOTHING_FOUND
    # What is left of a file after a power cut
    (profile / file).write_bytes(bytes((profile / file).stat().st_size))
    before = tree(here.home)
    run = patient.heal("mail_cache_reset", answers={"works": "yes"})
    assert patient.outcome(run, "look") == "damaged"
    assert patient.proved(run)
    assert (profile / "Mail/pop.example/Inbox").exists()
    assert not list(profile.rglob("*.msf"))
    (profile / "Mail/pop.example/Inbox.msf").write_text(INDEX)
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before

    handed = patient.heal("mail_cache_reset", answers={"works": "no"})
    assert handed.state is RunState.NEEDS_PERSON
    assert tree(here.home) == before


def test_no_mail_at_all(tmp_path: Path) -> None:
    patient = Patient(tmp_path, here_of(tmp_path))
    assert patient.heal("mailbox_full").state is RunState.NOTHING_FOUND
    assert patient.heal("mail_cache_reset").state is RunState.NOTHING_FOUND


def test_a_forged_record_moves_nothing_else(tmp_path: Path, profile: Path) -> None:
    here = here_of(tmp_path)
    actions = Computer(tmp_path, here=here)
    token = "a" * 32
    held = here.holding / token / "0000-x"
    held.parent.mkdir(parents=True)
    held.write_text("evil")
    target = here.home / ".bashrc"
    saved = {"mailbox": ".thunderbird/abcd.default-release", "token": token, "size": 1}
    forged = {**saved, "moves": [[str(target), str(held)]]}
    for action in ("office.mailbox.empty_bin", "office.mail_copies.set_aside"):
        with pytest.raises(ActionFailed):
            actions.undo(action, forged)
    assert not target.exists()
