"""Settings of the network that keep it from working, and a network that is slow, on a real NetworkManager."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.domain.action import ActionFailed, Given
from desktop_app.domain.errors import CannotUndo
from desktop_app.domain.fix import RunState
from tests.faults.fixes.network.network_link_world import CARD, WAY_OUT, World, missing
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import quiet

_TIME = re.compile(rb"timestamp=\d+\n")
ELSEWHERE = {"ipv4__method": "manual", "ipv4__gateway": "192.168.40.1"}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these faults are made as Linux has them")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[World]:
    if reason := missing():
        pytest.skip(reason)
    world = World(tmp_path)
    try:
        world.nmcli("connection", "add", "type", "ethernet", "con-name", "Bureau: 2e étage", "ifname", CARD)
        world.nmcli("connection", "up", "Bureau: 2e étage")
        yield world
    finally:
        world.close()


def files(office: World) -> dict[str, bytes]:
    """The profiles, byte by byte but for the time when NetworkManager last used them."""
    kept = (office.folder / "etc/system-connections").iterdir()
    return {file.name: _TIME.sub(b"", file.read_bytes()) for file in kept}


def set_to(office: World, **values: str) -> None:
    pairs = [word for name, value in values.items() for word in (name.replace("__", ".").replace("_", "-"), value)]
    office.nmcli("connection", "modify", "Bureau: 2e étage", *pairs)
    office.nmcli("connection", "up", "Bureau: 2e étage")


def test_nothing_is_found_where_nothing_is_wrong(office: World, tmp_path: Path) -> None:
    before = files(office)
    for fix_id in ("fixed_address", "slow_link", "metered_connection"):
        assert Patient(tmp_path, office.here()).heal(fix_id).state is RunState.NOTHING_FOUND
    assert files(office) == before


def test_address_of_another_office_gives_way_and_comes_back(office: World, tmp_path: Path) -> None:
    set_to(office, **ELSEWHERE, ipv4__addresses="192.168.40.7/24,192.168.40.8/24", ipv4__dns="192.168.40.1 9.9.9.9")
    before = files(office)
    patient = Patient(tmp_path, office.here())
    run = patient.heal("fixed_address")
    assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("fixed_lost", "automatic")
    assert office.addresses()[0].startswith("10.77.3.")
    assert patient.undo(run).state is RunState.UNDONE
    assert (files(office), office.addresses()) == (before, ["192.168.40.7", "192.168.40.8"])


def test_a_fixed_address_that_works_is_no_fault(office: World, tmp_path: Path) -> None:
    set_to(office, ipv4__method="manual", ipv4__addresses="10.77.3.210/24", ipv4__gateway=WAY_OUT)
    assert Patient(tmp_path, office.here()).heal("fixed_address").state is RunState.NOTHING_FOUND


def test_an_address_changed_by_somebody_since_is_not_overwritten(office: World, tmp_path: Path) -> None:
    set_to(office, **ELSEWHERE, ipv4__addresses="192.168.40.7/24")
    patient = Patient(tmp_path, office.here())
    run = patient.heal("fixed_address")
    set_to(office, ipv4__dns="10.77.3.1")
    before = files(office)
    with pytest.raises(CannotUndo, match="changed_since"):
        patient.undo(run)
    assert files(office) == before


def test_large_packets_that_vanish(office: World, tmp_path: Path) -> None:
    office.on(office.desk, "ip", "link", "set", "eth0", "mtu", "1390")
    before = files(office)
    patient = Patient(tmp_path, office.here())
    run = patient.heal("slow_link")
    assert (patient.outcome(run, "look"), patient.outcome(run, "shrunk")) == ("narrow", "fine")
    shown = office.on(office.machine, "ip", "link", "show", CARD)
    assert 1370 <= int(shown.partition(" mtu ")[2].split()[0]) <= 1390
    assert files(office) != before
    assert patient.undo(run).state is RunState.UNDONE
    assert files(office) == before
    assert "mtu 1500" in office.on(office.machine, "ip", "link", "show", CARD)


def test_a_router_that_says_that_packets_are_too_large_is_no_fault(office: World, tmp_path: Path) -> None:
    for place, card in ((office.router, "wan0"), (office.desk, "eth0")):
        office.on(place, "ip", "link", "set", card, "mtu", "1390")
    assert Patient(tmp_path, office.here()).heal("slow_link").state is RunState.NOTHING_FOUND


def test_cable_that_drops_some(office: World, tmp_path: Path) -> None:
    set_to(office, ipv4__method="manual", ipv4__addresses="10.77.3.210/24", ipv4__gateway=WAY_OUT)
    office.spoil(3)
    patient = Patient(tmp_path, office.here())
    run = patient.heal("slow_link", answers={"closer": "cannot"})
    assert run.state is RunState.NEEDS_PERSON
    assert (patient.outcome(run, "look"), patient.outcome(run, "rejoined")) == ("poor", "poor")
    assert not [report for report in run.steps if report.outcome == "failed"]


def test_network_taken_for_a_paid_one(office: World, tmp_path: Path) -> None:
    set_to(office, connection__metered="yes")
    before = files(office)
    patient = Patient(tmp_path, office.here())
    assert patient.heal("metered_connection", answers={"limited": "limited"}).state is RunState.NOTHING_FOUND
    assert files(office) == before
    run = patient.heal("metered_connection", answers={"limited": "unlimited"})
    assert (patient.outcome(run, "look"), patient.outcome(run, "prove")) == ("spared", "free")
    assert patient.undo(run).state is RunState.UNDONE
    assert files(office) == before


def test_a_forged_record_touches_no_other_setting_card_or_connection(office: World, tmp_path: Path) -> None:
    set_to(office, **ELSEWHERE, ipv4__addresses="192.168.40.7/24")
    computer = Computer(tmp_path, here=office.here())
    saved = dict(computer.plan("network.address.automatic", Given()).saved)
    before = files(office)
    forged = (
        {**saved, "before": {"connection.permissions": "user:mallory"}},
        {**saved, "before": {"+ipv4.addresses": "10.0.0.1/8"}},
        {**saved, "profile": "id"},
        {**saved, "card": "lo"},
        {**saved, "card": "--help"},
    )
    for record in forged:
        with pytest.raises(ActionFailed):
            computer.undo("network.address.automatic", record)
    with pytest.raises(ActionFailed):
        computer.undo("network.reconnect", {"card": CARD, "before": "--help", "after": ""})
    assert files(office) == before


def test_killed_between_writing_and_joining_is_finished_or_taken_back(office: World, tmp_path: Path) -> None:
    set_to(office, **ELSEWHERE, ipv4__addresses="192.168.40.7/24")
    before = files(office)
    computer = Computer(tmp_path, here=office.here())
    saved = computer.plan("network.address.automatic", Given()).saved
    pairs = [word for pair in saved["after"].items() for word in pair]
    for end in (computer.undo, lambda name, record: computer.apply(name, record, quiet)):
        office.nmcli("connection", "modify", "uuid", saved["profile"], *pairs)
        assert computer.hindrance("network.address.automatic", saved) == ""
        end("network.address.automatic", saved)
        ours = files(office) == before
        assert ours is office.addresses()[0].startswith("192.168.40.")


def test_without_the_right_to_change_it_goes_to_a_person(office: World, tmp_path: Path) -> None:
    set_to(office, **ELSEWHERE, ipv4__addresses="192.168.40.7/24")
    before, here = files(office), office.here()

    def forbidden(args: tuple[str, ...], deadline_s: float, environ: dict[str, str]) -> object:
        """What nmcli says to an account without the right: the sentence of libnm, as nmcli 1.42 prints it."""
        if "modify" in args:
            words = "printf 'Error: Failed to modify connection: Insufficient privileges\\n' >&2; exit 1"
            args = ("sh", "-c", words)
        return office.tool(args, deadline_s, environ)

    patient = Patient(tmp_path, replace(here, tool=forbidden))  # type: ignore[arg-type]
    run = patient.heal("fixed_address")
    assert (run.state, patient.outcome(run, "automatic")) == (RunState.NEEDS_PERSON, "not_allowed")
    assert files(office) == before
