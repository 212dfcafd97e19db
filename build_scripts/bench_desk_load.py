"""Load for a help desk: requests with a computer report, as fast as they are taken, or at a given pace."""

import http.client
import math
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True)
class Call:
    """One HTTP request."""

    method: str
    path: str
    head: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Desk:
    """A help desk that serves; `calls`: what makes one ticket with that report."""

    name: str
    port: int
    calls: Callable[[bytes], list[Call]]


class Reports:
    """The same report again and again, and never the same bytes: nobody is spared to store one."""

    def __init__(self, report: bytes) -> None:
        self._report, self._numbers = report, count()

    def next(self) -> bytes:
        """One more."""
        return b'{"bench":%d,' % next(self._numbers) + self._report[1:]


def sustained(desk: Desk, reports: Reports, clients: int, seconds: float) -> float:
    """Tickets a second that `clients` get made, each sending the next when it has its answer."""
    end = time.perf_counter() + seconds
    began = time.perf_counter()

    def work() -> int:
        line, made = _line(desk), 0
        while time.perf_counter() < end:
            _make(desk, line, reports)
            made += 1
        line.close()
        return made

    with ThreadPoolExecutor(clients) as pool:
        made = sum(pool.map(lambda _: work(), range(clients)))
    return made / (time.perf_counter() - began)


def paced(desk: Desk, reports: Reports, rate: float, seconds: float, clients: int = 8) -> list[float]:
    """How long each ticket took, in milliseconds, counted from the moment it was due: a queue is not forgiven."""
    due = iter([n / rate for n in range(int(rate * seconds))])
    began, lock = time.perf_counter(), threading.Lock()

    def work() -> Iterator[float]:
        line = _line(desk)
        while True:
            with lock:
                at = next(due, None)
            if at is None:
                line.close()
                return
            threading.Event().wait(max(0.0, began + at - time.perf_counter()))
            _make(desk, line, reports)
            yield (time.perf_counter() - began - at) * 1000

    with ThreadPoolExecutor(clients) as pool:
        return [took for part in pool.map(lambda _: list(work()), range(clients)) for took in part]


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of them do not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def _line(desk: Desk) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", desk.port, timeout=120)


def _make(desk: Desk, line: http.client.HTTPConnection, reports: Reports) -> None:
    for call in desk.calls(reports.next()):
        line.request(call.method, call.path, call.body, call.head)
        answer = line.getresponse()
        said = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{desk.name} answered {answer.status}: {said[:300]!r}")
