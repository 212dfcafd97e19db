"""Links between requests, and two requests becoming one."""

from django.db import transaction
from django.db.models import Q

from desktop_app.domain.amounts import whole
from desktop_app.domain.ticket import ENDED, Status
from desktop_app.domain.words import nearest_language
from desktop_app.helpdesk import watching
from desktop_app.helpdesk.conversations import Conflict, all_locked, locked, record, say, set_status
from desktop_app.helpdesk.models import Technician, Ticket, TicketLink
from desktop_app.resources import sentence

_Kind = TicketLink.Kind
_MOST_STEPS = 1000


def find(number: str) -> Ticket:
    """The request with this number. Raises Conflict when there is none."""
    found = Ticket.objects.filter(number=whole(number)).first()
    if found is None:
        raise Conflict("no_such_number")
    return found


def link(ticket_id: str, kind: TicketLink.Kind, number: str, by: Technician) -> None:
    """Say what the request has to do with another. Raises Conflict for itself, and for what would go round."""
    with transaction.atomic():
        source, target = _two(ticket_id, find(number).pk)
        if kind is not _Kind.RELATES and _leads_to(target.pk, source.pk, kind):
            raise Conflict("link_goes_round")
        if not TicketLink.objects.filter(source=source, target=target, kind=kind).exists():
            TicketLink.objects.create(source=source, target=target, kind=kind, by=by)
            facts = {"link": f"link_{kind}", "number": str(target.number)}
            record(source, "linked", facts, by, internal=True)
            record(target, "linked", {"link": f"link_{kind}_back", "number": str(source.number)}, by, internal=True)


def unlink(ticket_id: str, link_id: str, by: Technician) -> None:
    """Take a link of the request away; one that is gone is no fault."""
    with transaction.atomic():
        ticket = locked(ticket_id)
        gone = TicketLink.objects.filter(pk=whole(link_id, digits=18)).first()
        if gone is None or ticket.pk not in {gone.source_id, gone.target_id}:
            return
        other = gone.target if gone.source_id == ticket.pk else gone.source
        gone.delete()
        record(ticket, "unlinked", {"number": str(other.number)}, by, internal=True)


def merge(ticket_id: str, number: str, by: Technician) -> Ticket:
    """Go on with the request in the one of that number, which is returned; nobody can undo it.

    What was merged into it before goes along. Raises Conflict for itself, and when one of them has ended.
    """
    with transaction.atomic():
        source, target = _two(ticket_id, find(number).pk)
        if {source.status, target.status} & ENDED:
            raise Conflict("merge_ended")
        source.merged_into = target
        set_status(source, Status.MERGED)
        source.merged.update(merged_into=target)
        for technician in Technician.objects.filter(watches__ticket=source):
            watching.follow(target, technician)
        say(source, _where_it_went(source, target), by)
        record(source, "merged", {"number": str(target.number)}, by, internal=True)
        record(target, "merged_from", {"number": str(source.number)}, by, internal=True)
        return target


def _where_it_went(source: Ticket, target: Ticket) -> str:
    """What the requester is told; nothing of the other request but its number, it may be somebody else's."""
    return sentence("console", "merged_told", nearest_language(source.language), number=target.number)


def _two(ticket_id: str, other_id: str) -> tuple[Ticket, Ticket]:
    """Both held, with what was merged into the first. Raises Conflict, Ticket.DoesNotExist."""
    if ticket_id == other_id:
        raise Conflict("link_itself")
    held = all_locked(Q(pk__in=[ticket_id, other_id]) | Q(merged_into=ticket_id))
    if not {ticket_id, other_id} <= held.keys():
        raise Ticket.DoesNotExist
    return held[ticket_id], held[other_id]


def _leads_to(start: str, goal: str, kind: TicketLink.Kind) -> bool:
    seen, reached = {start}, {start}
    while reached and len(seen) < _MOST_STEPS:
        found = TicketLink.objects.filter(source__in=reached, kind=kind).values_list("target", flat=True)
        reached = set(found) - seen
        seen |= reached
    return goal in seen
