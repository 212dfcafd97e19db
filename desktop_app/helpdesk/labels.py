"""Tags and the kind of a request: changed by technicians, known to the team alone."""

import re

from django.db import transaction
from django.db.models import Count, QuerySet

from desktop_app.helpdesk.conversations import locked, record
from desktop_app.helpdesk.models import Kind, Tag, Technician, Ticket

LONGEST, MOST = 40, 20
_NOT_OF_A_TAG = re.compile(r"[^\w .+#-]+")


def names(typed: str) -> list[str]:
    """The tags that somebody typed, between commas; each once."""
    plain = (" ".join(_NOT_OF_A_TAG.sub(" ", one).split())[:LONGEST].strip().lower() for one in typed.split(","))
    return list(dict.fromkeys(name for name in plain if name))


def known() -> "QuerySet[Tag]":
    """The tags in use, the most used first."""
    used = Tag.objects.annotate(uses=Count("ticket")).filter(uses__gt=0)
    return used.order_by("-uses", "name")


def add(ticket_id: str, typed: str, by: Technician) -> None:
    """Tag it; what would be more than twenty is left out."""
    with transaction.atomic():
        ticket = locked(ticket_id)
        has = set(ticket.tags.values_list("name", flat=True))
        wanted = [one for one in names(typed) if one not in has][: MOST - len(has)]
        # all of them before the feed is held: two who bring the same new one wait for each other
        made = {name: Tag.objects.get_or_create(name=name)[0] for name in sorted(wanted)}
        for name in wanted:
            ticket.tags.add(made[name])
            record(ticket, "tagged", {"tag": name}, by, internal=True)


def remove(ticket_id: str, name: str, by: Technician) -> None:
    """Take the tag off; one that it does not have is no fault."""
    with transaction.atomic():
        ticket = locked(ticket_id)
        tag = ticket.tags.filter(name=name).first()
        if tag is not None:
            ticket.tags.remove(tag)
            record(ticket, "untagged", {"tag": name}, by, internal=True)


def change_kind(ticket_id: str, wanted: Kind, by: Technician) -> Ticket:
    """Say what it is about."""
    with transaction.atomic():
        ticket = locked(ticket_id)
        before = ticket.kind
        if before != wanted:
            ticket.kind = wanted
            record(ticket, "kind", {"before": before, "after": wanted.value}, by, internal=True)
        return ticket
