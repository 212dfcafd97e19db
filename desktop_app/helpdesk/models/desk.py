"""The help desk itself: its name, its hours, what it knows to be down."""

from datetime import UTC, datetime

from django.db import models

from desktop_app.domain.hours import Calendar
from desktop_app.helpdesk.models.people import Person
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


class Organisation(models.Model):
    """One row: the names people know, the telephone, and the calendar that answers are promised by."""

    name = models.CharField(max_length=200, default="Rescousse")
    desk_name = models.JSONField(default=_desk_names)
    telephone = models.CharField(max_length=40, blank=True)
    time_zone = models.CharField(max_length=60, default="Europe/Paris")
    hours = models.JSONField(default=_week)
    holidays = models.JSONField(default=list)
    answer_minutes = models.PositiveIntegerField(default=240)
    last_number = models.PositiveIntegerField(default=0)

    @classmethod
    def load(cls) -> "Organisation":
        """The one row, made when it is missing."""
        return cls.objects.get_or_create(pk=1)[0]

    def calendar(self) -> Calendar:
        """The opening hours as a value that can be reckoned with."""
        return Calendar.read(self.time_zone, self.hours, self.holidays)


class Incident(models.Model):
    """A known incident. Shown on every desktop from `since` until `ended_at`."""

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    title = models.JSONField(default=dict)
    text = models.JSONField(default=dict)
    link_label = models.JSONField(default=dict)
    link_url = models.URLField(blank=True)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    @classmethod
    def current(cls, now: datetime | None = None) -> "models.QuerySet[Incident]":
        """What is down now, oldest first."""
        return cls.objects.filter(ended_at=None, since__lte=now or datetime.now(UTC)).order_by("since")


class IncidentSubscription(models.Model):
    """Who wants to be told when it is over."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="subscriptions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["incident", "person"], name="subscribed_once"),)
