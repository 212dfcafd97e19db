"""What an organisation decided about accounts and about how long things are kept."""

from django.db import models


class Rules(models.Model):
    """The one row. `second_factor`: the roles that have to prove twice who they are. `keep_days`: by kind of data; a
    kind that is not there is kept for ever.
    """

    second_factor: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    keep_days: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField(default=dict)

    @classmethod
    def load(cls) -> "Rules":
        """The row, or what holds before anybody decided."""
        return cls.objects.first() or cls(pk=1)
