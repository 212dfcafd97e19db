"""Problems that come again: requests that share a tag, or a guided fix that did not help; and what to do about it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.db.models import Count

from desktop_app.helpdesk import fix_counts
from desktop_app.helpdesk.figures import Span
from desktop_app.helpdesk.models import Attempt, Ticket

_MOST, _FEWEST = 8, 3
_SUDDEN, _MANY = timedelta(hours=24), 5
_WEAK = 50


class Act(StrEnum):
    """What helps against it; each is `recurring_…` of the console's words."""

    ANNOUNCE = "announce"
    WRITE = "write"
    IMPROVE = "improve"
    NONE = "none"


@dataclass(frozen=True)
class Problem:
    """`tag` or `fix` names it. `percent`: how many of a hundred runs of the fix help; None for a tag, or no runs."""

    count: int
    act: Act
    tag: str = ""
    fix: str = ""
    percent: int | None = None


def problems(span: Span) -> list[Problem]:
    """Those with the most requests first."""
    found = [*_by_fix(span), *_by_tag(span)]
    return sorted(found, key=lambda problem: (-problem.count, problem.fix, problem.tag))[:_MOST]


def _by_fix(span: Span) -> list[Problem]:
    helps = {row.fix: row.percent for row in fix_counts.table(span.start.date())}
    tried = Attempt.objects.filter(span.of("ticket__created_at")).exclude(result="fixed")
    counted = tried.values_list("fix_id").annotate(count=Count("ticket", distinct=True)).filter(count__gte=_FEWEST)
    sudden = _sudden("attempts__fix_id")
    return [
        Problem(count, _act_on_fix(helps.get(fix), is_sudden=fix in sudden), fix=fix, percent=helps.get(fix))
        for fix, count in counted.order_by("-count", "fix_id")[:_MOST]
    ]


def _act_on_fix(percent: int | None, *, is_sudden: bool) -> Act:
    if is_sudden:
        return Act.ANNOUNCE
    return Act.IMPROVE if percent is not None and percent < _WEAK else Act.NONE


def _by_tag(span: Span) -> list[Problem]:
    counted = Ticket.objects.filter(span.of("created_at")).exclude(tags=None).values_list("tags__name")
    often = counted.annotate(count=Count("pk")).filter(count__gte=_FEWEST).order_by("-count", "tags__name")[:_MOST]
    sudden, told = _sudden("tags__name"), _told()
    acts = {True: Act.ANNOUNCE, False: Act.WRITE}
    return [
        Problem(count, Act.NONE if name in told and name not in sudden else acts[name in sudden], tag=name)
        for name, count in often
    ]


def _sudden(field: str) -> set[str]:
    """What came up on many machines since yesterday."""
    since = Ticket.objects.filter(created_at__gte=datetime.now(UTC) - _SUDDEN).exclude(**{field: None})
    counted = since.values_list(field).annotate(count=Count("requester", distinct=True)).filter(count__gte=_MANY)
    return {name for name, _ in counted.order_by()}


def _told() -> set[str]:
    """Tags of requests that an article was written of: it is known how to help."""
    return set(Ticket.objects.exclude(articles=None).exclude(tags=None).values_list("tags__name", flat=True))
