"""The form for a request on the telephone: who calls, what is wrong, and beside it what is known about that."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from pydantic import ValidationError

from desktop_app.domain.ticket import Blocked, Impact
from desktop_app.helpdesk import phone
from desktop_app.helpdesk.console import filters, words
from desktop_app.helpdesk.console.alike import alike
from desktop_app.helpdesk.console.forms import field
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.console.suggestions import answers
from desktop_app.helpdesk.models import Device, Kind, Person
from desktop_app.helpdesk.phone import Caller
from desktop_app.helpdesk.similar import similar
from desktop_app.knowledge.answers import VOTERS
from desktop_app.knowledge.similar import Request
from desktop_app.protocol.base import new_id, now
from desktop_app.protocol.tickets import NewTicket

_LONGEST_NAME, _LONGEST_EMAIL, _LONGEST_PHONE, _LONGEST_ASKED = 200, 254, 60, 500
_MOST_ARTICLES, _MOST_MACHINES = 5, 500
_WRITTEN = ("who", "person", "name", "email", "hostname", "subject", "body", "impact", "blocked", "kind", "phone")


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """The form; sent, the request that it makes."""
    if request.method != "POST":
        return _form(request, {"id": new_id(), "who": _asked(request, "who"), "mine": True})
    written: dict[str, Any] = {name: field(request, name) for name in _WRITTEN}
    written |= {"id": field(request, "id"), "mine": "mine" in request.POST}
    caller, word = _caller(written), _word(written)
    if word is None or (caller.person is None and not caller.name):
        return _form(request, written, fault="call_needs")
    kind = Kind(written["kind"]) if written["kind"] in Kind.values else Kind.INCIDENT
    return redirect("ticket", phone.take(word, caller, kind, me(request), is_mine=written["mine"]).pk)


@login_required
def people(request: HttpRequest) -> HttpResponse:
    """Who may be meant, while the name is typed."""
    who = _asked(request, "who")
    return render(request, "phone_people.html", {"who": who, "callers": phone.callers(who)})


@login_required
def knowledge(request: HttpRequest) -> HttpResponse:
    """Articles and solved requests about what is typed."""
    subject, body = _asked(request, "subject"), _asked(request, "body")
    language = words.language()
    near = similar.near(Request("", language, subject, body), VOTERS) if subject else []
    articles = answers(subject, body, language, near, _MOST_ARTICLES) if subject else []
    return render(request, "phone_knowledge.html", {"articles": articles, "alike": alike(near, me(request))})


def _form(request: HttpRequest, written: Mapping[str, Any], fault: str = "") -> HttpResponse:
    machines = Device.objects.filter(revoked_at=None).order_by("hostname").values_list("hostname", flat=True)
    content = {
        "nav": "queue",
        "written": written,
        "who": written["who"],
        "callers": phone.callers(written["who"]),
        "machines": machines.distinct()[:_MOST_MACHINES],
        "impacts": [(one.value, words.say(f"impact_{one}")) for one in Impact],
        "blocks": [(one.value, words.say(f"blocked_{one}")) for one in Blocked],
        "kinds": filters.kinds(),
        "fault": fault,
    }
    return render(request, "phone.html", content, status=422 if fault else 200)


def _caller(written: Mapping[str, str]) -> Caller:
    known = Person.objects.filter(pk=written["person"]).first() if written["person"] else None
    name, email = written["name"][:_LONGEST_NAME], written["email"][:_LONGEST_EMAIL]
    return Caller(known, name, email, written["hostname"])


def _word(written: Mapping[str, str]) -> NewTicket | None:
    """As a desktop would send it; None when something is missing or not as it has to be."""
    told = {name: written[name] for name in ("id", "subject", "impact", "blocked") if written[name]}
    told["body"] = written["body"] or written["subject"]
    call_back = f"/;{written['phone'][:_LONGEST_PHONE]}" if written["phone"] else ""
    word = {"entry_id": new_id(), "written_at": now(), "language": words.language(), "call_back": call_back, **told}
    try:
        return NewTicket.model_validate(word)
    except ValidationError:
        return None


def _asked(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\0", "").strip()[:_LONGEST_ASKED]
