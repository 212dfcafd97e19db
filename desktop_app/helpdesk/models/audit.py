"""Who did what that matters for the law: written once, never changed."""

from typing import Any, ClassVar

from django.db import models


class Audit(models.Model):
    """One act. It names ids, never people: who is erased elsewhere is erased here too.

    `hash` covers the act and `previous`, the hash of the one before. `through`: all up to this number may be removed;
    only the act that removes them has it. The database itself refuses every other change.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    act = models.CharField(max_length=40)
    by = models.CharField(max_length=60, blank=True)
    about = models.CharField(max_length=60, blank=True)
    facts: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(default=dict)
    through = models.BigIntegerField(null=True)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ("-seq",)
        indexes = (models.Index(fields=["about", "act", "at"]), models.Index(fields=["by", "seq"]))
