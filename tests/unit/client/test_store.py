"""What is kept on disk: private, whole after any damage that can be mended, told when it cannot be written."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.adapters.folders import Folders, find, make_private
from desktop_app.adapters.store import open_store
from desktop_app.adapters.store.blobs import FileBlobs
from desktop_app.domain.errors import DiskFull, FolderOfAnother, FolderReadOnly, NotFound, StateSetAside
from desktop_app.domain.journal import JournalKind
from desktop_app.services.drafts import Drafts
from desktop_app.services.journal import Journal
from desktop_app.services.tickets import Draft
from tests.unit.client.conftest import Core

DRAFT = Draft("Imprimante", "Rien ne sort.")


def test_everything_lies_in_the_one_folder_and_only_its_owner_may_read_it(core: Core, folders: Folders) -> None:
    core.tickets.create(Draft("a", "b", snapshot=b"{}"))
    core.settings.set("theme", "dark")
    home = folders.state.parent
    for place in home.rglob("*"):
        mode = stat.S_IMODE(place.stat().st_mode)
        assert mode == (0o700 if place.is_dir() else 0o600), place


def test_a_folder_that_was_open_to_others_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o777)
    make_private(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_folder_of_somebody_else_is_not_touched(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    folders.state.mkdir(parents=True)
    monkeypatch.setattr(os, "getuid", lambda: folders.state.stat().st_uid + 1)
    with pytest.raises(FolderOfAnother):
        folders.prepare()
    store = open_store(folders)
    assert isinstance(store.fault, FolderOfAnother)
    assert not store.keeps
    assert list(folders.state.iterdir()) == []


def test_where_nothing_can_be_written_the_app_still_works(new_core: Callable[..., Core], folders: Folders) -> None:
    folders.state.parent.parent.joinpath("home").write_text("a file stands where the folder should be")
    core = new_core()
    assert isinstance(core.store.fault, FolderReadOnly)
    ticket_id = core.tickets.create(DRAFT)
    assert core.outbox.flush() == 1
    assert core.tickets.conversation(ticket_id).ticket.number == 1
    with pytest.raises(FolderReadOnly):
        core.settings.set("theme", "dark")


def test_a_full_disk_is_told_and_costs_nothing_that_was_stored(core: Core) -> None:
    kept = core.tickets.create(DRAFT)
    pages = core.store.database.rows("PRAGMA page_count")[0][0]
    core.store.database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        core.tickets.create(Draft("a", "x" * 90_000))
    core.store.database.rows("PRAGMA max_page_count = 1000000")
    assert kept in {ticket.id for ticket in core.tickets.overview()}
    assert len(core.outbox.waiting()) == len(core.tickets.overview())
    assert core.outbox.flush() == len(core.tickets.overview())


def test_a_file_that_does_not_fit_leaves_no_half_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blobs = FileBlobs(tmp_path / "files")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        blobs.put(b"content")
    assert list((tmp_path / "files").iterdir()) == []


def test_bytes_that_changed_on_disk_are_not_given_out(tmp_path: Path) -> None:
    blobs = FileBlobs(tmp_path / "files")
    digest = blobs.put(b"content")
    (tmp_path / "files" / digest).write_bytes(b"other")
    with pytest.raises(NotFound):
        blobs.get(digest)


@pytest.mark.parametrize("content", [b"", b"this is no database" * 100])
def test_a_file_that_is_no_database_does_not_stop_the_app(
    folders: Folders, new_core: Callable[..., Core], content: bytes
) -> None:
    folders.prepare()
    (folders.state / "rescousse.db").write_bytes(content)
    core = new_core()
    assert core.store.keeps
    assert (core.store.fault is None) == (content == b"")
    core.tickets.create(DRAFT)
    assert core.outbox.flush() == 1


def test_from_a_damaged_database_all_that_can_be_read_is_carried_over(
    folders: Folders, new_core: Callable[..., Core]
) -> None:
    core = new_core()
    ids = {core.tickets.create(Draft(f"n {n}", "x" * 3000)) for n in range(40)}
    Drafts(core.store).save("request", {"body": "à moitié"})
    core.store.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    core.store.close()
    file = folders.state / "rescousse.db"
    pages = sqlite3.connect(file).execute("PRAGMA page_count").fetchone()[0]
    content = bytearray(file.read_bytes())
    middle = (pages // 2) * 4096
    content[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(content)

    mended = new_core()
    assert isinstance(mended.store.fault, StateSetAside)
    assert Path(str(mended.store.fault.facts["file"])).exists()
    waiting = {pending.id for pending in mended.outbox.waiting()}
    assert waiting <= ids
    assert len(waiting) > len(ids) // 2
    assert mended.outbox.flush() == len(waiting)
    assert new_core().store.fault is None  # told once: the new file is sound


def test_many_threads_and_another_program_write_at_once(core: Core, folders: Folders) -> None:
    journal = Journal(core.store)
    program = (
        "import sys; from pathlib import Path\n"
        "from desktop_app.adapters.folders import find\n"
        "from desktop_app.adapters.store import open_store\n"
        "from desktop_app.services.journal import Journal\n"
        "from desktop_app.domain.journal import JournalKind\n"
        "journal = Journal(open_store(find({'RESCOUSSE_HOME': sys.argv[1]})))\n"
        "for n in range(50): journal.record(JournalKind.SEEN, 'other', {'n': str(n)})\n"
    )
    other = subprocess.Popen([sys.executable, "-c", program, str(folders.state.parent)], cwd=Path.cwd())
    threads = [
        threading.Thread(target=lambda: [journal.record(JournalKind.SEEN, "own") for _ in range(20)]) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert other.wait(120) == 0
    assert len(journal.entries()) == 130
    assert journal.first_broken() == ""


def test_the_journal_notices_a_line_that_was_changed_or_removed(core: Core) -> None:
    lines = [core.journal.record(JournalKind.SENT, "reply_sent", {"label": str(n)}) for n in range(5)]
    core.store.database.run("UPDATE journal SET facts = '{}' WHERE id = ?", lines[2].id)
    assert core.journal.first_broken() == lines[2].id
    core.store.database.run("DELETE FROM journal WHERE id = ?", lines[2].id)
    assert core.journal.first_broken() == lines[3].id
    assert len(core.journal.export().splitlines()) == 4


def test_drafts_survive(core: Core, new_core: Callable[..., Core]) -> None:
    Drafts(core.store).save("request", {"body": "à moitié", "impact": "team"})
    again = Drafts(new_core().store)
    assert again.load("request") == {"body": "à moitié", "impact": "team"}
    again.discard("request")
    assert again.load("request") == {}


def test_two_instances_share_nothing(tmp_path: Path) -> None:
    one, two = (find({"RESCOUSSE_HOME": str(tmp_path / name)}) for name in ("one", "two"))
    store = open_store(one)
    Drafts(store).save("request", {"body": "mine"})
    other = open_store(two)
    assert Drafts(other).load("request") == {}
    store.close()
    other.close()


def test_starting_loads_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from desktop_app.adapters import event_stream, helpdesk_client, keyring_vault, store, system, policy\n"
        "from desktop_app.services import desk, drafts, enrolment, journal, live, outbox, settings, tickets\n"
        "print([name for name in ('pydantic', 'requests', 'keyring', 'truststore', 'ssl') if name in sys.modules])\n"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
