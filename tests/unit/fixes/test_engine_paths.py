"""Whatever the order of yes, no, stop, undo, death and revival: nothing changes without a yes, and undo restores."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop_app.adapters.fix_runs import FixRuns
from desktop_app.domain.errors import CannotUndo
from desktop_app.domain.fix import RunState
from desktop_app.services.fix_record import BACK
from desktop_app.services.fixes import Fixes
from tests.unit.fixes.conftest import (
    FakeComputer,
    FakeJournal,
    FakePacks,
    FakeSettings,
    check_step,
    fix_of,
    question_step,
    repair_step,
    verify_step,
)


class PowerFailure(BaseException):
    pass


class AnyPath(RuleBasedStateMachine):
    @initialize(works=st.booleans(), two=st.booleans(), asks=st.booleans())
    def build(self, works: bool, two: bool, asks: bool) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.computer = FakeComputer(after_mending="fine" if works else "dim")
        mends = (repair_step("one"), repair_step("two")) if two else (repair_step(),)
        asked = (question_step(),) if asks else ()
        fix = fix_of(check_step(), *asked, *mends, verify_step())
        self.journal = FakeJournal()
        self.parts = (FakePacks({fix.id: fix}), self.computer, FixRuns(self.folder), self.journal, FakeSettings())
        self.revive()
        self.run_id = self.fixes.begin(fix.id).id
        self.yes = 0

    @rule()
    def revive(self) -> None:
        """Another program, the same disk."""
        self.fixes = Fixes(*self.parts)

    @rule()
    def go_on(self) -> None:
        self.fixes.advance(self.run_id)

    @rule(said=st.sampled_from(["yes", BACK]))
    def answer_or_step_back(self, said: str) -> None:
        if said == BACK or self.fixes.run(self.run_id).state is RunState.ASKING:
            self.fixes.advance(self.run_id, answer=said)

    @rule()
    def no(self) -> None:
        self.fixes.advance(self.run_id, consent=False)

    @rule(dies=st.sampled_from(["", "before", "after"]))
    def say_yes(self, dies: str) -> None:
        is_asked = self.fixes.run(self.run_id).state is RunState.CONSENT
        self.yes += is_asked

        def fail() -> None:
            if dies == "after":
                self.computer.acts.append("apply")
                self.computer.lamp = self.computer.after_mending
            raise PowerFailure

        self.computer.before_applying = fail if dies else lambda: None
        try:
            self.fixes.advance(self.run_id, consent=True)
        except PowerFailure:
            self.revive()
        self.computer.before_applying = lambda: None

    @rule()
    def stop(self) -> None:
        was = self.fixes.run(self.run_id).state
        now = self.fixes.stop(self.run_id).state
        if was in (RunState.READY, RunState.ASKING, RunState.CONSENT, RunState.INTERRUPTED):
            assert now is RunState.STOPPED
            assert self.computer.lamp == "broken"

    @rule()
    @precondition(lambda self: self.fixes.run(self.run_id).state is not RunState.INTERRUPTED)
    def undo(self) -> None:
        try:
            self.fixes.undo(self.run_id)
        except CannotUndo:
            return
        assert self.computer.lamp == "broken"

    @invariant()
    def nothing_without_a_yes(self) -> None:
        if self.yes == 0:
            assert self.computer.acts == []
            assert self.computer.lamp == "broken"

    @invariant()
    def what_ended_badly_is_as_before(self) -> None:
        run = self.fixes.run(self.run_id)
        if run.state in (RunState.NEEDS_PERSON, RunState.STOPPED, RunState.UNDONE):
            assert self.computer.lamp == "broken"
        if run.state is RunState.FIXED:
            assert self.yes

    @invariant()
    def every_change_is_in_the_journal(self) -> None:
        told = sum(kind == "changed" for kind, _, _ in self.journal.lines)
        assert told <= self.yes
        assert bool("apply" in self.computer.acts) <= bool(told)

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


AnyPath.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
TestAnyPath = AnyPath.TestCase
