"""How repairs are counted: only when both the policy and the person say so, once each, and without saying whose."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters import folders
from desktop_app.adapters.store import open_store
from desktop_app.domain.errors import DiskFull
from desktop_app.domain.fix import RunState
from desktop_app.protocol.fix_counts import FixCount
from desktop_app.services.fix_counts import OUTCOMES, FixCounts
from desktop_app.services.fix_record import ENDED
from desktop_app.services.fixes import Fixes
from desktop_app.services.journal import Journal
from desktop_app.services.outbox import Outbox
from tests.unit.fixes.conftest import Bench

NOW = datetime(2026, 3, 21, 10, 45, 17, tzinfo=UTC)


class Says:
    """The policy and the person."""

    def __init__(self, policy: bool, person: bool) -> None:
        self.values = {"fixes.counted": policy, "fixes.counted_here": person}

    def value(self, key: str) -> Any:
        return self.values[key]


@pytest.fixture
def outbox(tmp_path: Path) -> Any:
    store = open_store(folders.find({"RESCOUSSE_HOME": str(tmp_path)}))
    yield Outbox(store, None, Journal(store))  # type: ignore[arg-type]
    store.close()


def waiting(outbox: Outbox) -> list[dict[str, Any]]:
    return [json.loads(action.body) for action in outbox._store.actions.waiting()]


@pytest.mark.parametrize(
    ("policy", "person", "sends"), [(True, True, 1), (True, False, 0), (False, True, 0), (False, False, 0)]
)
def test_both_have_to_say_so(outbox: Outbox, policy: bool, person: bool, sends: int) -> None:
    FixCounts(lambda: outbox, Says(policy, person)).ended("disk_full", "Le disque est plein", RunState.FIXED, NOW)
    assert len(waiting(outbox)) == sends


def test_what_leaves_is_the_day_the_fix_and_the_outcome(outbox: Outbox) -> None:
    counts = FixCounts(lambda: outbox, Says(True, True))
    counts.ended("disk_full", "Le disque est plein", RunState.UNDONE, NOW)
    counts.requested([("disk_full", "Le disque est plein"), ("disk_full", "Le disque est plein")], NOW)
    undone, requested = waiting(outbox)
    assert set(undone) == {"id", "day", "fix", "outcome"}
    assert (undone["day"], undone["fix"], undone["outcome"]) == ("2026-03-21", "disk_full", "undone")
    assert requested["outcome"] == "requested"
    assert FixCount.model_validate(undone).fix == "disk_full"
    assert outbox.waiting()[0].label == "Le disque est plein"


def test_every_end_of_a_run_has_its_outcome() -> None:
    assert set(OUTCOMES) == ENDED
    for outcome in OUTCOMES.values():
        word = {"id": "0190b6a0-0000-7000-8000-000000000000", "day": "2026-03-21", "fix": "a_b", "outcome": outcome}
        assert FixCount.model_validate(word).outcome == outcome


@pytest.fixture
def told(bench: Bench) -> list[tuple[str, str]]:
    """What the service tells of ends."""
    lines: list[tuple[str, str]] = []
    parts = (bench.packs, bench.computer, bench.runs, bench.journal, bench.settings)
    bench.fixes = Fixes(
        *parts, now=lambda: bench.clock[0], ended=lambda fix, _t, state, _at: lines.append((fix, state.value))
    )
    return lines


def ask(bench: Bench) -> str:
    return bench.fixes.advance(bench.fixes.begin("lamp_out").id).id


def test_each_end_is_told_once(bench: Bench, told: list[tuple[str, str]]) -> None:
    run_id = ask(bench)
    assert told == []
    bench.fixes.advance(run_id, consent=True)
    bench.fixes.advance(run_id)
    bench.fixes.stop(run_id)
    assert told == [("lamp_out", "fixed")]
    bench.fixes.undo(run_id)
    assert told[1:] == [("lamp_out", "undone")]
    bench.fixes.stop(ask(bench))
    bench.fixes.advance(ask(bench), consent=False)
    assert told[2:] == [("lamp_out", "stopped"), ("lamp_out", "stopped")]


def test_a_full_disk_while_counting_spoils_no_repair(bench: Bench) -> None:
    def full(*_: object) -> None:
        raise DiskFull(folder="x")

    parts = (bench.packs, bench.computer, bench.runs, bench.journal, bench.settings)
    bench.fixes = Fixes(*parts, now=lambda: bench.clock[0], ended=full)
    assert bench.fixes.advance(ask(bench), consent=True).state is RunState.FIXED
