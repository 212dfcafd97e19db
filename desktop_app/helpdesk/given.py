"""How often an article that was sent was enough: requests in which it was given, and those that ended with it."""

from desktop_app.domain.ticket import Status
from desktop_app.helpdesk.endings import ARTICLE, endings
from desktop_app.helpdesk.figures import Share
from desktop_app.helpdesk.finding.requests import holding
from desktop_app.helpdesk.models import Ticket

_SOLVED = frozenset({Status.RESOLVED, Status.CLOSED})
_MOST = 500


def given(article_id: str) -> Share:
    """Of the requests that were answered with it, how many are solved and were not opened again."""
    named = Ticket.objects.filter(holding(article_id.rsplit("-", 1)[-1])).order_by("-updated_at")[:_MOST]
    known = {ticket.pk: ticket for ticket in named.only("status", "reopened")}
    answered = [known[pk] for pk, helped in endings(list(known)).items() if ARTICLE + article_id in helped]
    return Share(sum(one.status in _SOLVED and not one.reopened for one in answered), len(answered))
