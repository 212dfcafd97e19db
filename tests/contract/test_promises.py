"""What is promised on a request: seen by its requester, resting while we wait, told to the team before it is late."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop_app.protocol.base import new_id
from tests.contract.desk import ROOT, DeskProcess, DeviceCaller, Technician

ALWAYS = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "00:00-23:59")
WaitUntil = Callable[[Callable[[], object]], None]


@pytest.fixture
def chief(own_desk: DeskProcess) -> Technician:
    return own_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")


LATER = """
import sys
from datetime import timedelta
from pathlib import Path
from desktop_app.helpdesk.server import set_up
set_up(Path(sys.argv[1]))
from django.db.models import F
from desktop_app.helpdesk.models import Promise
lapse = timedelta(minutes=int(sys.argv[2]))
moments = ("started_at", "since", "due_at", "look_at")
Promise.objects.update(**{name: F(name) - lapse for name in moments})
"""


def let_pass(desk: DeskProcess, minutes: int) -> None:
    """As if all promises had been given so much earlier."""
    subprocess.run([sys.executable, "-c", LATER, str(desk.data), str(minutes)], check=True, timeout=60, cwd=ROOT)


def promise(chief: Technician, **times: str) -> int:
    """Open all day long, in universal time; `times` as the page has them."""
    form = {"time_zone": "UTC", "name": "Mairie", "remind_percent": "80", **ALWAYS}
    usual = {"first_answer_3": "2", "next_answer_3": "3", "solution_3": "8"}
    return chief.post("hours", **{**form, **usual, **times}).status_code


def ticket(caller: DeviceCaller, ticket_id: str) -> dict[str, Any]:
    found: dict[str, Any] = caller.ask("GET", f"tickets/{ticket_id}").json()
    return found


def hours_left(moment: str | None) -> float:
    assert moment
    return (datetime.fromisoformat(moment) - datetime.now(UTC)).total_seconds() / 3600


def test_from_the_first_word_to_the_end(own_desk: DeskProcess, chief: Technician) -> None:
    camille = own_desk.device()
    assert promise(chief) == 302
    opened = camille.create().json()
    assert 1.9 < hours_left(opened["answer_by"]) <= 2.1
    assert 7.9 < hours_left(opened["solve_by"]) <= 8.1

    chief.reply(opened["id"], "Je regarde.")
    answered = ticket(camille, opened["id"])
    assert answered["answer_by"] is None
    assert answered["solve_by"] == opened["solve_by"]

    camille.write(opened["id"])
    assert 2.9 < hours_left(ticket(camille, opened["id"])["answer_by"]) <= 3.1, "they wrote again: an answer is owed"
    camille.write(opened["id"])

    chief.post(f"tickets/{opened['id']}/status", status="pending_requester")
    waiting = ticket(camille, opened["id"])
    assert (waiting["answer_by"], waiting["solve_by"]) == (None, None), "we wait, so the clock rests"
    camille.write(opened["id"])
    assert 7.9 < hours_left(ticket(camille, opened["id"])["solve_by"]) <= 8.1

    camille.ask("POST", f"tickets/{opened['id']}/status", json={"id": new_id(), "status": "closed"})
    ended = ticket(camille, opened["id"])
    assert (ended["answer_by"], ended["solve_by"]) == (None, None)
    camille.write(opened["id"])
    again = ticket(camille, opened["id"])
    assert again["answer_by"]
    assert again["solve_by"]


def test_a_more_pressing_request_is_promised_sooner(own_desk: DeskProcess, chief: Technician) -> None:
    camille = own_desk.device()
    promise(chief, first_answer_1="0:30", solution_1="1")
    opened = camille.create().json()
    chief.post(f"tickets/{opened['id']}/priority", priority="1", reason="Conseil à 14 h")
    assert 0.4 < hours_left(ticket(camille, opened["id"])["answer_by"]) <= 0.6


def test_the_team_is_told_and_what_is_late_becomes_more_pressing(
    own_desk: DeskProcess, chief: Technician, wait_until: WaitUntil
) -> None:
    """The clock of the server looks by itself; a promise of no time at all is late at once."""
    camille = own_desk.device()
    assert promise(chief, first_answer_3="0:01", raises_when_late="on") == 302
    opened = camille.create().json()["id"]
    let_pass(own_desk, minutes=2)
    wait_until(lambda: "dépassé" in chief.page(f"tickets/{opened}").text)
    assert "dépassé" not in str(camille.entries(opened)), "the requester is not told of our reminders"
    page = chief.page(f"tickets/{opened}").text
    assert page.count("priorité passée") == 1
