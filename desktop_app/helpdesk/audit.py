"""What was done that matters for the law, in a chain: each act carries the hash of the one before.

Change, remove or insert one and the chain breaks there; `audit_check` finds where. Ids and plain facts only, never a
revealed value, a password or somebody's words.
"""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.db import models, transaction

from desktop_app.helpdesk.models import Audit, Counter

_COUNTER = "audit"
_LONGEST = 200
_ONE_LOOK = timedelta(hours=1)
LOOKED_BACK = timedelta(days=3)
"""Acts this young are asked for by rules of who may do what; none of them is removed."""

Fact = str | int | bool


class Act(StrEnum):
    """What is written down. Each has a sentence `audit_…` among the console's words."""

    SIGNED_IN = "signed_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGNED_OUT = "signed_out"
    SESSION_ENDED = "session_ended"
    FACTOR_ADDED = "factor_added"
    FACTOR_REMOVED = "factor_removed"
    ACCOUNT_OPENED = "account_opened"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_REOPENED = "account_reopened"
    ROLE_CHANGED = "role_changed"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 -- the name of an act
    TOKEN_CREATED = "token_created"  # noqa: S105 -- the name of an act
    DEVICE_COPIED = "device_copied"
    DEVICE_REPLACED = "device_replaced"
    PERSON_PROVEN = "person_proven"
    PERSON_LEFT = "person_left"
    RULES_CHANGED = "rules_changed"
    REPORT_VIEWED = "report_viewed"
    FILE_FETCHED = "file_fetched"
    VALUE_REVEALED = "value_revealed"
    EXPORTED = "exported"
    ERASED = "erased"
    REMOVED = "removed"
    AUDIT_REMOVED = "audit_removed"
    SHARING_ASKED = "sharing_asked"
    SHARING_STARTED = "sharing_started"
    SHARING_CONTROLLED = "sharing_controlled"
    SHARING_RECORDED = "sharing_recorded"
    SHARING_ENDED = "sharing_ended"
    RECORDING_KEPT = "recording_kept"
    FIX_PUBLISHED = "fix_published"
    FIX_REFUSED = "fix_refused"
    FIX_WITHDRAWN = "fix_withdrawn"
    PACK_KEY_MADE = "pack_key_made"


@transaction.atomic
def write(act: Act, by: models.Model | None, about: models.Model | None = None, **facts: Fact) -> Audit:
    """Add an act to the chain, in the caller's transaction when there is one: both happen or neither.

    `by`: the technician or person; None is the command line or the help desk itself. `about`: what it was done to.
    """
    return _add(Audit(act=act, by=named(by), about=named(about), facts=_plain(facts)))


def viewed(act: Act, by: models.Model, about: models.Model, **facts: Fact) -> None:
    """The same for looking at something: looking again within the hour is one look."""
    since = datetime.now(UTC) - _ONE_LOOK
    if not Audit.objects.filter(act=act, by=named(by), about=named(about), at__gt=since).exists():
        write(act, by, about, **facts)


def count(act: Act, about: models.Model, within: timedelta) -> int:
    """How often that was done lately."""
    return Audit.objects.filter(act=act, about=named(about), at__gt=datetime.now(UTC) - within).count()


@transaction.atomic
def remove(before: datetime) -> int:
    """Remove what is older, its end kept as the hash that the rest begins with. How many acts went."""
    last = Audit.objects.filter(at__lt=before).first()
    if last is None:
        return 0
    _add(Audit(act=Act.AUDIT_REMOVED, facts={"hash": last.hash}, through=last.seq))
    return Audit.objects.filter(seq__lte=last.seq).delete()[0]


def digest(act: Audit) -> str:
    """What the hash of an act must be: SHA-256 over the hash before and all its fields, in hexadecimal."""
    moment = act.at.astimezone(UTC).isoformat(timespec="microseconds")
    told = [act.previous, act.seq, moment, act.act, act.by, act.about, act.facts, act.through]
    return hashlib.sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def end_of_chain() -> int:
    """The number that the last act must have."""
    return Counter.objects.filter(name=_COUNTER).values_list("value", flat=True).first() or 0


def _add(act: Audit) -> Audit:
    act.seq, act.at = Counter.take(_COUNTER), datetime.now(UTC)  # who holds the counter is alone with the chain
    before = Audit.objects.only("hash").first()
    act.previous = before.hash if before else ""
    act.hash = digest(act)
    act.save(force_insert=True)
    return act


def named(thing: models.Model | None) -> str:
    """How an act names it."""
    return f"{thing._meta.model_name}:{thing.pk}" if thing else ""


def _plain(facts: dict[str, Fact]) -> dict[str, Fact]:
    """Some of it was typed by strangers: whatever it is, it can be kept and is short."""
    return {name: _harmless(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}


def _harmless(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "replace").decode()[:_LONGEST]
