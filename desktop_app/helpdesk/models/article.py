"""Articles: what the help desk knows, in the words of each revision, and who did what with it."""

from django.db import models

from desktop_app.helpdesk.models.conversation import Ticket
from desktop_app.helpdesk.models.people import Person, Technician


class Article(models.Model):
    """`newest` is what technicians work on, `public` what its readers get: None unless it is published."""

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft"
        PUBLISHED = "published"
        ARCHIVED = "archived"

    class Audience(models.TextChoices):
        """Who may read it once it is published."""

        USERS = "users"
        TECHNICIANS = "technicians"

    id = models.CharField(primary_key=True, max_length=36)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    newest = models.ForeignKey("Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    public = models.ForeignKey("Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    published_at = models.DateTimeField(null=True)
    author = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    reviewed_by = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    ticket = models.ForeignKey(Ticket, null=True, on_delete=models.SET_NULL, related_name="articles")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = (models.Index(fields=["state", "updated_at"]),)


class Revision(models.Model):
    """The words of an article at one time, each a table by language; never changed once it is stored.

    `is_complete`: it can be read in every language of ours.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.JSONField(default=dict)
    body = models.JSONField(default=dict)
    symptoms = models.JSONField(default=dict)
    audience = models.CharField(max_length=12, choices=Article.Audience.choices, default=Article.Audience.TECHNICIANS)
    is_complete = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["article", "number"], name="one_revision_per_number"),)


class ArticleChange(models.Model):
    """Who did what with which revision, and when."""

    class Act(models.TextChoices):
        """What was done."""

        SAVED = "saved"
        REVIEWED = "reviewed"
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"
        ARCHIVED = "archived"
        RESTORED = "restored"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="changes")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="changes")
    act = models.CharField(max_length=10, choices=Act.choices)
    technician = models.ForeignKey(Technician, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()


class ArticleVote(models.Model):
    """One person's opinion of an article. `given` is the caller's own id of it: of two, the later one holds."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="votes")
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    helpful = models.BooleanField()
    given = models.CharField(max_length=36)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["article", "person"], name="one_vote_per_person"),)
