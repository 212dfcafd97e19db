"""The help desk's names and opening hours, kept by those in charge."""

from zoneinfo import available_timezones

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from desktop_app.domain.hours import DAYS, Calendar
from desktop_app.domain.words import LANGUAGES
from desktop_app.helpdesk import rights
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.incidents import texts
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Organisation

_ROLE = rights.Role.SUPERVISOR


@login_required
def hours(request: HttpRequest) -> HttpResponse:
    """Names, telephone, time zone, weekly hours, days closed: for everybody to see."""
    organisation = Organisation.load()
    fault = ""
    if request.method == "POST":
        rights.require(me(request), _ROLE)
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
        **rights.shown(me(request), _ROLE),
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
    organisation.name = _line(request, "name", 200) or organisation.name
    organisation.telephone = _line(request, "telephone", 40)
    organisation.desk_name = texts(request.POST, "desk_name") or organisation.desk_name
    organisation.save()
    feed.tell_all("organisation")
    return ""


def _line(request: HttpRequest, name: str, most: int) -> str:
    return request.POST.get(name, "").strip().replace("\0", "")[:most]
