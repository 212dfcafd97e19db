"""To be rung instead of waiting: by its requester alone, once however often it arrives, the last wish holding."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeviceCaller, Technician

_SLOT = "2026-11-24T14:00+00:00/2026-11-24T16:00+00:00"


@pytest.fixture
def waiting(camille: DeviceCaller) -> str:
    return str(camille.create(subject=f"Sans son {new_id()[-6:]}").json()["id"])


def wish(caller: DeviceCaller, ticket: str, call_back: str = f"{_SLOT};01 99 00 45 67", **changes: Any) -> int:
    word = {"id": new_id(), "call_back": call_back, **changes}
    return caller.ask("POST", f"tickets/{ticket}/call-back", json=word).status_code


def came(technician: Technician, ticket: str, act: str, about: str = f"{_SLOT};01 99 00 45 67") -> int:
    """A button of the list that still shows the wish `about`."""
    return technician.post(f"tickets/{ticket}/called", act=act, wish=about).status_code


def lines(caller: DeviceCaller, ticket: str) -> list[dict[str, Any]]:
    return [entry for entry in caller.entries(ticket) if entry["event"] == "call_wished"]


def known(caller: DeviceCaller, ticket: str) -> tuple[str, bool]:
    word = caller.ask("GET", f"tickets/{ticket}").json()
    return word["call_back"], word["called"]


def test_wished_while_waiting_stands_in_the_list_and_is_told(
    camille: DeviceCaller, sofia: Technician, waiting: str
) -> None:
    sent = new_id()
    assert [wish(camille, waiting, id=sent), wish(camille, waiting, id=sent)] == [201, 200]
    assert [line["facts"]["call_back"] for line in lines(camille, waiting)] == [f"{_SLOT};01 99 00 45 67"]
    assert known(camille, waiting) == (f"{_SLOT};01 99 00 45 67", False)
    assert waiting in sofia.page("calls").text
    assert "Demande un rappel : 01 99 00 45 67" in sofia.page(f"tickets/{waiting}").text.replace("\u00a0", " ")


def test_the_later_wish_takes_the_place_of_the_first(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = str(camille.create(call_back="/;4567").json()["id"])
    assert wish(camille, ticket, "/;06 00 00 00 01") == 201
    page = sofia.page("calls").text
    assert page.count(f"/console/tickets/{ticket}/called") == 1
    assert "06 00 00 00 01" in page


def test_asked_again_after_the_call_somebody_rings_again(
    camille: DeviceCaller, sofia: Technician, waiting: str
) -> None:
    wish(camille, waiting)
    before = camille.ask("GET", f"tickets/{waiting}").json()["version"]
    came(sofia, waiting, "done")
    assert known(camille, waiting)[1]
    assert camille.ask("GET", f"tickets/{waiting}").json()["version"] > before
    assert waiting not in sofia.page("calls").text
    wish(camille, waiting, "/;4567")
    assert known(camille, waiting) == ("/;4567", False)
    assert waiting in sofia.page("calls").text


def test_what_was_done_about_one_wish_meets_no_other(camille: DeviceCaller, sofia: Technician, waiting: str) -> None:
    wish(camille, waiting, "/;01 11 11 11 11")
    assert 'name="wish" value="/;01 11 11 11 11"' in sofia.page("calls").text
    wish(camille, waiting, "/;06 99 99 99 99")
    for act in ("done", "written", "again"):
        refused = sofia.post(f"tickets/{waiting}/called", act=act, wish="/;01 11 11 11 11")
        assert refused.status_code == 422
        assert "a changé son souhait" in refused.text
        assert "06 99 99 99 99" in refused.text
    assert known(camille, waiting) == ("/;06 99 99 99 99", False)
    assert came(sofia, waiting, "done", "/;06 99 99 99 99") == 302
    assert known(camille, waiting)[1]


@pytest.mark.parametrize("act", ["done", "written"])
def test_met_it_is_said_nowhere_that_somebody_has_to_ring(
    camille: DeviceCaller, sofia: Technician, waiting: str, act: str
) -> None:
    wish(camille, waiting)
    to_ring = "<dt>À rappeler</dt>"
    assert to_ring in sofia.page(f"tickets/{waiting}").text
    came(sofia, waiting, "again")
    assert to_ring in sofia.page(f"tickets/{waiting}").text
    for _ in range(2):
        came(sofia, waiting, act)
    page = sofia.page(f"tickets/{waiting}").text
    assert to_ring not in page
    happened = {"done": "Rappelé au téléphone", "written": "Répondu par écrit au lieu d’un rappel"}
    assert page.count(happened[act]) == 1
    assert waiting not in sofia.page("calls").text
    assert known(camille, waiting)[1]
    assert "called" not in [entry["event"] for entry in camille.entries(waiting)], "how, is told to the team alone"


@pytest.mark.parametrize("nowhere", ["", "/;", f"{_SLOT};", "/;no", "x" * 501])
def test_nobody_can_ring_without_a_number(camille: DeviceCaller, waiting: str, nowhere: str) -> None:
    assert wish(camille, waiting, nowhere) == 422
    assert known(camille, waiting) == ("", False)


def test_not_in_somebody_elses_nor_once_it_is_over(
    camille: DeviceCaller, marc: DeviceCaller, sofia: Technician, waiting: str
) -> None:
    assert wish(marc, waiting) == 404
    sofia.post(f"tickets/{waiting}/status", status="resolved")
    assert wish(camille, waiting) == 409
    assert known(camille, waiting)[0] == ""


def test_an_id_that_is_something_else_is_refused(camille: DeviceCaller, waiting: str) -> None:
    first = camille.entries(waiting)[0]["id"]
    assert wish(camille, waiting, id=first) == 409


def test_many_at_once_are_one_wish(camille: DeviceCaller, waiting: str) -> None:
    sent = new_id()
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: wish(camille, waiting, id=sent), range(4)))
    assert sorted(answers) == [200, 200, 200, 201]
    assert len(lines(camille, waiting)) == 1
