"""What work on a request takes: time, somebody else's hands, parts, a call."""

from django.db import models

from desktop_app.helpdesk.models.conversation import Entry, Ticket
from desktop_app.helpdesk.models.people import Technician
from desktop_app.protocol.base import new_id


class TimeSpent(models.Model):
    """Minutes that a reply or a note took, as who wrote it says."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="time")
    minutes = models.PositiveSmallIntegerField()


class Escalation(models.Model):
    """Given to somebody who can do more: `to` of the second line, or a `supplier`. Open until `ended_at`.

    `reference`: the supplier's number of the case. `warranty_until`: the last day on which a repair is theirs to pay.
    """

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="escalations")
    to = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    supplier = models.CharField(max_length=100, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    warranty_until = models.DateField(null=True)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class Part(models.Model):
    """Something that has to come before the request can be solved. `cents`: what all of it costs, None: not known."""

    class State(models.TextChoices):
        """Each is `part_…` of the console's words."""

        WANTED = "wanted"
        ORDERED = "ordered"
        ARRIVED = "arrived"
        DROPPED = "dropped"

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="parts")
    item = models.CharField(max_length=200)
    quantity = models.PositiveSmallIntegerField(default=1)
    cents = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WANTED)
    by = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()


class Call(models.Model):
    """What came of a wish to be rung: how often nobody answered, and whether it is done."""

    ticket = models.OneToOneField(Ticket, on_delete=models.CASCADE, related_name="call")
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
