"""How long the window does not react, while everything goes wrong: `bench.py gaps`.

Each scenario runs the real app in a process of its own, goes through every page twice, and reports the longest time
between two turns of the event loop (gap), and the most processor time the window's own thread took in one of them
(work): where the machine does other things too, a gap is longer than the work. The meter itself is a timer of 2 ms.
Beside it runs a program that only sleeps 2 ms at a time. What it is late at the same moment is the machine's doing
(a virtual one stands still now and then), and is taken off: `own gap`.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

from build_scripts import environment
from build_scripts.figures import Figure, figure
from build_scripts.local_desk import LocalDesk
from build_scripts.progress import step

if TYPE_CHECKING:
    from desktop_app.adapters.collectors import Collectors
    from desktop_app.bootstrap import House

PAGES = ("home", "search", "my_computer", "compose", "requests", "journal", "settings", "snapshot")
_ON_EACH_PAGE_MS = 1500
_METER_MS = 2
_SLEEPER = """
import sys, time
last = time.monotonic()
while True:
    time.sleep(0.002)
    now = time.monotonic()
    if now - last > 0.005:
        print(last, now, flush=True)
    last = now
"""
_HANGING_KEYRING = """
import threading
from keyring.backend import KeyringBackend
class Hanging(KeyringBackend):
    priority = 9
    def get_password(self, *_): threading.Event().wait(3600)
    set_password = delete_password = get_password
