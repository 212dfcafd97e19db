"""Known incidents: what is down, announced and kept true by those in charge, in four languages side by side."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk import rights
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Incident

_LONGEST, _LONGEST_ADDRESS = 400, 200
_MOST_ENDED, _MOST_FIXES = 10, 20
_FIX, _LISTED = re.compile(r"[a-z][a-z0-9_.]{0,99}"), re.compile(r"[^\s,;]+")
_ROLE = rights.Role.SUPERVISOR


@dataclass(frozen=True)
class Announcement:
    """What the form holds."""

    title: Mapping[Language, str]
    text: Mapping[Language, str]
    workaround: Mapping[Language, str] = field(default_factory=dict)
    url: str = ""
    fixes: tuple[str, ...] = ()

    @property
    def fault(self) -> str:
        """The key of why it cannot be announced, or nothing."""
        if not all(_FIX.fullmatch(one) for one in self.fixes):
            return "incident_bad_fixes"
        if not any(self.title.values()):
            return "incident_needs_title"
        is_address = self.url.startswith(("https://", "http://")) and len(self.url) <= _LONGEST_ADDRESS
        return "incident_bad_link" if self.url and not is_address else ""

    def fields(self) -> list[tuple[Language, str, str, str]]:
        """Language by language."""
        return [
            (one, self.title.get(one, ""), self.text.get(one, ""), self.workaround.get(one, "")) for one in LANGUAGES
        ]


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """What is known to be down, what was lately, and the form for another one."""
    word = _read(request.POST)
    if request.method == "POST":
        rights.require(me(request), _ROLE)
        if not word.fault:
            _store(Incident(since=datetime.now(UTC)), word)
            return redirect("incidents")
    ended = Incident.objects.exclude(ended_at=None).order_by("-ended_at")[:_MOST_ENDED]
    content = {
        "incidents": [(incident, words.of_text(incident.title), _missing(incident)) for incident in Incident.current()],
        "ended": [(incident, words.of_text(incident.title)) for incident in ended],
        **_form(request, word),
    }
    return _answer(request, "incidents.html", content)


@login_required
def edit(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Say it better, add a language, while it lasts."""
    rights.require(me(request), _ROLE)
    incident = get_object_or_404(Incident, pk=incident_id, ended_at=None)
    word = (
        _read(request.POST)
        if request.method == "POST"
        else Announcement(incident.title, incident.text, incident.workaround, incident.link_url, tuple(incident.fixes))
    )
    if request.method == "POST" and not word.fault:
        _store(incident, word)
        return redirect("incidents")
    return _answer(request, "incident.html", {"incident": incident, **_form(request, word)})


@login_required
@require_POST
def end(request: HttpRequest, incident_id: str) -> HttpResponse:
    """It works again."""
    rights.require(me(request), _ROLE)
    incident = get_object_or_404(Incident, pk=incident_id, ended_at=None)
    incident.ended_at = datetime.now(UTC)
    incident.save(update_fields=["ended_at"])
    feed.tell_all("incidents")
    return redirect("incidents")


def _form(request: HttpRequest, word: Announcement) -> dict[str, object]:
    return {
        "nav": "incidents",
        "fields": word.fields(),
        "link_url": word.url,
        "fixes": " ".join(word.fixes),
        "fault": word.fault if request.method == "POST" else "",
        **rights.shown(me(request), _ROLE),
    }


def _answer(request: HttpRequest, template: str, content: Mapping[str, object]) -> HttpResponse:
    return render(request, template, dict(content), status=422 if content["fault"] else 200)


def _read(form: QueryDict) -> Announcement:
    url = form.get("link_url", "").strip().replace("\0", "")
    title, text, workaround = (texts(form, name) for name in ("title", "text", "workaround"))
    return Announcement(title, text, workaround, url, tuple(_LISTED.findall(form.get("fixes", ""))))


def _store(incident: Incident, word: Announcement) -> None:
    """Keep it and tell every desktop."""
    incident.title, incident.text, incident.link_url = dict(word.title), dict(word.text), word.url
    incident.workaround = dict(word.workaround)
    incident.link_label = {"fr": word.url} if word.url else {}
    incident.fixes = list(dict.fromkeys(word.fixes))[:_MOST_FIXES]
    incident.save()
    feed.tell_all("incidents")


def texts(form: QueryDict, name: str) -> dict[Language, str]:
    """A text of the form in the languages it was given in."""
    given = {one: form.get(f"{name}_{one}", "").strip().replace("\0", "")[:_LONGEST] for one in LANGUAGES}
    return {one: text for one, text in given.items() if text}


def _missing(incident: Incident) -> str:
    """The languages in which some of it cannot be read."""
    lacking = [one for one in LANGUAGES if any(not part.get(one) for part in _written(incident))]
    return ", ".join(one.upper() for one in lacking)


def _written(incident: Incident) -> list[dict[str, str]]:
    """The parts that are there in some language, the title always."""
    return [incident.title, *(part for part in (incident.text, incident.workaround) if part)]
