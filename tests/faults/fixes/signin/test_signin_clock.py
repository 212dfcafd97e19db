"""A clock that is wrong, made wrong by libfaketime, and set right by a time service that really moves it."""

import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.faults.fixes.signin.signin_faults import OWN_MOUNTS, needs_own_mounts, told
from tests.unit.snapshot.private_bus import PrivateBus, needs_mocks

FAKER = next(iter(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)
SERVICE, PLACE = "org.freedesktop.timedate1", "/org/freedesktop/timedate1"
Wait = Callable[[Callable[[], object]], None]
pytestmark = [
    needs_mocks,
    needs_own_mounts,
    pytest.mark.skipif(sys.platform != "linux" or FAKER is None, reason="libfaketime is not installed"),
]


@pytest.fixture
def desk() -> Iterator[str]:
    """The help desk's address; its date is the true one."""

    class Desk(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Desk) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class TimeService:
    """The time service of systemd, whose switch moves the clock that libfaketime shows."""

    def __init__(self, folder: Path, bus: PrivateBus) -> None:
        self.clock = folder / "clock"
        self.bus = bus
        bus.template("timedated", SERVICE)
        self.say(NTP=False, NTPSynchronized=False)

    def say(self, **properties: bool) -> None:
        self.bus.say(SERVICE, PLACE, SERVICE, {name: ("b", value) for name, value in properties.items()})

    def obey(self, code: str) -> None:
        """What happens when somebody turns the switch."""
        self.bus.tell(SERVICE, PLACE, "AddMethod", "sssss", SERVICE, "SetNTP", "bb", "", code)

    @property
    def is_on(self) -> bool:
        with self.bus.connection() as bus:
            return bool(bus.properties(SERVICE, PLACE, SERVICE)["NTP"])

    def environ(self) -> dict[str, str]:
        faker = {"LD_PRELOAD": str(FAKER), "FAKETIME_TIMESTAMP_FILE": str(self.clock), "FAKETIME_NO_CACHE": "1"}
        return {**faker, "DONT_FAKE_MONOTONIC": "1", "DBUS_SYSTEM_BUS_ADDRESS": self.bus.address}


@pytest.fixture
def service(tmp_path: Path, wait_until: Wait) -> Iterator[TimeService]:
    bus = PrivateBus(tmp_path / "bus", wait_until)
    try:
        yield TimeService(tmp_path, bus)
    finally:
        bus.close()


# timedatectl asks nothing where systemd did not start the computer
BOOTED = (*OWN_MOUNTS, 'mount -t tmpfs none /run && mkdir -p /run/systemd/system && exec "$@"', "sh")
SETS = """
for name in ("NTP", "NTPSynchronized"):
    self.UpdateProperties("org.freedesktop.timedate1", {{name: dbus.Boolean(args[0], variant_level=1)}})
if args[0]:
    open({clock!r}, "w").write("+0")
"""
REFUSES = 'raise dbus.exceptions.DBusException("no", name="org.freedesktop.DBus.Error.AccessDenied")'


@pytest.mark.parametrize(("lapse", "outcome"), [("+400d", "ahead"), ("-90m", "behind")])
def test_set_from_the_network_and_switched_off_again(
    tmp_path: Path, desk: str, service: TimeService, lapse: str, outcome: str
) -> None:
    service.obey(SETS.format(clock=str(service.clock)))
    service.clock.write_text(lapse)
    run = told(BOOTED, tmp_path, desk, "clock_wrong", environ=service.environ(), undo=True)
    assert run == {"look": outcome, "automatic": "done", "prove": "right", "state": "fixed", "undone": "undone"}
    assert not service.is_on


def test_a_right_clock_is_left_alone(tmp_path: Path, desk: str, service: TimeService) -> None:
    service.obey(REFUSES)
    service.clock.write_text("+0")
    for fix in ("clock_wrong", "clock_or_certificate"):
        run = told(BOOTED, tmp_path, desk, fix, environ=service.environ())
        assert run["state"] == "nothing_found", run


def test_without_the_right_the_person_does_it(tmp_path: Path, desk: str, service: TimeService) -> None:
    service.obey(REFUSES)
    service.clock.write_text("+2d")
    by_hand = {"by_hand": ["sh", "-c", f"echo +0 > {service.clock}", "done"]}
    run = told(BOOTED, tmp_path, desk, "clock_wrong", environ=service.environ(), answers=by_hand)
    assert (run["automatic"], run["page"], run["prove"], run["state"]) == ("not_allowed", "no_page", "right", "fixed")

    service.clock.write_text("+2d")
    run = told(BOOTED, tmp_path, desk, "clock_wrong", environ=service.environ(), answers={"by_hand": ["refused"]})
    assert run["state"] == "needs_person"


def test_a_wrong_clock_explains_unsafe_sites(tmp_path: Path, desk: str, service: TimeService) -> None:
    service.obey(SETS.format(clock=str(service.clock)))
    service.clock.write_text("+400d")
    run = told(BOOTED, tmp_path, desk, "clock_or_certificate", environ=service.environ())
    assert (run["clock"], run["prove"], run["certificate"], run["state"]) == ("ahead", "right", "not_used", "fixed")


def test_no_help_desk_to_compare_with_is_for_a_person(tmp_path: Path) -> None:
    assert told((), tmp_path, "http://127.0.0.1:9", "clock_wrong")["state"] == "needs_person"
