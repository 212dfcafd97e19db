"""What sorts requests: kinds that are ours, and tags that the team makes as it goes."""

from django.db import models


class Kind(models.TextChoices):
    """What a request is about; each is `kind_…` of the console's words."""

    INCIDENT = "incident"
    EQUIPMENT = "equipment"
    QUESTION = "question"
    SUGGESTION = "suggestion"


class Tag(models.Model):
    """A word of the team's own, in small letters."""

    name = models.CharField(max_length=40, unique=True)

    class Meta:
        ordering = ("name",)
