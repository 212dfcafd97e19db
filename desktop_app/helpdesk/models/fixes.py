"""Packs that are handed out, and how often guided fixes helped. Nothing here knows a person or a machine."""

from django.db import models


class OrganisationPack(models.Model):
    """A signed pack as it was published. `files` is its text by path; `digest` differs with the content."""

    name = models.CharField(primary_key=True, max_length=41)
    version = models.PositiveIntegerField()
    files = models.JSONField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()


class FixCount(models.Model):
    """How often a fix ended in one way on one day, over all desktops together."""

    day = models.DateField()
    fix = models.CharField(max_length=80)
    outcome = models.CharField(max_length=16)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["day", "fix", "outcome"], name="one_count_per_day"),)


class CountSeen(models.Model):
    """The id of a count that was taken, so that it is taken once; forgotten after a while."""

    id = models.CharField(primary_key=True, max_length=36)
    at = models.DateTimeField(db_index=True)
