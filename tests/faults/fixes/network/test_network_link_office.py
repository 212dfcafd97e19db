"""The way from this computer to the network, broken at every part of it in a small office of real network parts."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from desktop_app.domain.fix import RunState
from tests.faults.fixes.network.network_link_world import CARD, WAY_OUT, World, missing
from tests.faults.healing import Patient

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these faults are made as Linux has them")

ONLINE = "NetworkManager is online\n"
HEALTHY = ("no_internet", "network_cable", "no_address", "gateway_unreachable", "duplicate_address", "fixed_address")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[World]:
    if reason := missing():
        pytest.skip(reason)
    world = World(tmp_path)
    try:
        yield world
    finally:
        world.close()


class Hands(Mapping[str, str]):
    """A person who does what a question asks before answering it."""

    def __init__(self, **does: tuple[str, Callable[[], object]]) -> None:
        self._does = does
        self.asked: list[str] = []

    def __getitem__(self, step: str) -> str:
        self.asked.append(step)
        answer, act = self._does[step]
        act()
        return answer

    def __iter__(self) -> Iterator[str]:
        return iter(self._does)

    def __len__(self) -> int:
        return len(self._does)


def settings(office: World) -> tuple[str, dict[str, str]]:
    """All that NetworkManager keeps of the cable's connection, shown and on disk."""
    profile = office.nmcli("-g", "UUID,TYPE", "connection", "show").partition(":")[0]
    shown = office.nmcli("-t", "-f", "connection,ipv4,ipv6,802-3-ethernet", "connection", "show", profile)
    lines = [line for line in shown.splitlines() if not line.startswith("connection.timestamp")]
    files = {file.name: file.read_text() for file in (office.folder / "etc/system-connections").iterdir()}
    return "\n".join(lines), files


def test_nothing_is_found_where_nothing_is_wrong(office: World, tmp_path: Path) -> None:
    before = settings(office)
    for fix_id in HEALTHY:
        run = Patient(tmp_path, office.here()).heal(fix_id)
        assert run.state is RunState.NOTHING_FOUND, run
    assert settings(office) == before


def test_networking_switched_off_is_switched_on_and_off_again(office: World, tmp_path: Path) -> None:
    office.nmcli("networking", "off")
    patient = Patient(tmp_path, office.here())
    run = patient.heal("no_internet")
    assert (patient.outcome(run, "look"), patient.outcome(run, "switched")) == ("off", "fine")
    assert patient.proved(run)
    assert office.is_connected()
    assert patient.undo(run).state is RunState.UNDONE
    assert office.nmcli("networking").strip() == "disabled"


def test_a_refusal_changes_nothing(office: World, tmp_path: Path) -> None:
    office.nmcli("networking", "off")
    assert Patient(tmp_path, office.here()).heal("no_internet", consent=False).state is RunState.STOPPED
    assert office.nmcli("networking").strip() == "disabled"


def test_cable_pulled_and_put_back_by_hand(office: World, tmp_path: Path) -> None:
    office.unplug()
    patient = Patient(tmp_path, office.here())
    hands = Hands(plug=("plugged", office.plug))
    run = patient.heal("no_internet", answers=hands)
    assert (patient.outcome(run, "look"), patient.outcome(run, "plugged_in")) == ("no_cable", "fine")
    assert patient.proved(run)


def test_a_dead_cable_is_handed_over_after_another_was_tried(office: World, tmp_path: Path) -> None:
    office.unplug()
    patient = Patient(tmp_path, office.here())
    hands = Hands(plug=("plugged", lambda: None), other=("swapped", lambda: None))
    run = patient.heal("network_cable", answers=hands)
    assert run.state is RunState.NEEDS_PERSON
    assert hands.asked == ["plug", "other"]
    assert patient.outcome(run, "swapped_in") == "no_cable"


def test_connection_left_by_hand_is_joined_and_left_again(office: World, tmp_path: Path) -> None:
    office.nmcli("device", "disconnect", CARD)
    before = settings(office)
    patient = Patient(tmp_path, office.here())
    run = patient.heal("no_address")
    assert (patient.outcome(run, "look"), patient.proved(run)) == ("none", True)
    assert office.addresses()
    assert patient.undo(run).state is RunState.UNDONE
    assert not office.addresses()
    assert settings(office) == before


def test_no_server_gave_an_address_and_then_one_does(office: World, tmp_path: Path) -> None:
    office.stop("server")
    profile = office.nmcli("-g", "GENERAL.CON-UUID", "device", "show", CARD).strip()
    assert "activated" not in office.nmcli("connection", "up", profile)
    patient = Patient(tmp_path, office.here())
    nothing = ("cannot", lambda: None)
    silent = patient.heal("no_address", answers=Hands(unplug=("replugged", lambda: None), box=nothing))
    assert silent.state is RunState.NEEDS_PERSON
    assert patient.outcome(silent, "replugged_in") == "none"

    office.serve()
    run = patient.heal("no_address")
    assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("none", "fine")
    assert office.addresses()


