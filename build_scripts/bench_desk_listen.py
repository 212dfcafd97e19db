"""Connected desktops for `bench.py desk`: so many open streams in one process, and when each hears something."""

import json
import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import psutil
import requests

from build_scripts.bench_desk_load import percentile
from build_scripts.bench_desk_ours import filled
from build_scripts.bench_desk_pages import signed_in, submit
from build_scripts.figures import Figure, figure
from build_scripts.local_desk import LocalDesk
from build_scripts.progress import Trouble, step
from desktop_app.protocol.base import new_id

_WORDS, _PATIENCE_S = 100, 120.0


class Listeners:
    """Every stream that a list of tokens opens, resumed after `last`; all on one thread."""

    def __init__(self, port: int, tokens: Iterable[str], last: int) -> None:
        self._selector = selectors.DefaultSelector()
        self.lines = [_open(port, token, last) for token in tokens]
        for number, line in enumerate(self.lines):
            self._selector.register(line, selectors.EVENT_READ, number)

    def hear(self, wanted: bytes, among: set[int]) -> dict[int, float]:
        """When each of `among` was sent `wanted` (on `time.perf_counter`). Raises Trouble when some never are."""
        heard, end = dict[int, float](), time.perf_counter() + _PATIENCE_S
        while len(heard) < len(among):
            for key, _ in self._selector.select(1):
                if wanted in self.lines[key.data].recv(65536) and key.data in among:
                    heard.setdefault(key.data, time.perf_counter())
            if time.perf_counter() > end:
                raise Trouble(f"{len(among) - len(heard)} of {len(self.lines)} desktops heard nothing")
        return heard

    def close(self) -> None:
        """All of them go."""
        for line in self.lines:
            line.close()
        self._selector.close()


def listen(local: LocalDesk, count: int) -> Iterator[Figure]:
    """What a connection takes, a reply to one of them, a known incident to all of them."""
    step(f"Connecting {count} desktops")
    made = filled(local, "devices", count)
    browser, server = signed_in(local), psutil.Process(local.process.pid)
    token = json.loads(local.command("token", "create", "--technician", local.email, "--json"))["token"]
    _announce(browser, local)
    _reply(local, token, made[0][1])
    before, last = server.memory_info().rss, _last(local, made[0][0])
    desktops = Listeners(int(local.url.rsplit(":", 1)[1]), (token for token, _ in made), last)
    everybody = set(range(count))
    desktops.hear(b": hello", everybody)
    took = []
    for number, (_, ticket) in enumerate(made[:_WORDS]):
        took.append(_until(desktops, partial(_reply, local, token, ticket), ticket, {number}))
    yield figure(f"a reply to 1 of {count} connected desktops, p99", [percentile(took, 0.99)], [], "ms", "≤ 200")
    all_of_them = _until(desktops, partial(_announce, browser, local), '"incidents"', everybody)
    yield figure(f"a known incident to all {count}", [all_of_them / 1000], [], "s", "≤ 3")
    held = (server.memory_info().rss - before) / 1024 / count
    yield figure("memory of the help desk for a connection", [held], [], "kB", "≤ 60")
    desktops.close()


def _until(desktops: Listeners, tell: Callable[[], None], wanted: str, among: set[int]) -> float:
    """Milliseconds from the moment somebody begins to tell until the last of them has heard."""
    telling, began = threading.Thread(target=tell), time.perf_counter()
    telling.start()
    heard = desktops.hear(wanted.encode(), among)
    telling.join()
    return (max(heard.values()) - began) * 1000


def _open(port: int, token: str, last: int) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=60)
    head = f"GET /api/v1/events HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer {token}\r\n"
    line.sendall(f"{head}Accept: text/event-stream\r\nLast-Event-ID: {last}\r\n\r\n".encode())
    line.setblocking(False)
    return line


def _reply(local: LocalDesk, token: str, ticket: str) -> None:
    word = {"id": new_id(), "body": "Bonjour", "written_at": "2026-01-01T00:00:00+00:00"}
    address = f"{local.url}/api/v1/tickets/{ticket}/entries"
    requests.post(address, json=word, headers={"Authorization": f"Bearer {token}"}, timeout=120).raise_for_status()


def _announce(browser: requests.Session, local: LocalDesk) -> None:
    submit(browser, local, "incidents", title_fr="Panne", text_fr="Panne")


def _last(local: LocalDesk, token: str) -> int:
    """Where the feed stands: desktops resume from what they have heard."""
    head = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
    return int(requests.get(f"{local.url}/api/v1/events", headers=head, timeout=120).json()["last_seq"])
