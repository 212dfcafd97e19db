"""What the user does holds from that moment on, whatever the help desk's older words bring meanwhile."""

from collections.abc import Callable
from typing import Any

import pytest

from desktop_app.domain.errors import HelpdeskUnreachable
from desktop_app.domain.ticket import Status
from desktop_app.services.tickets import Draft
from tests.unit.client.conftest import Core
from tests.unit.client.standin import StandIn, refuse

NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def request_id(core: Core) -> str:
    ticket_id = core.tickets.create(Draft("Imprimante", "Rien ne sort."))
    core.outbox.flush()
    core.tickets.sync()
    return ticket_id


def _status(core: Core) -> Status:
    return core.tickets.overview()[0].status


def _meanwhile(core: Core, monkeypatch: pytest.MonkeyPatch, work: Callable[[], object]) -> list[int]:
    """The list is asked for, and `work` is done before its answer arrives. The list of how often it was asked."""
    asked: list[int] = []
    fetched: Any = core.client.tickets

    def tickets() -> Any:
        answer = fetched()
        asked.append(len(asked))
        if len(asked) == 1:
            work()
        return answer

    monkeypatch.setattr(core.client, "tickets", tickets)
    return asked


def test_solved_and_reopened_while_the_list_was_on_its_way(
    core: Core, standin: StandIn, request_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    standin.tickets[request_id]["subject"] = "Imprimante du couloir"  # news, so that the list is taken
    _meanwhile(core, monkeypatch, lambda: core.tickets.solve(request_id))
    core.tickets.sync()
    assert _status(core) is Status.CLOSED
    core.tickets.reopen(request_id)
    core.outbox.flush()
    core.tickets.sync()
    assert standin.tickets[request_id]["status"] == "open"
    assert _status(core) is Status.OPEN


def test_a_list_older_than_an_answer_is_asked_for_again(
    core: Core, standin: StandIn, request_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    standin.tickets[request_id]["subject"] = "Imprimante du couloir"

    def solve() -> None:
        core.tickets.solve(request_id)
        core.outbox.flush()

    asked = _meanwhile(core, monkeypatch, solve)
    assert core.tickets.sync() == {"tickets"}
    assert len(asked) == 2
    assert (_status(core), core.tickets.overview()[0].subject) == (Status.CLOSED, "Imprimante du couloir")


def test_a_reply_keeps_what_was_done_about_the_request_meanwhile(core: Core, standin: StandIn, request_id: str) -> None:
    core.tickets.reply(request_id, "C’est urgent.")
    standin.tickets[request_id]["status"] = "pending_requester"
    core.tickets.sync()
    now = core.tickets.overview()[0]
    assert (now.status, now.last_words) == (Status.PENDING_REQUESTER, "C’est urgent.")


def test_what_the_help_desk_refused_is_not_shown_as_done(core: Core, standin: StandIn, request_id: str) -> None:
    core.tickets.solve(request_id)
    standin.tricks.append(refuse(409, "Ce n’est plus possible."))
    core.outbox.flush()
    assert _status(core) is Status.NEW


def test_newest_change_first_is_also_true_offline(new_core: Callable[..., Core], request_id: str, core: Core) -> None:
    later = core.tickets.create(Draft("Écran", "Noir."))
    offline = new_core(NOBODY)
    assert [ticket.id for ticket in offline.tickets.overview()] == [later, request_id]
    offline.tickets.reply(request_id, "Toujours rien.")
    with pytest.raises(HelpdeskUnreachable):
        offline.outbox.flush()
    assert [ticket.id for ticket in offline.tickets.overview()] == [request_id, later]