"""


def gaps(wanted: argparse.Namespace) -> Iterable[Figure]:
    """Two figures per scenario; the peer of all of them is the one where nothing is wrong."""
    with ExitStack() as open_things:
        folder = Path(open_things.enter_context(tempfile.TemporaryDirectory(prefix="rescousse-gaps-")))
        desk = open_things.enter_context(LocalDesk(folder / "desk"))
        desk.enrol_this_machine()
        well: list[dict[str, float]] = []
        for name, variables in _scenarios(folder, desk, open_things):
            step(f"Going through every page: {name}")
            runs = [_gone_through(variables) for _ in range(wanted.runs)]
            well = well or runs
            for fact, goal in (("gap", ""), ("own gap", "<= 50 ms"), ("work", "")):
                longest, peer = ([run[fact] for run in those] for those in (runs, well))
                yield figure(f"longest {fact}, {name}", longest, peer, "ms", goal)


def _scenarios(folder: Path, desk: LocalDesk, open_things: ExitStack) -> Iterator[tuple[str, dict[str, str]]]:
    def home(name: str, url: str = desk.url, policy: str = "") -> dict[str, str]:
        file = folder / f"{name}.toml"
        file.write_text(policy or f'[helpdesk]\nurl = "{url}"\nenrolment_key = "key"\n')
        return {**desk.app_environment, "RESCOUSSE_HOME": str(folder / name), "RESCOUSSE_POLICY": str(file)}

    portal = open_things.enter_context(_server(b"<html>Welcome to the hotel</html>", "text/html"))
    nonsense = open_things.enter_context(_server(b'{"state": "avail', "application/json"))
    yield "all is well", desk.app_environment
    yield "sign-in page of a hotel", home("portal", portal)
    yield "a server that answers nonsense", home("nonsense", nonsense)
    yield "a server that never answers", home("silent", open_things.enter_context(_silence()))
    yield "no network", home("nobody", "http://127.0.0.1:9")
    yield "broken policy file", home("policy", policy="[helpdesk\nurl = 3\nwhat = {")
    yield "home folder that cannot be written", {**desk.app_environment, "RESCOUSSE_HOME": "/proc/rescousse"}
    pack = folder / "pack" / "fixes"
    pack.mkdir(parents=True)
    (pack / "torn.yaml").write_bytes(b"id: torn\ntitle: {fr: [\x00\xff")
    yield "fix file that cannot be read", {**home("pack", desk.url), "GAPS_PACK": str(pack.parent)}
    yield "snapshot of 50 MB", {**home("bulk", desk.url), "GAPS_BULK_MB": "50"}
    (folder / "hanging.py").write_text(_HANGING_KEYRING)
    yield (
        "key store that hangs",
        {**home("keys"), "PYTHON_KEYRING_BACKEND": "hanging.Hanging", "PYTHONPATH": str(folder)},
    )


def _gone_through(variables: dict[str, str]) -> dict[str, float]:
    command = [str(environment.PYTHON), "-m", "build_scripts.bench_gaps"]
    variables = {**os.environ, **variables, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=variables, cwd=environment.ROOT, capture_output=True, text=True, check=True)
    facts: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return facts


@contextmanager
def _server(body: bytes, media_type: str) -> Iterator[str]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_PUT = do_GET  # noqa: N815 -- http.server's names

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def _silence() -> Iterator[str]:
    """A socket that is connected to and never reads."""
    with socket.create_server(("127.0.0.1", 0), backlog=50) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def _spoilt(house: "House") -> "House":
    """The objects of a run in which a pack is torn, or a section is far too large."""
    if torn := os.environ.get("GAPS_PACK"):
        from desktop_app import resources
        from desktop_app.knowledge.pack import Packs

        house.packs = Packs([resources.path("packs/core"), Path(torn)], cache=house.folders.cache / "packs")
    if bulk := os.environ.get("GAPS_BULK_MB"):
        from desktop_app.domain.sections.programs import Package, Software

        many = tuple(Package(name=f"package-{n}", version="1" * 980) for n in range(int(bulk) * 1000))
        readers = cast("Collectors", house.snapshots.collectors)
        readers.replaced["software"] = lambda: Software(packages=many)
    return house


def _walk() -> None:
    """In the child: the app, the meter, every page; then the longest gap on standard output."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from desktop_app.bootstrap import House
    from desktop_app.ui import start
    from desktop_app.ui.app import Running
    from desktop_app.ui.instance import Instance

    sys.setswitchinterval(start.TURN_S)
    app, house = QApplication([]), _spoilt(House())
    app.setQuitOnLastWindowClosed(False)
    running = Running(app, house, house.folders, Instance(house.folders.state))
    running.start(page="home", is_hidden=False)
    turns: list[tuple[float, float]] = []
    meter = QTimer(app)
    meter.setTimerType(Qt.TimerType.PreciseTimer)
    meter.timeout.connect(lambda: turns.append((time.monotonic(), time.thread_time())))
    meter.start(_METER_MS)
    for number, page in enumerate(PAGES * 2):
        QTimer.singleShot(_ON_EACH_PAGE_MS * (number + 1), app, lambda page=page: running.open(page))
    QTimer.singleShot(_ON_EACH_PAGE_MS * (len(PAGES) * 2 + 1), app, lambda: app.exit(0))
    with _sleeper() as stood_still:
        app.exec()
    running.close()
    gap, work = (max(after[of] - before[of] for before, after in pairwise(turns)) * 1000 for of in (0, 1))
    own = max(end - start - _overlap(start, end, stood_still) for (start, _), (end, _) in pairwise(turns)) * 1000
    sys.stdout.write(json.dumps({"gap": gap, "own gap": own, "work": work}) + "\n")


@contextmanager
def _sleeper() -> Iterator[list[tuple[float, float]]]:
    """From when to when a program that does nothing was late, on the clock of all programs; known at the end."""
    late: list[tuple[float, float]] = []
    program = subprocess.Popen([sys.executable, "-S", "-c", _SLEEPER], stdout=subprocess.PIPE, text=True)
    try:
        yield late
    finally:
        program.terminate()
        for line in program.communicate()[0].splitlines():
            start, end = (float(word) for word in line.split())
            late.append((start + _METER_MS / 1000, end))


def _overlap(start: float, end: float, late: list[tuple[float, float]]) -> float:
    return sum(max(0.0, min(end, over) - max(start, since)) for since, over in late)


if __name__ == "__main__":
    _walk()
