"""The feed: what became new, for whom. The rows say that; the resources say what."""

import time
from collections.abc import Collection

from django.db import models
from django.db.models import F

from desktop_app.helpdesk.models.people import Person
from desktop_app.helpdesk.prepared import Change, Question


class Counter(models.Model):
    """Numbers given out inside the storing transaction: who holds the row is the only one, so the order of the numbers
    is the order of the commits, on every database. It starts at the time it was made: a feed that was begun anew has
    higher numbers than the old one, and who resumes from the old one is told to fetch everything.
    """

    name = models.CharField(primary_key=True, max_length=20)
    value = models.BigIntegerField()

    @classmethod
    def take(cls, name: str) -> int:
        """The next number; inside a transaction."""
        return cls.take_each([name])[name]

    @classmethod
    def take_each(cls, names: Collection[str]) -> dict[str, int]:
        """The next number of each of one or two; inside a transaction. Held in one order: nobody waits for who waits
        for them.
        """
        one, *others = names
        both = (one, *(others or [one]))
        held = {counter.name: counter.value for counter in _HELD(*both)}
        if len(held) < len(names):
            for name in names:
                cls.objects.get_or_create(name=name, defaults={"value": int(time.time())})
            return cls.take_each(names)
        _COUNT_ON(*both)
        return {name: value + 1 for name, value in held.items()}


_HELD = Question(lambda one, other: Counter.objects.filter(name__in=[one, other]).select_for_update().order_by("name"))
_COUNT_ON = Change(lambda one, other: (Counter.objects.filter(name__in=[one, other]), {"value": F("value") + 1}))


class News(models.Model):
    """Something new on a channel, for everybody on it or for one person."""

    class Channel(models.TextChoices):
        """Two feeds: what only the desk may know must not leave even a gap in what requesters count."""

        REQUESTERS = "requesters"
        DESK = "desk"

    channel = models.CharField(max_length=12, choices=Channel.choices)
    seq = models.BigIntegerField()
    topic = models.CharField(max_length=20)
    ticket_id = models.CharField(max_length=36, null=True)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["channel", "seq"], name="one_news_per_seq"),)
