"""A ticket: who and how urgent on the left, the conversation in the middle, the machine on the right."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from desktop_app.domain.ticket import ENDED, EntryKind, Priority
from desktop_app.helpdesk import handling
from desktop_app.helpdesk.api.attachments import download
from desktop_app.helpdesk.availability import is_here
from desktop_app.helpdesk.console import machines, words
from desktop_app.helpdesk.console.article_draft import solution_of
from desktop_app.helpdesk.console.article_list import prepared, row
from desktop_app.helpdesk.console.due import due
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.queue import state_of
from desktop_app.helpdesk.console.record import Record, read
from desktop_app.helpdesk.console.suggestions import insertion, suggested
from desktop_app.helpdesk.models import Attachment, Entry, Technician, Ticket


def _ticket(ticket_id: str) -> Ticket:
    return get_object_or_404(Ticket.objects.select_related("requester", "assignee", "device"), pk=ticket_id)


@login_required
def page(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """The whole page."""
    ticket = _ticket(ticket_id)
    return show(request, ticket, insertion(ticket, request.GET.get("insert", "")))


def show(request: HttpRequest, ticket: Ticket, written: str = "", fault: str = "", **facts: object) -> HttpResponse:
    """The page with `written` in the composer, and why that was not sent. What is on it counts as read by the desk."""
    Ticket.objects.filter(pk=ticket.pk).update(read_by_desk=ticket.public_seq)
    handling.received(ticket, me(request))
    state, tone = state_of(ticket)
    report, query = report_of(ticket), _query(request)
    content = {
        "nav": "queue",
        "ticket": ticket,
        "state": state,
        "tone": tone,
        "priority": Priority(ticket.priority),
        "due": due(ticket),
        "is_here": ticket.device is not None and is_here(ticket.device.last_seen),
        "others": ticket.requester.tickets.exclude(pk=ticket.pk).order_by("-updated_at")[:5],
        "attempts": ticket.attempts.all(),
        "report": report,
        "query": query,
        "sections": report.matching(query) if report else (),
        "tab": request.GET.get("tab", "computer"),
        "journal": _journal(ticket),
        "suggestions": suggested(ticket),
        "written": written,
        "fault": words.refusal(fault, **facts) if fault else "",
        "colleagues": Technician.objects.filter(is_active=True).order_by("name"),
        "priorities": [(one.value, words.say(f"priority_{one.value}")) for one in Priority if one <= Priority.LOW],
        "articles": [row(article) for article in prepared().filter(ticket=ticket)],
        "may_be_told": ticket.status in ENDED and solution_of(ticket) is not None,
        **_thread(ticket),
    }
    return render(request, "ticket.html", content, status=422 if fault else 200)


@login_required
def thread(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Only the conversation, for a page that heard that something is new."""
    ticket = _ticket(ticket_id)
    Ticket.objects.filter(pk=ticket.pk).update(read_by_desk=ticket.public_seq)
    return render(request, "thread.html", {"ticket": ticket, **_thread(ticket)})


def _thread(ticket: Ticket) -> dict[str, Any]:
    entries = ticket.entries.select_related("technician", "person").prefetch_related("attachments").order_by("position")
    return {"entries": [(entry, _event_words(entry.event, entry.facts)) for entry in entries]}


def _journal(ticket: Ticket) -> "list[JournalLine]":
    lines = ticket.entries.select_related("technician", "person").order_by("position")
    return [journal_line(entry) for entry in lines]


@dataclass(frozen=True)
class JournalLine:
    """Something that happened with a request: what, who, when; never the text of it."""

    words: str
    who: str
    at: datetime


def journal_line(entry: Entry) -> JournalLine:
    """One line of the journal."""
    who = entry.technician or entry.person
    if entry.event:
        happened = _event_words(entry.event, entry.facts)
    elif entry.kind == EntryKind.NOTE:
        happened = words.say("journal_note")
    else:
        happened = words.say("journal_reply" if entry.technician_id else "journal_message")
    return JournalLine(happened, who.name if who else "", entry.created_at)


def _event_words(event: str, facts: dict[str, str]) -> str:
    if event == "priority":
        facts = {name: words.priority(fact) if name != "reason" else fact for name, fact in facts.items()}
    return words.spoken("console", f"event_{event}", facts) if event else ""


@login_required
def attachment(_request: HttpRequest, attachment_id: str) -> FileResponse:
    """A file, always as a download."""
    return download(get_object_or_404(Attachment, pk=attachment_id))


@login_required
def record(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """The whole computer report, or what of it contains the words searched for."""
    report = report_of(_ticket(ticket_id))
    query = _query(request)
    sections = report.matching(query) if report else ()
    return render(request, "record_rows.html", {"sections": sections, "query": query})


def _query(request: HttpRequest) -> str:
    return request.GET.get("q", "").strip()[:200]


def report_of(ticket: Ticket) -> Record | None:
    """The newest computer report of the conversation, read as what it is: somebody else's bytes."""
    newest = machines.newest(ticket)
    return read(machines.content(newest), newest) if newest else None
