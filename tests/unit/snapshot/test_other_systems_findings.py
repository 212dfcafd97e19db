"""What Windows and macOS do on every healthy machine is no trouble; what was broken on the recorded ones is."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine

from desktop_app.adapters.collectors import ipp
from desktop_app.adapters.collectors.child import Printed
from desktop_app.adapters.collectors.macos import MacOS
from desktop_app.adapters.collectors.run import Runner
from desktop_app.adapters.collectors.windows import Windows
from desktop_app.adapters.collectors.windows.registry import Value
from desktop_app.domain.findings import findings
from desktop_app.domain.snapshot import Reason, Section, SectionStatus, Snapshot
from tests.unit.snapshot import recorded_facts
from tests.unit.snapshot.conftest import write
from tests.unit.snapshot.recorded_macos import VOLUMES, cups, files, mac
from tests.unit.snapshot.recorded_macos_profile import AROUND
from tests.unit.snapshot.recorded_macos_says import SAYS, plist
from tests.unit.snapshot.recorded_windows import ENUM, REGISTRY, SERVICES, UPDATE_POLICY, windows
from tests.unit.snapshot.recorded_windows_answers import CLOCK_DE, FILES, LATER, NOW

MOMENT = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
PATIENCE_S = 60.0


def wrong(machine: Windows | MacOS) -> tuple[set[str], dict[str, Section]]:
    """The keys of what is wrong with it, and its sections."""
    with time_machine.travel(MOMENT, tick=True):
        sections = Runner().run(machine.collectors(PATIENCE_S), PATIENCE_S)
    return {finding.key for finding in findings(Snapshot(MOMENT, sections))}, sections


@pytest.fixture
def pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    recorded_facts.tell(monkeypatch, "Wi-Fi", "wg-siege", "C:\\")
    write(tmp_path, FILES)
    return tmp_path


@pytest.fixture
def apple(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    recorded_facts.tell(monkeypatch, "en0", "utun3", *VOLUMES)
    monkeypatch.setattr(ipp, "ask", cups)
    write(tmp_path, files())
    return tmp_path


def test_what_is_broken_on_the_laptop(pc: Path) -> None:
    keys, _ = wrong(windows(pc, NOW, LATER, CLOCK_DE))
    assert keys == {
        *("memory_faulty", "print_queue_stuck", "program_hangs", "updates_failing", "machine_crashed", "share_gone"),
        *("restart_overdue", "metered", "printer_paper_jam", "updates_paused", "services_failed", "firewall_off"),
        "device_faulty",
    }


def test_a_healthy_laptop_shows_only_what_is_left(pc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same one mended: services that ended with nothing to do, an old mark, no screen saver are no trouble."""
    from tests.unit.snapshot import recorded_windows

    monkeypatch.setattr(recorded_windows.Calls, "hung", lambda _: set())
    monkeypatch.setattr(recorded_windows.Calls, "drives", lambda _: [("Y:", r"\\nas2\commun", 0)])
    monkeypatch.setattr(recorded_windows.Calls, "problem", lambda *_: None)
    left_out = (rf"{ENUM}\PCI\VEN_8086&DEV_51CA", "WindowsUpdate\\Auto", r"HKLM\SOFTWARE\Microsoft\DusmSvc")
    keys: dict[str, Mapping[str, Value]] = {
        path: v for path, v in REGISTRY.items() if not any(n in path for n in left_out)
    }
    keys[rf"{SERVICES}\SharedAccess\Parameters\FirewallPolicy\StandardProfile"] = {"EnableFirewall": 1}
    keys[r"HKCU\Control Panel\Desktop"] = {"ScreenSaveActive": "1"}
    keys[r"HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings"] = {}
    keys[UPDATE_POLICY] = {}
    services = [entry for entry in NOW["Win32_Service"] if entry["Name"] != "Sauvegarde"]
    old = [mark for mark in NOW["Marks"] if mark["Source"] in {"EventLog", "Application Hang"}]
    printer = {**NOW["Win32_Printer"][0], "DetectedErrorState": 0}
    well = {"Win32_Service": services, "Marks": old, "Win32_Printer": [printer], "Win32_PrintJob": [], "Errors": []}
    mended: dict[str, Any] = {**NOW, **well}
    found, _ = wrong(windows(pc, mended, {**LATER, "History": LATER["History"][:1]}, CLOCK_DE, keys))
    assert found == set()


