"""The smallest help desk that carries an offer to the screen process and an answer back, for the benchmark."""

import json
import queue
import subprocess
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

from build_scripts.environment import ROOT
from desktop_app.protocol.base import new_id

Change = Callable[[dict[str, str]], dict[str, str]]
"""What becomes of an offer on its way, and of the answer: both name the places that packets go to, as `sdp`."""
_ROOTS = {"static": ROOT / "resources" / "console" / "static", "novnc": Path("/usr/share/novnc")}
_PAGE = ROOT / "build_scripts" / "bench_screen_page.html"


class Sharer:
    """The user's side of our screen process: says yes to everything."""

    def __init__(self, program: "subprocess.Popen[str]") -> None:
        self.program, self._round, self._fingerprint = program, -1, ""
        self._heard: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def answer(self, asked: dict[str, str]) -> dict[str, str]:
        """From the browser's offer to our answer: with a yes to the first of them, the others are on the same yes."""
        self._round += 1
        if not self._fingerprint:
            self.say(kind="prepare", id=new_id(), commitment=asked["commitment"])
            self._fingerprint = self.hear("prepared")["ready"]["fingerprint"]
        self.say(kind="offered", offer={"round": self._round, "sdp": asked["sdp"], "nonce": asked["nonce"]})
        if not self._round:
            self.hear("words")
            self.say(kind="allow", seconds=7200, words_matched=True)
        return {"sdp": self.hear("answered")["answer"]["sdp"], "fingerprint": self._fingerprint}

    def say(self, **word: Any) -> None:
        """A line to the process."""
        assert self.program.stdin is not None  # noqa: S101 - it was started with pipes
        self.program.stdin.write(json.dumps(word) + "\n")
        self.program.stdin.flush()

    def hear(self, kind: str) -> dict[str, Any]:
        """The next of that kind."""
        while (word := self._heard.get(timeout=60))["kind"] != kind:
            pass
        return word

    def _listen(self) -> None:
        assert self.program.stdout is not None  # noqa: S101 - it was started with pipes
        for line in self.program.stdout:
            self._heard.put(json.loads(line))


class Desk:
    """Serves the page, the console's own modules, noVNC, and `/share`."""

    def __init__(self, sharer: Sharer | None, change: Change = dict) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, sharer, change))
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> "Desk":
        """Serve."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, sharer: Sharer | None, change: Change, *given: Any) -> None:
        self._sharer, self._change = sharer, change
        super().__init__(*given)

    def translate_path(self, path: str) -> str:
        """The page, or a file of one of two folders."""
        first, _, rest = path.split("?")[0].lstrip("/").partition("/")
        return str(_ROOTS[first] / rest) if first in _ROOTS and ".." not in rest else str(_PAGE)

    def do_POST(self) -> None:
        """An offer comes, an answer goes."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = self._sharer.answer(self._change(asked)) if self._sharer else {}
        body = json.dumps(self._change(answer)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""
