"""Who asks, from which machine, and who answers."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from desktop_app.protocol.base import new_id


def first_name(name: str) -> str:
    """What somebody of that name is called by."""
    return name.split()[0] if name.strip() else name


class Technicians(BaseUserManager["Technician"]):
    """Accounts are made by the command line or the console, with a password or to be set later."""

    def add(self, name: str, email: str, role: str, password: str | None) -> "Technician":
        """A new account; the e-mail is the name to sign in with."""
        technician = Technician(name=name, email=self.normalize_email(email).lower(), role=role)
        technician.set_password(password)
        technician.save()
        return technician

    def answering(self) -> "models.QuerySet[Technician]":
        """Whose account is open and who answers requests."""
        return self.filter(is_active=True, role__in=Technician.ANSWERING).order_by("name")


class Technician(AbstractBaseUser):
    """Somebody who answers. `is_away`: the console is open, but no new request is expected to be taken."""

    class Role(models.TextChoices):
        """What an account may do. A requester has no page but their own; an auditor sees what was done, no request."""

        REQUESTER = "requester"
        AGENT = "agent"
        SUPERVISOR = "supervisor"
        ADMIN = "admin"
        AUDITOR = "auditor"

    ANSWERING: ClassVar = (Role.AGENT, Role.SUPERVISOR, Role.ADMIN)

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    name = models.CharField(max_length=200)
    email = models.EmailField(unique=True)
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.AGENT)
    language = models.CharField(max_length=2, default="fr")
    is_active = models.BooleanField(default=True)
    is_away = models.BooleanField(default=False)
    last_seen = models.DateTimeField(null=True)

    objects: ClassVar[Technicians] = Technicians()
    USERNAME_FIELD = "email"

    @property
    def first_name(self) -> str:
        """What the user calls them by."""
        return first_name(self.name)

    @property
    def answers(self) -> bool:
        """Whether this is somebody who answers requests, with an open account."""
        return self.is_active and self.role in self.ANSWERING

    def has_perm(self, _perm: str, _obj: Any = None) -> bool:
        """Django's own set-up pages ask this; only administrators see them."""
        return self.role == self.Role.ADMIN


class Person(models.Model):
    """Who asks for help, as the account of the machine says."""

    id = models.CharField(primary_key=True, max_length=36, default=new_id)
    login = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    email = models.CharField(max_length=254, blank=True)
    language = models.CharField(max_length=2, default="fr")

    @property
    def is_proven(self) -> bool:
        """Whether the organisation's issuer vouched for who that is."""
        return Identity.objects.filter(person=self).exists()


class Identity(models.Model):
    """Somebody whom the organisation's issuer vouched for; their name and address are its words (`identities`).

    `by`: its name as people know it. `proven_at`: the last time.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="identity")
    issuer = models.CharField(max_length=500)
    subject = models.CharField(max_length=255)
    by = models.CharField(max_length=200)
    proven_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["issuer", "subject"], name="one_person_each"),)


class EnrolmentKey(models.Model):
    """What a workstation's policy carries; only its hash is kept."""

    key_hash = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)


class Device(models.Model):
    """A machine with a token of its own; only the token's hash is kept.

    `machine`: what it says it is made of. `next_hash`: the token that takes over when it is first used.
    `earlier_hash`: the token of before it joined again, which holds until `earlier_until`. `token_until`: when the
    token ends; None for never. `unsigned`: its person while nobody has signed in at it, once somebody has.
    `proven_until`: so long counts what who signed in has proven; None when nobody has.
    """

    id = models.CharField(primary_key=True, max_length=36)
    hostname = models.CharField(max_length=200)
    system = models.CharField(max_length=20)
    machine = models.CharField(max_length=200, blank=True, default="")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="devices")
    token_hash = models.CharField(max_length=64, unique=True)
    next_hash = models.CharField(max_length=64, unique=True, null=True)
    earlier_hash = models.CharField(max_length=64, unique=True, null=True)
    earlier_until = models.DateTimeField(null=True)
    token_until = models.DateTimeField(null=True)
    unsigned = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    proven_until = models.DateTimeField(null=True)
    enrolled_at = models.DateTimeField(auto_now_add=True)
    last_seen = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)


class ApiToken(models.Model):
    """A technician's token for scripts."""

    technician = models.ForeignKey(Technician, on_delete=models.CASCADE)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)
