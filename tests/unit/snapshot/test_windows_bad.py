"""Windows at its worst: answers cut off, broken, endless, in other letters, or none. The section says why."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.collectors.batch import Batch
from desktop_app.adapters.collectors.child import Printed, ProgramFailed, printed
from desktop_app.adapters.collectors.decoded import decoded
from desktop_app.adapters.collectors.run import Runner
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.adapters.collectors.windows import Windows
from desktop_app.adapters.collectors.windows.calls import WindowsCalls
from desktop_app.adapters.collectors.windows.consumers import consumers
from desktop_app.adapters.collectors.windows.pc import Ways
from desktop_app.adapters.collectors.windows.registry import WindowsRegistry
from desktop_app.adapters.collectors.windows.tables import neighbours, routes
from desktop_app.adapters.collectors.windows.values import date_of, day, decimal, filetime, text, whole
from desktop_app.adapters.collectors.windows.wifi import connection
from desktop_app.domain.sections import SECTIONS, TYPES
from desktop_app.domain.snapshot import Reason, Section, SectionStatus
from tests.unit.snapshot import recorded_facts
from tests.unit.snapshot.recorded_tables import NEIGHBOURS, ROUTES, WIRELESS
from tests.unit.snapshot.recorded_windows import Calls, Keys, windows
from tests.unit.snapshot.recorded_windows import printed as as_lines
from tests.unit.snapshot.recorded_windows_answers import CLOCK_DE, NOW

PATIENCE_S = 60.0
FROM_CIM = {"hardware", "memory", "storage", "network", "printing", "services", "logs", "power", "security"}
"""Sections of which Windows' own answer is a part."""


@pytest.fixture(autouse=True)
def _facts(monkeypatch: pytest.MonkeyPatch) -> None:
    recorded_facts.tell(monkeypatch, "Wi-Fi", "wg-siege", "C:\\")


def asked(root: Path, ask: Callable[[], Printed], deadline_s: float = PATIENCE_S) -> dict[str, Section]:
    """The sections, with the real registry and calls, which answer nothing here, and `ask` for Windows' answer."""
    ways = Ways(WindowsRegistry(), WindowsCalls(), ask, ask, lambda *_: Printed(b""), Tree(root, {}))
    found = Runner().run(Windows(ways).collectors(), deadline_s)
    assert set(found) == set(SECTIONS)
    return found


def program(code: str, seconds: float = 60.0, limit: int = 1 << 20) -> Callable[[], Printed]:
    """A real program in place of PowerShell."""
    return lambda: printed((sys.executable, "-c", code), seconds=seconds, limit=limit)


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        (lambda: printed(("no-such-powershell.exe",)), Reason.NOT_HERE),
        (program("import threading; threading.Event().wait()", seconds=0.3), Reason.TOO_SLOW),
        (program("import sys; [sys.stdout.write('x' * 1_000_000) for _ in range(100)]"), Reason.TOO_MUCH),
        (program("print('nonsense')"), Reason.UNREADABLE),
        (program("print('[' * 200_000)"), Reason.UNREADABLE),
        (program("pass"), Reason.UNREADABLE),
        (program("import sys; sys.exit(5)"), Reason.UNREADABLE),
    ],
    ids=["missing", "hanging", "100 MB", "nonsense", "endlessly nested", "silent", "failed"],
)
def test_without_an_answer_each_section_says_why(tmp_path: Path, ask: Callable[[], Printed], reason: Reason) -> None:
    found = asked(tmp_path, ask)
    assert {found[name].status for name in FROM_CIM} == {SectionStatus.PARTIAL}
    assert {found[name].reason for name in FROM_CIM} == {str(reason)}
    assert {found[name].status for name in ("environment", "application", "software")} == {SectionStatus.OK}


def test_what_came_before_the_end_counts(tmp_path: Path) -> None:
    """The program is ended in the middle of its second line: the first answer stands, the rest says why."""
    line = json.dumps({"Win32_BIOS": [{"SerialNumber": "7ABCDE3"}]})
    words = ("sh", "-c", f"printf '%s\\n%s' '{line}' '{{\"Win32_Base'; exec tail -f /dev/null")
    found = asked(tmp_path, lambda: printed(words, seconds=5))
    assert found["hardware"].data["serial"] == "7ABCDE3"
    assert (found["hardware"].status, found["hardware"].reason) == (SectionStatus.PARTIAL, "too_slow")


def test_a_whole_snapshot_waits_for_none_of_it(tmp_path: Path) -> None:
    found = asked(tmp_path, program("import threading; threading.Event().wait()", seconds=20), deadline_s=0.5)
    assert {found[name].reason for name in FROM_CIM} == {"too_slow"}


@pytest.mark.parametrize(
    "rows",
    [
        3,
        "x",
        [7],
        [None],
        [[]],
        [{"Name": 3, "State": [], "Level": {}, "Size": "x", "Values": 7}],
        {"Name": None},
        [{"DriveType": True, "ChassisTypes": ["x"], "BatteryStatus": [], "Values": [None, {}]}],
        [{"Source": "disk", "Values": [{"x": 1}]}, {"Source": "Application Error", "Values": ["a"] * 3}],
    ],
    ids=str,
)
def test_answers_of_any_shape_raise_nothing(tmp_path: Path, rows: Any) -> None:
    names = [*NOW, "History", "Pending", "Looked", "Tasks", "Mobile", "Win32_UserAccount", "SoftwareLicensingProduct"]
    found = Runner().run(
        windows(tmp_path, dict.fromkeys(names, rows), dict.fromkeys(names, rows)).collectors(PATIENCE_S), 30
    )
    assert {name for name, section in found.items() if section.status is SectionStatus.UNAVAILABLE} == set()
    assert set(found) == set(TYPES)


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.encode("cp850"),
        lambda text: text.encode(),
    ],
    ids=["BOM", "UTF-16 with its mark", "UTF-16", "UTF-16 the other way", "OEM", "UTF-8"],
)
def test_letters_come_through_in_every_encoding(encoded: Callable[[str], bytes]) -> None:
    text = '{"Win32_Printer": [{"Name": "Büro é"}]}'
    assert Batch(lambda: Printed(encoded(text))).first("Win32_Printer") == {"Name": "Büro é"}


