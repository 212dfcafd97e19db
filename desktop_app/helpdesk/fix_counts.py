"""Sums of how guided fixes ended, for those who answer for the desk."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Sum

from desktop_app.helpdesk.models import CountSeen, FixCount
from desktop_app.protocol import fix_counts as words

KEPT = timedelta(days=400)
# A desktop that was away sends late; what is older, or of tomorrow, is a wrong clock
_LATEST, _EARLIEST = timedelta(days=2), timedelta(days=60)
_MOST_ROWS_A_DAY = 2000


@dataclass(frozen=True)
class Row:
    """One fix over a span of days. `ran`: it was begun and came to an end; what was undone ran before."""

    fix: str
    ran: int
    helped: int
    needs_person: int
    undone: int
    requested: int

    @property
    def percent(self) -> int | None:
        """How many of a hundred runs helped; None when it never ran."""
        return round(100 * self.helped / self.ran) if self.ran else None


def take(word: words.FixCount) -> None:
    """Add it once. What cannot be of these days is let go without a word: it is nobody's fault here."""
    now = datetime.now(UTC)
    if not now.date() - _EARLIEST <= word.day <= now.date() + _LATEST:
        return
    try:
        with transaction.atomic():
            CountSeen.objects.create(pk=word.id, at=now)
            _add(word)
    except IntegrityError:
        return


def _add(word: words.FixCount) -> None:
    where = {"day": word.day, "fix": word.fix, "outcome": word.outcome}
    if FixCount.objects.filter(**where).update(count=F("count") + 1):
        return
    if FixCount.objects.filter(day=word.day).count() < _MOST_ROWS_A_DAY:
        made, is_new = FixCount.objects.get_or_create(**where, defaults={"count": 1})
        if not is_new:
            FixCount.objects.filter(pk=made.pk).update(count=F("count") + 1)


def table(since: date, among: Collection[str] | None = None) -> list[Row]:
    """The fixes that ran since that day, the most used first; `among` names those that are asked about."""
    sums: dict[str, dict[str, int]] = {}
    counts = FixCount.objects.filter(day__gte=since)
    if among is not None:
        counts = counts.filter(fix__in=among)
    found = counts.values_list("fix", "outcome").annotate(total=Sum("count"))
    for fix, outcome, total in found:
        sums.setdefault(fix, {})[outcome] = total
    return sorted((_row(fix, of_fix) for fix, of_fix in sums.items()), key=lambda row: (-row.ran, row.fix))


def _row(fix: str, sums: dict[str, int]) -> Row:
    ran = _total(sums, ("helped", "nothing_found", "needs_person", "stopped"))
    return Row(fix, ran, *(sums.get(name, 0) for name in ("helped", "needs_person", "undone", "requested")))


def _total(sums: dict[str, int], names: Iterable[str]) -> int:
    return sum(sums.get(name, 0) for name in names)


def forget_old() -> None:
    """Sums older than a year or so, and ids that nobody will send again."""
    now = datetime.now(UTC)
    FixCount.objects.filter(day__lt=(now - KEPT).date()).delete()
    CountSeen.objects.filter(at__lt=now - 2 * _EARLIEST).delete()
