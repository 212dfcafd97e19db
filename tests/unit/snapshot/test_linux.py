"""The Linux collectors on a recorded tree, and on this very machine."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.collectors import Collectors
from desktop_app.adapters.collectors.linux import collectors
from desktop_app.adapters.collectors.linux.processes import processes
from desktop_app.adapters.collectors.run import Partly
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections import SECTIONS, plain
from desktop_app.domain.snapshot import SectionStatus


def data(tree: Tree, name: str) -> Any:
    found = collectors(tree)[name]()
    return plain(found.data if isinstance(found, Partly) else found)


def test_the_system(tree: Tree) -> None:
    found = data(tree, "os")
    assert (found["name"], found["version"], found["build"]) == ("Debian GNU/Linux", "12", "12.9")
    assert found["time_zone"] == "Europe/Brussels"
    assert found["locale"] == "fr_BE.UTF-8"
    assert found["restart_pending"] is True
    assert found["restart_wanted_by"] == ["linux-image-6.1.0-30-amd64", "libc6"]
    assert found["booted_at"] == "2026-03-04T04:53:20Z"


def test_the_machine_without_what_makers_forgot_to_fill_in(tree: Tree) -> None:
    found = data(tree, "hardware")
    assert (found["maker"], found["model"], found["chassis"]) == ("HP", "HP EliteBook 830 G6", "laptop")
    assert found["serial"] == "PF1XYZ88"
    assert "board_model" not in found


def test_a_machine_without_firmware_tables_says_so(tmp_path: Path) -> None:
    found = collectors(Tree(tmp_path))["hardware"]()
    assert isinstance(found, Partly)
    assert found.reason == "not_here"


def test_the_processor(tree: Tree) -> None:
    found = data(tree, "cpu")
    assert (found["sockets"], found["cores"], found["threads"]) == (1, 2, 4)
    assert found["cache_l1_bytes"] == 65536
    assert found["abilities"] == ["AES", "VT-x", "AVX2"]
    assert found["use_percent"] == 20.0
    assert found["mitigations"] == [{"name": "meltdown", "state": "Mitigation: PTI"}]


def test_memory_and_its_pressure(tree: Tree) -> None:
    found = data(tree, "memory")
    assert found["total_bytes"] == 8_192_000_000
    assert found["used_percent"] == 95.0
    assert found["swap_used_bytes"] == 1_945_600_000
    assert found["stalled_10_percent"] == 12.5
    assert found["programs_ended"] == 2


def test_disks_volumes_and_a_share_that_is_not_touched(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    touched: list[str] = []

    def statvfs(path: Path) -> Any:
        touched.append(str(path))
        raise OSError

    monkeypatch.setattr(os, "statvfs", statvfs)
    found = data(tree, "storage")
    assert [disk["name"] for disk in found["disks"]] == ["nvme0n1"]
    assert found["disks"][0]["media"] == "ssd"
    assert found["shares"] == [
        {"mount": "/mnt/paie", "remote": "//nas2/paie", "filesystem": "cifs", "state": "mounted"}
    ]
    assert not [path for path in touched if "paie" in path]
    assert found["raid"] == [{"name": "md0", "level": "raid1", "state": "active", "devices": 2, "missing": 1}]
    assert [volume["mount"] for volume in found["volumes"]] == ["/", "/media/lmoreau/CLÉ USB"]


def test_the_network(tree: Tree) -> None:
    found = data(tree, "network")
    card = found["interfaces"][0]
    assert (card["name"], card["kind"], card["up"], card["driver"]) == ("wlp2s0", "wifi", True, "iwlwifi")
    assert {address["address"] for address in card["addresses"]} == {"10.77.3.31", "fe80::f68e:38ff:fe01:2345"}
    assert card["wifi_signal_dbm"] == -82
    assert found["gateways"] == [
        {"destination": "default", "gateway": "10.77.3.1", "interface": "wlp2s0", "metric": 600}
    ]
    assert found["dns_servers"] == ["10.77.3.1"]
    assert found["hosts_entries"] == [{"address": "10.77.3.9", "names": "intranet.example.org intranet"}]
    assert found["proxies"][0]["address"] == "proxy.example.org:3128"
    assert {entry["port"]: entry["reachable"] for entry in found["listeners"]} == {631: "this computer", 22: "network"}
    assert data(tree, "security")["firewall_on"] is False


def test_software_its_unfinished_parts_and_where_it_comes_from(tree: Tree) -> None:
    found = data(tree, "software")
    assert [package["name"] for package in found["packages"]] == ["cups", "firefox-esr"]
    assert data(tree, "updates")["half_installed"] == ["half-there"]
    assert found["browsers"][0]["version"] == "128.5.0esr-1"
    assert found["sources"] == ["https://depot.example.org/debian"]
    assert found["defaults"] == [{"opens": "pdf", "program": "evince"}]
    assert data(tree, "updates")["automatic"] is True


def test_programs_by_name_whatever_is_in_the_name(tree: Tree) -> None:
    found = plain(processes(tree, sample_s=0))
    assert found["count"] == 3
    assert found["zombies"] == 1
    viewer = next(program for program in found["programs"] if program["pid"] == 200)
    assert viewer["name"] == "pdf (viewer) x"
    assert viewer["threads"] == 9


def test_the_battery(tree: Tree) -> None:
    found = data(tree, "power")
    battery = found["batteries"][0]
    assert (battery["state"], battery["charge_percent"], battery["health_percent"]) == ("discharging", 8, 44.0)
    assert battery["seconds_left"] == 900
    assert found["plugged_in"] is False
    assert found["temperatures"] == [{"name": "coretemp Package id 0", "celsius": 98.0, "critical_celsius": 100.0}]


def test_what_only_the_window_system_knows_completes_a_section(tree: Tree) -> None:
    collectors = Collectors("linux", tree.root, {})
    collectors.qt_facts = {"network": {"metered": True, "reachability": None}, "hardware": {}}
    found = collectors.collect(("network", "hardware"), 60)
    assert found["network"].data["metered"] is True
    assert "reachability" not in found["network"].data


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00nonsense", b"a" * 5000, b"x y z : = \n\n::\n" * 50])
def test_nonsense_in_every_file_costs_sections_not_the_snapshot(tree: Tree, content: bytes) -> None:
    for file in tree.root.rglob("*"):
        if file.is_file() and not file.is_symlink():
            file.write_bytes(content)
    found = Collectors("linux", tree.root, {}).collect(SECTIONS, 60)
    assert set(found) == set(SECTIONS)
    assert all(section.status in SectionStatus for section in found.values())


@pytest.mark.skipif(sys.platform != "linux", reason="reads this machine's /proc")
def test_this_machine_answers_every_section() -> None:
    found = Collectors().collect(SECTIONS, 60)
    assert {name for name, section in found.items() if section.status is SectionStatus.UNAVAILABLE} == set()
    assert found["memory"].data["total_bytes"] > 0
    assert found["processes"].data["count"] > 0


AFTERWARDS = ("apt", "du")
"""What a snapshot asks when it is over; the tests before this one may still be at it."""


@pytest.mark.skipif(sys.platform != "linux", reason="reads this machine's /proc")
def test_only_the_journal_and_the_desktop_are_asked_by_starting_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    def refused(words: list[str], **_: object) -> None:
        started.append(words[0].rpartition("/")[2])
        raise FileNotFoundError(words[0])

    monkeypatch.setattr("subprocess.Popen", refused)
    found = Collectors().collect(SECTIONS, 60)
    assert all(section.status is not SectionStatus.UNAVAILABLE for section in found.values())
    assert set(started) <= {"journalctl", "gsettings", *AFTERWARDS}
