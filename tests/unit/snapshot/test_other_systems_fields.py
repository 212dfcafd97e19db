"""Which of the fields that a help desk uses Windows and macOS fill: counted from full answers, not believed."""

import csv
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
import pytest
import time_machine

from desktop_app.adapters.collectors import Collectors, ipp, own, psutil_facts
from desktop_app.adapters.collectors.run import Runner
from desktop_app.domain.sections import SECTIONS
from desktop_app.domain.snapshot import Section
from tests.unit.snapshot import recorded_facts
from tests.unit.snapshot.conftest import linked, write
from tests.unit.snapshot.recorded_macos import VOLUMES, cups, files, mac
from tests.unit.snapshot.recorded_macos_profile import INTEL, NAMED
from tests.unit.snapshot.recorded_macos_says import INTEL_KERNEL, SAYS
from tests.unit.snapshot.recorded_windows import windows
from tests.unit.snapshot.recorded_windows_answers import CLOCK_DE, FILES, LATER, NOW
from tests.unit.snapshot.test_fields import places

PATIENCE_S = 60.0
LINUX_ONLY = "a figure of the Linux kernel"
BY_QT = "told by the window system, where it runs"
NOT_PACKED = "given by whoever packs this program"

WITHOUT: Mapping[str, Mapping[str, str]] = {
    "windows": {
        "cpu.pressure_percent": LINUX_ONLY,
        "cpu.governor": "Windows has plans of power instead",
        "memory.pressure_10_percent": LINUX_ONLY,
        "memory.pressure_60_percent": LINUX_ONLY,
        "storage.volumes.inodes_free": "NTFS has no fixed number of names",
        "storage.raid.missing": "Storage Spaces tells a state, not a count",
        "identity.signed_in.kind": "not in the table of sign-ins",
        "identity.signed_in.state": "not in the table of sign-ins",
        "network.sign_in_page": "told by no call that needs no consent",
        "network.checks.took_ms": "the table of neighbours says whether, not how fast",
        "updates.failed.message": "Windows keeps a code, whose words are in another table",
        "power.charger_watts": "no call tells it",
        "power.fans.rpm": "kept by drivers of each maker",
        "peripherals.sound.default": BY_QT,
        "peripherals.modems.sim": "takes an administrator",
        "application.build": NOT_PACKED,
    },
    "macos": {
        "os.edition": "there is one only",
        "os.clock_offset_s": "takes the network or an administrator",
        "os.licence": "macOS has none",
        "identity.signed_in.kind": "not in the table of sign-ins",
        "identity.signed_in.state": "not in the table of sign-ins",
        "identity.accounts.disabled": "takes an administrator",
        "hardware.family": "Apple's firmware has none",
        "hardware.asset_tag": "Apple's firmware has none",
        "hardware.firmware_date": "Apple's firmware has none",
        "cpu.pressure_percent": LINUX_ONLY,
        "cpu.governor": "macOS has modes of power instead",
        "memory.pressure_10_percent": LINUX_ONLY,
        "memory.pressure_60_percent": LINUX_ONLY,
        "memory.commit_limit_bytes": "macOS promises without a limit",
        "network.interfaces.driver": "not told by card",
        "network.interfaces.driver_version": "not told by card",
        "network.interfaces.lease_until": "told as a length only",
        "network.sign_in_page": BY_QT,
        "network.metered": BY_QT,
        "network.checks.took_ms": "the table of neighbours says whether, not how fast",
        "software.office.architecture": "not in a property list",
        "updates.paused_until": "macOS cannot pause",
        "services.services.start": "not told by launchctl without an administrator",
        "services.tasks.next_at": "launchd keeps no table of it",
        "services.tasks.last_at": "launchd keeps no table of it",
        "processes.hung.name": "only the window server knows",
        "logs.reliability.at": "macOS keeps no such history",
        "logs.reliability.index": "macOS keeps no such history",
        "power.fans.rpm": "takes an administrator",
        "security.antivirus.up_to_date": "no agent tells the system",
        "security.remote_tools.running": "takes an administrator",
        "display.screens.width_mm": "told by no program",
        "display.remote": "told by no program",
        "display.graphics.driver_date": "drivers come with macOS",
        "peripherals.faulty.code": "macOS gives no numbers",
        "peripherals.modems.imei": "macOS has no driver for mobile broadband",
        "peripherals.modems.sim": "macOS has no driver for mobile broadband",
        "peripherals.modems.state": "macOS has no driver for mobile broadband",
        "application.build": NOT_PACKED,
    },
}
"""Places that stay empty on a machine that answers everything, and why."""


def filled(name: str, value: Any) -> Iterator[str]:
    """The dotted names of what holds something."""
    for key, inner in value.items() if isinstance(value, Mapping) else ():
        here = f"{name}.{key}"
        if inner is not None and inner != []:
            yield here
        for entry in inner if isinstance(inner, list) else [inner]:
            yield from filled(here, entry)


