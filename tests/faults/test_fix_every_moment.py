"""The power cut at every moment of every fix: the next start finishes it or takes it back, and never leaves a third.

Nothing is sampled: each answer of each step of each fix of the core pack, each repair that is registered, each moment
around a durable write or a part of a change, and both answers of the person afterwards.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from desktop_app import resources
from desktop_app.adapters.actions import Computer
from desktop_app.domain.errors import DiskFull
from desktop_app.domain.fix import Fix, RunState
from desktop_app.knowledge.pack import load_pack
from desktop_app.services import fix_engine
from tests.faults.simulated import Fuse, Machine, PowerCut
from tests.faults.ways import Way, only, ways

SHAPES = Computer(Path("unused")).shapes()
FIXES = {fix.id: fix for fix in load_pack(resources.path("packs/core")).fixes}
MODEL = FIXES["print_queue_stuck"]
REPAIRS = {name: only(f"only_{name}", shape, MODEL) for name, shape in SHAPES.items() if shape.kind == "repair"}
ENDED = (RunState.FIXED, RunState.NOTHING_FOUND, RunState.NEEDS_PERSON, RunState.STOPPED, RunState.UNDONE)
EVERY = [*FIXES.values(), *REPAIRS.values()]


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fix that goes round in circles is handed over sooner (the rounds are alike), and looks need no thread here."""
    monkeypatch.setattr(fix_engine, "_MOST_STEPS", 10)
    monkeypatch.setattr(fix_engine, "within", lambda _seconds, work, _say: work())


def whole(fix: Fix, way: Way) -> Fuse:
    """Every write there is when nothing happens."""
    fuse = Fuse()
    assert Machine(fix, SHAPES, way, fuse).goes_through().state in ENDED
    return fuse


def _keep(seen: dict[object, Machine], machine: Machine, state: object) -> None:
    """What stays of `machine` when the power fails now: disk and world, and not even a `finally`."""
    if state not in seen:
        seen[state] = machine.twin()


def cut_off(fix: Fix) -> Iterator[Machine]:
    """The fix, cut off at each moment of each way through it; the same state once."""
    seen = dict[object, Machine]()
    for way in ways(fix, SHAPES):
        running = Machine(fix, SHAPES, way, Fuse())
        running.disk.fuse.passed = partial(_keep, seen, running)
        assert running.goes_through().state in ENDED
    for machine in seen.values():
        changes_nothing_unwritten(machine)
        yield machine


def changes_nothing_unwritten(machine: Machine) -> None:
    if not machine.disk.files or not machine.record().acting:
        assert machine.world.cells == machine.as_recorded()


def is_sound(machine: Machine) -> None:
    """It ended, the record says what the world is, and nothing is half done."""
    assert machine.record().has_ended
    assert machine.fixes.open_runs() == []
    assert machine.world.cells == machine.as_recorded()
    assert all(len(set(cells)) == 1 for cells in machine.world.cells.values())


def is_as_before(machine: Machine) -> bool:
    return not any(any(cells) for cells in machine.world.cells.values())


def taken_back(machine: Machine) -> None:
    had_ended = machine.record().has_ended
    machine.takes_back()
    is_sound(machine)
    if not had_ended and not any(change.proposal.is_final for change in machine.record().changes):
        assert is_as_before(machine)


@pytest.mark.parametrize("fix", EVERY, ids=lambda fix: fix.id)
def test_finished_or_taken_back_after_the_power_is_back(fix: Fix) -> None:
    count = 0
    for machine in cut_off(fix):
        count += 1
        if machine.disk.files:
            taken_back(machine.twin())
        machine.restart()
        machine.goes_through()
        is_sound(machine)
    assert count >= 4 * len(fix.steps)


@pytest.mark.parametrize("fix", EVERY, ids=lambda fix: fix.id)
def test_a_full_disk_at_every_write(fix: Fix) -> None:
    seen = set[object]()
    for way in ways(fix, SHAPES):
        for write, state in enumerate(whole(fix, way).write_states, start=1):
            if state not in seen:
                seen.add(state)
                full_at(Machine(fix, SHAPES, way, Fuse(writes_fail_from=write)))


def full_at(machine: Machine) -> None:
    """Nothing is done that could not be written down; with room again, it goes on."""
    with pytest.raises(DiskFull):
        machine.goes_through()
    changes_nothing_unwritten(machine)
    machine.restart()
    machine.goes_through()
    is_sound(machine)


@pytest.mark.parametrize("fix", FIXES.values(), ids=lambda fix: fix.id)
def test_cut_off_again_while_it_is_put_right(fix: Fix) -> None:
    for machine in cut_off(fix):
        if machine.disk.files and machine.record().acting:
            for second in range(1, 40):
                if not cut_again(machine.twin(), second):
                    break


def cut_again(machine: Machine, moment: int) -> bool:
    """Whether the power failed again; then it is put right at the third start."""
    machine.restart(blows_at=moment)
    try:
        (machine.takes_back if moment % 2 else machine.goes_through)()
    except PowerCut:
        machine.restart()
        machine.goes_through()
        is_sound(machine)
        return True
    return False


def test_every_answer_of_every_step_is_given_on_some_way() -> None:
    given = {(fix.id, step) for fix in FIXES.values() for way in ways(fix, SHAPES) for step in way.answers}
    assert {(fix.id, step.id) for fix in FIXES.values() for step in fix.steps} == given
