"""What technicians write often."""

from django.db import models

from desktop_app.helpdesk.models.people import Technician
from desktop_app.protocol.base import new_id


class CannedReply(models.Model):
    """Words to be put into a reply. Without an `owner` they are the team's."""

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    title = models.CharField(max_length=120)
    body = models.TextField()
    owner = models.ForeignKey(Technician, null=True, on_delete=models.CASCADE, related_name="replies")

    class Meta:
        ordering = ("title", "pk")
