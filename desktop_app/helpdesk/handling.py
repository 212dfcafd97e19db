"""Who looks after a request, and how urgent it is: changed by technicians, told to those concerned."""

from datetime import UTC, datetime

from django.db import transaction

from desktop_app.domain.ticket import Priority
from desktop_app.helpdesk import promises
from desktop_app.helpdesk.conversations import Conflict, locked, record
from desktop_app.helpdesk.models import Promise, Technician, Ticket
from desktop_app.helpdesk.models.desk import LATE, Organisation


class Taken(Conflict):
    """Somebody else was faster; `name` is who."""

    def __init__(self, name: str) -> None:
        super().__init__("moved_on")
        self.name = name


def take(ticket_id: str, technician: Technician) -> Ticket:
    """Make it the technician's own. Raises Taken when somebody else was faster."""
    with transaction.atomic():
        ticket = locked(ticket_id)
        if ticket.assignee_id not in {None, technician.id}:
            raise Taken(ticket.assignee.name if ticket.assignee else "")
        if ticket.assignee_id is None:
            assign(ticket, technician, technician)
        return ticket


def hand_over(ticket_id: str, to: Technician | None, by: Technician, was: str) -> None:
    """Give it to a colleague, or back to everybody. Raises Taken when it is not with `was` (an id, or nothing) now."""
    with transaction.atomic():
        ticket = locked(ticket_id)
        if (ticket.assignee_id or "") != was:
            raise Taken(ticket.assignee.name if ticket.assignee else "")
        if ticket.assignee != to:
            assign(ticket, to, by)


def assign(ticket: Ticket, technician: Technician | None, by: Technician) -> None:
    """Say who looks after it now, to the requester too; inside the caller's transaction."""
    ticket.assignee = technician
    ticket.handed_over_at = datetime.now(UTC) if technician and technician != by else None
    ticket.save(update_fields=["assignee", "handed_over_at"])
    record(ticket, "taken" if technician else "released", {"name": technician.first_name if technician else ""}, by)


def received(ticket: Ticket, technician: Technician) -> None:
    """Its new owner has opened it."""
    Ticket.objects.filter(pk=ticket.pk, assignee=technician).exclude(handed_over_at=None).update(handed_over_at=None)


def change_priority(ticket_id: str, wanted: Priority, reason: str, by: Technician) -> None:
    """More or less urgent than the two plain answers amounted to; why is for the team alone."""
    with transaction.atomic():
        ticket = locked(ticket_id)
        before = Priority(ticket.priority)
        if before is wanted:
            return
        ticket.priority = wanted
        promises.priority_changed(ticket)
        facts = {"before": str(before.value), "after": str(wanted.value), "reason": reason}
        record(ticket, "priority", facts, by, internal=True)


def remind(promise: Promise, percent: int) -> None:
    """Tell the team that a promised time is nearly used up, or over; what is late may become more pressing."""
    ticket = locked(promise.ticket_id)
    key = "late" if percent >= LATE else "due_soon"
    record(ticket, key, {"metric": promise.metric}, None, internal=True)
    if percent < LATE or not Organisation.load().raises_when_late or ticket.priority <= Priority.CRITICAL:
        return
    before = Priority(ticket.priority)
    ticket.priority = Priority(before - 1)
    facts = {"before": str(before.value), "after": str(ticket.priority), "reason": ""}
    record(ticket, "priority_raised", facts, None, internal=True)
