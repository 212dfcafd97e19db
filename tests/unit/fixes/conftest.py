"""Guided fixes with a computer made of a dictionary: every change is visible, and may be told to fail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.adapters.fix_runs import FixRuns
from desktop_app.domain.action import ActionFailed, ActionShape, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.fix import Choice, Consent, Fix, Step, StepKind
from desktop_app.domain.journal import JournalKind
from desktop_app.domain.words import LANGUAGES, Text
from desktop_app.services.fixes import Fixes


def text(words: str) -> Text:
    return dict.fromkeys(LANGUAGES, words)


def consent(*, undo: bool = True, days: int = 7) -> Consent:
    return Consent(text("changes {value}"), text("keeps"), text("yes is enough"), text("undo") if undo else None, days)


def check_step(step_id: str = "look", **goes_to: str) -> Step:
    outcomes = {"broken": text("It is {value}."), "fine": text("It is fine.")}
    return Step(step_id, StepKind.CHECK, text(step_id), "lamp", outcomes=outcomes, goes_to=goes_to or {"fine": "end"})


def repair_step(step_id: str = "mend", *, undo: bool = True, **more: Any) -> Step:
    return Step(step_id, StepKind.REPAIR, text(step_id), "lamp.mend", consent=consent(undo=undo), **more)


def verify_step(step_id: str = "prove") -> Step:
    outcomes = {"broken": text("It is still {value}."), "fine": text("It is fine now.")}
    goes_to = {"fine": "end", "broken": "person"}
    return Step(step_id, StepKind.VERIFY, text(step_id), "lamp", outcomes=outcomes, goes_to=goes_to)


def question_step(step_id: str = "ask", *choices: Choice) -> Step:
    known = choices or (Choice("yes", text("yes")), Choice("no", text("no"), "person"))
    return Step(step_id, StepKind.QUESTION, text(step_id), question=text("Which?"), choices=known)


def fix_of(*steps: Step, fix_id: str = "lamp_out") -> Fix:
    return Fix(
        id=fix_id,
        title=text("The lamp is out"),
        summary=text("We look at the lamp."),
        symptoms=dict.fromkeys(LANGUAGES, ("no light",)),
        icon="lamp",
        systems=("linux",),
        minutes=1,
        steps=steps,
        success=text("There is light."),
    )


@dataclass
class FakeComputer:
    """A lamp: `broken` until mended. `acts` lists what was really done, in order."""

    lamp: str = "broken"
    after_mending: str = "fine"
    acts: list[str] = field(default_factory=list)
    before_applying: Callable[[], None] = lambda: None
    fails: str = ""

    def shapes(self) -> Mapping[str, ActionShape]:
        every = frozenset({"linux"})
        outcomes, facts = frozenset({"broken", "fine"}), frozenset({"value"})
        return {
            "lamp": ActionShape("lamp", "check", every, outcomes, facts, {"wanted": str}),
            "lamp.mend": ActionShape(
                "lamp.mend", "repair", every, frozenset({"done"}), facts, {}, resource="lamp", undoable=True
            ),
        }

    def check(self, name: str, given: Given) -> Result:
        if name != "lamp" or self.fails == "check":
            raise ActionFailed(f"cannot look at {name}")
        items = (Item("left", {"value": "left"}), Item("right", {"value": "right"}))
        return Result("fine" if self.lamp == "fine" else "broken", {"value": self.lamp}, f"lamp {self.lamp}", items)

    def plan(self, name: str, given: Given) -> Plan:
        if name != "lamp.mend":
            raise ActionFailed(f"no repair {name}")
        return Plan({"before": self.lamp, "after": self.after_mending}, {"value": self.lamp}, "mend the lamp")

    def apply(self, name: str, saved: Saved, say: Say) -> Result:
        self.before_applying()
        self.acts.append("apply")
        self.lamp = str(saved["after"])
        if self.fails == "apply":
            raise ActionFailed("the screwdriver broke")
        say("setting_changed", 1)
        return Result("done", {"value": self.lamp})

    def hindrance(self, name: str, saved: Saved) -> str:
        return "" if self.lamp in (saved["before"], saved["after"]) else "changed_since"

    def undo(self, name: str, saved: Saved) -> None:
        if self.fails == "undo":
            raise ActionFailed("stuck")
        self.acts.append("undo")
        self.lamp = str(saved["before"])

    def forget(self, name: str, saved: Saved) -> None:
        self.acts.append("forget")


@dataclass
class FakePacks:
    known: dict[str, Fix]

    def fixes(self) -> Mapping[str, Fix]:
        return self.known

    def faults(self) -> list[BadFixFile]:
        return []


@dataclass
class FakeJournal:
    lines: list[tuple[str, str, str]] = field(default_factory=list)

    def record(
        self,
        kind: JournalKind,
        key: str,
        facts: Mapping[str, str] | None = None,
        run_id: str = "",
        payload: bytes = b"",
    ) -> None:
        assert facts
        self.lines.append((kind.value, key, run_id))


@dataclass
class FakeSettings:
    locked: list[str] = field(default_factory=list)

    def value(self, key: str) -> Any:
        assert key == "fixes.locked"
        return self.locked


@dataclass
class Bench:
    """The service with everything around it at hand."""

    fixes: Fixes
    computer: FakeComputer
    packs: FakePacks
    journal: FakeJournal
    settings: FakeSettings
    runs: FixRuns
    clock: list[datetime]

    def later(self, **lapse: float) -> None:
        self.clock[0] += timedelta(**lapse)


@pytest.fixture
def bench_of(tmp_path: Path) -> Callable[..., Bench]:
    def build(*steps: Step) -> Bench:
        computer, journal, settings = FakeComputer(), FakeJournal(), FakeSettings()
        fix = fix_of(*(steps or (check_step(), repair_step(), verify_step())))
        packs, runs = FakePacks({fix.id: fix}), FixRuns(tmp_path / "runs")
        clock = [datetime(2026, 3, 21, 10, 45, tzinfo=UTC)]
        fixes = Fixes(packs, computer, runs, journal, settings, now=lambda: clock[0])
        return Bench(fixes, computer, packs, journal, settings, runs, clock)

    return build


@pytest.fixture
def bench(bench_of: Callable[..., Bench]) -> Bench:
    return bench_of()
