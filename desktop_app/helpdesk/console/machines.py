"""The reports that a machine's report may be compared with: sent with a request, from a machine that is still ours."""

from django.db.models import OuterRef, Q, QuerySet, Subquery

from desktop_app.helpdesk import keeping
from desktop_app.helpdesk.console.record import LONGEST_READ
from desktop_app.helpdesk.models import Attachment, Device, Ticket

_MOST_EARLIER = 60
_MOST_MACHINES = 20


def newest(ticket: Ticket) -> Attachment | None:
    """The newest computer report of a conversation."""
    return Attachment.objects.filter(entry__ticket=ticket, kind="snapshot").order_by("-created_at").first()


def content(report: Attachment) -> bytes:
    """Its bytes, or their beginning; none when the file is gone, or not to be had now: the page has more to show."""
    try:
        with keeping.opened(report.sha256) as file:
            return file.read(LONGEST_READ)
    except (OSError, keeping.Silent):
        return b""


def earlier(ticket: Ticket, report: Attachment) -> "QuerySet[Attachment]":
    """What this machine sent before `report`, newest first, with any of its requests."""
    if ticket.device_id is None:
        return Attachment.objects.none()
    return _sent().filter(entry__ticket__device=ticket.device_id, created_at__lt=report.created_at)


def recent(ticket: Ticket, report: Attachment) -> "QuerySet[Attachment]":
    """Those of `earlier` that a page offers."""
    return earlier(ticket, report)[:_MOST_EARLIER]


def others(ticket: Ticket) -> "QuerySet[Device]":
    """The other machines with a report; `latest` is its id."""
    last = _sent().filter(entry__ticket__device=OuterRef("pk")).values("pk")[:1]
    ours = Device.objects.filter(revoked_at=None).exclude(pk=ticket.device_id or "")
    return ours.annotate(latest=Subquery(last)).exclude(latest=None).select_related("person")


def named(ticket: Ticket, query: str) -> "QuerySet[Device]":
    """The first of them with every word of `query` in the machine's or its person's name."""
    found = others(ticket)
    for word in query.split()[:8]:
        found = found.filter(Q(hostname__icontains=word) | Q(person__name__icontains=word))
    return found.order_by("hostname", "pk")[:_MOST_MACHINES]


def _sent() -> "QuerySet[Attachment]":
    """Reports that stand in a conversation, of machines that were not withdrawn, newest first."""
    ours = Attachment.objects.filter(kind="snapshot", entry__ticket__device__isnull=False)
    return ours.filter(entry__ticket__device__revoked_at=None).order_by("-created_at", "-pk")
