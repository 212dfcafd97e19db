"""The feed: what became new, for whom. The rows say that; the resources say what."""

from django.db import models

from desktop_app.helpdesk.models.people import Person


class Event(models.Model):
    """`person` None and `for_all` False: technicians only. Rows older than a month are forgotten."""

    seq = models.BigAutoField(primary_key=True)
    topic = models.CharField(max_length=20)
    ticket_id = models.CharField(max_length=36, null=True)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE)
    for_all = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)
