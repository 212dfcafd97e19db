"""The figures of the help desk over a span of days. Sums only: no requester is named in any of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import TruncDate

from desktop_app.domain.deadline import Metric, State
from desktop_app.domain.ticket import UNDERWAY, EntryKind, Priority, Status, Visibility
from desktop_app.helpdesk.models import (
    ArticleVote,
    Entry,
    FixCount,
    Organisation,
    Promise,
    Technician,
    Ticket,
    TimeSpent,
)

OLD = timedelta(days=10)
"""How long an open request may be open before it is counted as old."""

GOOD, MIDDLING = (1, 2), (3,)
"""Of the five answers to how it went."""

_MOST_MEASURED = 2_000
_SOLVED = (Status.RESOLVED, Status.CLOSED)


@dataclass(frozen=True)
class Span:
    """From `start` up to `end`, not included."""

    start: datetime
    end: datetime

    @classmethod
    def last(cls, days: int) -> "Span":
        """The last days, up to now."""
        now = datetime.now(UTC)
        return cls(now - timedelta(days=days), now)

    @property
    def before(self) -> "Span":
        """As long, just before."""
        return Span(self.start - (self.end - self.start), self.start)

    def of(self, field: str) -> Q:
        """What has its `field` in it."""
        return Q(**{f"{field}__gte": self.start, f"{field}__lt": self.end})


@dataclass(frozen=True)
class Share:
    """`part` of `whole`."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """None of nothing."""
        return round(100 * self.part / self.whole) if self.whole else None


def solved(span: Span) -> "QuerySet[Ticket]":
    """Requests that were solved in it and still are."""
    return Ticket.objects.filter(span.of("resolved_at"), status__in=_SOLVED)


def first_contact(span: Span) -> Share:
    """Solved with the first answer, and not opened again."""
    answers = Count(
        "entries",
        filter=Q(entries__visibility=Visibility.PUBLIC, entries__technician__isnull=False)
        & ~Q(entries__kind=EntryKind.EVENT),
    )
    found = solved(span).annotate(answers=answers)
    return Share(found.filter(answers__lte=1, reopened=0).count(), solved(span).count())


def kept(span: Span, *of: Q) -> Share:
    """Promised times that ended, or ran out, in it, and were kept."""
    met = Promise.objects.filter(span.of("ended_at"), *of, state=State.MET)
    in_time = met.filter(Q(due_at=None) | Q(ended_at__lte=F("due_at"))).count()
    late = Promise.objects.filter(span.of("due_at"), *of, state=State.RUNNING, due_at__lt=datetime.now(UTC)).count()
    return Share(in_time, met.count() + late)


def kept_by_priority(span: Span) -> list[tuple[Priority, Share]]:
    """The same by how pressing it was."""
    return [(one, kept(span, Q(ticket__priority=one))) for one in Priority if one <= Priority.LOW]


def first_answer_minutes(span: Span) -> int | None:
    """The opening time that half of the first answers took at most."""
    met = Promise.objects.filter(span.of("ended_at"), metric=Metric.FIRST_ANSWER, state=State.MET)
    calendar = Organisation.load().calendar()
    taken = [
        promise.value().share(span.end, calendar) * promise.target_s
        for promise in met.order_by("-ended_at")[:_MOST_MEASURED]
    ]
    return round(median(taken) / 60) if taken else None


def backlog() -> tuple[int, int]:
    """Open requests, and how many of them are old."""
    waiting = Ticket.objects.filter(status__in=UNDERWAY)
    return waiting.count(), waiting.filter(created_at__lt=datetime.now(UTC) - OLD).count()


def arrived(span: Span) -> int:
    """Requests that came."""
    return Ticket.objects.filter(span.of("created_at")).count()


@dataclass(frozen=True)
class Answers:
    """Where people found their answer: a guided fix that helped, an article they called helpful, a person."""

    fixes: int
    articles: int
    people: int

    @property
    def avoided(self) -> Share:
        """Difficulties that nobody had to be asked about."""
        alone = self.fixes + self.articles
        return Share(alone, alone + self.people)


def answers(span: Span) -> Answers:
    """Of everything that people told us was wrong."""
    days = {"day__gte": span.start.date(), "day__lt": span.end.date() + timedelta(days=1)}
    helped = FixCount.objects.filter(outcome="helped", **days).aggregate(sum=Sum("count"))["sum"]
    votes = ArticleVote.objects.filter(helpful=True, given__gte=_id_at(span.start), given__lt=_id_at(span.end))
    return Answers(helped or 0, votes.count(), arrived(span))


def _id_at(moment: datetime) -> str:
    """The least UUIDv7 of a moment: the caller's own id of a vote says when it was given."""
    digits = f"{max(0, int(moment.timestamp() * 1000)):012x}"
    return f"{digits[:8]}-{digits[8:]}"


def satisfaction(span: Span) -> tuple[int, int, int]:
    """How many found that it went well, middling, badly."""
    scores = Counter(solved(span).exclude(score=None).values_list("score", flat=True))
    good, middling = (sum(scores[score] for score in which) for which in (GOOD, MIDDLING))
    return good, middling, scores.total() - good - middling


@dataclass(frozen=True)
class Day:
    """What came and what was solved on one day of the desk's own calendar."""

    day: date
    arrived: int
    solved: int


def flow(span: Span) -> list[Day]:
    """Every day of it."""
    zone = ZoneInfo(Organisation.load().time_zone)
    came = _by_day(Ticket.objects.filter(span.of("created_at")), "created_at", zone)
    went = _by_day(solved(span), "resolved_at", zone)
    first, last = (moment.astimezone(zone).date() for moment in (span.start, span.end))
    return [Day(day, came[day], went[day]) for day in _days(first, last)]


def _by_day(found: "QuerySet[Ticket]", field: str, zone: ZoneInfo) -> Counter[date]:
    counted = found.annotate(day=TruncDate(field, tzinfo=zone)).values_list("day").annotate(count=Count("pk"))
    return Counter(dict(counted.order_by("day")))


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


@dataclass(frozen=True)
class Load:
    """What one technician has in hand and did. `minutes`: as they noted."""

    name: str
    open: int
    solved: int
    answers: int
    minutes: int


def load(span: Span) -> list[Load]:
    """Everybody who has an account, or had something to do with it in this time; the most in hand first."""
    waiting = _count(Ticket.objects.filter(status__in=UNDERWAY), "assignee")
    done = _count(solved(span), "assignee")
    written = Entry.objects.filter(span.of("created_at"), visibility=Visibility.PUBLIC).exclude(kind=EntryKind.EVENT)
    said = _count(written, "technician")
    spent = TimeSpent.objects.filter(span.of("entry__created_at")).values_list("entry__technician")
    minutes = dict(spent.annotate(sum=Sum("minutes")).order_by())
    rows = [
        (Load(one.name, waiting[one.pk], done[one.pk], said[one.pk], minutes.get(one.pk, 0)), one.is_active)
        for one in Technician.objects.order_by("name")
    ]
    shown = [row for row, is_active in rows if is_active or row.open or row.solved or row.answers]
    return sorted(shown, key=lambda row: -row.open)


def _count(found: "QuerySet[Ticket] | QuerySet[Entry]", field: str) -> Counter[str]:
    told = found.exclude(**{field: None}).values_list(field).annotate(count=Count("pk")).order_by()
    return Counter(dict(told))
