"""The help desk's names and opening hours, kept by those in charge."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from zoneinfo import available_timezones

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from desktop_app.domain.hours import DAYS, Calendar
from desktop_app.domain.words import LANGUAGES
from desktop_app.helpdesk import rights
from desktop_app.helpdesk.console import promises, words
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
        fault = take(request, organisation)
        if not fault:
            return redirect("hours")
    content = {
        "nav": "hours",
        "fault": fault,
        **shown(organisation),
        **promises.shown(organisation),
        **rights.shown(me(request), _ROLE),
    }
    return render(request, "hours.html", content, status=422 if fault else 200)


def shown(organisation: Organisation, typed: Mapping[str, str] = MappingProxyType({})) -> dict[str, Any]:
    """What the fields of the hours and names hold: what was `typed`, else what is kept."""
    spans = {day: " ".join("-".join(span) for span in organisation.hours.get(day, [])) for day in DAYS}
    named = [(one, f"desk_name_{one}", organisation.desk_name.get(one, "")) for one in LANGUAGES]
    return {
        "zones": sorted(available_timezones()),
        "zone": typed.get("time_zone", organisation.time_zone),
        "week": [(day, words.say(f"day_{day}"), typed.get(day, spans[day])) for day in DAYS],
        "holidays": typed.get("holidays", "\n".join(organisation.holidays)),
        "desk_names": [(one, typed.get(key, name)) for one, key, name in named],
    }


def take(request: HttpRequest, organisation: Organisation) -> str:
    """Keep what the form says; the key of what was not understood."""
    week = {day: [span.split("-", 1) for span in request.POST.get(day, "").split()] for day in DAYS}
    holidays = request.POST.get("holidays", "").split()
    zone = request.POST.get("time_zone", "")
    try:
        Calendar.read(zone, week, holidays)
    except (ValueError, KeyError, OSError):
        return "hours_not_understood"
    if "first_answer_3" in request.POST and (fault := promises.take(organisation, request.POST)):
        return fault
    organisation.time_zone, organisation.hours, organisation.holidays = zone, week, holidays
    organisation.name = _line(request, "name", 200) or organisation.name
    organisation.telephone = _line(request, "telephone", 40)
    organisation.desk_name = texts(request.POST, "desk_name") or organisation.desk_name
    organisation.save()
    feed.tell_all("organisation")
    return ""


def _line(request: HttpRequest, name: str, most: int) -> str:
    return request.POST.get(name, "").strip().replace("\0", "")[:most]
