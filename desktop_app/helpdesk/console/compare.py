"""What differs between a request's computer report and another one: likeliest cause first, in words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from desktop_app.domain.amounts import Counted
from desktop_app.domain.diff import Change, changes, first_of_each, naming
from desktop_app.domain.redaction.span import OLD_MARK
from desktop_app.domain.sections import SECTIONS, traits
from desktop_app.domain.snapshot import Section, SectionStatus, Snapshot
from desktop_app.helpdesk.console import fields, machines, words
from desktop_app.helpdesk.console.record import document
from desktop_app.helpdesk.models import Attachment, Device, Ticket

_TONES = {"added": ("s", "plus"), "removed": ("r", "minus"), "changed": ("w", "arrow-right")}


@dataclass(frozen=True)
class ChangeRow:
    """A difference in words. `name`: the technical name of the field; `tone` and `icon` of its kind."""

    kind: str
    tone: str
    icon: str
    title: str
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """`rows`, likeliest first; `more`: what is not told, and how often. `unread`: sections that one side lacks."""

    rows: tuple[ChangeRow, ...]
    more: tuple[tuple[str, int], ...]
    unread: tuple[str, ...]
    is_readable: bool

    @property
    def count(self) -> int:
        """How many differences there are."""
        return len(self.rows) + sum(count for _, count in self.more)


@login_required
def page(request: HttpRequest, ticket_id: str) -> HttpResponse:
    """What to compare with, and what differs. Only what the page offers can be asked for."""
    ticket = get_object_or_404(Ticket.objects.select_related("device", "requester"), pk=ticket_id)
    report = machines.newest(ticket)
    if report is None:
        raise Http404
    query, machine_id, report_id = (_asked(request, name) for name in ("q", "machine", "with"))
    machine = _machine(ticket, machine_id)
    before = _before(ticket, report, report_id, machine)
    found = machines.named(ticket, query)
    comparison = _compared(before, report, machine is not None) if before else None
    content = {
        "nav": "queue",
        "ticket": ticket,
        "report": report,
        "before": before,
        "before_title": f"{machine.hostname}, {machine.person.name}" if machine else words.say("compare_before"),
        "machine": machine,
        "query": query,
        "earlier": machines.recent(ticket, report),
        "machines": found if query else found[:5],
        "comparison": comparison,
        "count": words.say("compare_count", count=Counted(comparison.count, words.language())) if comparison else "",
    }
    return render(request, "record_compare.html", content)


def _asked(request: HttpRequest, name: str) -> str:
    return fields.harmless(request.GET.get(name, "").strip()[:200])  # PostgreSQL takes no NUL


def _machine(ticket: Ticket, device_id: str) -> Device | None:
    return get_object_or_404(machines.others(ticket), pk=device_id) if device_id else None


def _before(ticket: Ticket, report: Attachment, report_id: str, machine: Device | None) -> Attachment | None:
    """The other report: the machine's latest, the earlier one asked for, else the last one before."""
    if machine is not None:
        return Attachment.objects.get(pk=machine.latest)  # type: ignore[attr-defined]  # annotated in `others`
    sent = machines.earlier(ticket, report)
    return get_object_or_404(sent, pk=report_id) if report_id else sent.first()


def _compared(before: Attachment, after: Attachment, is_other_machine: bool) -> Comparison:
    old, new = (document(machines.content(one)) for one in (before, after))
    return compared(old, new, is_other_machine=is_other_machine)


def compared(old: Mapping[str, Any], new: Mapping[str, Any], *, is_other_machine: bool) -> Comparison:
    """From `old` to `new`, two documents as strangers send them."""
    before, after = snapshot(old), snapshot(new)
    found = changes(before, after, _topic(new))
    if is_other_machine:
        found = [change for change in found if _says_something(change)]
    told, rest = first_of_each(found)
    more = Counter[str]()
    for label, count in rest.items():
        more[fields.label(label)] += count
    rows = tuple(_row(change, is_other_machine) for change in told)
    is_readable = bool(before.sections and after.sections)
    return Comparison(rows, tuple(more.items()), tuple(_unread(before, after)), is_readable)


def snapshot(found: Mapping[str, Any]) -> Snapshot:
    """What of the document can be compared: sections and fields that are ours."""
    listed = found.get("sections")
    listed = listed if isinstance(listed, dict) else {}
    sections = {name: _section(name, listed[name]) for name in SECTIONS if isinstance(listed.get(name), dict)}
    return Snapshot(datetime.min.replace(tzinfo=UTC), sections)


def _section(name: str, value: Mapping[str, Any]) -> Section:
    told = str(value.get("status"))
    status = SectionStatus(told) if told in list(SectionStatus) else SectionStatus.UNAVAILABLE
    return Section(name, status, 0.0, fields.fitting(value, name))


def _topic(found: Mapping[str, Any]) -> str:
    """The section of the worst thing found: what changed there is the likeliest cause."""
    listed = found.get("findings")
    findings = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    for severity in ("problem", "attention"):
        for finding in findings:
            if finding.get("severity") == severity and finding.get("section") in list(SECTIONS):
                return str(finding["section"])
    return ""


def _says_something(change: Change) -> bool:
    """Whether a difference between two machines tells anything: names, numbers and moments always differ."""
    names = (change.label, naming(change.label))
    if any(traits(name).get("mask") for name in names) or traits(change.label).get("unit") == "moment":
        return False
    return not any(OLD_MARK.search(str(text)) for text in (change.item, change.before, change.after))


def _row(change: Change, is_other_machine: bool) -> ChangeRow:
    said = fields.told(change)
    kind = words.say(f"compare_{change.kind}") if is_other_machine else said.kind
    return ChangeRow(kind, *_TONES[change.kind], said.title, change.label, said.before, said.after)


def _unread(before: Snapshot, after: Snapshot) -> Iterator[str]:
    """Sections that only one side could read, in words."""
    for name in SECTIONS:
        sides = [side.sections.get(name) for side in (before, after)]
        is_read = [side is not None and side.status is not SectionStatus.UNAVAILABLE for side in sides]
        if any(is_read) and not all(is_read):
            yield fields.label(f"section.{name}")
