"""Solved requests like this one, with what helped: beside a request, for whoever answers it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.words import in_language
from desktop_app.helpdesk.articles import wording_of
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.endings import ARTICLE, FIX, endings
from desktop_app.helpdesk.known_fixes import known_fix
from desktop_app.helpdesk.models import Article, Technician, Ticket
from desktop_app.helpdesk.similar import seen_by

_MOST = 5


@dataclass(frozen=True)
class Helped:
    """An article or a guided fix that a request ended with; `article` is empty for a fix."""

    title: str
    article: str = ""


@dataclass(frozen=True)
class Alike:
    """One solved request."""

    id: str
    number: int
    subject: str
    solved_at: datetime | None
    helped: tuple[Helped, ...]


def alike(found: Sequence[tuple[str, float]], technician: Technician) -> list[Alike]:
    """Those of `found` that the technician may see, in that order."""
    known = seen_by(technician).only("number", "subject", "resolved_at").in_bulk([one for one, _ in found])
    shown = [known[one] for one, _ in found if one in known][:_MOST]
    ended = endings([ticket.pk for ticket in shown])
    titled = titles([named for helped in ended.values() for named in helped])
    return [_line(ticket, ended.get(ticket.pk, ()), titled) for ticket in shown]


def _line(ticket: Ticket, helped: Sequence[str], titled: Mapping[str, Helped]) -> Alike:
    known = tuple(titled[named] for named in helped if named in titled)
    return Alike(ticket.pk, ticket.number, ticket.subject, ticket.resolved_at, known)


def titles(named: Sequence[str]) -> dict[str, Helped]:
    """What those names of things stand for; what is not known any more is left out."""
    ids = [one.removeprefix(ARTICLE) for one in named if one.startswith(ARTICLE)]
    found = {
        ARTICLE + article.pk: Helped(wording_of(article.newest).in_language(words.language())[0], article.pk)
        for article in Article.objects.filter(pk__in=ids).select_related("newest")
        if article.newest
    }
    fixed = {one: known_fix(one.removeprefix(FIX)) for one in named if one.startswith(FIX)}
    return found | {one: Helped(in_language(fix.title, words.language())) for one, fix in fixed.items() if fix}
