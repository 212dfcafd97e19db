"""Who keeps an eye on a request, and who has it open."""

from django.db import models

from desktop_app.helpdesk.models.conversation import Ticket
from desktop_app.helpdesk.models.people import Technician


class Watch(models.Model):
    """A technician follows it; `read_position` is how much of it they have seen."""

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="watches")
    technician = models.ForeignKey(Technician, on_delete=models.CASCADE, related_name="watches")
    read_position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["ticket", "technician"], name="watched_once"),)


class Looking(models.Model):
    """A technician had it open at `at`, and wrote in its composer at `typed_at`."""

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="+")
    technician = models.ForeignKey(Technician, on_delete=models.CASCADE)
    at = models.DateTimeField()
    typed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["ticket", "technician"], name="looks_once"),)
