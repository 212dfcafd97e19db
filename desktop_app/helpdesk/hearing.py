"""Users' own words for what helped: heard without names, judged by a technician, learnt by every desktop's search."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from desktop_app.domain.words import LANGUAGES
from desktop_app.helpdesk.endings import endings
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Heard, Person, Technician, Ticket
from desktop_app.knowledge.language import fold, words
from desktop_app.protocol.wordings import MOST_WORDINGS

if TYPE_CHECKING:
    from desktop_app.domain.redaction.known import KnownValues

_State = Heard.State
_LONGEST, _FEWEST_WORDS = 100, 2
# Of one thing: so many wait to be judged, and so many are learnt
_MOST_WAITING, _MOST_LEARNT = 30, 30
_SHORTEST_NAME = 3
_BETWEEN_NAMES = re.compile(r"[\s.@_-]+")


def request_ended(ticket: Ticket) -> None:
    """Hear the subject of a solved request as a wording of each thing that helped; in the caller's transaction."""
    for about in sorted(endings([ticket.pk]).get(ticket.pk, ())):
        hear(about, ticket.language, ticket.subject, _people(ticket))


def hear(about: str, language: str, said: str, known: KnownValues | None = None) -> bool:
    """Keep `said` to be judged; whether it is kept. Words that would name somebody are not.

    Heard once more, it is counted; what was refused stays refused.
    """
    plain = " ".join(said.split())[:_LONGEST]
    told = [form for form, _ in words(plain, language)]
    if language not in LANGUAGES or len(told) < _FEWEST_WORDS or _names_somebody(plain, known):
        return False
    now = datetime.now(UTC)
    mine = Heard.objects.select_for_update().filter(about=about, language=language, key=fold(plain)).first()
    if mine is not None:
        mine.times, mine.heard_at = mine.times + 1, now
        mine.save(update_fields=["times", "heard_at"])
        return True
    if Heard.objects.filter(about=about, state=_State.NEW).count() >= _MOST_WAITING:
        return False
    Heard.objects.create(about=about, language=language, said=plain, key=fold(plain), heard_at=now)
    return True


def judge(heard_id: str, by: Technician, *, accept: bool) -> None:
    """Let desktops learn it, or not. Raises Heard.DoesNotExist."""
    with transaction.atomic():
        mine = Heard.objects.select_for_update().get(pk=heard_id)
        mine.state = _State.ACCEPTED if accept else _State.REFUSED
        mine.judged_by, mine.judged_at = by, datetime.now(UTC)
        mine.save()
        feed.tell_all("articles")


def learnt() -> tuple[str, list[Heard]]:
    """What desktops learn, and a tag that differs as soon as they learn something else."""
    accepted = Heard.objects.filter(state=_State.ACCEPTED).order_by("-times", "-heard_at", "pk")
    counts: dict[str, int] = {}
    found = []
    for one in accepted[:MOST_WORDINGS]:
        counts[one.about] = counts.get(one.about, 0) + 1
        if counts[one.about] <= _MOST_LEARNT:
            found.append(one)
    found.sort(key=lambda one: one.pk)
    return hashlib.sha256(" ".join(str(one.pk) for one in found).encode()).hexdigest()[:32], found


def _names_somebody(text: str, known: KnownValues | None) -> bool:
    from desktop_app.domain.redaction.known import KnownValues
    from desktop_app.domain.redaction.redactor import CountingFromOne, Redactor  # a server starts without it

    return bool(Redactor(known or KnownValues(), CountingFromOne()).find(text))


def _people(ticket: Ticket) -> KnownValues:
    """Everybody who took part, by each of their names, and the machine."""
    written = ticket.entries.exclude(technician=None).values_list("technician__name", flat=True).distinct()
    return names_of(ticket.requester, *written, hosts=(ticket.device.hostname,) if ticket.device else ())


def names_of(person: Person, *others: str, hosts: tuple[str, ...] = ()) -> KnownValues:
    """What names them: each part of each name."""
    from desktop_app.domain.redaction.known import KnownValues

    names = _BETWEEN_NAMES.split(" ".join((person.name, person.login, person.email, *others)))
    return KnownValues(users=tuple(dict.fromkeys(name for name in names if len(name) >= _SHORTEST_NAME)), hosts=hosts)
