"""200 kills at random moments while requests are written and sent over a failing line: each arrives exactly once."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.domain.errors import SupportError
from tests.faults.failing_line import FailingLine
from tests.unit.client.conftest import Core
from tests.unit.client.standin import StandIn

ROOT = Path(__file__).resolve().parents[2]
KILLS = 200
SEED = 20261122
LIFE_S = (0.005, 0.3)


@pytest.fixture
def line() -> Iterator[tuple[StandIn, FailingLine]]:
    desk = StandIn()
    line = FailingLine(desk.server.server_address[1], SEED)
    yield desk, line
    line.stop()
    desk.stop()


class Lives:
    """Forks, and kills."""

    def __init__(self, url: str, accepted: Path) -> None:
        accepted.touch()
        self._mother = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.crash_writer", url, str(accepted)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def begin(self, home: Path) -> int:
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        self._mother.stdin.write(f"{home}\n")
        self._mother.stdin.flush()
        return int(self._mother.stdout.readline())

    def end(self) -> None:
        self._mother.communicate(timeout=60)


def _send_the_rest(core: Core, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while core.outbox.waiting():
        assert time.monotonic() < deadline, core.outbox.waiting()
        try:
            core.outbox.flush()
        except SupportError:
            continue


@pytest.mark.timeout(300)
def test_every_accepted_request_arrives_exactly_once(
    line: tuple[StandIn, FailingLine], tmp_path: Path, folders_of: Callable[[Path], Core]
) -> None:
    desk, wire = line
    home, accepted = tmp_path / "home", tmp_path / "accepted.txt"
    home.mkdir()
    (home / "note.bin").write_bytes(os.urandom(3000))
    lives, chance = Lives(wire.url, accepted), random.Random(SEED)  # noqa: S311 - a seed
    for _ in range(KILLS // 2):  # two programs over one home, as the window and a command
        for pid in [lives.begin(home), lives.begin(home)]:
            threading.Event().wait(chance.uniform(*LIFE_S))
            os.kill(pid, signal.SIGKILL)
    lives.end()
    wire.is_failing = False
    core = folders_of(home)
    assert core.store.fault is None
    _send_the_rest(core)

    promised = [line.split() for line in accepted.read_text().splitlines()]
    arrived = Counter(entry for entries in desk.entries.values() for entry in entries)
    tickets = {ticket for ticket, entry in promised if ticket == entry}
    replies = {(ticket, entry) for ticket, entry in promised if ticket != entry}
    assert len(tickets) > KILLS
    assert tickets <= set(desk.tickets)
    assert all(arrived[entry] == 1 and entry in desk.entries[ticket] for ticket, entry in replies)
    bodies = Counter((ticket, entry["body"]) for ticket, known in desk.entries.items() for entry in known.values())
    assert set(bodies.values()) == {1}
    assert core.journal.first_broken() == ""
    sent = Counter(entry.payload for entry in core.journal.entries() if entry.key != "file_sent")
    assert set(sent.values()) == {1}
    assert len(sent) == sum(len(known) for known in desk.entries.values())
    print(f"{len(tickets)} requests, {len(replies)} messages, {wire.cuts} cuts, {KILLS} kills")  # noqa: T201
