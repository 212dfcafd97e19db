"""What one request has to do with another."""

from django.db import models

from desktop_app.helpdesk.models.conversation import Ticket
from desktop_app.helpdesk.models.people import Technician


class TicketLink(models.Model):
    """`source` relates to, duplicates, blocks, or is a part of `target`."""

    class Kind(models.TextChoices):
        """Each is `link_…` of the console's words, and `link_…_back` as seen from the target."""

        RELATES = "relates"
        DUPLICATES = "duplicates"
        BLOCKS = "blocks"
        CHILD = "child"

    source = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="links")
    target = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="linked")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    by = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["source", "target", "kind"], name="linked_once"),)
