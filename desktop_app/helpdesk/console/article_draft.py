"""An article begun from a solved request: the words that solved it, without the person they were written to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.domain.ticket import EntryKind, Visibility
from desktop_app.helpdesk.models import Entry, Ticket
from desktop_app.helpdesk.wording import Wording
from desktop_app.protocol.articles import LONGEST_ARTICLE

if TYPE_CHECKING:
    from desktop_app.domain.redaction.known import KnownValues

_SHORTEST_NAME = 3


def solution_of(ticket: Ticket) -> Entry | None:
    """The words that solved it: the last solution, else the last public answer."""
    answers = ticket.entries.filter(visibility=Visibility.PUBLIC).exclude(technician=None).order_by("-position")
    return answers.filter(kind=EntryKind.SOLUTION).first() or answers.filter(kind=EntryKind.MESSAGE).first()


def draft_from(ticket: Ticket) -> tuple[Wording, int]:
    """Title and text in the language of the request, and how many personal values were masked in them."""
    from desktop_app.domain.redaction.redactor import CountingFromOne, Redactor, replaced  # only this button needs it

    redactor = Redactor(_known(ticket), CountingFromOne())
    solution = solution_of(ticket)
    title, body = ticket.subject, solution.body[:LONGEST_ARTICLE] if solution else ""
    in_title, in_body = redactor.find(title), redactor.find(body)
    words = replaced(title, in_title)[:200], replaced(body, in_body)[:LONGEST_ARTICLE]
    return Wording({ticket.language: words[0]}, {ticket.language: words[1]}), len(in_title) + len(in_body)


def _known(ticket: Ticket) -> KnownValues:
    """Who asked, in full and by each name alone, and on which machine."""
    from desktop_app.domain.redaction.known import KnownValues

    person = ticket.requester
    names = [person.name, person.login, person.email, *re.split(r"[\s.@_-]+", f"{person.name} {person.login}")]
    users = dict.fromkeys(name for name in names if len(name) >= _SHORTEST_NAME)
    return KnownValues(users=tuple(users), hosts=(ticket.device.hostname,) if ticket.device else ())
