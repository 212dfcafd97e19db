"""The waiting line as who waits sees it: a true place, and minutes only from real answers."""

from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.domain.waiting import FEWEST
from tests.contract.desk import DeskProcess, DeviceCaller
from tests.contract.test_promises import promise


@pytest.fixture(scope="module")
def open_desk(made_desk: DeskProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """One that is open at any hour; each test leaves its waiting line empty."""
    with made_desk.like(tmp_path_factory.mktemp("open") / "data") as process:
        promise(process.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor"))
        yield process


def place(caller: DeviceCaller, ticket_id: str) -> dict[str, Any]:
    found: dict[str, Any] = caller.ask("GET", f"tickets/{ticket_id}/place").json()
    return found


def close(caller: DeviceCaller, ticket_id: str) -> None:
    caller.ask("POST", f"tickets/{ticket_id}/status", json={"id": ticket_id, "status": "closed"})


def test_a_place_in_the_line(open_desk: DeskProcess) -> None:
    sofia, camille, marc = open_desk.technician(), open_desk.device(), open_desk.device("Marc Dubois")
    first, second = marc.create().json()["id"], camille.create().json()["id"]
    assert place(camille, second) == {"rank": 2, "wait_minutes": None}, "nobody was ever answered here"
    assert camille.ask("GET", f"tickets/{first}/place").status_code == 404, "it is somebody else's"
    pressing = marc.create(impact="site", blocked="yes").json()["id"]
    assert [place(marc, pressing)["rank"], place(camille, second)["rank"]] == [1, 3]
    sofia.post(f"tickets/{first}/take")
    assert place(marc, first)["rank"] == 0, "somebody has it"
    sofia.reply(pressing, "Je regarde.")
    assert place(camille, second)["rank"] == 1
    close(camille, second)
    assert place(camille, second)["rank"] == 0


def test_minutes_are_said_after_real_answers(open_desk: DeskProcess) -> None:
    sofia, camille = open_desk.technician(), open_desk.device()
    for _ in range(FEWEST):
        sofia.reply(camille.create().json()["id"], "Je regarde.")
    waiting = [camille.create().json()["id"] for _ in range(2)]
    assert place(camille, waiting[0]) == {"rank": 1, "wait_minutes": 1}
    assert place(camille, waiting[1]) == {"rank": 2, "wait_minutes": None}, "nobody was second before"
    for ticket_id in waiting:
        close(camille, ticket_id)
