"""Where a run stands, read in one go on a worker: everything the page draws, with nothing left to ask."""

from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.fix import Facts, Run, RunState
from desktop_app.domain.words import Language, in_language
from desktop_app.services.fix_view import RunView
from desktop_app.services.fixes import Fixes

ENDED = frozenset(
    {RunState.FIXED, RunState.NOTHING_FOUND, RunState.NEEDS_PERSON, RunState.STOPPED, RunState.UNDONE},
)


@dataclass(frozen=True)
class Standing:
    """A run in words, its times, and the lines behind the fold."""

    view: RunView
    started_at: datetime
    ended_at: datetime | None
    technical: tuple[str, ...]

    @property
    def has_ended(self) -> bool:
        """Whether nothing more is awaited."""
        return self.view.state in ENDED

    @property
    def minutes_taken(self) -> int:
        """From the first step to the last, at least one."""
        end = self.ended_at or self.started_at
        return max(1, round((end - self.started_at).total_seconds() / 60))


@dataclass(frozen=True)
class Door:
    """What stands before a fix that is asked for: the title, a try of the last hour, whether it is locked."""

    fix_id: str
    title: str
    tried: str = ""
    is_locked: bool = False


def opened(fixes: Fixes, fix_id: str, language: Language, *, again: bool) -> "Standing | Door":
    """A run of the fix that has just begun, or why it did not begin yet. Raises NotFound, RefusedByPolicy."""
    if fixes.is_locked(fix_id):
        return Door(fix_id, in_language(fixes.fix(fix_id).title, language), is_locked=True)
    tried = None if again else fixes.tried(fix_id)
    if tried is not None:
        return Door(fix_id, in_language(fixes.fix(fix_id).title, language), tried.id)
    return read(fixes, fixes.begin(fix_id).id, language)


def read(fixes: Fixes, run_id: str, language: Language) -> Standing:
    """The run as it stands now. Raises NotFound."""
    view, run = fixes.view(run_id, language), fixes.run(run_id)
    planned = fixes.preview(run_id) if view.state is RunState.CONSENT else {}
    return _standing(view, run, planned)


def _standing(view: RunView, run: Run, planned: Facts) -> Standing:
    technical = (*view.technical, *(f"{name} = {value}" for name, value in planned.items()))
    return Standing(view, run.started_at, run.ended_at, technical)
