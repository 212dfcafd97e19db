"""A picture by the desktop's own dialog, on a real bus with a desktop that answers as the specification says."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from desktop_app.adapters.system.portal import picture

PNG = b"\x89PNG picture of a window"
Answer = tuple[int, str]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A message bus of this test's own."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon here")
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setattr(open_dbus_connection, "__defaults__", ("SESSION", False, 60.0))
        yield address
        daemon.terminate()


@pytest.fixture
def desktop(bus: str) -> Iterator[Callable[[int, str], None]]:
    """Starts a desktop that answers one request for a picture with this code and address."""
    started: list[threading.Thread] = []

    def start(code: int, uri: str) -> None:
        connection = open_dbus_connection(bus, auth_timeout=60)
        connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"), timeout=60)

        def answer() -> None:
            with connection:
                call = connection.receive(timeout=60)
                while call.header.fields.get(3) != "Screenshot":
                    call = connection.receive(timeout=60)
                sender, token = str(call.header.fields[7]), call.body[1]["handle_token"][1]
                assert call.body[1]["interactive"] == ("b", True), "nothing is taken without the person"
                path = f"/org/freedesktop/portal/desktop/request/{sender[1:].replace('.', '_')}/{token}"
                connection.send(new_method_return(call, "o", (path,)))
                emitter = DBusAddress(path, interface="org.freedesktop.portal.Request")
                results = {"uri": ("s", uri)} if uri else {}
                connection.send(new_signal(emitter, "Response", "ua{sv}", (code, results)))

        started.append(threading.Thread(target=answer))
        started[-1].start()

    yield start
    for thread in started:
        thread.join(60)
        assert not thread.is_alive()


def test_the_picture_comes_and_is_not_left_on_the_disk(desktop: Callable[[int, str], None], tmp_path: Path) -> None:
    file = tmp_path / "Capture d’écran.png"
    file.write_bytes(PNG)
    desktop(0, file.as_uri())
    assert picture() == PNG
    assert not file.exists()


@pytest.mark.parametrize(
    ("code", "uri"), [(1, ""), (0, ""), (0, "https://evil.invalid/x.png")], ids=["no", "odd", "web"]
)
def test_no_picture_without_a_yes(desktop: Callable[[int, str], None], code: int, uri: str) -> None:
    desktop(code, uri)
    assert picture() == b""


def test_no_picture_without_a_desktop(bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert picture() == b""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    assert picture() == b""
