"""The containment of a suspected machine."""

from django.db import models

from desktop_app.helpdesk.models.conversation import Ticket
from desktop_app.helpdesk.models.people import Technician
from desktop_app.protocol.base import new_id


class Case(models.Model):
    """One for a request. Nobody in `opened_by`: a guided fix found something. `reason`: why it was closed early."""

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    ticket = models.OneToOneField(Ticket, on_delete=models.CASCADE, related_name="case")
    opened_by = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    opened_at = models.DateTimeField()
    closed_by = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    closed_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)


class CaseStep(models.Model):
    """A step that was done; `key` is one of `domain.containment`."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    key = models.CharField(max_length=20)
    by = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "key"], name="one_tick_per_step"),)
