"""Requests by what somebody types: a number, a person, a machine, words of the conversation. All of it has to be there,
no matter where.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import and_

from django.db.models import F, Q
from django.db.models.expressions import RawSQL

from desktop_app.domain.amounts import whole
from desktop_app.helpdesk.finding.folding import Part, excerpt, terms, words_of
from desktop_app.helpdesk.finding.index import index
from desktop_app.helpdesk.models import Entry, Person, Ticket

_MOST_PEOPLE, _PLACES = 500, 2**31


def matching(text: str) -> Q:
    """As a condition on requests; nothing that can be looked for matches nothing."""
    words = terms(text)
    if not words:
        return Q(pk__in=[])
    named = Person.objects.values_list("pk", "name", "login")
    people = [(pk, words_of(f"{name} {login}")) for pk, name, login in named]
    return reduce(and_, (_one(word, people) for word in words))


def holding(word: str) -> Q:
    """Requests in whose texts a folded word stands."""
    return Q(number__in=RawSQL(*index().numbers(word)))  # noqa: S611 -- our own


def _one(word: str, people: Iterable[tuple[str, Sequence[str]]]) -> Q:
    found = holding(word) | Q(device__hostname__icontains=word)
    called = [pk for pk, names in people if any(name.startswith(word) for name in names)][:_MOST_PEOPLE]
    found |= Q(requester__in=called) if called else Q()
    return found | Q(number=number) if (number := whole(word)) else found


def excerpts(tickets: Sequence[Ticket], text: str) -> Mapping[str, list[Part]]:
    """By request, what stands around a word that was looked for; without an entry, it is not in one."""
    words = terms(text)
    if not words or not tickets:
        return {}
    places = index().places(words, [ticket.number for ticket in tickets])
    named = {(place // _PLACES, place % _PLACES) for place in places}
    newest = {number: position for number, position in sorted(named) if position}
    wanted = [number * _PLACES + position for number, position in newest.items()]
    entries = Entry.objects.filter(ticket__in=tickets).annotate(place=F("ticket__number") * _PLACES + F("position"))
    return {
        ticket: excerpt(body, words)
        for ticket, body in entries.filter(place__in=wanted).values_list("ticket", "body")
        if body
    }


def people(text: str, most: int) -> list[Person]:
    """Who has every word of it in their name, login or address."""
    words = terms(text)
    known = Person.objects.order_by("name", "pk").values_list("pk", "name", "login", "email")
    found = [pk for pk, *names in known if words and _has(words_of(" ".join(names)), words)][:most]
    return list(Person.objects.filter(pk__in=found).order_by("name", "pk"))


def _has(names: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(name.startswith(word) for name in names) for word in words)
