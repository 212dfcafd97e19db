"""Containment cases: the list of them, and the checklist of one."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app.domain.containment import STEPS
from desktop_app.helpdesk import cases
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Case, Ticket

_MOST, _LONGEST_REASON = 200, 500


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Open ones first, then the newest."""
    found = Case.objects.select_related("ticket__requester", "ticket__device").annotate(done=Count("steps"))
    ordered = found.order_by("closed_at", "-opened_at")
    rows = [*ordered.filter(closed_at=None)[:_MOST], *ordered.exclude(closed_at=None).order_by("-closed_at")[:_MOST]]
    return render(request, "cases.html", {"nav": "queue", "cases": rows, "count": len(STEPS)})


@login_required
@require_POST
def begin(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """From a request."""
    get_object_or_404(Ticket, pk=ticket_id)
    reason = field(request, "reason")[:_LONGEST_REASON] or words.say("case")
    return redirect("case", cases.open_case(ticket_id, reason, me(request)).pk)


@login_required
def page(request: HttpRequest, case_id: str, fault: str = "") -> HttpResponse:
    """The checklist, with who did what and when."""
    case = get_object_or_404(
        Case.objects.select_related("ticket__requester", "ticket__device", "opened_by"), pk=case_id
    )
    done = {step.key: step for step in case.steps.select_related("by")}
    content = {
        "nav": "queue",
        "case": case,
        "ticket": case.ticket,
        "steps": [(key, words.say(f"case_step_{key}"), words.say(f"case_why_{key}"), done.get(key)) for key in STEPS],
        "missing": len(STEPS) - len(done),
        "fault": fault,
        "written": field(request, "reason"),
    }
    return render(request, "case.html", content, status=422 if fault else 200)


@login_required
@require_POST
def tick(request: HttpRequest, case_id: str) -> HttpResponse:
    """A step is done, or not after all."""
    key, is_done = field(request, "step"), field(request, "act") != "back"
    if key not in STEPS:
        get_object_or_404(Case, pk=case_id)
        return redirect("case", case_id)
    return _done(request, case_id, lambda: cases.tick(case_id, key, me(request), is_done=is_done))


@login_required
@require_POST
def close(request: HttpRequest, case_id: str) -> HttpResponse:
    """Over; with steps left, only with a reason."""
    reason = field(request, "reason")[:_LONGEST_REASON]
    return _done(request, case_id, lambda: cases.close(case_id, reason, me(request)))


def _done(request: HttpRequest, case_id: str, act: Callable[[], None]) -> HttpResponse:
    get_object_or_404(Case, pk=case_id)
    try:
        act()
    except Conflict as conflict:
        return page(request, case_id, str(conflict))
    return redirect("case", case_id)
