"""A request as it will be once what waits has arrived: what the user did holds from the moment it is written down.

Nothing of it is put into what the help desk said: whatever is fetched meanwhile, the user's own steps stand above it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.domain.ticket import Stage, Status
from desktop_app.services.actions import Action, Kind, State
from desktop_app.services.new_request import LAST_WORDS

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Ticket

_STAGES = {Status.CLOSED: Stage.SOLVED, Status.OPEN: Stage.WORKING}


def foreseen(ticket: Ticket, waiting: Iterable[Action]) -> Ticket:
    """The ticket with all that is on its way, in the order in which it was asked; what was refused is not."""
    for action in waiting:
        if action.ticket_id == ticket.id and action.state is not State.FAILED:
            ticket = once_arrived(ticket, action)
    return ticket


def once_arrived(ticket: Ticket, action: Action) -> Ticket:
    """The ticket after that action."""
    changed = _changed_by(action)
    if not changed:
        return ticket
    return ticket.model_copy(update={**changed, "updated_at": max(ticket.updated_at, action.since)})


def _changed_by(action: Action) -> dict[str, object]:
    from desktop_app.protocol.tickets import NewCallBack, NewEntry, StatusChange

    if action.kind is Kind.STATUS:
        status = StatusChange.model_validate_json(action.body).status
        return {"status": status, "stage": _STAGES[status]}
    if action.kind is Kind.REPLY:
        return {"last_words": NewEntry.model_validate_json(action.body).body[:LAST_WORDS]}
    if action.kind is Kind.CALL_BACK:
        return {"call_back": NewCallBack.model_validate_json(action.body).call_back, "called": False}
    return {"asks_opinion": False} if action.kind is Kind.OPINION else {}
