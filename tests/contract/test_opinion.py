"""How it went: asked once it is solved, said once, by its requester alone."""

from typing import Any

import pytest

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeviceCaller, Technician


@pytest.fixture
def solved(camille: DeviceCaller, sofia: Technician) -> str:
    ticket = str(camille.create().json()["id"])
    sofia.post(f"tickets/{ticket}/write", body="C’est réglé.", mode="reply", resolve="on")
    return ticket


def rate(caller: DeviceCaller, ticket: str, **changes: Any) -> int:
    word = {"id": new_id(), "score": 4, "comment": "Trop <b>long</b>", **changes}
    return caller.ask("POST", f"tickets/{ticket}/opinion", json=word).status_code


def asks(caller: DeviceCaller, ticket: str) -> bool:
    return bool(caller.ask("GET", f"tickets/{ticket}").json()["asks_opinion"])


def test_asked_once_solved_and_said_once(camille: DeviceCaller, sofia: Technician, solved: str) -> None:
    assert asks(camille, solved)
    given = new_id()
    assert [rate(camille, solved, id=given), rate(camille, solved, id=given)] == [201, 200]
    assert not asks(camille, solved)
    assert rate(camille, solved, score=1) == 409
    page = sofia.page(f"tickets/{solved}").text
    assert "mal. Trop &lt;b&gt;long&lt;/b&gt;" in page


def test_not_before_it_is_solved(camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    assert not asks(camille, ticket)
    assert rate(camille, ticket) == 409


def test_not_by_somebody_else_and_nothing_but_five_words(
    camille: DeviceCaller, marc: DeviceCaller, solved: str
) -> None:
    assert rate(marc, solved) == 404
    assert {rate(camille, solved, score=score) for score in (0, 6, "mal", 2.5)} == {422}
    assert asks(camille, solved)
