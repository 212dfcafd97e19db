"""Proactive, but quiet: looks with the checks of guided fixes, says one thing a day at most, is silenced at once."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from desktop_app.domain.action import ActionFailed, Given, Result
from desktop_app.domain.errors import FixBusy
from desktop_app.domain.fix import Fix, RunState
from desktop_app.domain.journal import JournalKind
from desktop_app.domain.nudge import KINDS, Kind, Nudge

if TYPE_CHECKING:
    from desktop_app.domain.words import Language
    from desktop_app.protocol.desk import Incident
    from desktop_app.services.fix_record import Record

_log = logging.getLogger(__name__)
_CURRENT, _LAST, _PUT_OFF = "nudges:current", "nudges:last", "nudges:put_off"
_ONE_DAY, _NOT_NOW = timedelta(days=1), timedelta(days=3)
_SETTLED = frozenset({RunState.FIXED, RunState.NOTHING_FOUND})


@dataclass(frozen=True)
class NudgeWords:
    """A nudge as it is read: what it is about, what was measured, what its button does."""

    title: str
    sentence: str
    button: str


class Runs(Protocol):
    """Runs of guided fixes, and the locks that programs share."""

    def records(self) -> list[Record]:
        """Every readable record, newest first."""

    def hold(self, name: str, wait_s: float = 0) -> AbstractContextManager[None]:
        """Holds `name` among all programs of this user; FixBusy when another has it."""

    def is_held(self, name: str) -> bool:
        """Whether some program holds `name` now."""


class Notes(Protocol):
    """Small named texts."""

    def get(self, name: str) -> str:
        """The text, or nothing."""

    def put(self, name: str, value: str) -> None:
        """Keep it."""

    def drop(self, name: str) -> None:
        """Forget it."""


class Settings(Protocol):
    """The settings `nudges.…`."""

    def value(self, key: str) -> Any:
        """The value in force."""

    def set(self, key: str, value: object) -> None:
        """Keep the person's choice. Raises RefusedByPolicy."""


class Journal(Protocol):
    """The user's own journal."""

    def record(self, kind: JournalKind, key: str, facts: dict[str, str]) -> object:
        """Writes one line."""


