"""The rules of accounts and of keeping, for administrators: what they would remove is said before."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from desktop_app.domain.amounts import whole
from desktop_app.helpdesk import audit, retention, rights
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.models import Rules, Technician
from desktop_app.helpdesk.retention import Kind

_Role = Technician.Role
_PROVING = [role for role in _Role.values if role != _Role.REQUESTER]


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """Looked at, tried (what would go), or kept."""
    rights.require(me(request), _Role.ADMIN)
    if request.method != "POST":
        return _page(request, Rules.load())
    rules, fault = _read(request)
    if fault or request.POST.get("act") == "preview":
        return _page(request, rules, fault)
    _keep(rules, me(request))
    return redirect("rules")


def _read(request: HttpRequest) -> tuple[Rules, str]:
    """The rules of the form, and the key of what is wrong with them."""
    rules, fault = Rules.load(), ""
    rules.second_factor = [role for role in request.POST.getlist("second_factor") if role in _PROVING]
    rules.keep_days = {}
    for kind in Kind:
        told = request.POST.get(kind, "").strip()
        if (days := whole(told)) in retention.lengths(kind):
            rules.keep_days[kind.value] = days
        elif told:
            fault = "keep_not_days"
    return rules, fault


@transaction.atomic
def _keep(rules: Rules, by: Technician) -> None:
    days = " ".join(f"{kind}={count}" for kind, count in rules.keep_days.items())
    audit.write(Act.RULES_CHANGED, by, second=" ".join(rules.second_factor), keep=days)
    rules.save()


def _page(request: HttpRequest, rules: Rules, fault: str = "") -> HttpResponse:
    due = retention.preview(rules.keep_days)
    content = {
        "nav": "rules",
        "fault": fault,
        "roles": [(role, role in rules.second_factor) for role in _PROVING],
        "kinds": [(kind.value, words.say(f"keep_{kind}"), rules.keep_days.get(kind, ""), due[kind]) for kind in Kind],
        "is_tried": request.POST.get("act") == "preview" and not fault,
        "total": sum(due.values()),
    }
    return render(request, "rules.html", content, status=422 if fault else 200)
