"""The links of a request as its page lists them."""

from dataclasses import dataclass

from django.db.models import Q

from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.models import Ticket, TicketLink


@dataclass(frozen=True)
class Linked:
    """Another request, and what this one has to do with it."""

    id: int
    words: str
    other: Ticket


def links(ticket: Ticket) -> dict[str, object]:
    """What is linked, what can be said of a link, and what went on in this request."""
    found = TicketLink.objects.filter(Q(source=ticket) | Q(target=ticket)).select_related("source", "target")
    return {
        "links": [_linked(one, ticket) for one in found.order_by("pk")],
        "link_kinds": [(kind, words.say(f"link_{kind}")) for kind in TicketLink.Kind.values],
        "merged": ticket.merged.order_by("number"),
    }


def _linked(link: TicketLink, ticket: Ticket) -> Linked:
    is_source = link.source_id == ticket.pk
    key = f"link_{link.kind}" if is_source else f"link_{link.kind}_back"
    return Linked(link.pk, words.say(key), link.target if is_source else link.source)
