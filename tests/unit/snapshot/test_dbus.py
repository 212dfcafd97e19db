"""What the system's services tell over D-Bus, from stand-ins."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.collectors.linux import Linux
from desktop_app.adapters.collectors.linux.bus import plain_table
from desktop_app.adapters.collectors.linux.managed_network import channel, security
from desktop_app.adapters.collectors.tree import Tree
from tests.unit.snapshot.conftest import planted, told, within
from tests.unit.snapshot.laptop import furnish
from tests.unit.snapshot.private_bus import PrivateBus, needs_mocks


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateBus]:
    """The services of a laptop on a bus of its own."""

    def wait(fact: Callable[[], object]) -> None:
        until, tick = time.monotonic() + 120, threading.Event()
        while not fact():
            assert time.monotonic() < until
            tick.wait(0.02)

    bus = PrivateBus(tmp_path_factory.mktemp("bus") / "socket", wait)
    try:
        furnish(bus)
        yield bus
    finally:
        bus.close()


@needs_mocks
class TestALaptop:
    @pytest.fixture
    def tree(self, tmp_path: Path, laptop: PrivateBus) -> Tree:
        return Tree(planted(tmp_path).root, {"DBUS_SYSTEM_BUS_ADDRESS": laptop.address})

    def test_a_battery_that_files_do_not_show_and_one_that_they_do(self, tree: Tree) -> None:
        first, second = told(tree, "power")["batteries"]
        assert (first["name"], first["health_percent"]) == ("BAT0", 44.0)
        assert (second["name"], second["model"], second["serial"]) == ("BAT1", "Slice 7", "SN-7788")
        assert (second["charge_percent"], second["health_percent"], second["seconds_left"]) == (30.0, 50.0, 1800)
        assert second["state"] == "discharging"

    def test_the_wireless_network_its_lease_and_what_lies_behind(self, tree: Tree) -> None:
        found = told(tree, "network")
        card = found["interfaces"][0]
        assert (card["wifi_name"], card["wifi_bssid"]) == ("Chez Léa", "00:23:f8:7e:12:bb")
        assert (card["wifi_channel"], card["wifi_mhz"], card["wifi_rate_mbit"]) == (36, 5180, 86.7)
        assert (card["wifi_security"], card["wifi_quality_percent"]) == ("WPA2/WPA3", 41.0)
        assert (card["addressing"], card["dhcp_server"]) == ("dhcp", "10.77.3.1")
        assert card["lease_until"] == "2026-03-14T09:00:00Z"
        assert card["wifi_signal_dbm"] == -82
        assert (found["reachability"], found["sign_in_page"], found["metered"]) == ("portal", True, True)
        assert found["vpn"] == [{"name": "Siège", "kind": "vpn", "on": True}]

    def test_a_disk_that_fails(self, tree: Tree) -> None:
        disk = told(tree, "storage")["disks"][0]
        assert (disk["health"], disk["temperature_c"], disk["power_on_hours"]) == ("failing", 45.0, 9000)
        assert (disk["bad_sectors"], disk["failing_attributes"]) == (12, 1)

    def test_services_and_what_failed(self, tree: Tree) -> None:
        found = told(tree, "services")
        assert (found["state"], found["total"], found["running"]) == ("degraded", 2, 1)
        assert found["failed"] == [{"name": "vpn", "title": "VPN", "state": "failed", "result": "exit-code"}]
        timer = next(task for task in found["tasks"] if task["source"] == "timer")
        assert timer == timer | {"name": "apt-daily", "state": "running", "last_at": "2026-03-14T09:00:00Z"}
        assert (timer["result"], "next_at" in timer) == ("success", False)

    def test_radios(self, tree: Tree) -> None:
        found = told(tree, "peripherals")
        headset, phone = found["bluetooth"]
        assert (headset["name"], headset["connected"], headset["battery_percent"]) == ("Jabra Evolve 75", True, 64)
        assert (phone["given_name"], "name" in phone) == ("Téléphone de Léa", False)
        modem = found["modems"][0]
        assert (modem["imei"], modem["sim"], modem["signal_percent"]) == ("359072061234562", "8932042000001", 71)
        assert modem["state"] == "connected"

    def test_who_is_signed_in(self, tree: Tree) -> None:
        assert [entry["user"] for entry in told(tree, "identity")["signed_in"]] == ["lmoreau"]

    def test_a_whole_snapshot_takes_little_of_the_processor(self, tree: Tree) -> None:
        collectors = Linux(tree).collectors()
        for reader in collectors.values():
            reader()
        asked = ("power", "network", "storage", "services", "peripherals", "identity")
        within(0.5, lambda: [collectors[name]() for name in asked])


@pytest.mark.parametrize(
    ("mhz", "number"), [(2412, 1), (2472, 13), (2484, 14), (5180, 36), (5825, 165), (5955, 1), (6115, 33), (900, None)]
)
def test_wireless_channels(mhz: int, number: int | None) -> None:
    assert channel(mhz) == number


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ((0, 0, 0), "open"),
        ((1, 0, 0), "WEP"),
        ((1, 0x100, 0), "WPA"),
        ((1, 0, 0x100), "WPA2"),
        ((1, 0, 0x200), "WPA2 Enterprise"),
    ],
)
def test_wireless_protection(flags: tuple[int, int, int], words: str) -> None:
    assert security(*flags) == words


def test_a_name_that_is_no_utf8_and_one_with_marks_is_harmless() -> None:
    assert plain_table({"Name": ("s", "a\u202eb\x1b[31mc")}) == {"Name": "abc"}
