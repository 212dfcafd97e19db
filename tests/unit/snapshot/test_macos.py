"""macOS: every section from recorded answers in the documented shapes, old and new."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine

from desktop_app.adapters.collectors.macos import profiler
from desktop_app.adapters.collectors.macos.cpu import plan_from
from desktop_app.adapters.collectors.macos.network import proxies_from
from desktop_app.adapters.collectors.macos.os import clean_from
from desktop_app.adapters.collectors.run import Partly
from desktop_app.domain.sections import SECTIONS, plain
from tests.unit.snapshot import recorded_facts
from tests.unit.snapshot.conftest import linked, write
from tests.unit.snapshot.recorded_macos import VOLUMES, files, mac
from tests.unit.snapshot.recorded_macos_profile import AROUND, NEW_USB, SECRETS

PATIENCE_S = 60.0
"""The answers of the background come as soon as their threads have run; this is how long a busy machine may take."""
NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


def told(reader: Any) -> dict[str, Any]:
    found = reader()
    assert not isinstance(found, Partly), found.reason
    return dict(plain(found))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    recorded_facts.tell(monkeypatch, "en0", "utun3", *VOLUMES)
    write(tmp_path, files())
    linked(tmp_path, "etc/localtime", "/var/db/timezone/zoneinfo/Europe/Brussels")
    return tmp_path


@pytest.fixture
def found(root: Path) -> dict[str, dict[str, Any]]:
    with time_machine.travel(NOW, tick=True):
        readers = mac(root).collectors(PATIENCE_S)
        assert set(readers) == set(SECTIONS)
        return {name: told(reader) for name, reader in readers.items()}


def test_the_system(found: dict[str, Any]) -> None:
    assert (
        found["os"]
        | {
            "version": "15.1",
            "build": "24B83",
            "locale": "fr_BE",
            "time_zone": "Europe/Brussels",
            "boot_mode": "iBoot",
            "boot_arguments": "-v",
            "clock_synchronised": True,
            "clock_source": "time.apple.com",
            "last_shutdown_clean": True,
            "restart_pending": True,
        }
        == found["os"]
    )
    assert "virtual_machine" not in found["os"]


@pytest.mark.parametrize(
    ("said", "clean"),
    [
        ("reboot time Sat Mar 14\nshutdown time Fri\nreboot time Thu\n", True),
        ("reboot    ~   sam. 14 mars\nreboot    ~   ven. 13 mars\n", False),
        ("reboot ~ Sat\n\nwtmp begins Sat", None),
        ("", None),
    ],
)
def test_how_the_machine_ended(said: str, clean: bool | None) -> None:
    assert clean_from(said) is clean


def test_whose_machine_it_is(found: dict[str, Any]) -> None:
    assert (
        found["identity"]
        | {
            "computer_name": "MacBook de Lucie",
            "network_name": "MacBook-de-Lucie.local",
            "domain": "CORP",
            "managed": True,
            "accounts": [{"user": "lmoreau", "full_name": "Lucie Moreau", "administrator": True}],
            "machine_id": "6C1B0D4E-1111-2222-3333-444455556666",
        }
        == found["identity"]
    )


def test_the_machine_itself(found: dict[str, Any]) -> None:
    assert (
        found["hardware"] | {"model": "MacBook Air (Mac14,2)", "chassis": "laptop", "board_model": "J413AP"}
        == found["hardware"]
    )
    assert (
        found["cpu"]
        | {"model": "Apple M2", "maker": "Apple", "cache_l2_bytes": 4194304, "abilities": ["aes", "csv2", "csv3"]}
        == found["cpu"]
    )
    assert found["cpu"]["power_plan"] == "automatic"
    assert found["cpu"]["mitigations"][2] == {"name": "spec_store_bypass", "state": "not in the chip"}
    assert found["memory"] | {"committed_bytes": 450 * 16384} == found["memory"]
    assert found["memory"]["modules"][0]["size_bytes"] == 16 * 1024**3


@pytest.mark.parametrize(
    ("said", "plan"), [(" powermode 2\n", "high power"), ("", None), (" powermode x\n", None), (" powermode 9\n", None)]
)
def test_how_power_is_used(said: str, plan: str | None) -> None:
    assert plan_from(said) == plan


def test_disks(found: dict[str, Any]) -> None:
    disk = found["storage"]["disks"][0]
    assert (
        disk | {"name": "disk0", "media": "ssd", "health": "ok", "serial": "0ba01f11445", "bus": "apple fabric"} == disk
    )
    assert disk | {"temperature_c": 33.0, "wear_percent": 2.0, "power_on_hours": 870, "errors": 1} == disk
    assert found["storage"]["volumes"][0] | {"label": "Macintosh HD", "system": True} == found["storage"]["volumes"][0]
    assert [volume["mount"] for volume in found["storage"]["volumes"]] == ["/", "/System/Volumes/Data", "/Volumes/CLE"]
    assert "read_only" not in found["storage"]["volumes"][0], "the system's own is sealed on every Mac"
    assert found["storage"]["shares"] == [
        {"mount": "/Volumes/paie", "remote": "//nas2/paie", "filesystem": "smbfs", "state": "mounted"}
    ]
    assert found["storage"]["raid"] == [
        {"name": "Archives", "level": "Mirror", "state": "Degraded", "devices": 2, "missing": 1}
    ]
    assert found["storage"]["consumers"][0]["name"] == "temporary"


def test_the_network(found: dict[str, Any]) -> None:
    card = found["network"]["interfaces"][0]
    assert card | {"kind": "wifi", "addressing": "dhcp", "dhcp_server": "10.77.3.1", "wifi_signal_dbm": -57} == card
    assert card | {"wifi_channel": 36, "wifi_security": "WPA2", "wifi_rate_mbit": 866.0} == card
    assert "wifi_name" not in card, "macOS hides it, and nobody is asked"
    assert found["network"]["gateways"] == [{"destination": "default", "gateway": "10.77.3.1", "interface": "en0"}]
    assert [way["destination"] for way in found["network"]["routes"]] == ["10.77.3/24", "192.168.9"]
    assert found["network"]["neighbours"] == [{"address": "10.77.3.1", "mac": "00:1a:2b:3c:4d:5e", "interface": "en0"}]
    assert found["network"]["vpn"][0] == {"name": "Siège", "kind": "IPSec IPSec", "on": True}
    assert found["network"]["listeners"] == [
        {"port": 7000, "protocol": "tcp", "program": "ControlCe", "reachable": "network"},
        {"port": 5432, "protocol": "tcp", "program": "postgres", "reachable": "this computer"},
    ]
    assert found["network"] | {"reachability": "full", "checks": [{"name": "gateway", "ok": True}]} == found["network"]


def test_proxies_lose_their_logins() -> None:
    said = "  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://u:pw@wpad.example.org/p.pac\n"
    assert [proxy.address for proxy in proxies_from(said)] == ["wpad.example.org"]


def test_programs(found: dict[str, Any]) -> None:
    software = found["software"]
    assert (
        software["browsers"][0] | {"version": "132.0", "installed_at": "2026-03-11T06:00:00Z"}
        == software["browsers"][0]
    )
    assert software["office"][0] | {"name": "Pages", "source": "store"} == software["office"][0]
    assert (software["sources"], software["defaults"]) == (
        ["homebrew/cask"],
        [{"opens": "web", "program": "org.mozilla.firefox"}],
    )
    assert (software["runtimes"][0]["version"], software["extensions"][0]["name"]) == ("21.0.2", "uBlock")
    assert found["processes"] | {"open_files": 8123, "zombies": 1} == found["processes"]


def test_upkeep(found: dict[str, Any]) -> None:
    updates = found["updates"]
    assert (
        updates | {"pending_count": 1, "security_count": 1, "deferred_days": 14, "server": "updates.example.org"}
        == updates
    )
    assert updates["patches"] == [{"name": "macOS 15.1", "version": "15.1", "installed_at": "2026-03-11T06:00:00Z"}]
    assert (
        updates["failed"][0] | {"code": "SUOSUErrorDomain -7749", "at": "2026-03-12T06:00:00Z"} == updates["failed"][0]
    )
    assert [entry["name"] for entry in found["services"]["failed"]] == ["org.example.backup"]
    assert found["services"]["tasks"] == [{"name": "org.example.backup", "state": "waiting", "source": "launchd"}]
    assert found["services"]["autostart"] == [{"name": "com.microsoft.wdav.tray", "on": False, "source": "all users"}]


def test_records(found: dict[str, Any]) -> None:
    assert [entry["source"] for entry in found["logs"]["kernel"]] == ["kernel"]
    assert [(crash["program"], crash["cause"]) for crash in found["logs"]["crashes"]] == [
        ("Mail", "SIGABRT"),
        ("Old", "SIGSEGV"),
    ]
    assert found["logs"]["stops"] == [{"kind": "kernel panic", "at": "2026-03-12T07:12:33Z"}]
    battery = found["power"]["batteries"][0]
    assert battery | {"health_percent": 86.0, "cycles": 210, "designed_wh": 52.0, "full_wh": 44.7} == battery
    assert "seconds_left" not in battery
    assert (
        found["power"] | {"charger_watts": 30.0, "woken_by": "EC.LidOpen", "last_woke_at": "2026-03-14T07:00:00Z"}
        == found["power"]
    )
    assert found["power"]["temperatures"] == [{"name": "battery", "celsius": 30.12}]
    assert found["power"]["sleep_kinds"] == ["standby", "power nap", "hibernation", "sleep"]


def test_safety(found: dict[str, Any]) -> None:
    security = found["security"]
    assert (
        security | {"firewall_on": False, "disk_encrypted": True, "secure_boot": True, "tpm_version": "Secure Enclave"}
        == security
    )
    assert security | {"screen_lock": True, "screen_lock_after_s": 305} == security
    assert {entry["name"]: entry["on"] for entry in security["protections"]} == {
        "SIP": True,
        "Gatekeeper": True,
        "Signed system volume": True,
    }
    assert [entry["name"] for entry in security["antivirus"]] == ["XProtect", "Microsoft Defender"]
    assert security["remote_tools"] == [{"name": "TeamViewer"}]
    assert security["certificates"][0]["expires_at"] == "2026-05-01T12:00:00Z"


def test_devices(found: dict[str, Any]) -> None:
    screen = found["display"]["screens"][0]
    assert (
        screen | {"width": 1440, "native_width": 2880, "scale_percent": 200, "refresh_hz": 60.0, "built_in": True}
        == screen
    )
    assert found["display"] | {"theme": "dark", "session_type": "Aqua"} == found["display"]
    around = found["peripherals"]
    assert [device["id"] for device in around["usb"]] == ["2109:0817", "05ac:029c", "0951:1666"]
    assert around["usb"][2] | {"serial": "E0D55EA573F0", "port": "0x01120000", "speed_mbit": 5000} == around["usb"][2]
    assert around["faulty"] == [{"name": "ethernet", "reason": "no driver"}]
    assert (
        around["bluetooth"][0] | {"name": "Magic Keyboard", "connected": True, "battery_percent": 80}
        == around["bluetooth"][0]
    )
    assert around["bluetooth"][1]["given_name"] == "iPhone de Lucie"
    assert [entry["kind"] for entry in around["inputs"]] == ["keyboard", "touchpad"]
    assert around["docks"] == [{"name": "TS4", "maker": "CalDigit, Inc.", "state": "active"}]
    assert around["sound"][0] == {
        "name": "MacBook Air Speakers",
        "kind": "output",
        "driver": "coreaudio_device_type_builtin",
        "default": True,
    }


def test_usb_in_the_form_of_macos_26(root: Path) -> None:
    new = {name: rows for name, rows in AROUND.items() if name != "SPUSBDataType"} | NEW_USB
    usb = told(mac(root, {"around": new}).collectors()["peripherals"])["usb"]
    assert usb == [
        {
            "port": "0x01120000",
            "model": "DataTraveler 3.0",
            "maker": "Kingston",
            "id": "0951:1666",
            "serial": "E0D55EA573F0",
            "speed_mbit": 5000.0,
        }
    ]


def test_bluetooth_in_the_form_of_macos_11(root: Path) -> None:
    old = [
        {
            "local_device_title": {"general_power": "attrib_On", "general_name": "Mac"},
            "device_title": [
                {
                    "Souris": {
                        "device_isconnected": "attrib_Yes",
                        "device_addr": "A4-2B-B0-11-22-33",
                        "device_minorType": "Mouse",
                    }
                }
            ],
        }
    ]
    around = told(mac(root, {"around": AROUND | {"SPBluetoothDataType": old}}).collectors()["peripherals"])
    assert around["bluetooth"] == [
        {"name": "Souris", "kind": "Mouse", "address": "a4:2b:b0:11:22:33", "connected": True}
    ]
    assert around["bluetooth_on"] is True


def test_nothing_secret_is_read(found: dict[str, Any]) -> None:
    """Passwords in proxies, mounts, arguments of agents, reports of crashes and variables are in no section."""
    everything = json.dumps(found, ensure_ascii=False)
    assert not [secret for secret in SECRETS if secret in everything]


def test_the_slow_question_is_not_asked() -> None:
    asked = [name for types in profiler.TYPES.values() for name in types]
    assert "SPApplicationsDataType" not in asked
    assert "SPAirPortDataType" not in profiler.TYPES["machine"] + profiler.TYPES["around"]
