"""How long things are kept: what is due by the rules, said before, then removed."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import islice

from django.db import transaction
from django.db.models import QuerySet

from desktop_app.domain.asking import Answer
from desktop_app.domain.ticket import ENDED
from desktop_app.helpdesk import audit, keeping
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.models import Attachment, Audit, Entry, Rules, Technician, Ticket

LONGEST_DAYS = 36_500
_AT_ONCE = 200
_JUST_BROUGHT = timedelta(hours=1)  # its row may not be there yet


class Kind(StrEnum):
    """What is kept apart. Each has a sentence `keep_…` among the console's words."""

    REQUESTS = "requests"
    ATTACHMENTS = "attachments"
    REPORTS = "reports"
    VALUES = "values"
    AUDIT = "audit"


def lengths(kind: Kind) -> range:
    """For how many days it may be kept."""
    return range(audit.LOOKED_BACK.days if kind is Kind.AUDIT else 1, LONGEST_DAYS + 1)


def preview(keep_days: Mapping[str, int]) -> dict[Kind, int]:
    """How many of each kind these rules would remove now. Nothing is changed."""
    return {kind: _due(kind, _before(kind, keep_days)).count() if kind in keep_days else 0 for kind in Kind}


def remove(keep_days: Mapping[str, int], by: Technician | None = None) -> dict[Kind, int]:
    """Remove what these rules say, and write down how many; nothing open goes, however old. What went, by kind.

    Raises Silent.
    """
    gone = {kind: _remove(kind, _before(kind, keep_days)) for kind in Kind if kind in keep_days}
    if any(gone.values()):
        audit.write(Act.REMOVED, by, None, **{kind.value: count for kind, count in gone.items() if count})
    return gone


def remove_due() -> None:
    """What the organisation's own rules say."""
    remove(Rules.load().keep_days)


def remove_strays() -> int:
    """Bytes that no row has: the bucket was away, or who brought them never heard so. How many went. Raises Silent."""
    found, gone = keeping.every(), 0
    while some := set(islice(found, _AT_ONCE)):
        gone += _remove_bytes(some)
    return gone


def remove_files(files: "QuerySet[Attachment]") -> int:
    """Rows, and the bytes that no other row has, once the caller's transaction stands; how many rows.

    The caller asks `keeping.require` before it begins one: no row goes without its bytes.
    """
    digests = set(files.values_list("sha256", flat=True))
    count = files.count()
    files.delete()
    transaction.on_commit(lambda: _remove_bytes(digests))
    return count


def _before(kind: Kind, keep_days: Mapping[str, int]) -> datetime:
    return datetime.now(UTC) - timedelta(days=max(keep_days[kind], lengths(kind).start))


def _due(kind: Kind, before: datetime) -> "QuerySet[Ticket] | QuerySet[Attachment] | QuerySet[Entry] | QuerySet[Audit]":
    ended = Ticket.objects.filter(status__in=ENDED, updated_at__lt=before)
    if kind is Kind.REQUESTS:
        return ended
    if kind is Kind.ATTACHMENTS:
        return Attachment.objects.filter(entry__ticket__in=ended).exclude(kind="snapshot")
    if kind is Kind.REPORTS:
        return Attachment.objects.filter(kind="snapshot", created_at__lt=before)
    if kind is Kind.VALUES:
        return Entry.objects.filter(event=Answer.VALUE, created_at__lt=before, facts__has_key="value")
    return Audit.objects.filter(at__lt=before)


def _remove(kind: Kind, before: datetime) -> int:
    if kind is Kind.AUDIT:
        return audit.remove(before)
    count = 0
    while some := [str(key) for key in _due(kind, before).values_list("pk", flat=True)[:_AT_ONCE]]:
        if kind is not Kind.VALUES:
            keeping.require()
        with transaction.atomic():
            _remove_some(kind, some)
        count += len(some)
    return count


def _remove_some(kind: Kind, keys: list[str]) -> None:
    if kind is Kind.REQUESTS:
        remove_files(Attachment.objects.filter(entry__ticket__in=keys))
        Ticket.objects.filter(pk__in=keys).delete()
    elif kind is Kind.VALUES:
        for entry in Entry.objects.filter(pk__in=keys):
            entry.facts.pop("value")
            entry.save(update_fields=["facts"])
    else:
        remove_files(Attachment.objects.filter(pk__in=keys))


def _remove_bytes(digests: set[str]) -> int:
    gone = 0
    for digest in digests - set(Attachment.objects.filter(sha256__in=digests).values_list("sha256", flat=True)):
        brought_at = keeping.brought_at(digest)
        if brought_at and brought_at < datetime.now(UTC) - _JUST_BROUGHT:
            keeping.remove(digest)
            gone += 1
    return gone