def test_a_letter_that_was_cut_off_is_no_other_encoding() -> None:
    assert decoded("{} é".encode()[:-1]) == "{} �"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("/Date(1773478800000)/", "2026-03-14T09:00:00Z"),
        ("2026-03-14T10:00:00.1234567+01:00", "2026-03-14T09:00:00Z"),
        ("20260314100000.000000+060", "2026-03-14T09:00:00Z"),
        ("20260314040000.000000-300", "2026-03-14T09:00:00Z"),
        ("14.03.2026 10:00:00", None),
        ("03/04/2026", None),
        ("20261332100000.000000+060", None),
        ("********100000.000000+***", None),
        ("/Date(99999999999999999)/", None),
        ("1899-12-30T00:00:00Z", None),
        ("", None),
        (None, None),
        (1773478800, None),
    ],
)
def test_dates_of_every_kind(written: object, moment: str | None) -> None:
    assert date_of(written) == moment


def test_numbers_and_words_of_every_kind() -> None:
    assert (decimal("-0,0204s"), decimal(" 1.5 °C"), decimal("x")) == (-0.0204, 1.5, None)
    assert (whole("17179869184"), whole("12,5"), whole(True), whole("٣")) == (17179869184, None, None, None)
    assert (text("To Be Filled By O.E.M."), text(" Default string "), text(None), text("a\x1b[31mb")) == (
        None,
        None,
        None,
        "ab",
    )
    assert (day("20251101"), day("01/11/2025"), day("99999999")) == ("2025-11-01T00:00:00Z", None, None)
    assert (filetime(134179524000000000), filetime(0), filetime("x")) == ("2026-03-14T09:00:00Z", None, None)


@pytest.mark.parametrize("cut", [0, 3, 8, 50, 90, 200])
def test_tables_that_end_too_soon_raise_nothing(cut: int) -> None:
    assert len(list(neighbours(NEIGHBOURS[:cut], {}))) <= 2
    assert len(list(routes(ROUTES[:cut], {}))) <= 2
    assert connection(WIRELESS[:cut], None, None) == {"wifi_signal_dbm": None, "wifi_channel": None}


def test_a_count_that_lies_reads_no_further() -> None:
    assert len(list(neighbours(b"\xff\xff\xff\xff" + NEIGHBOURS[4:], {}))) == 2


def test_a_registry_of_nonsense(tmp_path: Path) -> None:
    """Numbers where texts belong, texts where numbers do, bytes everywhere."""

    class Nonsense(Keys):
        def value(self, path: str, name: str) -> Any:
            return [b"\xff\xfe", 7, "é" * 5000, ["a"], None, -1][len(path + name) % 6]

        def names(self, path: str) -> list[str]:
            return ["\u202eexe.x", "Domain"]

        def keys(self, path: str) -> list[str]:
            return ["{1}", "RebootRequired"] if path.count("\\") < 12 else []

    ways = Ways(
        Nonsense({}),
        Calls(),
        lambda: as_lines(NOW),
        lambda: Printed(b"{}"),
        lambda *_: Printed(CLOCK_DE),
        Tree(tmp_path, {}),
    )
    found = Runner().run(Windows(ways).collectors(), PATIENCE_S)
    assert {name for name, section in found.items() if section.status is SectionStatus.UNAVAILABLE} == set()
    assert "\u202e" not in json.dumps({name: dict(section.data) for name, section in found.items()}, ensure_ascii=False)


def test_libraries_that_are_missing_answer_nothing() -> None:
    """On this system there is none of them."""
    calls = WindowsCalls()
    assert (calls.firmware(), calls.tpm(), calls.remote(), calls.waste_bytes()) == (None, None, None, None)
    assert (calls.features((12,)), calls.hung(), calls.drives(), calls.present()) == (set(), set(), [], [])
    assert (calls.neighbours(), calls.routes(), calls.sleep(), calls.performance()) == (b"", b"", b"", b"")
    assert (calls.wireless(), calls.bluetooth(), calls.pictures(), calls.certificates()) == ({}, (None, []), [], [])
    assert (calls.administrator(), calls.problem("x"), calls.system_information(201)) == (None, None, None)


def test_a_question_that_failed_is_not_asked_twice() -> None:
    asked_times = []

    def fail() -> Printed:
        asked_times.append(1)
        raise ProgramFailed(Reason.NOT_ALLOWED)

    batch = Batch(fail)
    for _ in range(3):
        with pytest.raises(ProgramFailed):
            batch.all("Win32_BIOS")
    assert len(asked_times) == 1


def test_a_folder_that_holds_itself_is_measured_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.tmp").write_bytes(b"x" * 700)
    (tmp_path / "a/again").symlink_to(tmp_path)
    (tmp_path / "a/gone").symlink_to(tmp_path / "nowhere")
    found = {place.name: place.size_bytes or 0 for place in consumers({"TEMP": str(tmp_path)}, WindowsCalls())}
    assert 700 <= found["temporary"] < 1400


def test_folders_without_end_are_given_up(tmp_path: Path) -> None:
    with pytest.raises(ProgramFailed, match=Reason.TOO_SLOW):
        consumers({"TEMP": str(tmp_path)}, WindowsCalls(), seconds=-1)
