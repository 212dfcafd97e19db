"""Windows: what it is asked, where it must not be asked, and what follows from single answers."""

import re
from pathlib import Path

import pytest

from desktop_app.adapters.collectors.windows import cim, wifi
from desktop_app.adapters.collectors.windows.desktop import instance
from desktop_app.adapters.collectors.windows.registry import Value
from tests.unit.snapshot import recorded_facts
from tests.unit.snapshot.recorded_windows import NT, REGISTRY, Keys, windows
from tests.unit.snapshot.recorded_windows_answers import CLOCK_DE, NOW
from tests.unit.snapshot.test_windows import told


def test_wireless_is_asked_only_where_nobody_is_asked_for_their_place() -> None:
    new: dict[str, dict[str, Value]] = {**REGISTRY, NT: {"CurrentBuild": "26100"}}
    consent = r"SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\location"
    yes: dict[str, Value] = {
        rf"HKLM\{consent}": "Allow",
        rf"HKCU\{consent}": "Allow",
        rf"HKCU\{consent}\NonPackaged": "Allow",
    }
    assert wifi.may_ask(Keys(REGISTRY))
    assert not wifi.may_ask(Keys(new))
    assert wifi.may_ask(Keys(new | {path: {"Value": value} for path, value in yes.items()}))
    assert not wifi.may_ask(Keys(new | {path: {"Value": "Deny"} for path in yes}))


def test_a_wireless_network_is_named_without_a_yes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded_facts.tell(monkeypatch, "Wi-Fi", "wg-siege", "C:\\")
    keys = {**REGISTRY, NT: {**REGISTRY[NT], "CurrentBuild": "26100"}}
    found = told(windows(tmp_path, NOW, {}, keys=keys).collectors()["network"])
    assert found["interfaces"][0]["wifi_name"] == "maison"
    assert "wifi_signal_dbm" not in found["interfaces"][0]


def test_a_sudden_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded_facts.tell(monkeypatch, "Wi-Fi", "wg-siege", "C:\\")
    now = {
        **NOW,
        "Marks": [
            {"At": "2026-03-14T00:00:20Z", "Id": 41, "Source": "Microsoft-Windows-Kernel-Power", "Values": ["0"]}
        ],
    }
    readers = windows(tmp_path, now, {}, CLOCK_DE).collectors()
    assert told(readers["os"])["last_shutdown_clean"] is False
    assert told(readers["logs"])["stops"][0]["kind"] == "lost power"


@pytest.mark.parametrize("questions", [cim._NOW, cim._LATER], ids=["now", "later"])
def test_the_question_fits_and_changes_nothing(questions: tuple[str, ...]) -> None:
    text = cim.script(questions, 1)
    assert "Win32_Product " not in text
    assert "CommandLine" not in text
    assert "PathName" not in text
    verbs = set(re.findall(r"\b([A-Z][a-z]+)-[A-Z]\w+", text))
    assert verbs <= {"Get", "Select", "Where", "ForEach", "ConvertTo", "New", "Microsoft", "Kernel", "Power", "WHEA"}
    made = set(re.findall(r"New-Object (?:-ComObject )?([\w.]+)", text))
    assert made <= {
        *("Text.UTF8Encoding", "Shell.Application", "Schedule.Service"),
        *("Microsoft.Update.AutoUpdate", "Microsoft.Update.Session"),
    }
    assert ("Search(" in text) == ("$q.Online=$false" in text)
    assert sum(len(word) + 3 for word in cim.words(questions, 1)) < 32_000, "Windows takes no longer command"


def test_a_screen_is_found_under_its_own_name() -> None:
    path = r"\\?\DISPLAY#BOE0A1C#4&2c2c&0&UID8388688#{e6f07b5f-ee97-4a90-b076-33f57bf4eaa7}"
    assert instance(path) == r"DISPLAY\BOE0A1C\4&2c2c&0&UID8388688"
