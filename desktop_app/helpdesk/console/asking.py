"""Asks the person for something, with a reason that they read: a masked value, their report, to try a guided fix."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from desktop_app.helpdesk import asking
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.ticket import show
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.known_fixes import known_fix
from desktop_app.helpdesk.models import Ticket


@login_required
@require_POST
def value(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """One masked value."""
    pseudonym = field(request, "pseudonym")
    return _asked(request, ticket_id, lambda reason: asking.ask_value(ticket_id, pseudonym, reason, me(request)))


@login_required
@require_POST
def report(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """The computer report."""
    return _asked(request, ticket_id, lambda reason: asking.ask_report(ticket_id, reason, me(request)))


@login_required
@require_POST
def fix(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """To try a guided fix."""
    fix_id = field(request, "fix")
    if known_fix(fix_id) is None:
        raise Http404
    return _asked(request, ticket_id, lambda reason: asking.ask_fix(ticket_id, fix_id, reason, me(request)))


def _asked(request: HttpRequest, ticket_id: str, ask: Callable[[str], None]) -> HttpResponse:
    ticket = get_object_or_404(Ticket, pk=ticket_id)
    reason = field(request, "reason")
    if not reason:
        return show(request, ticket, fault="ask_needs_reason")
    try:
        ask(reason)
    except Conflict as error:
        return show(request, ticket, fault=str(error))
    return redirect("ticket", ticket_id)
