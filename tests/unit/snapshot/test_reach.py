"""Whether names and the help desk answer: the only thing a report sends, and nothing at all when policy says so."""

import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from desktop_app.adapters.collectors import Collectors
from desktop_app.domain.findings import findings
from desktop_app.domain.snapshot import Snapshot
from tests.unit.snapshot.made import NOW


@pytest.fixture
def door() -> Iterator[socket.socket]:
    """Somebody listens; who knocks stays in the queue and can be counted."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


def url(door: socket.socket, host: str = "127.0.0.1") -> str:
    return f"http://{host}:{door.getsockname()[1]}"


def knocks(door: socket.socket) -> int:
    door.setblocking(False)
    count = 0
    while True:
        try:
            door.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1


def checks(tmp_path: Path, address: str, deadline_s: float = 60) -> dict[str, bool]:
    (tmp_path / "proc/net").mkdir(parents=True, exist_ok=True)
    read = Collectors("linux", tmp_path, {}, helpdesk_url=lambda: address).collect(["network"], deadline_s)
    return {check["name"]: check["ok"] for check in read["network"].data.get("checks", [])}


def test_one_that_answers(tmp_path: Path, door: socket.socket) -> None:
    assert checks(tmp_path, url(door)) == {"help desk": True}
    assert checks(tmp_path, url(door, "localhost")) == {"names": True, "help desk": True}
    assert knocks(door) == 2


def test_one_that_does_not(tmp_path: Path) -> None:
    with socket.socket() as taken:  # nobody listens, and nobody else can
        taken.bind(("127.0.0.1", 0))
        assert checks(tmp_path, url(taken)) == {"help desk": False}


def test_a_name_nobody_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert checks(tmp_path, "https://help.invalid") == {"names": False}


def test_names_that_hang_cost_the_deadline_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, over = Event(), Event()

    def hangs(*_: Any, **__: Any) -> list[Any]:
        asked.set()
        over.wait(60)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hangs)
    assert checks(tmp_path, "https://help.invalid", deadline_s=0.5) == {"names": False}
    assert asked.wait(60)
    over.set()


def test_nothing_is_sent_when_nothing_may_be(
    tmp_path: Path, door: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checks(tmp_path, "") == {}
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert checks(tmp_path, url(door)) == {}, "behind a proxy a knock would tell nothing"
    assert knocks(door) == 0


def test_what_it_means(tmp_path: Path) -> None:
    address = "http://127.0.0.1:1"
    read = Collectors("linux", tmp_path, {}, helpdesk_url=lambda: address).collect(["network"], 60)
    section = read["network"]
    section.data.update(connected=True)  # type: ignore[attr-defined]  # a dictionary, made just now
    assert "helpdesk_silent" in {found.key for found in findings(Snapshot(NOW, {"network": section}))}
