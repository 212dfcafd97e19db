"""One act on many requests: each is done or told why not, and what can be taken back is remembered as it was."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from desktop_app.domain.ticket import EntryKind, Priority, Status
from desktop_app.helpdesk import conversations, handling, labels
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Technician, Ticket

MOST = 200
"""More than a page shows is nobody's choice."""


@dataclass(frozen=True)
class Wish:
    """What shall be done: an act and what it takes. `value`: whom to give it to (an id or nothing), a priority, tags.

    `words`: why a priority changes, or what the requesters are told when theirs is resolved.
    """

    act: str
    value: str = ""
    words: str = ""


@dataclass
class Outcome:
    """`done`: by request, how it was before, for the way back. `refused`: numbers, with who was faster if somebody."""

    done: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[int, str]] = field(default_factory=list)


def apply(chosen: Sequence[tuple[str, str]], wish: Wish, by: Technician) -> Outcome:
    """Do it to each. `chosen`: ids, and who looked after it (an id, or nothing) when it was chosen."""
    return _each(chosen, lambda ticket, was: ACTS[wish.act](ticket, was, wish, by))


def take_back(done: Mapping[str, str], wish: Wish, by: Technician) -> Outcome:
    """Undo `wish` where it was `done`; what changed since stays as it is, and is told."""
    return _each(list(done.items()), lambda ticket, before: BACK[wish.act](ticket, before, wish, by))


def _each(chosen: Sequence[tuple[str, str]], act: Callable[[Ticket, str], str]) -> Outcome:
    outcome = Outcome()
    known = Ticket.objects.in_bulk([ticket for ticket, _ in chosen[:MOST]])
    for ticket_id, was in chosen:
        if (ticket := known.get(ticket_id)) is not None:
            try:
                with transaction.atomic():
                    outcome.done[ticket_id] = act(ticket, was)
            except Conflict as conflict:
                name = conflict.name if isinstance(conflict, handling.Taken) else ""
                outcome.refused.append((ticket.number, name))
    return outcome


def _assign(ticket: Ticket, was: str, wish: Wish, by: Technician) -> str:
    to = Technician.objects.filter(pk=wish.value, is_active=True).first() if wish.value else None
    if wish.value and to is None:
        raise Conflict("moved_on")
    handling.hand_over(ticket.pk, to, by, was)
    return was


def _prioritise(ticket: Ticket, _was: str, wish: Wish, by: Technician) -> str:
    handling.change_priority(ticket.pk, Priority(int(wish.value)), wish.words, by)
    return str(ticket.priority)


def _tag(ticket: Ticket, _was: str, wish: Wish, by: Technician) -> str:
    had = set(ticket.tags.values_list("name", flat=True))
    labels.add(ticket.pk, wish.value, by)
    return ",".join(name for name in ticket.tags.values_list("name", flat=True) if name not in had)


def _resolve(ticket: Ticket, _was: str, wish: Wish, by: Technician) -> str:
    if ticket.status == Status.RESOLVED:
        raise Conflict("moved_on")
    conversations.change_status(ticket.pk, Status.RESOLVED, by)
    if wish.words:
        conversations.technician_writes(ticket.pk, by, wish.words, EntryKind.SOLUTION)
    return ""


def _give_back(ticket: Ticket, before: str, wish: Wish, by: Technician) -> str:
    return _assign(ticket, wish.value, Wish("assign", before), by)


def _unprioritise(ticket: Ticket, before: str, wish: Wish, by: Technician) -> str:
    if str(ticket.priority) != wish.value:
        raise Conflict("moved_on")
    handling.change_priority(ticket.pk, Priority(int(before)), wish.words, by)
    return before


def _untag(ticket: Ticket, before: str, _wish: Wish, by: Technician) -> str:
    for name in labels.names(before):
        labels.remove(ticket.pk, name, by)
    return before


Act = Callable[[Ticket, str, Wish, Technician], str]
ACTS: Mapping[str, Act] = {"assign": _assign, "priority": _prioritise, "tag": _tag, "resolve": _resolve}
BACK: Mapping[str, Act] = {"assign": _give_back, "priority": _unprioritise, "tag": _untag}
"""What can be taken back: who was told that theirs is resolved has read it."""
