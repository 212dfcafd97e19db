"""A computer made of the shapes of its actions, and a power cut at any moment: what every fix is killed with.

Each repair changes two cells, one after the other; the power may fail before and after each, and around each durable
write. What was written and what was changed stays, as on a real computer.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from desktop_app.domain.action import ActionFailed, ActionShape, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.errors import CannotUndo, DiskFull, FixBusy, NotFound
from desktop_app.domain.fix import Fix, Run, RunState
from desktop_app.domain.journal import JournalKind
from desktop_app.services.fix_record import Record
from desktop_app.services.fixes import Fixes
from tests.faults.ways import Way, answers_of
from tests.unit.fixes.conftest import FakePacks, FakeSettings

_RECORD: TypeAdapter[Record] = TypeAdapter(Record)
_WAITS = (RunState.READY, RunState.ASKING, RunState.CONSENT, RunState.INTERRUPTED)
_CELLS = 2


@lru_cache(maxsize=64)
def _read(content: bytes) -> Record:
    return _RECORD.validate_json(content)


class PowerCut(BaseException):
    """The computer is off."""


@dataclass
class Fuse:
    """Counts the moments at which the power may fail, and lets it fail at one. `writes_fail_from`: the disk is full.

    `state` and `write_states` tell moments apart by what a run remembers of its way: the changes made, the last two
    answers, and how long ago the last one was. What was looked at before that is only told, never acted on.
    `passed` is called at each moment: what is there then is what a power cut leaves.
    """

    blows_at: int = 0
    writes_fail_from: int = 0
    moments: int = 0
    writes: int = 0
    said: tuple[str, ...] = ()
    since: int = 0
    passed: Callable[[object], None] = lambda _: None
    write_states: list[object] = field(default_factory=list)

    def hear(self, answer: str) -> None:
        self.said, self.since = (*self.said, answer), 0

    def state(self) -> object:
        changes = tuple(answer for answer in self.said if "=act:" in answer)
        return changes, self.said[-2:], self.since

    def moment(self) -> None:
        self.moments += 1
        self.since += 1
        self.passed(self.state())
        if self.moments == self.blows_at:
            raise PowerCut

    def write(self) -> None:
        self.writes += 1
        self.write_states.append(self.state())
        if self.writes_fail_from and self.writes >= self.writes_fail_from:
            raise DiskFull(folder="state")
        self.moment()


@dataclass
class Disk:
    """The records of runs. What was written stays."""

    fuse: Fuse
    files: dict[str, bytes] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)

    def save(self, record: Record) -> None:
        self.fuse.write()
        self.files[record.id] = _RECORD.dump_json(record)
        self.fuse.moment()

    def load(self, run_id: str) -> Record:
        if run_id not in self.files:
            raise NotFound(name=run_id)
        return _read(self.files[run_id])

    def records(self) -> list[Record]:
        return [self.load(run_id) for run_id in sorted(self.files, reverse=True)]

    def remove(self, run_id: str) -> None:
        self.files.pop(run_id, None)

    @contextmanager
    def hold(self, name: str, wait_s: float = 0) -> Iterator[None]:
        if name in self.held:
            raise FixBusy(fix=name, run="")
        self.held.add(name)
        try:
            yield
        finally:
            self.held.discard(name)

    def is_held(self, name: str) -> bool:
        return name in self.held

    def record(
        self,
        kind: JournalKind,
        key: str,
        facts: Mapping[str, str] | None = None,
        run_id: str = "",
        payload: bytes = b"",
    ) -> None:
        """A line of the journal is a durable write too."""
        self.fuse.write()


@dataclass
class World:
    """What is changed: two cells per repair. `shapes` are those of the true actions."""

    shapes_of_all: Mapping[str, ActionShape]
    way: Way
    record: Callable[[], Record]
    fuse: Fuse
    cells: dict[str, list[int]] = field(default_factory=dict)

    def shapes(self) -> Mapping[str, ActionShape]:
        return self.shapes_of_all

    def of(self, name: str) -> list[int]:
        return self.cells.setdefault(name, [0] * _CELLS)

    def hear(self) -> str:
        """The answer of this way to the step where it stands."""
        record = self.record()
        self.fuse.hear(f"{record.current}={self.way.at(record)}")
        return self.way.at(record)

    def check(self, name: str, given: Given) -> Result:
        self.fuse.moment()
        facts, said = dict.fromkeys(self.shapes_of_all[name].facts, 1), self.hear()
        if said == "failed":
            raise ActionFailed("no")
        return Result(said, facts, items=(Item("it", facts),))

    def plan(self, name: str, given: Given) -> Plan:
        self.fuse.moment()
        facts, said = dict.fromkeys(self.shapes_of_all[name].facts, 1), self.hear()
        now = list(self.of(name))
        return Plan({"before": now, "after": [max(now) + 1] * _CELLS}, facts, outcome=said.partition("plan:")[2])

    def apply(self, name: str, saved: Saved, say: Say) -> Result:
        for place in range(_CELLS):
            self._set(name, place, saved["after"][place])
            said = self.way.at(self.record())
            if said == "act:failed":
                raise ActionFailed("refused half-way")
            say("", (place + 1) / _CELLS)
        return Result(said.removeprefix("act:"))

    def hindrance(self, name: str, saved: Saved) -> str:
        pairs = zip(self.of(name), saved["before"], saved["after"], strict=True)
        return "" if all(now in (before, after) for now, before, after in pairs) else "changed_since"

    def undo(self, name: str, saved: Saved) -> None:
        assert self.shapes_of_all[name].undoable, f"{name} has no way back"
        for place in reversed(range(_CELLS)):
            self._set(name, place, saved["before"][place])

    def forget(self, name: str, saved: Saved) -> None:
        raise AssertionError("nothing is forgotten here")

    def _set(self, name: str, place: int, value: int) -> None:
        self.fuse.moment()
        self.of(name)[place] = value
        self.fuse.moment()


class Machine:
    """A computer with one fix on it, that can be switched off and on again."""

    def __init__(self, fix: Fix, shapes: Mapping[str, ActionShape], way: Way, fuse: Fuse) -> None:
        self.fix, self.way, self.disk = fix, way, Disk(fuse)
        self.world = World(shapes, way, self.record, fuse)
        self.fixes = self._started()

    def _started(self) -> Fixes:
        parts: Any = (FakePacks({self.fix.id: self.fix}), self.world, self.disk, self.disk, FakeSettings())
        system = self.fix.systems[0]
        return Fixes(*parts, system=system, now=lambda: datetime(2026, 3, 21, tzinfo=UTC))

    def record(self) -> Record:
        return self.disk.records()[0]

    def restart(self, blows_at: int = 0) -> None:
        """Power is back; nothing but disk and world is left."""
        self.disk.held.clear()
        self.disk.fuse = self.world.fuse = Fuse(blows_at)
        self.fixes = self._started()

    def goes_through(self) -> Run:
        """The whole fix, from wherever it stands, finishing what was interrupted."""
        run = self.fixes.run(self.record().id) if self.disk.files else self.fixes.begin(self.fix.id)
        while run.state in _WAITS:
            said = self.way.answers.get(run.current, "")
            self.disk.fuse.hear(f"{run.current}:{said}")
            asked = said or next(iter(answers_of(self.fix, run.current, self.world.shapes_of_all)))
            answer = asked if run.state is RunState.ASKING else None
            run = self.fixes.advance(run.id, answer=answer, consent=said != "no")
        return run

    def twin(self) -> "Machine":
        """Another one in the same state, just switched on."""
        twin = Machine(self.fix, self.world.shapes_of_all, self.way, Fuse())
        twin.disk.files.update(self.disk.files)
        twin.world.cells.update({name: list(cells) for name, cells in self.world.cells.items()})
        return twin

    def takes_back(self) -> Run:
        """What « Put everything back » does; a change that can only be finished is finished."""
        run_id = self.record().id
        try:
            return self.fixes.stop(run_id)
        except CannotUndo:
            assert self.fixes.view(run_id, "fr").only_forward
            return self.goes_through()

    def as_recorded(self) -> dict[str, list[int]]:
        """The world as it must be when the record is the truth."""
        cells = {name: [0] * _CELLS for name in self.world.cells}
        for change in reversed(self.record().in_place() if self.disk.files else ()):
            cells[change.proposal.action] = list(change.proposal.saved["after"])
        return cells
