"""Solved requests that say what another one says: an index that each process makes itself and keeps up to date."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from threading import Lock

from django.db.models import Q, QuerySet

from desktop_app.domain.ticket import Status
from desktop_app.helpdesk.endings import ARTICLE, endings
from desktop_app.helpdesk.models import Entry, Technician, Ticket
from desktop_app.knowledge.answers import Voices
from desktop_app.knowledge.similar import Request, SimilarRequests

_SOLVED = frozenset({Status.RESOLVED, Status.CLOSED})
_LONGEST_BODY = 2_000
_AT_ONCE = 2_000
# Less in common is a greeting: of the real requests that a helper named as alike, 19 in 20 have more
_ALIKE = 0.14
# A transaction may be seen later than one that began after it
_LOOKS_BACK = timedelta(minutes=1)
_READ = ("status", "version", "updated_at", "language", "subject")
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Similar:
    """Asked from many threads, fed by one."""

    def __init__(self) -> None:
        self._index = SimilarRequests()
        self._seen: dict[str, int] = {}
        self._mark = (_LONG_AGO, "")
        self._lock = Lock()

    def catch_up(self) -> bool:
        """Read some of the requests that changed since the last look; whether there may be more."""
        with self._lock:
            changed = self._changed()
            fresh = [ticket for ticket in changed if self._seen.get(ticket.pk) != ticket.version]
            if fresh:
                self._index.put(_requests(one for one in fresh if one.status in _SOLVED), [one.pk for one in fresh])
            is_more = len(changed) == _AT_ONCE
            self._seen = {} if is_more else {one.pk: one.version for one in changed}
            if changed:
                last = changed[-1]
                self._mark = (last.updated_at, last.pk) if is_more else (last.updated_at - _LOOKS_BACK, "")
            return is_more

    def _changed(self) -> list[Ticket]:
        moment, last = self._mark
        later = Q(updated_at__gt=moment) | Q(updated_at=moment, pk__gt=last)
        return list(Ticket.objects.filter(later).order_by("updated_at", "pk").only(*_READ)[:_AT_ONCE])

    def find(self, ticket: Ticket, most: int) -> list[tuple[str, float]]:
        """Ids and likeness of the solved requests most like `ticket`, best first, whoever may see them."""
        return self.near(next(_requests([ticket])), most)

    def near(self, request: Request, most: int) -> list[tuple[str, float]]:
        """The same for what is only being told."""
        found = self._index.find(request, most)
        return [(one, likeness) for one, likeness in found if likeness >= _ALIKE]


def _requests(tickets: Iterable[Ticket]) -> Iterator[Request]:
    known = {ticket.pk: ticket for ticket in tickets}
    first = Entry.objects.filter(ticket__in=known, position=1).values_list("ticket", "body")
    said = {ticket: body[:_LONGEST_BODY] for ticket, body in first}
    for ticket in known.values():
        yield Request(ticket.pk, ticket.language, ticket.subject, said.get(ticket.pk, ""))


def seen_by(_technician: Technician) -> "QuerySet[Ticket]":
    """The requests that a technician may see: today all of them; whoever narrows it, narrows it here."""
    return Ticket.objects.all()


def voices(similar: Iterable[tuple[str, float]], kind: str = ARTICLE) -> Voices:
    """What solved requests say for articles or fixes: how alike each is that one of them ended."""
    likeness = dict(similar)
    found: dict[str, list[float]] = defaultdict(list)
    for ticket, helped in endings(likeness).items():
        for named in helped:
            if named.startswith(kind):
                found[named.removeprefix(kind)].append(likeness[ticket])
    return found


similar = Similar()
