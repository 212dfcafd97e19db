"""Guided fixes that are written at the console: their files in each revision, and who did what with them."""

from django.db import models

from desktop_app.helpdesk.models.conversation import Ticket
from desktop_app.helpdesk.models.people import Technician


class WrittenFix(models.Model):
    """`newest` is what technicians work on and stands at `state`; `public` what desktops have, None when they have
    none. `version` is that of the last pack that was signed: a later one is always higher.
    """

    class State(models.TextChoices):
        """How far the newest revision is."""

        DRAFT = "draft"
        INTERNAL = "internal"
        PUBLIC = "public"

    id = models.CharField(primary_key=True, max_length=36)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    newest = models.ForeignKey("FixRevision", null=True, on_delete=models.SET_NULL, related_name="+")
    public = models.ForeignKey("FixRevision", null=True, on_delete=models.SET_NULL, related_name="+")
    version = models.PositiveIntegerField(default=0)
    ticket = models.ForeignKey(Ticket, null=True, on_delete=models.SET_NULL, related_name="written_fixes")
    updated_at = models.DateTimeField(db_index=True)


class FixRevision(models.Model):
    """The two files of a fix at one time, as they were typed; never changed once it is stored."""

    fix = models.ForeignKey(WrittenFix, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    commands = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["fix", "number"], name="one_fix_revision_per_number"),)


class FixChange(models.Model):
    """Who did what with which revision, and when."""

    class Act(models.TextChoices):
        """What was done."""

        SAVED = "saved"
        OFFERED = "offered"
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"

    fix = models.ForeignKey(WrittenFix, on_delete=models.CASCADE, related_name="changes")
    revision = models.ForeignKey(FixRevision, on_delete=models.CASCADE, related_name="changes")
    act = models.CharField(max_length=10, choices=Act.choices)
    technician = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
