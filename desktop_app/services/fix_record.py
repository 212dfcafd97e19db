"""The memory of a run: what is written to disk before anything is changed, and what a page may see of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import Any

from desktop_app.domain.action import Result
from desktop_app.domain.fix import Fix, Run, RunState, Step, StepKind, StepReport, StepState

BACK = "\b"
"""In the place of an answer or a yes: the question before, once more. No choice is called so."""

ENDED = frozenset(
    {RunState.FIXED, RunState.NOTHING_FOUND, RunState.NEEDS_PERSON, RunState.STOPPED, RunState.UNDONE},
)
_AWAITS = (RunState.ASKING, RunState.CONSENT)


class Deed(StrEnum):
    """What was going on when the record was written."""

    REPAIR = "repair"
    UNDO = "undo"


@dataclass(frozen=True)
class Proposal:
    """The change the user is asked about: exactly this one is made after a yes. `digest` names what was shown."""

    step_id: str
    action: str
    resource: str
    saved: Mapping[str, Any]
    digest: str
    undo_days: int = 0
    helps_in_part: bool = False

    @property
    def is_final(self) -> bool:
        """Whether it cannot be taken back."""
        return not self.undo_days


@dataclass(frozen=True)
class Consenting:
    """A yes or a no, when, and to what."""

    step_id: str
    at: datetime
    given: bool
    digest: str


@dataclass(frozen=True)
class Change:
    """A change that was made. `until` None: it cannot be taken back."""

    proposal: Proposal
    at: datetime
    until: datetime | None
    taken_back: bool = False


@dataclass(frozen=True)
class Record:
    """A run as it is on disk. `acting` is set before the computer is touched, cleared after: left set, we died."""

    id: str
    fix_id: str
    started_at: datetime
    state: RunState
    current: str
    steps: tuple[StepReport, ...]
    visits: int = 0
    proposal: Proposal | None = None
    acting: Deed | None = None
    consents: tuple[Consenting, ...] = ()
    changes: tuple[Change, ...] = ()
    ended_at: datetime | None = None

    @property
    def has_ended(self) -> bool:
        """Whether nothing more is awaited."""
        return self.state in ENDED and self.acting is None

    @property
    def is_over(self) -> bool:
        """Whether nothing of it can be finished or taken back any more."""
        return not self.acting and not self.standing()

    @property
    def only_forward(self) -> bool:
        """Whether it died in a change without a way back, which can only be finished now."""
        return self.acting is Deed.REPAIR and self.proposal is not None and self.proposal.is_final

    def report(self, step_id: str) -> StepReport:
        """The report of `step_id`; a blank one when a newer fix file brought that step."""
        return next((r for r in self.steps if r.step_id == step_id), StepReport(step_id, StepState.TO_COME))

    def with_report(self, step_id: str, **changes: Any) -> "Record":
        """The same record, the report of one step changed."""
        changed = replace(self.report(step_id), **changes)
        return replace(self, steps=tuple(changed if r.step_id == step_id else r for r in self.steps))

    def standing(self) -> tuple[Change, ...]:
        """Changes that are still in place and can be taken back, latest first."""
        return tuple(c for c in reversed(self.changes) if c.until and not c.taken_back)

    def in_place(self) -> tuple[Change, ...]:
        """Changes that still stand, also those without a way back, latest first."""
        return tuple(change for change in reversed(self.changes) if not change.taken_back)

    def with_taken_back(self, change: Change) -> "Record":
        """The same record, `change` no longer in place."""
        changes = tuple(replace(c, taken_back=True) if c == change else c for c in self.changes)
        return replace(self, changes=changes).with_report(change.proposal.step_id, state=StepState.UNDONE)

    def known(self) -> dict[str, object]:
        """Everything measured and answered so far: facts by name, answers by step."""
        facts: dict[str, object] = {}
        for report in self.steps:
            facts.update(report.facts)
        return facts | {r.step_id: r.answer for r in self.steps if r.answer}


def first_record(run_id: str, fix: Fix, now: datetime) -> Record:
    """The record of a run that has just begun."""
    reports = tuple(StepReport(step.id, StepState.TO_COME) for step in fix.steps)
    return Record(run_id, fix.id, now, RunState.READY, fix.steps[0].id, reports)


def as_run(record: Record, *, is_busy: bool = False) -> Run:
    """What pages and the command line see. `is_busy`: some program is acting on it right now."""
    state = RunState.INTERRUPTED if record.acting and not is_busy else record.state
    until = [change.until for change in record.standing() if change.until]
    return Run(
        record.id,
        record.fix_id,
        record.started_at,
        state,
        record.current,
        record.steps,
        undo_until=min(until, default=None),
        ended_at=record.ended_at,
    )


def step_of(fix: Fix, step_id: str) -> Step | None:
    """The step `step_id` of `fix`; None when its file changed since the run began."""
    return next((step for step in fix.steps if step.id == step_id), None)


def step_after(fix: Fix, step: Step) -> str:
    """The id of the step that follows, `end` after the last."""
    position = fix.steps.index(step) + 1
    return fix.steps[position].id if position < len(fix.steps) else "end"


def asked_before(fix: Fix, run: Run | Record) -> Step | None:
    """The question to which one may go back from what is awaited: the last one answered, while nothing was changed."""
    reports = {report.step_id: report for report in run.steps if report.state is not StepState.TO_COME}
    done = [step for step in fix.steps if step.id in reports]
    if run.state not in _AWAITS or any(_touched(step, reports[step.id]) for step in done):
        return None
    earlier = [step for step in takewhile(lambda step: step.id != run.current, done) if reports[step.id].answer]
    return earlier[-1] if earlier else None


def _touched(step: Step, report: StepReport) -> bool:
    return step.kind is StepKind.REPAIR and report.state not in (StepState.NOW, StepState.SKIPPED)


def stepped_back(fix: Fix, record: Record) -> Record:
    """The record at the question before, what was answered and measured from there on forgotten; else as it is."""
    question = asked_before(fix, record)
    if question is None:
        return record
    since = {step.id for step in fix.steps[fix.steps.index(question) :]}
    blank = tuple(StepReport(r.step_id, StepState.TO_COME) if r.step_id in since else r for r in record.steps)
    return replace(record, steps=blank, current=question.id, state=RunState.READY, proposal=None)


def has_consent(record: Record, proposal: Proposal) -> bool:
    """Whether the last word on exactly this change was a yes, and it was not used before."""
    said = [consent for consent in record.consents if consent.step_id == proposal.step_id]
    used = sum(change.proposal.step_id == proposal.step_id for change in record.changes)
    yes = [consent for consent in said if consent.given]
    return bool(said) and said[-1].given and said[-1].digest == proposal.digest and len(yes) > used


def made(record: Record, proposal: Proposal, result: Result, at: datetime) -> Record:
    """The record once the proposed change was made: what came out of it, and until when it can be taken back."""
    before = record.report(proposal.step_id)
    until = None if proposal.is_final else at + timedelta(days=proposal.undo_days)
    facts, detail = {**before.facts, **result.facts}, result.detail or before.detail
    record = record.with_report(
        proposal.step_id, state=StepState.DONE, outcome=result.outcome, facts=facts, detail=detail
    )
    earlier = record.changes if until else final(record.changes, proposal.resource)
    changes = (*earlier, Change(proposal, at, until))
    return replace(record, acting=None, proposal=None, changes=changes, state=RunState.READY)


def final(changes: tuple[Change, ...], resource: str) -> tuple[Change, ...]:
    """A change that cannot be taken back ends the way back of the ones before it on the same thing."""
    return tuple(replace(c, until=None) if c.proposal.resource == resource else c for c in changes)
