"""Following a request, and seeing that a colleague is in it already."""

from datetime import UTC, datetime, timedelta

from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Looking, Technician, Ticket, Watch

OPEN = timedelta(seconds=35)
"""How long a page that was heard of counts as open; it says so every 15 s."""

TYPES = timedelta(seconds=20)


def follow(ticket: Ticket, technician: Technician) -> None:
    """From now on."""
    Watch.objects.get_or_create(ticket=ticket, technician=technician, defaults={"read_position": ticket.position})


def unfollow(ticket: Ticket, technician: Technician) -> None:
    """No longer."""
    Watch.objects.filter(ticket=ticket, technician=technician).delete()


def read(ticket: Ticket, technician: Technician) -> None:
    """All of it was on the follower's screen."""
    Watch.objects.filter(ticket=ticket, technician=technician).update(read_position=ticket.position)


def note(ticket: Ticket, technician: Technician, *, types: bool = False) -> None:
    """The page is open; colleagues are told at once when that, or the writing, is new."""
    now = datetime.now(UTC)
    known = Looking.objects.filter(ticket=ticket, technician=technician).first()
    is_new = known is None or now - known.at > OPEN
    begins = types and (known is None or known.typed_at is None or now - known.typed_at > TYPES)
    told = {"at": now, **({"typed_at": now} if types else {})}
    Looking.objects.update_or_create(ticket=ticket, technician=technician, defaults=told)
    if is_new or begins:
        feed.tell_desk("availability")


def others(ticket: Ticket, technician: Technician) -> list[tuple[Technician, bool]]:
    """The colleagues who have it open, and whether they write."""
    now = datetime.now(UTC)
    found = Looking.objects.filter(ticket=ticket, at__gte=now - OPEN).exclude(technician=technician)
    return [
        (one.technician, one.typed_at is not None and now - one.typed_at < TYPES)
        for one in found.select_related("technician").order_by("pk")
    ]
