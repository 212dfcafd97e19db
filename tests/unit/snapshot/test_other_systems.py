"""Windows and macOS: the parsers on outputs in the documented shape."""

import json
import plistlib
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.child import ProgramFailed
from desktop_app.adapters.collectors.macos import around as mac_around
from desktop_app.adapters.collectors.macos import collectors as mac
from desktop_app.adapters.collectors.run import Partly, Runner
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.adapters.collectors.windows import cim
from desktop_app.adapters.collectors.windows import collectors as windows
from desktop_app.domain.sections import SECTIONS, plain
from desktop_app.domain.sections.network import Network
from desktop_app.domain.snapshot import Reason, SectionStatus

VERSION = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
UNINSTALL = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"


class Keys:
    VALUES: dict[tuple[str, str], str | int] = {  # noqa: RUF012
        (VERSION, "ProductName"): "Windows 10 Pro",
        (VERSION, "CurrentBuild"): "22631",
        (VERSION, "UBR"): 4602,
        (VERSION, "DisplayVersion"): "23H2",
        (VERSION, "EditionID"): "Professional",
        (VERSION, "InstallDate"): 1700000000,
        (r"HKLM\HARDWARE\DESCRIPTION\System\BIOS", "SystemManufacturer"): "Dell Inc.",
        (r"HKLM\HARDWARE\DESCRIPTION\System\BIOS", "SystemProductName"): "Latitude 5440",
        (
            r"HKLM\HARDWARE\DESCRIPTION\System\CentralProcessor\0",
            "ProcessorNameString",
        ): "13th Gen Intel(R) Core(TM) i5-1345U",
        (UNINSTALL + r"\{1}", "DisplayName"): "Mozilla Firefox (x64 fr)",
        (UNINSTALL + r"\{1}", "DisplayVersion"): "132.0.2",
        (UNINSTALL + r"\{1}", "InstallDate"): "20261101",
        (UNINSTALL + r"\{2}", "DisplayName"): "A part of Windows",
        (UNINSTALL + r"\{2}", "SystemComponent"): 1,
        (r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings", "ProxyEnable"): 1,
        (
            r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings",
            "ProxyServer",
        ): "http=bob:pw@proxy.example.org:8080",
    }

    def value(self, path: str, name: str) -> str | int | None:
        return self.VALUES.get((path, name))

    def keys(self, path: str) -> list[str]:
        if path.endswith("Auto Update"):
            return ["RebootRequired"]
        return ["{1}", "{2}"] if path == UNINSTALL else []


CIM = {
    "Win32_ComputerSystem": [{"Manufacturer": "VMware, Inc.", "Model": "VMware20,1"}],
    "Win32_BIOS": [{"SerialNumber": "7ABCDE3"}],
    "Win32_SystemEnclosure": [{"ChassisTypes": [10], "SMBIOSAssetTag": "None"}],
    "Win32_Processor": [{"MaxClockSpeed": 1600, "L3CacheSize": 12288, "LoadPercentage": 7}],
    "Win32_PhysicalMemory": [
        {"DeviceLocator": "DIMM A", "Capacity": 17179869184, "Speed": 4800, "SMBIOSMemoryType": 34}
    ],
    "Win32_LogicalDisk": [{"DeviceID": "Z:", "DriveType": 4, "ProviderName": "\\\\nas2\\paie", "FileSystem": None}],
    "MSFT_PhysicalDisk": [
        {
            "DeviceId": "0",
            "FriendlyName": "NVMe X",
            "Size": 512110190592,
            "BusType": 17,
            "MediaType": 4,
            "HealthStatus": 0,
        }
    ],
    "Win32_NetworkAdapterConfiguration": [
        {
            "IPEnabled": True,
            "DHCPEnabled": True,
            "DefaultIPGateway": ["10.77.3.1"],
            "DNSServerSearchOrder": ["10.77.3.1"],
        }
    ],
    "MSFT_NetFirewallProfile": [{"Name": "Public", "Enabled": 1}, {"Name": "Private", "Enabled": 0}],
    "Win32_Service": [{"Name": "Spooler", "State": "Running"}],
    "Win32_Printer": [
        {
            "Name": "Accueil",
            "DriverName": "PCL6",
            "PortName": "IP_10.0.0.5",
            "Default": True,
            "PrinterStatus": 3,
            "DetectedErrorState": 8,
        }
    ],
    "Win32_PrintJob": {
        "JobId": 12,
        "Name": "Accueil, 12",
        "Owner": "lmoreau",
        "Document": "x.docx",
        "JobStatus": "Error",
        "TimeSubmitted": "/Date(1773478800000)/",
    },
    "Win32_Battery": [
        {"Name": "DELL 7", "EstimatedChargeRemaining": 81, "BatteryStatus": 1, "EstimatedRunTime": 71582788}
    ],
    "BatteryStaticData": [{"DesignedCapacity": 54000}],
    "BatteryFullChargedCapacity": [{"FullChargedCapacity": 40500}],
}


def told(reader: Any) -> Any:
    try:
        found = reader()
    except ProgramFailed:
        return {}
    return plain(found.data if isinstance(found, Partly) else found)


@pytest.fixture
def pc() -> dict[str, Any]:
    readers = windows(Keys(), lambda: b"\xef\xbb\xbf" + json.dumps(CIM).encode())
    return {name: told(reader) for name, reader in readers.items()}


def test_windows(pc: dict[str, Any]) -> None:
    assert set(pc) == set(SECTIONS)
    assert (pc["os"]["name"], pc["os"]["version"], pc["os"]["build"]) == ("Windows", "11", "22631.4602 (23H2)")
    assert (pc["os"]["restart_pending"], pc["os"]["virtual_machine"]) == (True, "VMware")
    assert pc["hardware"] | {"maker": "Dell Inc.", "serial": "7ABCDE3", "chassis": "laptop"} == pc["hardware"]
    assert "asset_tag" not in pc["hardware"]
    assert pc["cpu"]["cache_l3_bytes"] == 12 * 1024 * 1024
    assert pc["memory"]["modules"] == [{"slot": "DIMM A", "size_bytes": 17179869184, "kind": "DDR5", "mhz": 4800}]
    assert pc["storage"]["disks"][0] | {"bus": "nvme", "media": "ssd", "health": "ok"} == pc["storage"]["disks"][0]
    assert pc["storage"]["shares"] == [
        {"mount": "Z:", "remote": "\\\\nas2\\paie", "filesystem": "smb", "state": "mapped"}
    ]
    assert (pc["network"]["addressing"], pc["security"]["firewall_on"]) == ("dhcp", False)
    assert pc["network"]["proxies"] == [{"kind": "http", "address": "proxy.example.org:8080", "source": "registry"}]
    assert (
        pc["printing"]["printers"][0] | {"state": "idle", "reasons": ["media-jam"], "waiting": 1}
        == pc["printing"]["printers"][0]
    )
    assert (
        pc["printing"]["jobs"][0] | {"state": "stopped", "since": "2026-03-14T09:00:00Z"} == pc["printing"]["jobs"][0]
    )
    assert [package["name"] for package in pc["software"]["packages"]] == ["Mozilla Firefox (x64 fr)"]
    assert pc["software"]["browsers"][0]["installed_at"] == "2026-11-01T00:00:00Z"
    assert pc["power"]["batteries"][0] | {"health_percent": 75.0, "state": "discharging"} == pc["power"]["batteries"][0]
    assert "seconds_left" not in pc["power"]["batteries"][0]


@pytest.mark.parametrize("answer", [b"", b"nonsense", b"[]", b'{"Win32_Printer": 3, "Win32_Battery": [7]}'])
def test_windows_without_an_answer_is_there_in_part(answer: bytes) -> None:
    found = Runner().run(windows(Keys(), lambda: answer), 30)
    assert found["software"].status is SectionStatus.OK
    assert found["os"].data["build"] == "22631.4602 (23H2)"
    assert all(section.status in SectionStatus for section in found.values())


def test_windows_too_slow_says_so() -> None:
    def slow() -> bytes:
        raise ProgramFailed(Reason.TOO_SLOW)

    found = Runner().run(windows(Keys(), slow), 30)
    assert {found[name].reason for name in ("os", "hardware", "network", "printing")} == {"too_slow"}
    assert found["hardware"].data["model"] == "Latitude 5440"


def test_the_question_to_windows_changes_nothing() -> None:
    text = cim.script()
    assert "Win32_Product " not in text
    assert not [verb for verb in ("Set-", "Remove-", "Invoke-", "New-", "Start-", "Stop-") if verb in text]


PROFILE = {
    "SPHardwareDataType": [
        {
            "machine_name": "MacBook Air",
            "machine_model": "Mac14,2",
            "chip_type": "Apple M2",
            "serial_number": "ABCDE12345",
            "boot_rom_version": "10151",
        }
    ],
    "SPMemoryDataType": [{"SPMemoryDataType": "16 GB", "dimm_type": "LPDDR5", "dimm_manufacturer": "Hynix"}],
    "SPNVMeDataType": [
        {
            "_items": [
                {
                    "bsd_name": "disk0",
                    "device_model": "APPLE SSD",
                    "size_in_bytes": 494384795648,
                    "smart_status": "Verified",
                }
            ]
        }
    ],
    "SPPowerDataType": [
        {
            "_name": "spbattery_information",
            "sppower_battery_charge_info": {
                "sppower_battery_state_of_charge": 77,
                "sppower_battery_is_charging": "FALSE",
            },
            "sppower_battery_health_info": {
                "sppower_battery_cycle_count": 210,
                "sppower_battery_health_maximum_capacity": "86%",
            },
        },
        {"_name": "sppower_ac_charger_information", "sppower_ac_charger_watts": "30"},
    ],
    "SPDisplaysDataType": [{"_name": "Apple M2", "sppci_model": "Apple M2"}],
}


def test_macos(tmp_path: Path) -> None:
    tables: dict[str, dict[str, Any]] = {
        "System/Library/CoreServices/SystemVersion.plist": {
            "ProductName": "macOS",
            "ProductVersion": "15.1",
            "ProductBuildVersion": "24B83",
        },
        "Applications/Firefox.app/Contents/Info.plist": {
            "CFBundleShortVersionString": "132.0",
            "CFBundleIdentifier": "org.mozilla.firefox",
        },
        "Library/Preferences/com.apple.SoftwareUpdate.plist": {"AutomaticallyInstallMacOSUpdates": True},
    }
    for name, table in tables.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(plistlib.dumps(table))
    readers = mac(Tree(tmp_path, {"HOME": "/Users/lmoreau"}), lambda: json.dumps(PROFILE).encode())
    found = {name: told(reader) for name, reader in readers.items()}
    assert set(found) == set(SECTIONS)
    assert (found["os"]["version"], found["os"]["build"]) == ("15.1", "24B83")
    assert found["hardware"] | {"model": "MacBook Air (Mac14,2)", "chassis": "laptop"} == found["hardware"]
    assert found["memory"]["modules"][0]["size_bytes"] == 16 * 1024**3
    assert found["storage"]["disks"][0] | {"health": "ok", "media": "ssd"} == found["storage"]["disks"][0]
    assert found["power"]["batteries"][0] | {"health_percent": 86.0, "cycles": 210} == found["power"]["batteries"][0]
    assert found["software"]["browsers"] == [
        {"name": "Firefox", "version": "132.0", "vendor": "mozilla", "source": "app"}
    ]


def test_macos_network_answers() -> None:
    dns = "resolver #1\n  search domain[0] : corp.example.org\n  nameserver[0] : 10.77.3.1\n"
    proxy = "<dictionary> {\n  HTTPEnable : 1\n  HTTPPort : 3128\n  HTTPProxy : proxy.example.org\n}\n"
    route = "   route to: default\n    gateway: 10.77.3.1\n  interface: en0\n"
    found = plain(mac_around.with_answers(Network(), dns, proxy, route))
    assert found == {
        "gateways": [{"destination": "default", "gateway": "10.77.3.1", "interface": "en0"}],
        "dns_servers": ["10.77.3.1"],
        "dns_search": ["corp.example.org"],
        "proxies": [{"kind": "http", "address": "proxy.example.org:3128", "source": "system"}],
    }


def test_psutil_answers_on_this_system() -> None:
    assert psutil_facts.memory().total_bytes
    assert psutil_facts.cpu().threads
    assert psutil_facts.interfaces()
    assert psutil_facts.programs()
    assert psutil_facts.booted() > 0
    plain(psutil_facts.power())
    assert psutil_facts.volumes() is not None
