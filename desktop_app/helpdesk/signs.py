"""What the machines of many requests have in common: proposed as an outage, for somebody to announce or to dismiss."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from string import Formatter
from threading import Lock
from typing import Any

from pydantic import BaseModel

from desktop_app import resources
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk import keeping
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Attachment, Attempt, Incident, Judged, Sign, Technician, Ticket

WITHIN, QUIET = timedelta(hours=2), timedelta(hours=12)
"""How close together the requests came; how long what was judged is not proposed again."""

MANY, MANY_ANYWHERE = 5, 8
"""So many machines of one site, or of all sites together, are no chance."""

FIX = "fix:"
_SITE = re.compile(r"[A-Za-z]{2,10}(?=[-_.0-9])")
_LARGEST, _AT_ONCE, _LOOKS_BACK = 8 * 1024 * 1024, 200, timedelta(minutes=1)


@dataclass(frozen=True)
class Proposal:
    """`key` is a finding, or `fix:` and a guided fix that did not help. No `site`: several of them."""

    key: str
    site: str
    machines: int
    since: datetime


def site_of(hostname: str) -> str:
    """The letters that machines of one place share in their names: `SG-014` is of SG."""
    found = _SITE.match(hostname)
    return found[0].upper() if found else ""


def proposals(now: datetime | None = None) -> list[Proposal]:
    """What is proposed now, the most machines first."""
    now = now or datetime.now(UTC)
    seen: dict[tuple[str, str], dict[str, datetime]] = defaultdict(dict)
    for key, device, hostname, at in _told(now - WITHIN):
        for site in {site_of(hostname), ""}:
            seen[key, site].setdefault(device, at)
    judged = set(Judged.objects.filter(at__gte=now - QUIET).values_list("key", "site"))
    known = {key for key, _ in judged}
    found = [
        Proposal(key, site, len(machines), min(machines.values()))
        for (key, site), machines in seen.items()
        if len(machines) >= (MANY if site else MANY_ANYWHERE)
        and (key, site) not in judged
        and (key, "") not in judged
        and (site or key not in known)
    ]
    sites = {one.key for one in found if one.site}
    shown = [one for one in found if one.site or one.key not in sites]
    return sorted(shown, key=lambda one: (-one.machines, one.key, one.site))


def _told(since: datetime) -> Iterator[tuple[str, str, str, datetime]]:
    """Key, machine, its name, when: of requests that came since."""
    machine = ("ticket__device", "ticket__device__hostname", "ticket__created_at")
    tried = Attempt.objects.filter(ticket__created_at__gte=since, ticket__device__isnull=False).exclude(result="fixed")
    for fix, *of in tried.order_by("ticket__created_at").values_list("fix_id", *machine):
        yield f"{FIX}{fix}", *of
    signs = Sign.objects.filter(ticket__created_at__gte=since, ticket__device__isnull=False)
    yield from signs.order_by("ticket__created_at").values_list("key", *machine)


def announce(
    proposal: Proposal, title: dict[Language, str], workaround: dict[Language, str], by: Technician
) -> Incident:
    """A banner on every desktop; those whose machine has it may ask to be told when it works again."""
    text = {one: resources.sentence("console_outages", "outage_text", one) for one in LANGUAGES}
    fixes = [proposal.key.removeprefix(FIX)] if proposal.key.startswith(FIX) else []
    made = Incident.objects.create(title=title, text=text, workaround=workaround, fixes=fixes, since=proposal.since)
    judge(proposal, by, made)
    feed.tell_all("incidents")
    return made


def judge(proposal: Proposal, by: Technician, incident: Incident | None = None) -> None:
    """Not proposed again for a while."""
    Judged.objects.create(key=proposal.key, site=proposal.site, incident=incident, by=by, at=datetime.now(UTC))


def has_gaps(text: str) -> bool:
    """Whether a sentence speaks of one machine's own facts."""
    return any(name for _, name, _, _ in Formatter().parse(text))


class _Report(BaseModel):
    """Nothing else of a report is made into objects: there are thousands, and one comes with each request."""

    findings: list[Any] = []


class Reader:
    """Reads what the reports that came with requests found; asked by the clock, never while a request is stored."""

    def __init__(self) -> None:
        self._mark = datetime.now(UTC) - WITHIN
        self._read: set[str] = set()
        self._lock = Lock()

    def catch_up(self) -> None:
        """Read those of some requests that changed since the last look."""
        with self._lock:
            changed = Ticket.objects.filter(updated_at__gt=self._mark, device__isnull=False).order_by("updated_at")
            tickets = dict(changed.values_list("pk", "updated_at")[:_AT_ONCE])
            if not tickets:
                return
            reports = Attachment.objects.filter(kind="snapshot", entry__ticket__in=tickets).select_related("entry")
            told = [sign for report in reports.exclude(pk__in=self._read) for sign in _signs(report)]
            Sign.objects.bulk_create(told, ignore_conflicts=True)
            last = max(tickets.values())
            self._read = {report.pk for report in reports}
            self._mark = last if len(tickets) == _AT_ONCE else max(self._mark, last - _LOOKS_BACK)


def _signs(report: Attachment) -> list[Sign]:
    if report.entry is None or report.size > _LARGEST:
        return []
    ticket, at = report.entry.ticket_id, report.entry.created_at
    return [Sign(ticket_id=ticket, key=key, at=at) for key in found_in(_content(report))]


def _content(report: Attachment) -> bytes:
    try:
        with keeping.opened(report.sha256) as file:
            return file.read()
    except OSError:
        return b""


def found_in(content: bytes) -> set[str]:
    """The problems that a report names, of those we have words for; it is a stranger's bytes."""
    try:
        return set(_problems(_Report.model_validate_json(content).findings))
    except ValueError:
        return set()


def _problems(findings: Iterable[Any]) -> Iterator[str]:
    known = resources.words("findings")
    for one in findings:
        if isinstance(one, dict) and one.get("severity") == "problem":
            key = one.get("key")
            if isinstance(key, str) and key in known and f"{key}_detail" in known:
                yield key


reader = Reader()
