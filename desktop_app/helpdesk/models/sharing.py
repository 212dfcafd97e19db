"""What the help desk knows of a screen that is shared: the words that it carried, and how it ended."""

from django.db import models

from desktop_app.helpdesk.models.conversation import Ticket
from desktop_app.helpdesk.models.people import Device, Technician


class Sharing(models.Model):
    """One sharing; its id is that of the entry which asked. `moved_at`: when its last step was taken.

    `ready`, `offer`, `answer` and `record` are the words of `protocol.sharing` as they came: nobody here makes any.
    `ending` is a `domain.consent.Ending`. `alarm_heard_by`: who has seen that the check words were different.
    `joins`: the one that this technician looks along with; it ends with it.
    """

    class State(models.TextChoices):
        """As `protocol.sharing.State` has them."""

        ASKED = "asked"
        READY = "ready"
        OFFERED = "offered"
        SHARED = "shared"
        ENDED = "ended"

    id = models.CharField(primary_key=True, max_length=36)
    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="sharings")
    technician = models.ForeignKey(Technician, on_delete=models.CASCADE, related_name="sharings")
    device = models.ForeignKey(Device, null=True, on_delete=models.SET_NULL)
    joins = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="guests")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    reason = models.CharField(max_length=300)
    commitment = models.CharField(max_length=64)
    ready = models.JSONField(null=True)
    offer = models.JSONField(null=True)
    answer = models.JSONField(null=True)
    record = models.JSONField(null=True)
    ending = models.CharField(max_length=20, blank=True)
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    alarm_heard_by = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["ticket"],
                condition=~models.Q(state="ended") & models.Q(joins=None),
                name="one_sharing_at_a_time",
            ),
            models.UniqueConstraint(fields=["joins"], condition=~models.Q(state="ended"), name="one_guest_at_a_time"),
        )
