"""How much the help desk bears, on SQLite in one process: `bench.py desk`.

Requests with a computer report of some 200 kB, beside Request Tracker 5 and django-helpdesk in the same run; lists and
long conversations among many requests; a word to one of many connected desktops, and to all of them. Peers and we take
turns, so that whatever else the machine does is borne by all. `--desktops` and `--tickets` say how many.
"""

import argparse
import resource
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import psutil

from build_scripts import bench_desk_peers, environment
from build_scripts.bench_desk_listen import listen
from build_scripts.bench_desk_load import Desk, Reports, paced, percentile, sustained
from build_scripts.bench_desk_ours import desk_of
from build_scripts.bench_desk_pages import pages
from build_scripts.bench_tray import prepare_peers
from build_scripts.figures import Figure, figure
from build_scripts.local_desk import LocalDesk
from build_scripts.progress import step

_CLIENTS, _SECONDS, _ROUNDS = 8, 8.0, 3
Peer = Callable[[Path], AbstractContextManager[Desk]]
_PEERS: tuple[tuple[Peer, str], ...] = (
    (bench_desk_peers.request_tracker, "≥ 10 ×"),
    (bench_desk_peers.django_helpdesk, "≥ 3 ×"),
)


def desk(wanted: argparse.Namespace) -> Iterable[Figure]:
    """Everything; some ten minutes."""
    prepare_peers()
    with tempfile.TemporaryDirectory(prefix="rescousse-bench-") as folder:
        with LocalDesk(Path(folder, "made")) as local:
            yield from _made(local, Path(folder))
        with LocalDesk(Path(folder, "pages")) as local:
            yield from pages(local, wanted.tickets)
        _allow_files()
        with LocalDesk(Path(folder, "listen")) as local:
            yield from listen(local, wanted.desktops)


def _made(local: LocalDesk, folder: Path) -> Iterator[Figure]:
    """Tickets a second by turns, then how long one takes at half of that."""
    reports, ours = Reports(_report()), desk_of(local)
    with ExitStack() as stack:
        for make, goal in _PEERS:
            place = folder / make.__name__
            place.mkdir()
            peer = stack.enter_context(make(place))
            step(f"Making tickets, beside {peer.name}")
            pairs = [[_rate(one, reports) for one in (ours, peer)] for _ in range(_ROUNDS)]
            mine, theirs = ([pair[n][0] for pair in pairs] for n in (0, 1))
            yield figure(f"tickets with a report, beside {peer.name}", mine, theirs, "a second", goal)
            cheap, dear = ([1 / pair[n][1] for pair in pairs] for n in (0, 1))
            yield figure(f"tickets by a second of processor, beside {peer.name}", cheap, dear, "tickets", goal)
        took = paced(ours, reports, min(mine) / 2, _SECONDS)
        yield figure("ticket with a report at half load, p99", [percentile(took, 0.99)], [], "ms", "≤ 150")


def _rate(one: Desk, reports: Reports) -> tuple[float, float]:
    """Tickets a second, and processor seconds of the server for each."""
    sustained(one, reports, _CLIENTS, 1)  # whoever serves has loaded what it needs
    before = _processor()
    rate = sustained(one, reports, _CLIENTS, _SECONDS)
    return rate, (_processor() - before) / (rate * _SECONDS)


def _processor() -> float:
    """Processor seconds of all that we started; who has nothing to do has none."""
    total = 0.0
    for child in psutil.Process().children(recursive=True):
        times = child.cpu_times()
        total += times.user + times.system
    return total


def _report() -> bytes:
    """What this machine's own report is."""
    line = [str(environment.RESCOUSSE), "snapshot", "--json"]
    return subprocess.run(line, capture_output=True, check=True).stdout


def _allow_files() -> None:
    """A connection is an open file, here and in the help desk that we start."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
