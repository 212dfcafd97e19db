"""Guided fixes that may end a request, with how often each helped: beside it, for whoever answers it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop_app.domain.fix import Fix
from desktop_app.domain.words import in_language, nearest_language
from desktop_app.helpdesk import fix_counts
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.endings import FIX
from desktop_app.helpdesk.figures import Share
from desktop_app.helpdesk.known_fixes import fitting, known_fixes
from desktop_app.helpdesk.models import Ticket
from desktop_app.helpdesk.similar import voices
from desktop_app.knowledge.answers import ranked

_MOST, _LOOKED_AT = 3, 12
_SPAN = timedelta(days=365)
_NOT_TO_ITS_END = ("stopped", "undone")


@dataclass(frozen=True)
class SuggestedFix:
    """`helped`: of its runs on all desktops in a year. `was_tried`: by this person, to its end, in vain."""

    id: str
    title: str
    helped: Share
    was_tried: bool


def suggested_fixes(ticket: Ticket, alike: Sequence[tuple[str, float]]) -> list[SuggestedFix]:
    """What fits the subject of the request and its machine, best first, what was tried in vain last; solved requests
    that are `alike` vote for what ended them.
    """
    system = ticket.device.system if ticket.device else ""
    possible = {one: fix for one, fix in known_fixes().items() if not system or system in fix.systems}
    near = fitting(ticket.subject, nearest_language(ticket.language), _LOOKED_AT)
    chosen = [possible[one] for one in ranked(near, voices(alike, FIX), possible)]
    tried = set(ticket.attempts.exclude(result__in=_NOT_TO_ITS_END).values_list("fix_id", flat=True))
    return _with_counts(sorted(chosen, key=lambda fix: fix.id in tried)[:_MOST], tried)


def _with_counts(fixes: Sequence[Fix], tried: set[str]) -> list[SuggestedFix]:
    since = (datetime.now(UTC) - _SPAN).date()
    rows = {row.fix: row for row in fix_counts.table(since, [fix.id for fix in fixes])} if fixes else {}
    return [
        SuggestedFix(fix.id, in_language(fix.title, words.language()), _share(rows.get(fix.id)), fix.id in tried)
        for fix in fixes
    ]


def _share(row: fix_counts.Row | None) -> Share:
    return Share(row.helped, row.ran) if row else Share(0, 0)