def test_an_address_made_up_by_the_computer_itself(office: World, tmp_path: Path) -> None:
    office.stop("server")
    profile = office.nmcli("-g", "GENERAL.CON-UUID", "device", "show", CARD).strip()
    office.nmcli(
        "connection", "modify", "--temporary", profile, "ipv4.link-local", "enabled", "ipv4.dhcp-timeout", "90"
    )
    office.nmcli("--wait", "2", "connection", "up", profile)
    office.wait(lambda: any(address.startswith("169.254.") for address in office.addresses()))
    office.serve()
    patient = Patient(tmp_path, office.here())
    run = patient.heal("no_address")
    assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("self_given", "fine")


def test_way_out_that_was_lost(office: World, tmp_path: Path) -> None:
    office.on(office.machine, "ip", "route", "delete", "default")
    patient = Patient(tmp_path, office.here())
    run = patient.heal("gateway_unreachable")
    assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("no_gateway", "answers")
    assert WAY_OUT in office.on(office.machine, "ip", "route", "show", "default")


def test_router_replaced_by_one_with_another_address(office: World, tmp_path: Path) -> None:
    office.stop("server")
    office.on(office.router, "ip", "address", "delete", f"{WAY_OUT}/24", "dev", "br0")
    office.on(office.router, "ip", "address", "add", "10.77.3.2/24", "dev", "br0")
    office.serve("--dhcp-option=3,10.77.3.2")
    patient = Patient(tmp_path, office.here())
    run = patient.heal("gateway_unreachable")
    assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("silent", "answers")
    assert "10.77.3.2" in office.on(office.machine, "ip", "route", "show", "default")


def test_router_that_is_off_is_handed_over(office: World, tmp_path: Path) -> None:
    office.on(office.router, "ip", "link", "set", "br0", "down")
    patient = Patient(tmp_path, office.here())
    run = patient.heal("gateway_unreachable", answers=Hands(box=("office", lambda: None)))
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "silent")


def test_a_router_that_ignores_calls_is_no_fault(office: World, tmp_path: Path) -> None:
    office.on(office.router, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/icmp_echo_ignore_all")
    assert Patient(tmp_path, office.here()).heal("gateway_unreachable").state is RunState.NOTHING_FOUND


def test_address_that_a_neighbour_uses_too(office: World, tmp_path: Path) -> None:
    before, (address,) = settings(office), office.addresses()
    office.on(office.neighbour, "ip", "address", "add", f"{address}/24", "dev", "eth0")
    patient = Patient(tmp_path, office.here())
    run = patient.heal("duplicate_address")
    assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("taken", "free")
    assert office.addresses() != [address]
    assert settings(office) != before
    assert patient.undo(run).state is RunState.UNDONE
    assert settings(office) == before


def test_names_that_are_not_found(office: World, tmp_path: Path) -> None:
    office.stop("server")
    office.serve("--port=0")
    patient = Patient(tmp_path, office.here())
    run = patient.heal("no_internet", answers=Hands(box=("restarted", office.serve_again)))
    assert (patient.outcome(run, "look"), patient.outcome(run, "rejoined")) == ("names_silent", "names_silent")
    assert patient.outcome(run, "box_back") == "fine"


def test_a_dead_box_takes_names_and_addresses_with_it(office: World, tmp_path: Path) -> None:
    office.stop("server")
    patient = Patient(tmp_path, office.here())
    run = patient.heal("no_internet", answers=Hands(box=("restarted", office.serve)))
    assert (patient.outcome(run, "look"), patient.outcome(run, "rejoined")) == ("names_silent", "no_address")
    assert patient.proved(run)


@pytest.fixture
def hotel(tmp_path: Path) -> Iterator[World]:
    """A NetworkManager that looks whether a page outside says what it should."""
    if reason := missing():
        pytest.skip(reason)
    world = World(tmp_path, looks_outside=True)
    try:
        world.open_page(ONLINE)
        yield world
    finally:
        world.close()


def test_a_page_that_wants_a_sign_in(hotel: World, tmp_path: Path) -> None:
    patient = Patient(tmp_path, hotel.here())
    assert patient.heal("no_internet").state is RunState.NOTHING_FOUND
    hotel.open_page("<html>Bienvenue : acceptez nos conditions</html>")
    hands = Hands(sign_in=("signed_in", lambda: hotel.open_page(ONLINE)))
    run = patient.heal("no_internet", answers=hands)
    assert (patient.outcome(run, "look"), patient.outcome(run, "signed")) == ("portal", "fine")
    hotel.open_page("<html>Bienvenue : acceptez nos conditions</html>")
    run = patient.heal("no_internet", answers={"sign_in": "no_page"})
    assert run.state is RunState.NEEDS_PERSON


def test_an_outage_beyond_the_router(hotel: World, tmp_path: Path) -> None:
    hotel.on(hotel.router, "ip", "link", "set", "wan0", "down")
    patient = Patient(tmp_path, hotel.here())
    run = patient.heal("no_internet", answers=Hands(box=("restarted", lambda: None)))
    assert run.state is RunState.NEEDS_PERSON
    assert (patient.outcome(run, "look"), patient.outcome(run, "box_back")) == ("beyond", "beyond")
    run = patient.heal("no_internet", answers=Hands(box=("restarted", hotel.bring_back)))
    assert patient.outcome(run, "box_back") == "fine"
