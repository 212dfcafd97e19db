"""What helped with a request: articles it was answered with or that were written of it, and fixes that worked."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping

from desktop_app.domain.ticket import Visibility
from desktop_app.helpdesk.models import Article, Attempt, Entry
from desktop_app.protocol.articles import LINK
from desktop_app.protocol.base import ID_PATTERN

ARTICLE, FIX = "article:", "fix:"
"""What the name of a thing that helped begins with."""

_NAMED = re.compile(LINK + "(" + ID_PATTERN.strip("^$") + ")")


def endings(tickets: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """By request, what helped, each once; a request without any is left out."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    answers = Entry.objects.filter(ticket__in=tickets, visibility=Visibility.PUBLIC, body__contains=LINK)
    for ticket, body in answers.exclude(technician=None).order_by("position").values_list("ticket", "body"):
        found[ticket].update(dict.fromkeys(ARTICLE + named for named in _NAMED.findall(body)))
    for ticket, article in Article.objects.filter(ticket__in=tickets).values_list("ticket", "pk"):
        found[str(ticket)][ARTICLE + article] = None
    for ticket, fix in Attempt.objects.filter(ticket__in=tickets, result="fixed").values_list("ticket", "fix_id"):
        found[ticket][FIX + fix] = None
    return {ticket: tuple(named) for ticket, named in found.items()}
