"""A bus that is silent, dead, talks nonsense or is not there: a reason, no time, and what files tell stands."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.collectors import Collectors
from desktop_app.adapters.collectors.child import ProgramFailed
from desktop_app.adapters.collectors.linux.bus import Bus
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.snapshot import Reason, Section
from tests.unit.snapshot.conftest import PATIENCE_S, patience_with_buses, within


@contextmanager
def listening(place: Path, behave: Callable[[socket.socket], None]) -> Iterator[str]:
    """A socket that others take for the bus."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(str(place))
        door.listen(20)
        stopped = threading.Event()
        thread = threading.Thread(target=_serve, args=(door, behave, stopped), daemon=True)
        thread.start()
        yield f"unix:path={place}"
        stopped.set()
        door.shutdown(socket.SHUT_RDWR)
        thread.join(PATIENCE_S)


def _serve(door: socket.socket, behave: Callable[[socket.socket], None], stopped: threading.Event) -> None:
    guests = []
    while not stopped.is_set():
        try:
            guest, _ = door.accept()
        except OSError:
            break
        guests.append(guest)
        threading.Thread(target=_host, args=(guest, behave), daemon=True).start()
    for guest in guests:
        guest.close()


def _host(guest: socket.socket, behave: Callable[[socket.socket], None]) -> None:
    try:
        behave(guest)
    except OSError:
        return


def _silent(guest: socket.socket) -> None:
    """Says nothing at all."""


def _lets_in_and_is_silent(guest: socket.socket) -> None:
    guest.recv(100)
    guest.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")


def _talks_nonsense(guest: socket.socket) -> None:
    _lets_in_and_is_silent(guest)
    guest.recv(4096)
    guest.sendall(b"x" * 64)


def _hangs_up(guest: socket.socket) -> None:
    guest.close()


ASKED = ("power", "network", "storage", "services", "peripherals", "identity")


@pytest.mark.parametrize("behave", [_silent, _lets_in_and_is_silent, _talks_nonsense, _hangs_up])
def test_a_bad_bus_costs_a_reason_and_no_time(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, behave: Callable[[socket.socket], None]
) -> None:
    silent = behave in (_silent, _lets_in_and_is_silent)
    patience_with_buses(monkeypatch, 0.2 if silent else PATIENCE_S)
    with listening(tmp_path / "door", behave) as address:
        computer = Collectors("linux", tree.root, {"DBUS_SYSTEM_BUS_ADDRESS": address})
        found = within(2.0, lambda: computer.collect(ASKED, PATIENCE_S))
    assert {name: str(section.status) for name, section in found.items()} == dict.fromkeys(ASKED, "partial")
    assert {section.reason for section in found.values()} == {"too_slow" if silent else "unreadable"}
    assert _kept(found) == ["SAMSUNG MZVLB256HBHQ-000H1", 8, "wlp2s0", "poste-paie-12"]


def _kept(found: dict[str, Section]) -> list[Any]:
    """What files tell stands, whatever the bus does."""
    return [
        found["storage"].data["disks"][0]["model"],
        found["power"].data["batteries"][0]["charge_percent"],
        found["network"].data["interfaces"][0]["name"],
        found["identity"].data["computer_name"],
    ]


def test_a_question_after_the_time_is_over_is_not_waited_for() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
        with pytest.raises(ProgramFailed) as failure:
            Bus(ours, 0.0)
    assert failure.value.reason is Reason.TOO_SLOW


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "tcp:host=x", "nonsense", "unix:path=\0"])
def test_without_a_bus_sections_are_whole(tree: Tree, address: str) -> None:
    found = Collectors("linux", tree.root, {"DBUS_SYSTEM_BUS_ADDRESS": address}).collect(ASKED, PATIENCE_S)
    assert {str(section.status) for section in found.values()} == {"ok"}
