"""Windows: every section from recorded answers in the documented shapes, in the languages of Europe."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.collectors.run import Partly
from desktop_app.adapters.collectors.windows.os import clock_from
from desktop_app.domain.sections import SECTIONS, plain
from tests.unit.snapshot import recorded_facts
from tests.unit.snapshot.conftest import write
from tests.unit.snapshot.recorded_windows import SECRETS, windows
from tests.unit.snapshot.recorded_windows_answers import CLOCK_DE, FILES, LATER, NOW

PATIENCE_S = 60.0
"""The answers of the background come as soon as their threads have run; this is how long a busy machine may take."""


def told(reader: Any) -> dict[str, Any]:
    found = reader()
    assert not isinstance(found, Partly), found.reason
    return dict(plain(found))


@pytest.fixture
def pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, Any]]:
    recorded_facts.tell(monkeypatch, "Wi-Fi", "wg-siege", "C:\\")
    write(tmp_path, FILES)
    readers = windows(tmp_path, NOW, LATER, CLOCK_DE).collectors(PATIENCE_S)
    assert set(readers) == set(SECTIONS)
    return {name: told(reader) for name, reader in readers.items()}


def test_the_system(pc: dict[str, Any]) -> None:
    assert (
        pc["os"]
        | {
            "name": "Windows",
            "version": "11",
            "build": "22631.4602 (23H2)",
            "locale": "fr-BE",
            "licence": "licensed",
            "boot_mode": "UEFI",
            "virtual_machine": "VMware",
            "restart_pending": True,
            "restart_pending_since": "2026-03-10T07:00:00Z",
            "restart_wanted_by": ["updates", "files to replace"],
            "last_shutdown_clean": True,
        }
        == pc["os"]
    )
    assert "NOEXECUTE" in pc["os"]["boot_arguments"]


def test_a_clock_is_read_in_german(pc: dict[str, Any]) -> None:
    """Labels and commas are those of the language, the letters those of the console's old code page."""
    assert (pc["os"]["clock_synchronised"], pc["os"]["clock_source"]) == (True, "time.windows.com")
    assert pc["os"]["clock_offset_s"] == pytest.approx(-0.0123456)


@pytest.mark.parametrize(
    ("said", "synchronised"),
    [
        (
            "Indicateur de dérive : 3(non synchronisé)\r\nCouche : 0\r\nSource : Horloge CMOS\r\nInterv. : 10\r\n",
            False,
        ),
        ("Leap Indicator: 0(no warning)\nStratum: 4\nSource: Local CMOS Clock\nPoll Interval: 10 (1024s)\n", True),
        ("The service has not been started. (0x80070426)\r\n", None),
        ("", None),
    ],
)
def test_a_clock_that_is_not_set(said: str, synchronised: bool | None) -> None:
    assert clock_from(said).synchronised is synchronised


def test_whose_machine_it_is(pc: dict[str, Any]) -> None:
    assert (
        pc["identity"]
        | {
            "computer_name": "POSTE-PAIE-12",
            "network_name": "poste-paie-12.corp.example.org",
            "directory": "Entra and Active Directory",
            "management": "MDM",
            "user": "lmoreau",
            "user_is_administrator": False,
            "accounts": [
                {"user": "lmoreau", "full_name": "Lucie Moreau", "administrator": False, "disabled": False},
            ],
        }
        == pc["identity"]
    )


def test_the_machine_itself(pc: dict[str, Any]) -> None:
    assert pc["hardware"] | {"model": "Latitude 5440", "serial": "7ABCDE3", "chassis": "laptop"} == pc["hardware"]
    assert "board_serial" not in pc["hardware"], "«To Be Filled By O.E.M.» is no number"
    assert pc["cpu"] | {"cache_l1_bytes": 928 * 1024, "cache_l3_bytes": 12288 * 1024, "microcode": "0x415"} == pc["cpu"]
    assert (pc["cpu"]["power_plan"], pc["cpu"]["abilities"][0]) == ("balanced", "nx")
    assert {entry["name"]: entry["state"] for entry in pc["cpu"]["mitigations"]} == {
        "spectre_v2": "in use",
        "spec_store_bypass": "not in use",
        "mds": "in use",
        "meltdown": "in use",
    }
    assert pc["memory"] | {"hardware_errors": 1, "committed_bytes": 2_500_000 * 4096} == pc["memory"]
    assert pc["memory"]["modules"][0] | {"size_bytes": 17179869184, "kind": "DDR5"} == pc["memory"]["modules"][0]


