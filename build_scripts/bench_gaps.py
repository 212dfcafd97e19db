"""How long the window does not react, while everything goes wrong: `bench.py gaps`.

Each scenario runs the real app in a process of its own, goes through every page twice, and reports the longest time
between two turns of the event loop. The meter itself is a timer of 2 ms.
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

from build_scripts import environment
from build_scripts.figures import Figure, figure
from build_scripts.local_desk import LocalDesk
from build_scripts.progress import step

PAGES = ("home", "search", "my_computer", "compose", "requests", "journal", "settings", "snapshot")
_ON_EACH_PAGE_MS = 1500
_METER_MS = 2
_HANGING_KEYRING = """
import threading
from keyring.backend import KeyringBackend
class Hanging(KeyringBackend):
    priority = 9
    def get_password(self, *_): threading.Event().wait(3600)
    set_password = delete_password = get_password
"""


def gaps(wanted: argparse.Namespace) -> Iterable[Figure]:
    """One figure per scenario; the peer of all of them is the one where nothing is wrong."""
    with ExitStack() as open_things:
        folder = Path(open_things.enter_context(tempfile.TemporaryDirectory(prefix="rescousse-gaps-")))
        desk = open_things.enter_context(LocalDesk(folder / "desk"))
        desk.enrol_this_machine()
        well: list[float] = []
        for name, variables in _scenarios(folder, desk, open_things):
            step(f"Going through every page: {name}")
            longest = [_longest_gap(variables) for _ in range(wanted.runs)]
            well = well or longest
            yield figure(f"longest gap, {name}", longest, well, "ms", "<= 50 ms")


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
    (folder / "hanging.py").write_text(_HANGING_KEYRING)
    yield (
        "key store that hangs",
        {**home("keys"), "PYTHON_KEYRING_BACKEND": "hanging.Hanging", "PYTHONPATH": str(folder)},
    )


def _longest_gap(variables: dict[str, str]) -> float:
    command = [str(environment.PYTHON), "-m", "build_scripts.bench_gaps"]
    variables = {**os.environ, **variables, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=variables, cwd=environment.ROOT, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout.splitlines()[-1])["longest_ms"])


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


def _walk() -> None:
    """In the child: the app, the meter, every page; then the longest gap on standard output."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from desktop_app.bootstrap import House
    from desktop_app.ui.app import Running
    from desktop_app.ui.instance import Instance

    app, house = QApplication([]), House()
    app.setQuitOnLastWindowClosed(False)
    running = Running(app, house, house.folders, Instance(house.folders.state))
    running.start(page="home", is_hidden=False)
    turns: list[float] = []
    meter = QTimer(app)
    meter.setTimerType(Qt.TimerType.PreciseTimer)
    meter.timeout.connect(lambda: turns.append(time.monotonic()))
    meter.start(_METER_MS)
    for number, page in enumerate(PAGES * 2):
        QTimer.singleShot(_ON_EACH_PAGE_MS * (number + 1), app, lambda page=page: running.open(page))
    QTimer.singleShot(_ON_EACH_PAGE_MS * (len(PAGES) * 2 + 1), app, lambda: app.exit(0))
    app.exec()
    running.close()
    gaps_ms = [(after - before) * 1000 for before, after in pairwise(turns)]
    sys.stdout.write(json.dumps({"longest_ms": max(gaps_ms), "over_50": sum(gap > 50 for gap in gaps_ms)}) + "\n")


if __name__ == "__main__":
    _walk()
