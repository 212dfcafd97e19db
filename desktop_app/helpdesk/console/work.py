"""Escalation and parts of a request."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from desktop_app.domain.amounts import whole
from desktop_app.helpdesk import work
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.ticket import show
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Escalation, Part, Technician, Ticket

_LONGEST_REASON, _LONGEST_NAME, _LONGEST_ITEM, _MOST_PIECES = 500, 100, 200, 1000


@login_required
@require_POST
def escalate(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """To a colleague of the second line, or to a supplier; why is asked for."""
    ticket = get_object_or_404(Ticket, pk=ticket_id)
    wanted = Escalation(
        to=Technician.objects.filter(pk=field(request, "second"), is_active=True).first(),
        supplier=field(request, "supplier")[:_LONGEST_NAME],
        reference=field(request, "reference")[:_LONGEST_NAME],
        warranty_until=work.day(field(request, "warranty")),
        reason=field(request, "reason")[:_LONGEST_REASON],
    )
    if bool(wanted.to) == bool(wanted.supplier) or not wanted.reason:
        return show(request, ticket, fault="escalation_needs")
    return _done(request, ticket, lambda: work.escalate(ticket_id, wanted, me(request)))


@login_required
@require_POST
def answered(request: HttpRequest, escalation_id: str) -> HttpResponse:
    """The second line or the supplier is done."""
    escalation = get_object_or_404(Escalation.objects.select_related("ticket", "to"), pk=escalation_id)
    return _done(request, escalation.ticket, lambda: work.answered(escalation, me(request)))


@login_required
@require_POST
def want(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """A part is needed."""
    ticket = get_object_or_404(Ticket, pk=ticket_id)
    item, quantity = field(request, "item")[:_LONGEST_ITEM], whole(field(request, "quantity") or "1")
    if not item or not 0 < quantity <= _MOST_PIECES:
        return show(request, ticket, fault="part_needs")

    def store() -> None:
        part = Part(item=item, quantity=quantity, cents=work.cents(field(request, "cost")))
        work.want(ticket_id, part, me(request))

    return _done(request, ticket, store)


@login_required
@require_POST
def move(request: HttpRequest, part_id: str) -> HttpResponse:
    """Ordered, arrived, no longer needed."""
    part = get_object_or_404(Part.objects.select_related("ticket"), pk=part_id)
    if (state := field(request, "state")) in Part.State.values:
        work.move(part, Part.State(state), me(request))
    return redirect("ticket", part.ticket_id)


def _done(request: HttpRequest, ticket: Ticket, act: Callable[[], None]) -> HttpResponse:
    try:
        act()
    except Conflict as conflict:
        return show(request, ticket, fault=str(conflict))
    return redirect("ticket", ticket.pk)
