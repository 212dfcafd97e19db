"""What the help desk owes on a request, and by when."""

from datetime import UTC, datetime, timedelta

from django.db import models

from desktop_app.domain.deadline import Deadline, Metric, State, Target
from desktop_app.helpdesk.models.conversation import Ticket


class Promise(models.Model):
    """A deadline as a row; what it means is `domain.deadline`. Times in seconds.

    `look_at`: when the next reminder is due. `reminded`: percent of the time up to which there were some.
    """

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="promises")
    metric = models.CharField(max_length=20, choices=[(one, one) for one in Metric])
    target_s = models.PositiveIntegerField()
    is_round_the_clock = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    used_s = models.FloatField(default=0)
    since = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=[(one, one) for one in State], default=State.RUNNING)
    ended_at = models.DateTimeField(null=True)
    look_at = models.DateTimeField(null=True)
    reminded = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = (models.Index(fields=["state", "look_at"]),)
        constraints = (models.UniqueConstraint(fields=["ticket", "metric", "started_at"], name="one_promise_a_start"),)

    def value(self) -> Deadline:
        """The row as a value that can be reckoned with."""
        return Deadline(
            Metric(self.metric),
            Target(timedelta(seconds=self.target_s), self.is_round_the_clock),
            self.started_at,
            timedelta(seconds=self.used_s),
            self.since,
            self.due_at,
            State(self.state),
            self.ended_at,
        )

    def take(self, deadline: Deadline) -> None:
        """The row says what `deadline` says; the caller saves."""
        self.metric, self.state, self.started_at = deadline.metric, deadline.state, deadline.started_at
        self.target_s = int(deadline.target.time.total_seconds())
        self.is_round_the_clock = deadline.target.is_round_the_clock
        self.used_s = deadline.used.total_seconds()
        self.since, self.due_at, self.ended_at = deadline.since, deadline.due_at, deadline.ended_at

    @classmethod
    def to_look_at(cls, now: datetime | None = None) -> "models.QuerySet[Promise]":
        """Those whose reminder is due."""
        return cls.objects.filter(state=State.RUNNING, look_at__lte=now or datetime.now(UTC)).order_by("look_at")
