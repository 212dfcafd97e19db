"""The technician's view of a shared screen: one page, from the question to the end."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app import resources
from desktop_app.domain.consent import ANSWER_S, RESUME_S, Ending
from desktop_app.helpdesk import rights
from desktop_app.helpdesk.availability import is_here
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.sharing_words import sentences
from desktop_app.helpdesk.console.thread import conversation
from desktop_app.helpdesk.console.ticket import ticket_of
from desktop_app.helpdesk.models import Sharing, Technician, Ticket
from desktop_app.helpdesk.sharing import joinable, may_be_asked


@login_required
def page(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """The page; its scripts ask, show the words, and draw."""
    rights.require(me(request), rights.Role.AGENT)
    ticket = ticket_of(ticket_id)
    name = ticket.requester.name.split()[0] if ticket.requester.name.strip() else ticket.requester.login
    said = sentences(name=name, person=ticket.requester.name)
    content: dict[str, Any] = {
        "nav": "queue",
        "ticket": ticket,
        "said": said,
        "may_ask": may_be_asked(ticket),
        "look_along": _look_along(ticket, me(request), name),
        "is_here": ticket.device is not None and is_here(ticket.device.last_seen),
        "facts": {"said": said, "lists": _lists(), "answer_s": ANSWER_S, "resume_s": RESUME_S},
        **conversation(ticket),
    }
    answer = render(request, "viewer.html", content)
    answer["Permissions-Policy"] = "camera=(), microphone=(self), geolocation=()"  # to talk, at the technician's click
    return answer


def _look_along(ticket: Ticket, technician: Technician, name: str) -> str:
    """That a colleague looks already, so that this would be to look along; nothing when nobody does."""
    joined = joinable(ticket, technician)
    if joined is None:
        return ""
    return words.spoken("viewer", "look_along", {"colleague": joined.technician.first_name, "name": name})


def _lists() -> dict[str, list[str]]:
    """The check words in every language: they are said in the user's."""
    return {language: text.split() for language, text in resources.words("check_words")["list"].items()}


@login_required
@require_POST
def hear(request: HttpRequest, sharing_id: str) -> HttpResponse:
    """The administrator was told."""
    sharing = get_object_or_404(Sharing, pk=sharing_id, ending=Ending.DIFFERENT)
    Sharing.objects.filter(pk=sharing.pk, alarm_heard_by=None).update(alarm_heard_by=me(request))
    return redirect("ticket", sharing.ticket_id)
