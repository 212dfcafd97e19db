"""The help desk itself: its name, its hours, what it knows to be down."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from django.db import models

from desktop_app import resources
from desktop_app.domain.deadline import USUAL, Metric, Target
from desktop_app.domain.hours import Calendar
from desktop_app.domain.ticket import Priority
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk.models.people import Person
from desktop_app.helpdesk.prepared import Question
from desktop_app.protocol.base import new_id

WEEK: dict[str, list[list[str]]] = {
    **{day: [["08:30", "12:00"], ["13:00", "17:30"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "sat": [],
    "sun": [],
}


def _desk_names() -> dict[str, str]:
    return {"fr": "Assistance", "en": "IT support", "de": "IT-Hilfe", "nl": "Hulp bij IT"}


def _week() -> dict[str, list[list[str]]]:
    return {day: [list(span) for span in spans] for day, spans in WEEK.items()}


LATE = 100
"""Percent of a promised time at which it is over."""


def _promises() -> dict[str, dict[str, int]]:
    return {
        str(priority.value): {metric: int(target.time.total_seconds() // 60) for metric, target in targets.items()}
        for priority, targets in USUAL.items()
    }


class Organisation(models.Model):
    """One row: the names people know, the telephone, the calendar, and what is promised by it.

    `promises`: minutes by priority and metric. `remind_percent`: the team is reminded when so much of a promised time
    is used up (0: not before it is late). `raises_when_late`: what is late becomes one step more pressing.
    `colour`: the console's own accent as `#RRGGBB`; `logo_mark`: of the logo that is kept; empty for ours.
    """

    name = models.CharField(max_length=200, default="Rescousse")
    desk_name = models.JSONField(default=_desk_names)
    telephone = models.CharField(max_length=40, blank=True)
    time_zone = models.CharField(max_length=60, default="Europe/Paris")
    hours = models.JSONField(default=_week)
    holidays = models.JSONField(default=list)
    promises = models.JSONField(default=_promises)
    remind_percent = models.PositiveSmallIntegerField(default=80)
    raises_when_late = models.BooleanField(default=True)
    last_number = models.PositiveIntegerField(default=0)
    colour = models.CharField(max_length=7, blank=True, default="", db_default="")
    logo_mark = models.CharField(max_length=16, blank=True, default="", db_default="")

    @classmethod
    def load(cls) -> "Organisation":
        """The one row, made when it is missing."""
        return cls.objects.get_or_create(pk=1)[0]

    @classmethod
    def hold(cls) -> "Organisation":
        """The same, held to the end of the transaction: who else holds it waits."""
        return _HELD.first() or cls.objects.select_for_update().get_or_create(pk=1)[0]

    def promises_of(self, priority: Priority) -> Mapping[Metric, Target]:
        """What is promised for requests of this priority; a metric without a time is not promised."""
        minutes = self.promises.get(str(priority.value), {})
        return {metric: Target(timedelta(minutes=minutes[metric])) for metric in Metric if minutes.get(metric)}

    def reminders(self) -> tuple[int, ...]:
        """At which shares of a promised time, in percent, the team is reminded."""
        return (self.remind_percent, LATE) if self.remind_percent else (LATE,)

    def calendar(self) -> Calendar:
        """The opening hours as a value that can be reckoned with."""
        return Calendar.read(self.time_zone, self.hours, self.holidays)


_HELD = Question(lambda: Organisation.objects.select_for_update().filter(pk=1))


class Logo(models.Model):
    """One row: the organisation's logo as a PNG, apart from what every page reads."""

    picture = models.BinaryField()


class Incident(models.Model):
    """A known incident. Shown on every desktop from `since` until `ended_at`; `workaround` is what works meanwhile."""

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    title = models.JSONField(default=dict)
    text = models.JSONField(default=dict)
    workaround = models.JSONField(default=dict, db_default=models.Value({}, models.JSONField()))
    link_label = models.JSONField(default=dict)
    link_url = models.URLField(blank=True)
    fixes = models.JSONField(default=list)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    @classmethod
    def current(cls, now: datetime | None = None) -> "models.QuerySet[Incident]":
        """What is down now, oldest first."""
        return cls.objects.filter(ended_at=None, since__lte=now or datetime.now(UTC)).order_by("since")

    def told(self) -> dict[Language, str]:
        """Its text, with what works meanwhile, in every language that has one of them."""
        found: dict[Language, str] = {}
        for language in LANGUAGES:
            parts = [self.text.get(language, "")]
            if words := self.workaround.get(language, ""):
                parts.append(resources.sentence("console_outages", "outage_meanwhile", language, words=words))
            if said := " ".join(part for part in parts if part):
                found[language] = said
        return found


class IncidentSubscription(models.Model):
    """Who wants to be told when it is over."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="subscriptions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["incident", "person"], name="subscribed_once"),)
