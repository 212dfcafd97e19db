"""Time, escalation and parts of a request: told to the team in the conversation, never to the requester."""

import re
from datetime import UTC, date, datetime

from django.db import transaction
from django.db.models import Sum

from desktop_app.domain.amounts import whole
from desktop_app.domain.ticket import ENDED, Status, may_become
from desktop_app.helpdesk import handling, watching
from desktop_app.helpdesk.conversations import Conflict, locked, record, set_status
from desktop_app.helpdesk.models import Entry, Escalation, Part, Technician, Ticket, TimeSpent

MOST_MINUTES = 24 * 60
_MOST_CENTS = 10**9
_MONEY = re.compile(r"([0-9]{1,7})(?:[.,]([0-9]{1,2}))?")


def minutes(typed: str) -> int:
    """Minutes as typed, at most a day; what is no number is none."""
    return min(whole(typed, digits=5), MOST_MINUTES)


def spend(entry: Entry, spent: int) -> None:
    """Note how long a reply or a note took."""
    if spent:
        TimeSpent.objects.create(entry=entry, minutes=spent)


def spent_on(ticket: Ticket) -> int:
    """Minutes in all, with what was merged into it."""
    found = TimeSpent.objects.filter(entry__ticket__in=[ticket.pk, *ticket.merged.values_list("pk", flat=True)])
    return int(found.aggregate(sum=Sum("minutes"))["sum"] or 0)


def cents(typed: str) -> int | None:
    """An amount as people write it, `1234,50`; None for nothing. Raises Conflict for what is no amount."""
    if not typed.strip():
        return None
    found = _MONEY.fullmatch(re.sub(r"[\s€]", "", typed))
    if found is None:
        raise Conflict("cost_not_understood")
    return min(int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0")), _MOST_CENTS)


def escalate(ticket_id: str, escalation: Escalation, by: Technician) -> None:
    """Give it to the second line, or wait for a supplier; who gives it keeps following. Raises Conflict when over."""
    with transaction.atomic():
        ticket = locked(ticket_id)
        if ticket.status in ENDED:
            raise Conflict("moved_on")
        escalation.ticket, escalation.by, escalation.at = ticket, by, datetime.now(UTC)
        escalation.save(force_insert=True)
        watching.follow(ticket, by)
        record(ticket, "escalated", {"name": _whom(escalation), "reason": escalation.reason}, by, internal=True)
        if escalation.to is not None:
            handling.assign(ticket, escalation.to, by)
        elif may_become(Status(ticket.status), Status.PENDING_OTHER):
            set_status(ticket, Status.PENDING_OTHER)


def answered(escalation: Escalation, by: Technician) -> None:
    """They have done their part: it goes on here."""
    with transaction.atomic():
        ticket = locked(escalation.ticket_id)
        open_ones = ticket.escalations.filter(ended_at=None)
        if not open_ones.filter(pk=escalation.pk).update(ended_at=datetime.now(UTC)):
            return
        record(ticket, "escalation_ended", {"name": _whom(escalation)}, by, internal=True)
        if ticket.status == Status.PENDING_OTHER and not open_ones.exists():
            set_status(ticket, Status.OPEN)


def _whom(escalation: Escalation) -> str:
    return escalation.to.first_name if escalation.to else escalation.supplier


def day(typed: str) -> date | None:
    """A day as a form sends it; None for what is none."""
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        return None


def want(ticket_id: str, part: Part, by: Technician) -> None:
    """Something is needed."""
    with transaction.atomic():
        ticket = locked(ticket_id)
        part.ticket, part.by, part.at = ticket, by, datetime.now(UTC)
        part.save(force_insert=True)
        record(ticket, "part", _told(part), by, internal=True)


def move(part: Part, state: Part.State, by: Technician) -> None:
    """Ordered, arrived, no longer needed."""
    with transaction.atomic():
        ticket = locked(part.ticket_id)
        if Part.objects.filter(pk=part.pk).exclude(state=state).update(state=state, at=datetime.now(UTC)):
            part.state = state
            record(ticket, "part", _told(part), by, internal=True)


def _told(part: Part) -> dict[str, str]:
    return {"item": part.item, "quantity": str(part.quantity), "part": part.state}