@pytest.fixture
def sections(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Section]:
    if request.param == "windows":
        recorded_facts.tell(monkeypatch, "Wi-Fi", "wg-siege", "C:\\")
        write(tmp_path, FILES)
        return Runner().run(windows(tmp_path, NOW, LATER, CLOCK_DE).collectors(PATIENCE_S), PATIENCE_S)
    recorded_facts.tell(monkeypatch, "en0", "utun3", *VOLUMES)
    write(tmp_path, files())
    linked(tmp_path, "etc/localtime", "/var/db/timezone/zoneinfo/Europe/Brussels")
    with time_machine.travel(datetime(2026, 3, 14, 9, 30, tzinfo=UTC), tick=True):
        monkeypatch.setattr(ipp, "ask", cups)
        silicon = Runner().run(mac(tmp_path).collectors(PATIENCE_S), PATIENCE_S)
        old = mac(tmp_path, {"machine": INTEL, "later": NAMED}, SAYS | {"/usr/sbin/sysctl": INTEL_KERNEL})
        intel = Runner().run(old.collectors(PATIENCE_S), PATIENCE_S)
        assert {section.reason for section in (*silicon.values(), *intel.values())} == {""}
        return {**silicon, **{f"{name} ": replace(section, name=name) for name, section in intel.items()}}


@pytest.mark.parametrize(("sections", "system"), [("windows", "windows"), ("macos", "macos")], indirect=["sections"])
def test_140_of_the_146_are_filled(sections: dict[str, Section], system: str, shared_data: Path) -> None:
    with (shared_data / "helpdesk_fields.csv").open(encoding="utf-8") as file:
        wanted = [(row["section"], row["field"]) for row in csv.DictReader(file)]
    places_of = {name: iter(places(name)) for name in SECTIONS}
    asked = [(f"{section}: {field}", next(places_of[section])) for section, field in wanted]
    found = {name for section in sections.values() for name in filled(section.name, section.data)}
    found |= {f"{name}.head.{part}" for name in SECTIONS for part in ("took_ms", "reason")}
    found |= {f"logs.{name}" for name in own._log(())}
    empty = {place for _, spots in asked for place in spots if place not in found}
    assert empty == set(WITHOUT[system])
    fields_without = [field for field, spots in asked if not any(spot in found for spot in spots)]
    assert len(asked) - len(fields_without) >= 140, fields_without


@pytest.mark.parametrize(("system", "kind"), [("win32", "Windows"), ("darwin", "MacOS"), ("linux", "Linux")])
def test_each_system_has_its_own_readers(system: str, kind: str) -> None:
    assert type(Collectors(system)._system_readers).__name__ == kind


@pytest.mark.parametrize(("system", "other"), [("windows", "macos"), ("macos", "windows")])
def test_the_readers_of_others_are_never_loaded(system: str, other: str) -> None:
    """Nor what only Linux has; on Windows there is nothing of Unix besides."""
    absent = ("jeepney", "pwd", "grp", "fcntl", "resource", "termios")
    code = f"import sys; sys.modules.update(dict.fromkeys({absent if system == 'windows' else absent[:1]}))\n"
    code += f"import desktop_app.adapters.collectors.{system}\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert f"desktop_app.adapters.collectors.{system}.os" in loaded
    assert not [
        name for name in loaded if f"collectors.{other}" in name or "collectors.linux" in name or name == "psutil"
    ]


def test_psutil_answers_on_this_system() -> None:
    assert psutil_facts.memory().total_bytes
    assert psutil_facts.cpu().threads
    assert psutil_facts.interfaces()
    assert psutil_facts.booted() > 0


def test_counters_that_are_off_cost_what_they_count(monkeypatch: pytest.MonkeyPatch) -> None:
    def off(*_: Any, **__: Any) -> Any:
        raise RuntimeError("PdhAddEnglishCounterW failed. Performance counters may be disabled.")

    for name in ("swap_memory", "getloadavg", "boot_time"):
        monkeypatch.setattr(psutil, name, off)
    assert psutil_facts.memory().total_bytes
    assert psutil_facts.memory().swap_total_bytes is None
    assert psutil_facts.cpu().threads
    assert psutil_facts.cpu().load_1 is None
    with pytest.raises(OSError, match="counters"):
        psutil_facts.booted()


def test_what_psutil_may_not_see_is_not_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any, **__: Any) -> Any:
        raise psutil.AccessDenied

    monkeypatch.setattr(psutil, "net_connections", refused)
    with pytest.raises(PermissionError):
        psutil_facts.listeners()
    assert psutil_facts.volumes() is not None
    assert 0 <= psutil_facts.use_percent(0.01) <= 100
    assert all(len(pair) == 2 for pair in psutil_facts.written().values())
    numbers = [entry["pid"] for entry in psutil_facts.programs()]
    assert os.getpid() in psutil_facts.busy_percent([*numbers, 2**22 + 1], 0.01)


def test_psutil_names_who_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        found = {listener.port: listener for listener in psutil_facts.listeners()}
        assert found[door.getsockname()[1]].reachable == "this computer"
        assert found[door.getsockname()[1]].program
