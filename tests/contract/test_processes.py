"""Three processes on one PostgreSQL behind nginx, one of them killed under load: nothing is lost, streams resume."""

import json
import shutil
import socket
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from copy import copy
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import requests

from desktop_app.protocol.base import new_id
from tests.contract.desk import ROOT, DeskProcess, DeviceCaller, bearer, new_ticket, now
from tests.contract.postgres import Postgres

_NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin")
_CONFIGURATION = ROOT / "resources" / "deploy" / "server" / "nginx.conf"
_CALLERS, _MESSAGES, _KILLED_AFTER = 4, 12, 4


@pytest.fixture
def desks(postgres_server: Postgres, tmp_path: Path) -> Iterator[list[DeskProcess]]:
    """Three that start at the same moment, on a database without tables."""
    database = postgres_server.database()
    three = [DeskProcess(tmp_path / "data", database) for _ in range(3)]
    with ExitStack() as stack, ThreadPoolExecutor(3) as pool:
        for one in three:
            stack.callback(one.stop)
        list(pool.map(DeskProcess.start, three))
        yield three


@pytest.fixture
def front(desks: list[DeskProcess], tmp_path: Path) -> Iterator[DeskProcess]:
    """The one address in front of them, by the configuration that we hand out."""
    if _NGINX is None:
        pytest.skip("nginx is not installed here")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    site = _CONFIGURATION.read_text(encoding="utf-8").replace(":8450", f":{port}")
    for number, desk in enumerate(desks, start=8451):
        site = site.replace(f":{number}", f":{desk.port}")
    folders = " ".join(f"{kind}_temp_path {tmp_path};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    whole = (
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}} http {{ access_log off; {folders}"
    )
    (tmp_path / "nginx.conf").write_text(f"{whole}\n{site}\n}}", encoding="utf-8")
    with running([_NGINX, "-p", str(tmp_path), "-c", "nginx.conf", "-e", f"{tmp_path}/error.log"]):
        one = copy(desks[0])
        one.port, one.url = port, f"http://127.0.0.1:{port}"
        wait_for(one.url)
        yield one


@contextmanager
def running(line: list[str]) -> Iterator[None]:
    process = subprocess.Popen(line)
    yield
    process.terminate()
    process.wait(timeout=30)


def wait_for(url: str) -> None:
    """Asked until it answers; the time-out of the test is the end of patience."""
    while True:
        try:
            requests.get(f"{url}/healthz", timeout=5)
        except requests.ConnectionError:
            continue
        return


def test_one_of_three_is_killed(desks: list[DeskProcess], front: DeskProcess) -> None:
    callers = [front.device(f"Personne {number}") for number in range(_CALLERS)]
    reached = Event()
    with ThreadPoolExecutor(2 * _CALLERS) as pool:
        heard = [pool.submit(listen, caller, _MESSAGES + 1) for caller in callers]
        written = [pool.submit(write_all, caller, reached) for caller in callers]
        assert reached.wait(60)
        assert streams_of(max(desks, key=streams_of)) > 0
        max(desks, key=streams_of).kill()
        tickets = [one.result(timeout=120) for one in written]
        streams = [one.result(timeout=120) for one in heard]
    for caller, (ticket, bodies), stream in zip(callers, tickets, streams, strict=True):
        entries = caller.entries(ticket)
        assert [entry["body"] for entry in entries] == ["Rien ne sort de l’imprimante.", *bodies], "each once, in order"
        assert [entry["seq"] for entry in entries] == list(range(1, _MESSAGES + 2))
        stored = [event["seq"] for event in caller.ticket_news(0)]
        assert stream == stored, "the stream went on where it broke"


def streams_of(desk: DeskProcess) -> float:
    """How many desktops listen to this one of the processes."""
    told = requests.get(f"{desk.url}/metrics", timeout=30).text
    return float(told.partition("\nrescousse_streams ")[2].partition("\n")[0])


def write_all(caller: DeviceCaller, reached: Event) -> tuple[str, list[str]]:
    """A request and its messages, each sent until it is answered, always with the same id."""
    word = new_ticket()
    insist(caller, "tickets", word)
    bodies = [f"Message {number}" for number in range(_MESSAGES)]
    for number, body in enumerate(bodies):
        insist(caller, f"tickets/{word['id']}/entries", {"id": new_id(), "body": body, "written_at": now()})
        if number == _KILLED_AFTER:
            reached.set()
    return word["id"], bodies


def insist(caller: DeviceCaller, path: str, word: dict[str, Any]) -> None:
    while True:
        try:
            answer = caller.ask("POST", path, json=word)
        except requests.RequestException:
            continue
        if answer.status_code < 500:
            assert answer.status_code in {200, 201}, answer.text
            return


def listen(caller: DeviceCaller, wanted: int) -> list[int]:
    """The numbers of so many events about requests, as a desktop hears them: it resumes after the last it heard."""
    heard: list[int] = []
    after = 0
    while len(heard) < wanted:
        try:
            for event in stream(caller, after):
                after = event["seq"]
                heard += [after] if event["topic"] == "ticket" else []
                if len(heard) == wanted:
                    break
        except requests.RequestException:
            continue
    return heard


def stream(caller: DeviceCaller, after: int) -> Iterator[dict[str, Any]]:
    headers = bearer(caller.token) | {"Accept": "text/event-stream", "Last-Event-ID": str(after)}
    with requests.get(f"{caller.desk.url}/api/v1/events", headers=headers, stream=True, timeout=60) as answer:
        for line in answer.iter_lines(chunk_size=1):
            if line.startswith(b"data: "):
                event: dict[str, Any] = json.loads(line[6:])
                if event.get("seq"):
                    yield event