def test_a_disk_whose_wear_is_refused_says_so_and_one_that_was_not_asked_yet_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded_facts.tell(monkeypatch, "Wi-Fi", "wg-siege", "C:\\")
    for answer, said in (({"MSFT_StorageReliabilityCounter": None}, "administrators only"), ({}, None)):
        found = windows(tmp_path, NOW, answer, CLOCK_DE).collectors(PATIENCE_S)["storage"]()
        disks = plain(found.data if isinstance(found, Partly) else found)["disks"]
        assert disks[0].get("wear_unread") == said


def test_disks(pc: dict[str, Any]) -> None:
    disk = pc["storage"]["disks"][0]
    assert disk | {"bus": "nvme", "health": "ok", "errors": 1, "wear_percent": 3.0, "power_on_hours": 5120} == disk
    assert disk["read_bytes"] == 123456
    assert pc["storage"]["shares"] == [
        {"mount": "Y:", "remote": "\\\\nas2\\commun", "filesystem": "smb", "state": "connected"},
        {"mount": "Z:", "remote": "\\\\nas2\\paie", "filesystem": "smb", "state": "disconnected"},
    ]
    assert pc["storage"]["volumes"][0] | {"label": "Système", "system": True} == pc["storage"]["volumes"][0]
    assert pc["storage"]["raid"] == [{"name": "Archives", "level": "Mirror", "state": "warning"}]
    assert pc["storage"]["consumers"] == [
        {"name": "waste bin", "size_bytes": 734003200},
        {"name": "temporary", "size_bytes": 5000},
    ]


def test_the_network(pc: dict[str, Any]) -> None:
    card, tunnel = pc["network"]["interfaces"]
    assert card | {"kind": "wifi", "driver_version": "22.240.0.6", "lease_until": "2026-03-15T08:15:00Z"} == card
    assert card | {"wifi_name": "Les-Moreau-5G", "wifi_signal_dbm": -58, "wifi_security": "WPA3"} == card
    assert tunnel["kind"] == "tunnel"
    assert pc["network"]["gateways"] == [
        {"destination": "default", "gateway": "10.77.3.1", "interface": "Wi-Fi", "metric": 35}
    ]
    assert pc["network"] | {"reachability": "full", "metered": True, "addressing": "dhcp"} == pc["network"]
    assert pc["network"]["dns_search"] == ["corp.example.org"], "one object stands there without a list"
    assert pc["network"]["proxies"][0] == {"kind": "http", "address": "proxy.example.org:8080", "source": "registry"}
    assert pc["network"]["vpn"][0] == {"name": "Siège", "kind": "phone book", "on": False}
    assert pc["network"]["checks"] == [{"name": "gateway", "ok": True}]
    assert pc["network"]["hosts_entries"] == [{"address": "10.77.3.9", "names": "intranet.example.org intranet"}]


def test_printing_and_programs(pc: dict[str, Any]) -> None:
    printer = pc["printing"]["printers"][0]
    assert printer | {"state": "idle", "reasons": ["media-jam"], "waiting": 1} == printer
    assert (
        pc["printing"]["jobs"][0] | {"state": "stopped", "since": "2026-03-14T09:00:00Z"} == pc["printing"]["jobs"][0]
    )
    names = {package["name"]: package for package in pc["software"]["packages"]}
    assert "A part of Windows" not in names
    assert names["Python 3.12.4 (64-bit)"]["installed_at"] == "2026-03-10T07:00:00Z", (
        "the key's own date, not the words"
    )
    assert (
        names["Microsoft.WindowsCalculator"] | {"source": "store", "version": "11.2405.2.0"}
        == names["Microsoft.WindowsCalculator"]
    )
    assert pc["software"]["office"][0] | {"source": "Current", "architecture": "x64"} == pc["software"]["office"][0]
    assert pc["software"]["sources"] == ["https://depot.example.org/choco"]
    assert pc["software"]["extensions"][0]["name"] == "uBlock"
    assert pc["processes"]["hung"] == [{"pid": 4242, "name": "EXCEL.EXE", "owner": "lmoreau"}]
    assert pc["processes"]["programs"][0]["cpu_percent"] == 25.0


