"""macOS at its worst: programs missing, hanging, endless, or talking nonsense. Nothing fails, the section says why."""

import json
import plistlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.collectors.child import Printed, printed
from desktop_app.adapters.collectors.macos import MacOS
from desktop_app.adapters.collectors.macos.logs import lines_from
from desktop_app.adapters.collectors.macos.mac import Ways
from desktop_app.adapters.collectors.macos.values import date_of, decimal, size, text, truth, whole
from desktop_app.adapters.collectors.run import Runner
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections import SECTIONS
from desktop_app.domain.snapshot import Reason, Section, SectionStatus
from tests.unit.snapshot import recorded_facts
from tests.unit.snapshot.conftest import write
from tests.unit.snapshot.recorded_macos import FILES, VOLUMES, files, mac
from tests.unit.snapshot.recorded_macos_profile import AROUND, LATER, MACHINE
from tests.unit.snapshot.recorded_macos_says import LOG, SAYS

PATIENCE_S = 60.0
FROM_PROGRAMS = {
    "os",
    "hardware",
    "cpu",
    "memory",
    "storage",
    "network",
    "services",
    "power",
    "security",
    "peripherals",
}
"""Sections of which a program's answer is a part."""


@pytest.fixture(autouse=True)
def _facts(monkeypatch: pytest.MonkeyPatch) -> None:
    recorded_facts.tell(monkeypatch, "en0", "utun3", *VOLUMES)


def asked(root: Path, ask: Callable[[], Printed], deadline_s: float = PATIENCE_S) -> dict[str, Section]:
    """The sections when every program answers with `ask`."""
    ways = Ways(Tree(root, {"HOME": "/Users/lmoreau"}), lambda _: ask(), ask, lambda *_: ask())
    found = Runner().run(MacOS(ways).collectors(), deadline_s)
    assert set(found) == set(SECTIONS)
    return found


def program(code: str, seconds: float = 60.0) -> Callable[[], Printed]:
    """A real program in place of Apple's."""
    return lambda: printed((sys.executable, "-c", code), seconds=seconds, limit=1 << 20)


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        (lambda: printed(("/usr/sbin/no-such-profiler",)), Reason.NOT_HERE),
        (program("import threading; threading.Event().wait()", seconds=0.2), Reason.TOO_SLOW),
        (program("import sys; sys.exit(5)"), Reason.UNREADABLE),
    ],
    ids=["missing", "hanging", "failed"],
)
def test_without_programs_each_section_says_why(tmp_path: Path, ask: Callable[[], Printed], reason: Reason) -> None:
    found = asked(tmp_path, ask)
    assert {found[name].status for name in FROM_PROGRAMS} == {SectionStatus.PARTIAL}
    assert {found[name].reason for name in FROM_PROGRAMS} == {str(reason)}
    assert {found[name].status for name in ("environment", "application", "software", "updates")} == {SectionStatus.OK}


def test_100_megabytes_cost_their_section_only(tmp_path: Path) -> None:
    flood = program("import sys; [sys.stdout.write('x' * 1_000_000) for _ in range(100)]")
    ways = Ways(Tree(tmp_path, {}), lambda _: flood(), flood, lambda *_: Printed(b""))
    found = Runner().run(MacOS(ways).collectors(), PATIENCE_S)
    assert {found[name].reason for name in ("hardware", "storage", "peripherals")} == {"too_much"}
    assert found["software"].status is SectionStatus.OK


@pytest.mark.parametrize("answer", [b"", b"nonsense", b"[]", b"3", b"{", b'{"SPHardwareDataType": 3', b"\xff\xfe\xff"])
def test_json_that_is_cut_off_or_none_is_told(tmp_path: Path, answer: bytes) -> None:
    broken = Printed(answer)
    found = Runner().run(mac(tmp_path, {"machine": broken, "around": broken, "later": broken}).collectors(), PATIENCE_S)
    assert (found["hardware"].status, found["hardware"].reason) == (SectionStatus.PARTIAL, "unreadable")
    assert found["hardware"].data["board_model"] == "J413AP"
    assert found["peripherals"].reason == "unreadable"