class Nudges:
    """Looking is for a short program of its own (`look`); everything else is quick and reads what it left.

    `check` measures, `hindrance` says why now is not the moment (`saving_power`, `metered`, `full_screen`, or nothing).
    """

    def __init__(  # noqa: PLR0913 -- the ports of the service, joined once in bootstrap
        self,
        fixes: Callable[[], Sequence[Fix]],
        check: Callable[[str, Given], Result],
        hindrance: Callable[[], str],
        runs: Runs,
        notes: Notes,
        settings: Settings,
        journal: Journal,
        incidents: Callable[[], Sequence[Incident]],
        language: Callable[[], Language] = lambda: "fr",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._fixes, self._check, self._of_moment = fixes, check, hindrance
        self._runs, self._notes, self._settings, self._journal = runs, notes, settings, journal
        self._incidents, self._language, self._now = incidents, language, now

    def is_due(self) -> bool:
        """Whether a look is worth starting a program: it is wanted, and something could come of it."""
        return bool(self._settings.value("nudges.on")) and (bool(self._notes.get(_CURRENT)) or not self._said_today())

    def current(self) -> Nudge | None:
        """What there is to tell; None once it is not wanted any more, or a guided fix has settled it since."""
        nudge, is_wanted = self._kept(), bool(self._settings.value("nudges.on"))
        if nudge is None or not is_wanted or nudge.kind in self._settings.value("nudges.silenced"):
            return None
        return None if any(self._settles(record, nudge) for record in self._runs.records()) else nudge

    def words(self, nudge: Nudge, language: Language) -> NudgeWords:
        """The nudge in words; what was measured is said by the fix itself."""
        from desktop_app import resources
        from desktop_app.services.fix_view import fill

        fix = next((fix for fix in self._fixes() if fix.id == nudge.fix_id), None)
        measured = fix.steps[0].outcomes.get(nudge.outcome) if fix else None
        title, button = (resources.sentence("nudges", f"{nudge.kind}{part}", language) for part in ("", "_action"))
        return NudgeWords(title, fill(measured, language, nudge.facts), button)

    def look(self) -> str:
        """Look once, one check after the other, unless now is not the moment: then why, as a key."""
        try:
            with self._runs.hold("nudges"):
                hindrance = self._hindrance()
                if not hindrance:
                    self._look()
        except FixBusy:
            return "looking"
        return hindrance

    def later(self) -> None:
        """Not now: nothing of this kind for some days."""
        if nudge := self._kept():
            put_off = {**self._put_off(), nudge.kind: self._now().isoformat()}
            self._notes.put(_PUT_OFF, json.dumps(put_off))
            self._leave(nudge, "nudge_later")

    def never(self) -> None:
        """Nothing of this kind any more. Raises RefusedByPolicy when that is not the person's to decide."""
        if nudge := self._kept():
            silenced = {*self._settings.value("nudges.silenced"), nudge.kind}
            self._settings.set("nudges.silenced", sorted(silenced))
            self._leave(nudge, "nudge_never")

    def _hindrance(self) -> str:
        if not self._settings.value("nudges.on"):
            return "off"
        if any(self._runs.is_held(f"run-{record.id}") for record in self._runs.records() if not record.has_ended):
            return "fixing"
        return self._of_moment()

    def _look(self) -> None:
        if kept := self._kept():
            kind = next((kind for kind in KINDS if kind.key == kept.kind), None)
            if kind is None or self._found(kind) is None:
                self._notes.drop(_CURRENT)
        if self._said_today():
            return
        silenced = {*self._settings.value("nudges.silenced"), *self._still_put_off()}
        found = (self._found(kind) for kind in KINDS if kind.key not in silenced)
        if nudge := next((nudge for nudge in found if nudge), None):
            self._tell(nudge)

    def _found(self, kind: Kind) -> Nudge | None:
        likeliest = sorted(self._fixes(), key=lambda fix: (fix.id != kind.fix_id, fix.id))
        pairs = ((fix, kind.step_of(fix)) for fix in likeliest)
        fix, step = next(((fix, step) for fix, step in pairs if step), (None, None))
        if fix is None or step is None:
            return None
        try:
            result = self._check(step.action, Given(step.options))
        except (ActionFailed, OSError) as failure:
            _log.info("%s: %s", step.action, failure)
            return None
        days = int(self._settings.value(kind.days_key)) if kind.days_key else 0
        if not kind.is_met(result.outcome, result.facts, days):
            return None
        return Nudge(kind.key, fix.id, result.outcome, self._now(), result.facts, self._explained(fix.id, kind.check))

    def _explained(self, fix_id: str, check: str) -> str:
        """The known incident that names the fix or its check."""
        return next((one.id for one in self._incidents() if {fix_id, check} & set(one.fixes)), "")

    def _tell(self, nudge: Nudge) -> None:
        self._notes.put(_CURRENT, json.dumps(nudge.fields))
        self._notes.put(_LAST, nudge.at.isoformat())
        self._write_down(JournalKind.SEEN, "nudge_known" if nudge.incident else "nudge_told", nudge)

    def _leave(self, nudge: Nudge, key: str) -> None:
        self._notes.drop(_CURRENT)
        self._write_down(JournalKind.REFUSED, key, nudge)

    def _write_down(self, kind: JournalKind, key: str, nudge: Nudge) -> None:
        title = self.words(nudge, self._language()).title
        self._journal.record(kind, key, {"title": title.rstrip(".")})

    def _kept(self) -> Nudge | None:
        try:
            kept = json.loads(self._notes.get(_CURRENT) or "{}")
            return Nudge(**{**kept, "at": datetime.fromisoformat(kept["at"])}) if kept else None
        except (ValueError, TypeError, KeyError):  # kept by another version of the program
            return None

    @staticmethod
    def _settles(record: Record, nudge: Nudge) -> bool:
        is_later = record.ended_at is not None and record.ended_at >= nudge.at
        return record.fix_id == nudge.fix_id and is_later and record.state in _SETTLED

    def _said_today(self) -> bool:
        last = self._notes.get(_LAST)
        return bool(last) and timedelta(0) <= self._now() - datetime.fromisoformat(last) < _ONE_DAY

    def _put_off(self) -> dict[str, str]:
        put_off: dict[str, str] = json.loads(self._notes.get(_PUT_OFF) or "{}")
        return put_off

    def _still_put_off(self) -> set[str]:
        since = self._now() - _NOT_NOW
        return {kind for kind, at in self._put_off().items() if datetime.fromisoformat(at) > since}
