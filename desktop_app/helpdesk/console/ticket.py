"""A ticket: who and how urgent on the left, the conversation in the middle, the machine on the right."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.db.models import F, Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from desktop_app.domain.ticket import ENDED, Priority
from desktop_app.helpdesk import audit, gestures, handling, replies, watching
from desktop_app.helpdesk.api.attachments import download
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.availability import is_here
from desktop_app.helpdesk.console import filters, machines, words
from desktop_app.helpdesk.console.alike import alike
from desktop_app.helpdesk.console.article_draft import solution_of
from desktop_app.helpdesk.console.article_list import prepared, row
from desktop_app.helpdesk.console.askable import questions
from desktop_app.helpdesk.console.due import due
from desktop_app.helpdesk.console.fix_suggestions import suggested_fixes
from desktop_app.helpdesk.console.linked import links
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.proven import standing
from desktop_app.helpdesk.console.queue import state_of
from desktop_app.helpdesk.console.record import Record, read
from desktop_app.helpdesk.console.suggestions import insertion, suggested
from desktop_app.helpdesk.console.thread import JournalLine, conversation, journal_line
from desktop_app.helpdesk.console.worked import beside
from desktop_app.helpdesk.models import Attachment, Technician, Ticket
from desktop_app.helpdesk.similar import similar
from desktop_app.knowledge.answers import VOTERS


def ticket_of(ticket_id: str) -> Ticket:
    """The request of that id, or the answer that there is none."""
    return get_object_or_404(
        Ticket.objects.select_related("requester", "assignee", "device", "merged_into"), pk=ticket_id
    )


@login_required
def page(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """The whole page."""
    ticket = ticket_of(ticket_id)
    return show(request, ticket, insertion(ticket, request.GET.get("insert", "")))


def show(request: HttpRequest, ticket: Ticket, written: str = "", fault: str = "", **facts: object) -> HttpResponse:
    """The page with `written` in the composer, and why that was not sent. What is on it counts as read by the desk."""
    _read(ticket)
    watching.read(ticket, me(request))
    watching.note(ticket, me(request))
    handling.received(ticket, me(request))
    state, tone = state_of(ticket)
    report, query = report_of(ticket), _query(request)
    if report:
        audit.viewed(Act.REPORT_VIEWED, me(request), ticket)
    near = similar.find(ticket, VOTERS)
    content = {
        "nav": "queue",
        "ticket": ticket,
        "state": state,
        "tone": tone,
        "priority": Priority(ticket.priority),
        "due": due(ticket),
        "is_here": ticket.device is not None and is_here(ticket.device.last_seen),
        "standing": standing(ticket.requester, ticket.device),
        "others": ticket.requester.tickets.exclude(pk=ticket.pk).order_by("-updated_at")[:5],
        "attempts": ticket.attempts.all(),
        "report": report,
        "query": query,
        "sections": report.matching(query) if report else (),
        **questions(ticket, report.stand_ins if report else (), request.GET.get("value", "")),
        "tab": request.GET.get("tab", "computer"),
        "journal": partial(_journal, ticket),  # read when it is looked at
        "suggestions": suggested(ticket, near),
        "fix_suggestions": suggested_fixes(ticket, near),
        "fix_chosen": request.GET.get("fix", ""),
        "alike": alike(near, me(request)),
        "written": written,
        **filters.choices(),
        **links(ticket),
        **beside(ticket),
        "there": watching.others(ticket, me(request)),
        "followers": Technician.objects.filter(watches__ticket=ticket).order_by("name"),
        "replies": replies.usable_by(me(request)).only("title"),
        "fault": words.refusal(fault, **facts) if fault else "",
        "colleagues": Technician.objects.answering(),
        "priorities": [(one.value, words.say(f"priority_{one.value}")) for one in Priority if one <= Priority.LOW],
        "articles": [row(article) for article in prepared().filter(ticket=ticket)],
        "may_be_told": ticket.status in ENDED and solution_of(ticket) is not None,
        **conversation(ticket),
    }
    return render(request, "ticket.html", content, status=422 if fault else 200)


@login_required
def thread(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """Only the conversation, for a page that heard that something is new."""
    ticket = ticket_of(ticket_id)
    _read(ticket)
    return render(request, "thread.html", conversation(ticket))


def _read(ticket: Ticket) -> None:
    """The desk has seen all of it, and of what was merged into it."""
    shown = Ticket.objects.filter(Q(pk=ticket.pk) | Q(merged_into=ticket), read_by_desk__lt=F("public_seq"))
    fresh = list(shown.select_related("requester"))
    shown.update(read_by_desk=F("public_seq"))
    for one in fresh:
        gestures.desk_read(one)


def _journal(ticket: Ticket) -> "list[JournalLine]":
    lines = ticket.entries.select_related("technician", "person").order_by("position")
    return [journal_line(entry) for entry in lines]


@login_required
def attachment(request: HttpRequest, attachment_id: str) -> FileResponse:
    """A file, always as a download."""
    kept = get_object_or_404(Attachment, pk=attachment_id)
    audit.viewed(Act.FILE_FETCHED, me(request), kept)
    return download(kept)


@login_required
def record(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """The whole computer report, or what of it contains the words searched for."""
    report = report_of(ticket_of(ticket_id))
    query = _query(request)
    sections = report.matching(query) if report else ()
    return render(request, "record_rows.html", {"sections": sections, "query": query})


def _query(request: HttpRequest) -> str:
    return request.GET.get("q", "").strip()[:200]


def report_of(ticket: Ticket) -> Record | None:
    """The newest computer report of the conversation, read as what it is: somebody else's bytes."""
    newest = machines.newest(ticket)
    return read(machines.content(newest), newest) if newest else None
