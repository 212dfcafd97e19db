"""Set-up that technicians change themselves: known incidents, and opening hours."""

from datetime import UTC, datetime
from zoneinfo import available_timezones

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from desktop_app.domain.hours import DAYS, Calendar
from desktop_app.domain.words import LANGUAGES
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Incident, Organisation

_LONGEST = 400


@login_required
def incidents(request: HttpRequest) -> HttpResponse:
    """What is known to be down, and the form for another one: four languages side by side, missing ones are shown."""
    fault = ""
    if request.method == "POST":
        fault = _announce(request)
        if not fault:
            return redirect("incidents")
    shown = [(incident, words.of_text(incident.title), _missing(incident)) for incident in Incident.current()]
    content = {
        "nav": "incidents",
        "incidents": shown,
        "fault": fault,
        "fields": [
            (language, request.POST.get(f"title_{language}", ""), request.POST.get(f"text_{language}", ""))
            for language in LANGUAGES
        ],
    }
    return render(request, "incidents.html", content, status=422 if fault else 200)


def _announce(request: HttpRequest) -> str:
    """Store it and tell every desktop; the key of what is missing, or nothing."""
    title, text = _texts(request, "title"), _texts(request, "text")
    if not title.get("fr") and not any(title.values()):
        return "incident_needs_title"
    url = request.POST.get("link_url", "").strip()
    if url and not url.startswith(("https://", "http://")):
        return "incident_bad_link"
    label = _texts(request, "link_label") or {"fr": url}
    Incident.objects.create(
        title=title, text=text, link_url=url, link_label=label if url else {}, since=datetime.now(UTC)
    )
    feed.tell_all("incidents")
    return ""


def _texts(request: HttpRequest, name: str) -> dict[str, str]:
    given = {language: request.POST.get(f"{name}_{language}", "").strip()[:_LONGEST] for language in LANGUAGES}
    return {language: text for language, text in given.items() if text}


def _missing(incident: Incident) -> list[str]:
    return [language.upper() for language in LANGUAGES if not incident.title.get(language)]


@login_required
@require_POST
def end_incident(_request: HttpRequest, incident_id: str) -> HttpResponse:
    """It is over: the banner goes from every desktop."""
    incident = get_object_or_404(Incident, pk=incident_id)
    incident.ended_at = datetime.now(UTC)
    incident.save(update_fields=["ended_at"])
    feed.tell_all("incidents")
    return redirect("incidents")


@login_required
def hours(request: HttpRequest) -> HttpResponse:
    """Names, telephone, time zone, weekly hours, days closed."""
    organisation = Organisation.load()
    fault = ""
    if request.method == "POST":
        fault = _change(request, organisation)
        if not fault:
            return redirect("hours")
    content = {
        "nav": "hours",
        "fault": fault,
        "zones": sorted(available_timezones()),
        "week": [
            (day, words.say(f"day_{day}"), " ".join("-".join(span) for span in organisation.hours.get(day, [])))
            for day in DAYS
        ],
        "holidays": "\n".join(organisation.holidays),
        "desk_names": [(language, organisation.desk_name.get(language, "")) for language in LANGUAGES],
    }
    return render(request, "hours.html", content, status=422 if fault else 200)


def _change(request: HttpRequest, organisation: Organisation) -> str:
    week = {day: [span.split("-", 1) for span in request.POST.get(day, "").split()] for day in DAYS}
    holidays = request.POST.get("holidays", "").split()
    zone = request.POST.get("time_zone", "")
    try:
        Calendar.read(zone, week, holidays)
    except (ValueError, KeyError, OSError):
        return "hours_not_understood"
    organisation.time_zone, organisation.hours, organisation.holidays = zone, week, holidays
    organisation.name = request.POST.get("name", "").strip()[:200] or organisation.name
    organisation.telephone = request.POST.get("telephone", "").strip()[:40]
    organisation.desk_name = _texts(request, "desk_name") or organisation.desk_name
    organisation.save()
    feed.tell_all("organisation")
    return ""
