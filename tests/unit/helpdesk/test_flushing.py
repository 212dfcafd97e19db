"""Several wait for the disk together, and nobody is told that it took what it did not."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.helpdesk.one_writer.flushing import Flushing, flush, renew

_SOON = 60


class Disk:
    """Takes what it is brought when it is let."""

    def __init__(self) -> None:
        self.asked, self.lets, self.times = threading.Event(), threading.Event(), 0

    def __call__(self, file: Path) -> None:
        self.times += 1
        self.asked.set()
        assert self.lets.wait(_SOON)
        if self.times == 2:
            raise OSError(file)


def test_those_who_wrote_while_the_disk_was_busy_are_brought_to_it_at_once(tmp_path: Path) -> None:
    disk = Disk()
    flushing, log = Flushing(disk, disk), tmp_path / "log"
    with ThreadPoolExecutor(4) as pool:
        first = pool.submit(flushing.wait, flushing.written(), log)
        assert disk.asked.wait(_SOON)
        rounds = [flushing.written() for _ in range(3)]
        others = [pool.submit(flushing.wait, one, log) for one in rounds]
        assert not first.done(), "the disk has not taken it"
        disk.lets.set()
        first.result(_SOON)
        refused = [other.exception(_SOON) for other in others]
    assert disk.times == 2, "once for three"
    assert [type(one) for one in refused] == [OSError] * 3, "it was refused to all of them"
    flushing.wait(flushing.written(), log)
    assert disk.times == 3


def test_a_log_that_is_gone_has_nothing_to_bring(tmp_path: Path) -> None:
    flush(tmp_path / "none")
    (tmp_path / "log").write_bytes(b"words")
    flush(tmp_path / "log")
    assert (tmp_path / "log").read_bytes() == b"words"
    with pytest.raises(IsADirectoryError):
        flush(tmp_path)


def test_what_the_disk_once_refused_is_written_anew_before_anything_counts_as_kept(tmp_path: Path) -> None:
    """fsync(2): the next call succeeds, though what the first one lost is on no disk."""
    log, refuses, did = tmp_path / "desk.sqlite3-wal", [True, False], list[str]()

    def bring(way: str, refused: bool) -> None:
        did.append(way)
        if refused:
            raise OSError("full")

    flushing = Flushing(lambda _: bring("flush", refuses[0]), lambda _: bring("renew", refuses[1]))
    with pytest.raises(OSError, match="full"):
        flushing.wait(flushing.written(), log)
    refuses[:] = [False, True]
    with pytest.raises(OSError, match="full"):
        flushing.wait(flushing.written(), log)
    refuses[1] = False
    flushing.wait(flushing.written(), log)
    flushing.wait(flushing.written(), log)
    assert did == ["flush", "renew", "renew", "flush"]


def test_a_log_is_written_anew_into_the_database(tmp_path: Path) -> None:
    database, log = tmp_path / "desk.sqlite3", tmp_path / "desk.sqlite3-wal"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE kept (words)")
        connection.execute("INSERT INTO kept VALUES ('all of it')")
        connection.commit()
        assert log.stat().st_size > 0
        renew(log)
        assert log.stat().st_size == 0
        assert b"all of it" in database.read_bytes()


def test_a_log_that_somebody_reads_is_not_said_to_be_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.helpdesk.one_writer.flushing._PATIENCE_S", 0)
    database = tmp_path / "desk.sqlite3"
    with closing(sqlite3.connect(database)) as writer, closing(sqlite3.connect(database)) as reader:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("CREATE TABLE kept (words)")
        writer.commit()
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM kept").fetchall()
        writer.execute("INSERT INTO kept VALUES ('later')")
        writer.commit()
        with pytest.raises(OSError, match="read"):
            renew(Path(f"{database}-wal"))
