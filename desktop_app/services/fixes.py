"""Guided fixes as pages and commands use them: begin, go on, stop, take back, resume."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import uuid_utils

from desktop_app import resources
from desktop_app.domain.action import StopAsked
from desktop_app.domain.errors import BadFixFile, CannotUndo, NotFound, RefusedByPolicy, SupportError
from desktop_app.domain.fix import Facts, Fix, Run, RunState
from desktop_app.domain.words import Language, in_language
from desktop_app.protocol.tickets import Attempt
from desktop_app.services.fix_engine import Actions, Engine
from desktop_app.services.fix_notes import Holds, Notes, Stops, resource_of
from desktop_app.services.fix_ports import Journal, Packs, RunStore, Settings
from desktop_app.services.fix_record import BACK, ENDED, Record, as_run, first_record, stepped_back
from desktop_app.services.fix_view import RunView, measured, view_of

Ended = Callable[[str, str, RunState, datetime], object]
"""Called with the fix, its title, how a run of it ended, and when."""


def _nobody(_fix: str, _title: str, _state: RunState, _at: datetime) -> None:
    """Nobody counts."""


Progress = Callable[[str, float], None]
"""Called with a sentence and the share done, 0 to 1."""

# Stop waits for the part of a change that is under way: the longest deadline of a tool, and some
_LONGEST_PART_S = 40
_OFFERED_FOR = timedelta(days=7)
_KEPT_FOR = timedelta(days=90)
_JUST_NOW = timedelta(hours=1)
_DID_NOT_HELP = frozenset({RunState.FIXED, RunState.NOTHING_FOUND, RunState.NEEDS_PERSON})


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Fixes:
    """Every guided fix of this computer, and every run of one."""

    def __init__(  # noqa: PLR0913 -- the ports of the service, joined once in bootstrap
        self,
        packs: Packs,
        actions: Actions,
        runs: RunStore,
        journal: Journal,
        settings: Settings,
        *,
        system: str = "linux",
        language: Callable[[], Language] = lambda: "fr",
        now: Callable[[], datetime] = _utc_now,
        ended: Ended = _nobody,
    ) -> None:
        self._packs = packs
        self._actions = actions
        self._runs = runs
        self._settings = settings
        self._system = system
        self._language = language
        self._now = now
        notes = Notes(packs, journal, language)
        self._engine = Engine(actions, runs.save, notes.note, now)
        self._tell = _teller(ended, notes, now)
        self._holds = Holds(runs, notes)
        self._stops = Stops(notes)

    def all(self) -> list[Fix]:
        """Every fix that works on this system and that the organisation allows."""
        fixes = self._packs.fixes().values()
        return [fix for fix in fixes if self._system in fix.systems and not self.is_locked(fix.id)]

    def fix(self, fix_id: str) -> Fix:
        """The fix `fix_id`, also one that this system cannot run; NotFound."""
        try:
            return self._packs.fixes()[fix_id]
        except KeyError:
            raise NotFound(name=fix_id) from None

    def faults(self) -> list[BadFixFile]:
        """The fix files that could not be read."""
        return self._packs.faults()

    def begin(self, fix_id: str) -> Run:
        """A new run, nothing done yet; RefusedByPolicy when the organisation forbids this fix."""
        fix = self.fix(fix_id)
        if fix not in self.all():
            raise RefusedByPolicy(setting="fixes.locked")
        record = first_record(str(uuid_utils.uuid7()), fix, self._now())
        self._runs.save(record)
        return as_run(record)

    def is_locked(self, fix_id: str) -> bool:
        """Whether the organisation keeps this fix from its people."""
        return fix_id in set(self._settings.value("fixes.locked") or ())

    def tried(self, fix_id: str) -> Run | None:
        """The run of this fix that ended less than an hour ago, and after which the person is back; None."""
        for record in self._runs.records():
            ended = record.ended_at if record.state in _DID_NOT_HELP else None
            if record.fix_id == fix_id and ended and timedelta(0) <= self._now() - ended < _JUST_NOW:
                return as_run(record)
        return None

    def run(self, run_id: str) -> Run:
        """Where the run stands; NotFound."""
        return self._holds.as_run(self._runs.load(run_id))

    def view(self, run_id: str, language: Language) -> RunView:
        """The run in words, ready to draw."""
        record = self._runs.load(run_id)
        run, fix = self._holds.as_run(record), self.fix(record.fix_id)
        is_stuck = record.only_forward and run.state is RunState.INTERRUPTED
        return view_of(fix, run, language, record.in_place(), only_forward=is_stuck)

    def advance(
        self,
        run_id: str,
        answer: str | None = None,
        consent: bool | None = None,
        progress: Progress | None = None,
    ) -> Run:
        """Runs until something is awaited or the run ends; an interrupted change is finished first.

        BACK in the place of an `answer` asks the question before once more, where nothing was changed yet.
        """
        with self._holds.run(run_id):
            record = self._runs.load(run_id)
            if record.has_ended:
                return as_run(record)
            fix, say = self.fix(record.fix_id), self._stops.listener(run_id, progress)
            try:
                record = self._heard(fix, record, answer, consent, say)
                record = self._engine.forward(fix, record, say)
            except StopAsked:
                record = self._runs.load(run_id)
                if not record.has_ended or record.standing():
                    record = self._stopped(record)
            self._runs.save(record)
            return self._tell(record)

    def _heard(self, fix: Fix, record: Record, answer: str | None, consent: bool | None, say: Progress) -> Record:
        if record.acting:
            return self._finished(fix, record, say)
        if answer == BACK:
            return stepped_back(fix, record)
        if record.state is RunState.ASKING and answer is not None:
            return self._engine.answer(fix, record, answer)
        if record.state is RunState.CONSENT and consent is not None and record.proposal:
            with self._holds.resource(record, record.proposal.resource):
                return self._engine.consent(fix, record, given=consent, say=say)
        return record

    def _finished(self, fix: Fix, record: Record, say: Progress) -> Record:
        with self._holds.resource(record, resource_of(record)):
            return self._engine.act(fix, record, say) if record.proposal else self._stopped(record)

    def stop(self, run_id: str) -> Run:
        """Stops at the next safe point and puts back what was changed; a run that ended stays as it is.

        CannotUndo `only_forward`: it died in a change without a way back, which `advance` finishes.
        """
        self._stops.press(run_id)
        with self._holds.run(run_id, wait_s=_LONGEST_PART_S):
            self._stops.release(run_id)
            record = self._runs.load(run_id)
            if record.only_forward:
                raise CannotUndo(reason="only_forward")
            return as_run(record) if record.has_ended else self._tell(self._stopped(record))

    def _stopped(self, record: Record) -> Record:
        was_undoing_a_finished_run = record.state in ENDED
        state = RunState.UNDONE if was_undoing_a_finished_run else RunState.STOPPED
        return self._engine.end(self._engine.put_back(record), state)

    def undo(self, run_id: str) -> Run:
        """Takes back every change of a run; CannotUndo with `reason`, a key `cannot_undo_…` of the words of fixes."""
        with self._holds.run(run_id):
            record = self._runs.load(run_id)
            if refusal := _refusal(record, self._actions, self._now()):
                raise CannotUndo(reason=refusal)
            for change in record.standing():
                with self._holds.resource(record, change.proposal.resource):
                    record = self._engine.take_back(record, change)
                if change in record.standing():
                    self._runs.save(record)
                    raise CannotUndo(reason="failed")
            return self._tell(self._engine.end(record, RunState.UNDONE))

    def tidy(self) -> None:
        """To be called now and then: lets go of what is held for changes that can no longer be taken back, and of runs
        older than 90 days. One that was interrupted in a change, or may still be undone, stays however old it is.
        """
        for record in self._runs.records():
            if not self._holds.is_busy(record):
                with self._holds.run(record.id):
                    record = self._engine.let_go(self._runs.load(record.id))
                    if record.is_over and self._now() - record.started_at > _KEPT_FOR:
                        self._runs.remove(record.id)

    def preview(self, run_id: str) -> Facts:
        """What the repair asked about would change, measured, with nothing changed; empty when none is asked."""
        record = self._runs.load(run_id)
        return record.report(record.proposal.step_id).facts if record.proposal else {}

    def open_runs(self) -> list[Run]:
        """Runs to offer again, newest first: interrupted in a change, or the latest waiting one of a fix.

        What has waited for more than a week is not offered any more; an interrupted change always is.
        """
        known, since, seen, found = self._packs.fixes(), self._now() - _OFFERED_FOR, set[str](), []
        for record in self._runs.records():
            is_latest = record.fix_id not in seen and record.started_at > since
            seen.add(record.fix_id)
            is_open = not record.has_ended and record.fix_id in known and not self._holds.is_busy(record)
            if is_open and (record.acting or is_latest):
                found.append(self._holds.as_run(record))
        return found

    def history(self) -> list[Run]:
        """Every run, newest first."""
        return [self._holds.as_run(record) for record in self._runs.records()]

    def attempt(self, run_id: str, language: Language | None = None) -> Attempt:
        """What was tried and what was measured before and after, to go with a request."""
        record = self._runs.load(run_id)
        fix, spoken = self.fix(record.fix_id), language or self._language()
        before, after = measured(fix, as_run(record), spoken)
        results = {RunState.FIXED: "fixed", RunState.UNDONE: "undone", RunState.STOPPED: "stopped"}
        return Attempt.model_validate(
            {
                "fix_id": fix.id,
                "title": in_language(fix.title, spoken),
                "result": results.get(record.state, "not_fixed"),
                "before": before,
                "after": after,
            }
        )


def _teller(ended: Ended, notes: Notes, now: Callable[[], datetime]) -> Callable[[Record], Run]:
    """Tells how a run ended, when it has, and gives it. That nobody could be told never spoils a repair."""

    def tell(record: Record) -> Run:
        if record.has_ended:
            with suppress(SupportError):
                ended(record.fix_id, notes.title(record), record.state, now())
        return as_run(record)

    return tell


def _refusal(record: Record, actions: Actions, now: datetime) -> str:
    """Why the run cannot be taken back: a key `cannot_undo_…`, or nothing."""
    standing = record.standing()
    if not standing:
        return "final" if record.in_place() else "nothing_changed"
    if any(change.until and change.until < now for change in standing):
        return "too_late"
    reasons = (actions.hindrance(c.proposal.action, c.proposal.saved) for c in standing)
    return next((reason for reason in reasons if reason), "")


def why_not_undone(error: CannotUndo, language: Language) -> str:
    """The sentence for a refused undo."""
    return resources.sentence("fixes", f"cannot_undo_{error.facts.get('reason', 'failed')}", language)