@pytest.mark.parametrize(
    "rows",
    [
        3,
        "x",
        [7],
        [None],
        [[]],
        [{"_items": 3}],
        [{"_items": [None, 7, {"_name": 4}]}],
        [{"_name": {"a": 1}}],
        {"_name": None},
    ],
    ids=str,
)
def test_answers_of_any_shape_raise_nothing(tmp_path: Path, rows: Any) -> None:
    profile = {
        what: dict.fromkeys(known, rows) for what, known in (("machine", MACHINE), ("around", AROUND), ("later", LATER))
    }
    says = {name: plistlib.dumps([{"x": 1}]) if "ioreg" in name else b"\xff: nonsense\n:\n\t\t\n" for name in SAYS}
    found = Runner().run(mac(tmp_path, profile, says, Printed(b"{}\n[]\nx")).collectors(PATIENCE_S), PATIENCE_S)
    assert {name for name, section in found.items() if section.status is SectionStatus.UNAVAILABLE} == set()


@pytest.mark.parametrize(
    "content", [b"", b"bplist00", b"<plist><dict><key>a</key>", b"\x00" * 200, plistlib.dumps([1])]
)
def test_property_lists_that_are_none(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, dict.fromkeys(FILES, content))
    found = Runner().run(mac(tmp_path).collectors(PATIENCE_S), PATIENCE_S)
    assert {name for name, section in found.items() if section.status is SectionStatus.UNAVAILABLE} == set()


def test_names_that_would_disturb_are_harmless(tmp_path: Path) -> None:
    write(tmp_path, files())
    evil = {"SPAudioDataType": [{"_items": [{"_name": "a\x1b[31m\u202eb<script>", "coreaudio_device_output": 1}]}]}
    found = Runner().run(mac(tmp_path, {"around": AROUND | evil}).collectors(PATIENCE_S), PATIENCE_S)
    assert found["peripherals"].data["sound"][0]["name"] == "ab<script>"


def test_a_program_that_says_no_is_heard(tmp_path: Path) -> None:
    """`spctl` ends with an error when Gatekeeper is off, and says so all the same."""
    said = {"/usr/sbin/spctl": Printed(b"assessments disabled\n", Reason.UNREADABLE)}
    ways = mac(tmp_path)._ways
    changed = Ways(ways.files, ways.profile, ways.log, lambda words, s: said.get(words[0]) or ways.run(words, s))
    found = Runner().run(MacOS(changed).collectors(PATIENCE_S), PATIENCE_S)["security"]
    assert {entry["name"]: entry["on"] for entry in found.data["protections"]}["Gatekeeper"] is False


def test_lines_of_the_log_that_are_none() -> None:
    assert list(lines_from(Printed(b'{"timestamp": 3}\n[1]\n{"x": \nnull\n' + b"[" * 100_000))) == []
    assert len(list(lines_from(Printed(LOG[:-10])))) == 2


def test_only_administrators_may_read_the_log(tmp_path: Path) -> None:
    found = Runner().run(mac(tmp_path, log=Printed(b"", Reason.UNREADABLE)).collectors(PATIENCE_S), PATIENCE_S)["logs"]
    assert (found.status, found.reason) == (SectionStatus.PARTIAL, "unreadable")
    assert json.dumps(dict(found.data))


def test_values_of_every_kind() -> None:
    assert (size("16,5 GB"), size("16 GB"), size("x"), size(None)) == (int(16.5 * 1024**3), 16 * 1024**3, None, None)
    assert (whole("-57 dBm"), whole(True), whole(3.9), whole([])) == (-57, None, 3, None)
    assert (decimal("86,5 %"), decimal("x")) == (86.5, None)
    assert (truth("spdisplays_yes"), truth("attrib_Off"), truth("perhaps"), truth(None)) == (True, False, None, None)
    assert (text("<redacted>"), text(3), text(" a ")) == (None, None, "a")
    assert (date_of("14 mars 2026"), date_of("2026-03-14T09:00:00"), date_of(3)) == (None, None, None)
