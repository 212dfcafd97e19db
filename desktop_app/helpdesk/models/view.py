"""Queues of one's own."""

from django.db import models

from desktop_app.helpdesk.models.people import Technician
from desktop_app.protocol.base import new_id


class SavedView(models.Model):
    """A view with a filter that a technician kept under a name; `filter` is as `console.filters` reads it."""

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    owner = models.ForeignKey(Technician, on_delete=models.CASCADE, related_name="views")
    name = models.CharField(max_length=60)
    view = models.CharField(max_length=20)
    filter = models.JSONField(default=dict)

    class Meta:
        ordering = ("name", "pk")
        constraints = (models.UniqueConstraint(fields=["owner", "name"], name="one_view_per_name"),)
