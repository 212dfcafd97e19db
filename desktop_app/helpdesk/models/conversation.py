"""The ticket, which is the conversation, and what it is made of."""

from django.db import models

from desktop_app.domain.ticket import Blocked, EntryKind, Impact, Priority, Status, Visibility
from desktop_app.helpdesk.models.label import Kind, Tag
from desktop_app.helpdesk.models.people import Device, Person, Technician

# All that the queue asks of the many before it shows a few: they are counted and put in order in the index alone.
# The indexes beside it leave out what has nothing there: SQLite took the many without an assignee for a few, and with
# statistics it looked through all requests for those merged into one. An entry's request is the start of its keys.
_ASKED = (
    *("status", "updated_at", "priority", "assignee", "first_answer_at"),
    *("answer_by", "solve_by", "created_at", "device", "number", "call_back"),
)


class Ticket(models.Model):
    """A conversation. `public_seq` counts what its requester can read, `position` all of it; both grow in the storing
    transaction. `version` and `updated_at` change with what the requester can see, never with an internal note.
    `score`: how its requester found it went, from 1 (very well) to 5. `handed_over_at`: a colleague gave it to its
    assignee, who has not opened it since.
    """

    id = models.CharField(primary_key=True, max_length=36)
    number = models.PositiveIntegerField(unique=True)
    subject = models.CharField(max_length=200)
    status = models.CharField(max_length=20, choices=[(s, s) for s in Status], default=Status.NEW)
    impact = models.CharField(max_length=10, choices=[(i, i) for i in Impact], default=Impact.ME)
    blocked = models.CharField(max_length=10, choices=[(b, b) for b in Blocked], default=Blocked.PARTLY)
    priority = models.PositiveSmallIntegerField(choices=[(p, p.name) for p in Priority], default=Priority.NORMAL)
    kind = models.CharField(
        max_length=20, choices=Kind.choices, default=Kind.INCIDENT, db_default=models.Value(Kind.INCIDENT.value)
    )
    tags = models.ManyToManyField(Tag)
    requester = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tickets")
    device = models.ForeignKey(Device, null=True, on_delete=models.SET_NULL)
    assignee = models.ForeignKey(
        Technician, null=True, on_delete=models.SET_NULL, related_name="tickets", db_index=False
    )
    merged_into = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="merged", db_index=False)
    handed_over_at = models.DateTimeField(null=True)
    language = models.CharField(max_length=2, default="fr")
    call_back = models.CharField(max_length=500, blank=True)
    content_hash = models.CharField(max_length=64)
    public_seq = models.PositiveIntegerField(default=0)
    position = models.PositiveIntegerField(default=0)
    read_seq = models.PositiveIntegerField(default=0)
    read_by_desk = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    score = models.PositiveSmallIntegerField(null=True)
    reopened = models.PositiveSmallIntegerField(default=0)
    updated_at = models.DateTimeField(db_index=True)
    first_answer_at = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    solve_by = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = (
            models.Index(fields=_ASKED, name="what_the_queue_asks"),
            models.Index(fields=["created_at"], condition=models.Q(first_answer_at__isnull=False), name="answered"),
            models.Index(fields=["resolved_at"], condition=models.Q(resolved_at__isnull=False), name="ended"),
            models.Index(fields=["assignee"], condition=models.Q(assignee__isnull=False), name="taken"),
            models.Index(fields=["merged_into"], condition=models.Q(merged_into__isnull=False), name="joined"),
        )


class Entry(models.Model):
    """One line. `seq` is None for what is internal: a requester's counting has no gaps to wonder about."""

    id = models.CharField(primary_key=True, max_length=36)
    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="entries", db_index=False)
    seq = models.PositiveIntegerField(null=True)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=[(k, k) for k in EntryKind], default=EntryKind.MESSAGE)
    visibility = models.CharField(max_length=10, choices=[(v, v) for v in Visibility], default=Visibility.INTERNAL)
    technician = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, db_index=False)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, db_index=False)
    body = models.TextField(blank=True)
    event = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["ticket", "position"], name="one_entry_per_position"),
            models.UniqueConstraint(fields=["ticket", "seq"], name="one_entry_per_seq"),
        )
        indexes = (
            models.Index(fields=["person"], condition=models.Q(person__isnull=False), name="lines_of_a_person"),
            models.Index(
                fields=["technician"], condition=models.Q(technician__isnull=False), name="lines_of_a_technician"
            ),
        )


class Attachment(models.Model):
    """A file. It belongs to who brought it, until an entry claims it; its bytes lie under their SHA-256."""

    id = models.CharField(primary_key=True, max_length=36)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE)
    entry = models.ForeignKey(Entry, null=True, on_delete=models.CASCADE, related_name="attachments")
    filename = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)


class Attempt(models.Model):
    """A guided fix that was tried before the request."""

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="attempts")
    fix_id = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    result = models.CharField(max_length=20)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
