"""Canned replies: whose they are, and how their gaps are filled."""

import re

from django.db.models import Q, QuerySet

from desktop_app.helpdesk.models import CannedReply, Technician, Ticket

GAPS = ("first_name", "number", "technician")
_GAP = re.compile(r"\{(" + "|".join(GAPS) + r")\}")


def usable_by(technician: Technician) -> "QuerySet[CannedReply]":
    """The team's and their own."""
    return CannedReply.objects.filter(Q(owner=None) | Q(owner=technician))


def filled(reply: CannedReply, ticket: Ticket, technician: Technician) -> str:
    """Its words for this request; braces that are no gap of ours stay as they are."""
    facts = {
        "first_name": next(iter(ticket.requester.name.split()), ""),
        "number": str(ticket.number),
        "technician": technician.first_name,
    }
    return _GAP.sub(lambda gap: facts[gap[1]], reply.body)
