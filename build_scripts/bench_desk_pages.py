"""Pages among many requests for `bench.py desk`: how long the server takes, and how many questions it asks."""

import time
from collections.abc import Iterator

import psutil
import requests

from build_scripts.bench_desk_ours import filled
from build_scripts.figures import Figure, figure
from build_scripts.local_desk import LocalDesk
from build_scripts.progress import Trouble, step

_LOOKS = 20
_QUIET, _LOOK_S, _PATIENCE_S = 8, 5, 300


def pages(local: LocalDesk, count: int) -> Iterator[Figure]:
    """The queue, and a request with 200 lines, after one look each."""
    step(f"Filling in {count} requests")
    long = filled(local, "tickets", count)
    _wait_until_read(psutil.Process(local.process.pid))
    with signed_in(local) as browser:
        for name, path, goal in (
            (f"the queue of {count} requests", "", "≤ 50"),
            ("a request with 200 lines", f"tickets/{long}", "≤ 80"),
        ):
            looked = [_look(browser, f"{local.console}{path}") for _ in range(_LOOKS + 1)][1:]
            yield figure(f"{name}, as its reader waits", looked, [], "ms", goal)


def _wait_until_read(server: psutil.Process) -> None:
    """Solved requests that came without it being told are read little by little, as after a start."""
    end = time.monotonic() + _PATIENCE_S
    while server.cpu_percent(_LOOK_S) > _QUIET and time.monotonic() < end:
        step("Waiting until the help desk has read them")


def signed_in(local: LocalDesk) -> requests.Session:
    """The technician's browser."""
    browser = requests.Session()
    browser.get(f"{local.console}login", timeout=60)
    if submit(browser, local, "login", email=local.email, password=local.password) != 302:
        raise Trouble("The console does not let its technician in")
    return browser


def submit(browser: requests.Session, local: LocalDesk, path: str, **fields: str) -> int:
    """Send a form; the answer's status."""
    form = {**fields, "csrfmiddlewaretoken": str(browser.cookies["csrftoken"])}
    head = {"Referer": local.console}
    return browser.post(
        f"{local.console}{path}", data=form, headers=head, allow_redirects=False, timeout=120
    ).status_code


def _look(browser: requests.Session, address: str) -> float:
    began = time.perf_counter()
    browser.get(address, timeout=120).raise_for_status()
    return (time.perf_counter() - began) * 1000
