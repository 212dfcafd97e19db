"""What many machines have in common before anybody calls it an outage."""

from django.db import models

from desktop_app.helpdesk.models.conversation import Ticket
from desktop_app.helpdesk.models.desk import Incident
from desktop_app.helpdesk.models.people import Technician


class Sign(models.Model):
    """Something that the report of a request's machine found to be wrong: a key of the findings' words."""

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="signs")
    key = models.CharField(max_length=100)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["ticket", "key"], name="one_sign_per_request"),)


class Judged(models.Model):
    """Somebody looked at what a site has in common: announced as `incident`, or no outage (None)."""

    key = models.CharField(max_length=100)
    site = models.CharField(max_length=40, blank=True)
    incident = models.ForeignKey(Incident, null=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(db_index=True)
