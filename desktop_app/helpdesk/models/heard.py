"""What users call a trouble whose answer is known."""

from django.db import models

from desktop_app.helpdesk.models.people import Technician
from desktop_app.protocol.base import new_id


class Heard(models.Model):
    """Words of a request, or of a search, that ended with `about` (`article:` or `fix:` and its id): they name nobody.

    Desktops learn what a technician accepted. `times`: how often it was heard; `key`: the words without accents.
    """

    class State(models.TextChoices):
        """What a technician thinks of it."""

        NEW = "new"
        ACCEPTED = "accepted"
        REFUSED = "refused"

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    about = models.CharField(max_length=120)
    language = models.CharField(max_length=2)
    said = models.CharField(max_length=100)
    key = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=State.choices, default=State.NEW)
    times = models.PositiveIntegerField(default=1)
    heard_at = models.DateTimeField()
    judged_by = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    judged_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["about", "language", "key"], name="heard_once"),)
        indexes = (models.Index(fields=["state", "heard_at"]),)
