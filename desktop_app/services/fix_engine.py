"""The steps of a guided fix, in order: check, ask, repair after a yes, prove it, or put everything back.

Every change is written down before it is made (`Record.acting`), to be finished or taken back after a crash.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from desktop_app.domain.action import ActionFailed, ActionShape, Given, Plan, Result, Saved, Say, StopAsked
from desktop_app.domain.amounts import worded
from desktop_app.domain.fix import Choice, Facts, Fix, RunState, Step, StepKind, StepState
from desktop_app.domain.journal import JournalKind
from desktop_app.domain.words import LANGUAGES
from desktop_app.services.fix_patience import CHANGING_S, LOOKING_S, TooSlow, stopping, unstoppable, within
from desktop_app.services.fix_record import (
    Change,
    Consenting,
    Deed,
    Proposal,
    Record,
    has_consent,
    made,
    step_after,
    step_of,
)

# A fix that goes round in circles is handed to a person
_MOST_STEPS = 60


class Actions(Protocol):
    """The registered checks and repairs of this computer: two tables, so that a check can never change anything."""

    def shapes(self) -> Mapping[str, ActionShape]:
        """What can be called, and what each gives."""

    def check(self, name: str, given: Given) -> Result:
        """Measures; ActionFailed when it cannot."""

    def plan(self, name: str, given: Given) -> Plan:
        """Works out a repair without changing anything."""

    def apply(self, name: str, saved: Saved, say: Say) -> Result:
        """Makes the planned change; made twice, it changes nothing more."""

    def hindrance(self, name: str, saved: Saved) -> str:
        """Why the change can no longer be taken back; empty when it can."""

    def undo(self, name: str, saved: Saved) -> None:
        """Takes the change back, whole or half made."""

    def forget(self, name: str, saved: Saved) -> None:
        """The time to take it back is over: lets go of what was kept for that."""


Save = Callable[[Record], None]
Note = Callable[[JournalKind, str, Record, str], None]


@dataclass(frozen=True)
class Engine:
    """Moves a record forward. `save` makes a record durable before it returns; `note` writes the user's journal."""

    actions: Actions
    save: Save
    note: Note
    now: Callable[[], datetime]
    looking_s: float = LOOKING_S
    changing_s: float = CHANGING_S

    def forward(self, fix: Fix, record: Record, say: Say) -> Record:
        """Runs steps until something is awaited or the run ends."""
        while record.state is RunState.READY:
            record = self._one_step(fix, record, say)
            self.save(record)
            say("", self._share(fix, record))
        return record

    def _share(self, fix: Fix, record: Record) -> float:
        done = sum(report.state is not StepState.TO_COME for report in record.steps)
        return done / len(fix.steps)

    def _one_step(self, fix: Fix, record: Record, say: Say) -> Record:
        step = step_of(fix, record.current)
        if step is None or record.visits >= _MOST_STEPS:
            return self.hand_over(record)
        record = replace(record, visits=record.visits + 1).with_report(step.id, state=StepState.NOW)
        try:
            if step.kind is StepKind.REPAIR:
                return self._propose(fix, step, record, say)
            if step.kind is StepKind.QUESTION:
                return self._ask(step, record, say)
            return self._measure(fix, step, record, say)
        except (ActionFailed, OSError) as failure:
            return self._failed(fix, step, record, failure)

    def _look(self, step: Step, record: Record, say: Say) -> Result:
        given = Given(resolved(step.options, record))
        return within(self.looking_s, lambda: self.actions.check(step.action, given), say).bounded()

    def _failed(self, fix: Fix, step: Step, record: Record, failure: Exception) -> Record:
        outcome = "too_slow" if isinstance(failure, TooSlow) else "failed"
        record = record.with_report(step.id, state=StepState.FAILED, outcome=outcome, detail=str(failure))
        return self._go(fix, step, record, step.goes_to.get("failed", "person"))

    def _measure(self, fix: Fix, step: Step, record: Record, say: Say) -> Record:
        result = self._look(step, record, say)
        target = step.goes_to.get(result.outcome) or step_after(fix, step)
        is_bad = step.kind is StepKind.VERIFY and target == "person"
        state = StepState.FAILED if is_bad else StepState.DONE
        record = record.with_report(
            step.id, state=state, outcome=result.outcome, facts=result.facts, detail=result.detail
        )
        return self._go(fix, step, record, target)

    def _ask(self, step: Step, record: Record, say: Say) -> Record:
        offered: tuple[Choice, ...] = ()
        if step.action and step.each:
            each = step.each
            listed = self._look(step, record, say).items
            offered = tuple(
                Choice(item.id, {lang: each[lang].format_map(worded(item.facts, lang)) for lang in LANGUAGES})
                for item in listed
            )
        return replace(record.with_report(step.id, offered=offered, answer=""), state=RunState.ASKING)

    def answer(self, fix: Fix, record: Record, answer: str) -> Record:
        """Takes the answer to a question; ValueError when it is none of the choices."""
        step = step_of(fix, record.current)
        if step is None:
            return self.hand_over(record)
        choices = (*record.report(step.id).offered, *step.choices)
        chosen = next((choice for choice in choices if choice.id == answer), None)
        if chosen is None:
            raise ValueError(f"{answer!r} is none of {[choice.id for choice in choices]}")
        record = record.with_report(step.id, state=StepState.DONE, answer=answer)
        record = self._go(fix, step, replace(record, state=RunState.READY), chosen.goes_to or step_after(fix, step))
        self.save(record)
        return record

    def _propose(self, fix: Fix, step: Step, record: Record, say: Say) -> Record:
        given = Given(resolved(step.options, record))
        plan = within(self.looking_s, lambda: self.actions.plan(step.action, given), say)
        facts = {**record.report(step.id).facts, **plan.facts}
        record = record.with_report(step.id, facts=facts, outcome=plan.outcome, detail=plan.detail)
        if plan.outcome:
            record = record.with_report(step.id, state=StepState.SKIPPED)
            return self._go(fix, step, record, step.goes_to.get(plan.outcome) or step_after(fix, step))
        shape = self.actions.shapes()[step.action]
        days = step.consent.undo_days if step.consent and step.consent.undo and shape.undoable else 0
        digest = shown(step, plan.saved, facts)
        stays = step.helps_in_part or step.works_around
        proposal = Proposal(step.id, step.action, shape.resource, plan.saved, digest, days, stays)
        return replace(record, state=RunState.CONSENT, proposal=proposal)

    def consent(self, fix: Fix, record: Record, *, given: bool, say: Say) -> Record:
        """Takes the yes or no to the change that was shown, and makes it after a yes."""
        step, proposal = step_of(fix, record.current), record.proposal
        if step is None or proposal is None:
            return self.hand_over(record)
        if given and shown(step, proposal.saved, record.report(step.id).facts) != proposal.digest:
            # The fix file is not the one that was shown: what was said yes to no longer stands
            return self._propose(fix, step, record, say)
        said = Consenting(step.id, self.now(), given, proposal.digest)
        record = replace(record, consents=(*record.consents, said), state=RunState.READY)
        return self._repair(fix, step, record, say) if given else self._refused(fix, step, record)

    def _refused(self, fix: Fix, step: Step, record: Record) -> Record:
        self.note(JournalKind.REFUSED, "fix_refused", record, step.id)
        record = replace(record, proposal=None).with_report(step.id, state=StepState.SKIPPED, outcome="refused")
        if "refused" in step.goes_to:
            return self._go(fix, step, record, step.goes_to["refused"])
        return self.end(record, RunState.FIXED if record.standing() else RunState.STOPPED)

    def _repair(self, fix: Fix, step: Step, record: Record, say: Say) -> Record:
        record = replace(record, acting=Deed.REPAIR)
        self.save(record)
        self.note(JournalKind.CHANGED, "fix_changed", record, step.id)
        return self.act(fix, record, say)

    def act(self, fix: Fix, record: Record, say: Say) -> Record:
        """Makes the proposed change, or finishes it after a crash. Without a recorded yes to it, nothing is touched."""
        proposal = record.proposal
        if proposal is None or not has_consent(record, proposal):
            return self.hand_over(replace(record, acting=None, proposal=None))
        try:
            heard = unstoppable(say) if proposal.is_final else stopping(say, self.changing_s)
            result = self.actions.apply(proposal.action, proposal.saved, heard).bounded()
        except StopAsked:
            return self.end(self.put_back(record), RunState.STOPPED)
        except (ActionFailed, OSError) as failure:
            return self._act_failed(record, proposal, failure)
        record = made(record, proposal, result, self.now())
        step = step_of(fix, proposal.step_id)
        if step is None:
            return self.hand_over(record)
        record = self._go(fix, step, record, step.goes_to.get(result.outcome) or step_after(fix, step))
        self.save(record)
        return record

    def _act_failed(self, record: Record, proposal: Proposal, failure: Exception) -> Record:
        record = self.put_back(record)
        undone = record.report(proposal.step_id).state is StepState.UNDONE
        record = record.with_report(
            proposal.step_id,
            state=StepState.UNDONE if undone else StepState.FAILED,
            outcome="failed",
            detail=str(failure),
        )
        return self.end(record, RunState.NEEDS_PERSON)

    def put_back(self, record: Record, *, also_partial: bool = True) -> Record:
        """Takes back what was half made, then every change in place; what cannot go back stays, and is on record."""
        proposal = record.proposal
        if record.acting is Deed.REPAIR and proposal and proposal.undo_days:
            half = Change(proposal, self.now(), self.now() + timedelta(days=proposal.undo_days))
            record = replace(record, changes=(*record.changes, half))
        record = replace(record, acting=None, proposal=None)
        for change in record.standing():
            if also_partial or not change.proposal.helps_in_part:
                record = self.take_back(record, change)
        return record

    def take_back(self, record: Record, change: Change) -> Record:
        """Takes one change back unless the world moved on; written down and journalled before."""
        action, saved = change.proposal.action, change.proposal.saved
        try:
            if self.actions.hindrance(action, saved):
                return record
            record = replace(record, acting=Deed.UNDO)
            self.save(record)
            self.note(JournalKind.UNDONE, "fix_undone", record, change.proposal.step_id)
            self.actions.undo(action, saved)
        except (ActionFailed, OSError) as failure:
            return replace(record, acting=None).with_report(change.proposal.step_id, detail=str(failure))
        return replace(record, acting=None).with_taken_back(change)

    def let_go(self, record: Record) -> Record:
        """Forgets what was kept for changes whose time to be taken back is over."""
        now = self.now()
        for change in record.standing() if record.has_ended else ():
            if change.until and change.until < now:
                self.actions.forget(change.proposal.action, change.proposal.saved)
                changes = tuple(replace(c, until=None) if c == change else c for c in record.changes)
                record = replace(record, changes=changes)
                self.save(record)
        return record

    def hand_over(self, record: Record) -> Record:
        """Ends with a person: what did not help is put back first."""
        record = self.put_back(record, also_partial=False)
        return self.end(record, RunState.NEEDS_PERSON)

    def end(self, record: Record, state: RunState) -> Record:
        """The record, ended and written."""
        record = replace(record, state=state, ended_at=self.now(), proposal=None)
        self.save(record)
        return record

    def _go(self, fix: Fix, step: Step, record: Record, target: str) -> Record:
        if target == "person":
            return self.hand_over(record)
        if target == "end" or step_of(fix, target) is None:
            changed = any(not change.taken_back for change in record.changes)
            is_fixed = changed or step.kind is StepKind.VERIFY
            return self.end(record, RunState.FIXED if is_fixed else RunState.NOTHING_FOUND)
        return replace(record, current=target, state=RunState.READY)


def resolved(options: Mapping[str, object], record: Record) -> Mapping[str, object]:
    """The options with `$name` replaced by the answer to the question `name`, or the fact `name` measured before."""
    known = record.known()
    return {
        name: known.get(value[1:], "") if isinstance(value, str) and value.startswith("$") else value
        for name, value in options.items()
    }


def shown(step: Step, saved: Saved, facts: Facts) -> str:
    """A name for what the user was asked: the step's words, its action, the exact plan and its facts."""
    text = json.dumps((asdict(step), saved, facts), sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