def test_upkeep(pc: dict[str, Any]) -> None:
    assert (
        pc["updates"]
        | {
            "pending_count": 1,
            "security_count": 1,
            "server": "wsus.example.org:8531",
            "deferred_days": 7,
            "automatic": True,
            "installed_at": "2026-03-11T06:00:00Z",
        }
        == pc["updates"]
    )
    assert pc["updates"]["patches"][0]["version"] == "KB5035853"
    assert pc["updates"]["failed"][0] | {"code": "0x8024200d"} == pc["updates"]["failed"][0]
    services = pc["services"]
    assert [entry["name"] for entry in services["failed"]] == ["Sauvegarde"]
    assert [entry["name"] for entry in services["services"]][-1] == "CDPUserSvc"
    assert {(entry["name"], entry["on"]) for entry in services["autostart"]} == {
        ("SecurityHealth", True),
        ("Sauvegarde", False),
        ("Teams", True),
    }
    assert services["tasks"] == [
        {
            "name": "OneDrive Reporting Task",
            "state": "ready",
            "last_at": "2026-03-13T18:00:00Z",
            "next_at": "2026-03-14T18:00:00Z",
            "result": "0x80070002",
            "source": "task scheduler",
        },
        {"name": "Jamais", "state": "off", "result": "0x41303", "source": "task scheduler"},
    ]


def test_records(pc: dict[str, Any]) -> None:
    assert (pc["logs"]["errors_count"], pc["logs"]["errors"][0]["count"]) == (3, 2)
    assert [entry["source"] for entry in pc["logs"]["kernel"]] == ["Ntfs"]
    assert pc["logs"]["crashes"][0] == {
        "program": "OUTLOOK.EXE",
        "version": "16.0.17328",
        "cause": "0xc0000005",
        "module": "mso.dll",
        "count": 2,
        "last_at": "2026-03-13T09:30:00Z",
    }
    assert pc["logs"]["stops"] == [{"kind": "blue screen", "code": "0x0000009f", "at": "2026-03-02T10:00:05Z"}]
    assert pc["logs"]["reliability"][0] == {"at": "2026-03-14T07:00:00Z", "index": 7.41}
    battery = pc["power"]["batteries"][0]
    assert battery | {"health_percent": 75.0, "state": "plugged in", "cycles": 210} == battery
    assert "seconds_left" not in battery
    assert pc["power"] | {"sleep_kinds": ["S4", "S0"], "last_woke_at": "2026-03-14T06:59:55Z"} == pc["power"]
    assert (pc["power"]["woken_by"], pc["power"]["temperatures"][0]["celsius"]) == ("Bouton d’alimentation", 50.0)


def test_safety(pc: dict[str, Any]) -> None:
    found = pc["security"]
    assert found | {"firewall_on": False, "disk_encrypted": True, "secure_boot": True, "tpm_version": "2.0"} == found
    assert found | {"screen_lock": True, "screen_lock_after_s": 600} == found
    assert [(entry["name"], entry["on"]) for entry in found["antivirus"]] == [
        ("Windows Defender", True),
        ("Other", False),
    ]
    assert found["remote_tools"] == [
        {"name": "Remote Desktop", "running": True},
        {"name": "TeamViewer", "running": True},
    ]
    assert found["certificates"] == [{"subject": "Lucie Moreau", "store": "user", "expires_at": "2026-05-01T12:00:00Z"}]


def test_devices(pc: dict[str, Any]) -> None:
    screen = pc["display"]["screens"][0]
    assert screen | {"maker": "BOE", "width_mm": 309, "width": 1920, "scale_percent": 150, "main": True} == screen
    card = pc["display"]["graphics"][0]
    assert card | {"driver_date": "2023-11-03", "memory_bytes": 134217728} == card
    assert pc["display"] | {"theme": "dark", "session_type": "console"} == pc["display"]
    found = pc["peripherals"]
    assert found["faulty"] == [{"name": "Multimedia Audio Controller", "code": "28", "reason": "no driver"}]
    assert [device.get("serial") for device in found["usb"]][:2] == [None, "E0D55EA573F0"]
    assert found["pci"][0]["slot"] == "00:02.0"
    assert found["bluetooth"][0] | {"name": "Jabra Evolve2 65", "connected": True} == found["bluetooth"][0]
    assert found["bluetooth"][1]["given_name"] == "iPhone de Lucie"
    modem = found["modems"][0]
    assert (
        modem | {"imei": "490154203237518", "state": "Verbunden", "signal_percent": 71, "operator": "Orange B"} == modem
    )


def test_nothing_secret_is_read(pc: dict[str, Any]) -> None:
    """Passwords in proxies, command lines, tasks, package sources and variables are in no section."""
    everything = json.dumps(pc, ensure_ascii=False)
    assert not [secret for secret in SECRETS if secret in everything]
