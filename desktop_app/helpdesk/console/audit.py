"""What was done, for auditors: the newest first, by who, what and when; and as a file that can be checked elsewhere."""

import csv
import json
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST

from desktop_app.domain.amounts import whole
from desktop_app.helpdesk import audit
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.console import fields, words
from desktop_app.helpdesk.console.presence import me
from desktop_app.helpdesk.models import Audit, Person, Technician, Ticket

_A_PAGE, _BUNCH = 100, 1000
_COLUMNS = ("seq", "at", "act", "by", "about", "facts", "through", "previous", "hash")
_ROLES = {"role", "before", "after"}


@dataclass(frozen=True)
class Line:
    """One act in words; `facts` are pairs of a name and what it was."""

    seq: int
    at: datetime
    act: str
    who: str
    about: str
    facts: tuple[tuple[str, object], ...]


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """A hundred acts, older ones by a link."""
    chosen = {name: request.GET.get(name, "") for name in ("act", "by", "since", "until")}
    found = _chosen(chosen)
    if before := whole(request.GET.get("before", ""), digits=18):
        found = found.filter(seq__lt=before)
    shown = list(found[: _A_PAGE + 1])
    content = {
        "nav": "audit",
        "lines": _lines(shown[:_A_PAGE]),
        "older": shown[_A_PAGE - 1].seq if len(shown) > _A_PAGE else None,
        "acts": sorted(((act.value, words.say(f"audit_{act}")) for act in Act), key=lambda one: one[1]),
        "accounts": Technician.objects.order_by("name"),
        "chosen": chosen,
    }
    return render(request, "audit.html", content)


@login_required
@require_POST
def export(request: HttpRequest) -> StreamingHttpResponse:
    """What is chosen, as CSV with every column that the hashes cover. It is itself written down."""
    chosen = {name: request.POST.get(name, "") for name in ("act", "by", "since", "until")}
    told = " ".join(f"{name}={value}" for name, value in chosen.items() if value)
    audit.write(Act.EXPORTED, me(request), what="audit", chosen=told)
    answer = StreamingHttpResponse(_table(_chosen(chosen).order_by("seq")), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="audit-{timezone.localdate()}.csv"'
    return answer


def _chosen(chosen: dict[str, str]) -> "QuerySet[Audit]":
    """What is not understood chooses nothing away."""
    found = Audit.objects.all()
    if chosen["act"] in list(Act):
        found = found.filter(act=chosen["act"])
    if chosen["by"]:
        found = found.filter(by=f"technician:{fields.harmless(chosen['by'])[:40]}")
    if since := _day(chosen["since"]):
        found = found.filter(at__gte=_midnight(since))
    if until := _day(chosen["until"]):
        found = found.filter(at__lt=_midnight(until + timedelta(days=1)))
    return found


def _day(text: str) -> date | None:
    try:
        found = parse_date(text)
    except ValueError:
        return None
    return found if found and 2000 <= found.year < 9000 else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _lines(acts: list[Audit]) -> list[Line]:
    names = _names({name for act in acts for name in (act.by, act.about) if name})
    return [_line(act, names) for act in acts]


def _line(act: Audit, names: dict[str, str]) -> Line:
    said = words.spoken("console_law", f"audit_{act.act}", {})
    who = names.get(act.by, act.by) if act.by else words.say("audit_by_itself")
    facts = tuple(_fact(name, fact) for name, fact in act.facts.items())
    about = names.get(act.about, act.about) if act.about != act.by else ""
    return Line(act.seq, act.at, said, who, about, facts)


def _fact(name: str, fact: object) -> tuple[str, object]:
    told: object = fact
    if name in _ROLES and fact in Technician.Role.values:
        told = words.say(f"role_{fact}")
    elif name == "way":
        told = ", ".join(words.spoken("console_law", f"way_{way}", {}) for way in str(fact).split())
    return words.spoken("console_law", f"fact_{name}", {}), told


def _names(named: Iterable[str]) -> dict[str, str]:
    """What people call them, in three questions at most; who is gone stays a number."""
    ids: dict[str, list[str]] = {}
    for name in named:
        kind, _, key = name.partition(":")
        ids.setdefault(kind, []).append(key)
    found = {f"technician:{one.pk}": one.name for one in Technician.objects.filter(pk__in=ids.get("technician", ()))}
    found |= {f"person:{one.pk}": one.name for one in Person.objects.filter(pk__in=ids.get("person", ()))}
    numbers = Ticket.objects.filter(pk__in=ids.get("ticket", ())).values_list("pk", "number")
    return found | {f"ticket:{key}": words.say("audit_request", number=number) for key, number in numbers}


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


async def _table(acts: "QuerySet[Audit]") -> AsyncIterator[Any]:
    sheet = csv.writer(_Echo())
    yield sheet.writerow(_COLUMNS)
    async for act in acts.aiterator(chunk_size=_BUNCH):
        facts = json.dumps(act.facts, ensure_ascii=False, sort_keys=True)
        yield sheet.writerow(
            [act.seq, act.at.isoformat(), act.act, act.by, act.about, facts, act.through, act.previous, act.hash]
        )