def test_a_clock_service_that_rests_is_no_trouble(pc: Path) -> None:
    """Windows at home starts it now and then; meanwhile `w32tm` ends with an error."""
    _, sections = wrong(windows(pc, NOW, LATER, "Der Dienst wurde nicht gestartet. (0x80070426)".encode("cp850")))
    assert sections["os"].status is SectionStatus.OK
    assert "clock_synchronised" not in sections["os"].data


def test_what_is_broken_on_the_mac(apple: Path) -> None:
    keys, _ = wrong(mac(apple))
    assert keys == {
        *("raid_degraded", "updates_failing", "machine_crashed", "disk_trouble", "services_failed", "firewall_off"),
        *("device_faulty", "printer_paper_jam", "print_queue_stuck"),
    }


def test_a_healthy_mac_shows_nothing(apple: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same one mended: the sealed volume, agents that ended, a battery that is spared are no trouble."""
    idle = ipp.Answer(((ipp.PRINTER, {"printer-name": "Accueil", "printer-state": 3}),), "CUPS/2.3")
    monkeypatch.setattr(ipp, "ask", lambda _, operation, __: ipp.Answer(()) if operation == ipp.GET_JOBS else idle)
    for name in ("private/var/log/install.log", *(name for name in files() if "DiagnosticReports" in name)):
        (apple / name).unlink()
    (apple / "Library/Preferences/com.apple.SoftwareUpdate.plist").write_bytes(plist({"LastSuccessfulDate": MOMENT}))
    said = {
        "/usr/sbin/diskutil appleRAID": plist({"AppleRAIDSets": []}),
        "/usr/libexec/ApplicationFirewall/socketfilterfw": b"Firewall is enabled. (State = 1)\n",
        "/bin/launchctl list": b"PID\tStatus\tLabel\n312\t1\torg.example.agent\n-\t-9\torg.example.ended\n",
    }
    around = AROUND | {"SPPCIDataType": []}
    keys, _ = wrong(mac(apple, {"around": around}, SAYS | said, Printed(b"")))
    assert keys == set()


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ({"ExternalConnected": True, "Amperage": 0}, "not charging"),
        ({"ExternalConnected": True, "Amperage": -900}, "discharging"),
        ({"ExternalConnected": True, "Amperage": 2**64 - 900}, "discharging"),
        ({"ExternalConnected": False, "Amperage": -900}, "discharging"),
        ({"ExternalConnected": True, "IsCharging": True}, "charging"),
        ({"FullyCharged": True}, "full"),
    ],
)
def test_a_battery_that_is_spared_is_no_weak_charger(apple: Path, cell: dict[str, Any], state: str) -> None:
    said = {"/usr/sbin/ioreg -a -r -d 1 -c AppleSmartBattery": plist([cell])}
    keys, sections = wrong(mac(apple, says={**SAYS, **said}))
    assert sections["power"].data["batteries"][0]["state"] == state
    assert ("charger_too_weak" in keys) == (state == "discharging")


def test_a_program_that_says_no_without_a_word_is_told(pc: Path) -> None:
    machine = windows(pc, NOW, LATER)
    object.__setattr__(machine._ways, "run", lambda *_: Printed(b"", Reason.UNREADABLE))
    _, sections = wrong(machine)
    assert (sections["os"].status, sections["os"].reason) == (SectionStatus.PARTIAL, "unreadable")
