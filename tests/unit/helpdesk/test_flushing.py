"""Several wait for the disk together, and nobody is told that it took what it did not."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app.helpdesk.one_writer.flushing import Flushing, flush

_SOON = 30


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
    flushing, log = Flushing(disk), tmp_path / "log"
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
