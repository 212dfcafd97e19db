"""That a newer version is out, as those who make the program signed it."""

from django.db import models


class ReleaseNotice(models.Model):
    """The highest serial is handed out. `word`: the JSON of `protocol.releases.Release`, empty when withdrawn."""

    serial = models.PositiveIntegerField(primary_key=True)
    word = models.TextField()
    published_at = models.DateTimeField()
