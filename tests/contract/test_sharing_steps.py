"""How a screen comes to be shared: each step in its time, by its side; the help desk carries, and cannot grant."""

import subprocess
import sys
from typing import Any

import pytest

from desktop_app.protocol.base import new_id
from tests.contract.desk import ROOT, DeskProcess, DeviceCaller, Technician
from tests.contract.sharing import (
    ANSWER,
    COMMITMENT,
    OFFER,
    READY,
    Asked,
    alarm_in,
    asked_in,
    console_put,
    not_shown,
    record,
)


@pytest.fixture
def asked(camille: DeviceCaller, sofia: Technician) -> Asked:
    return asked_in(camille, sofia)


def test_from_the_question_to_the_end(asked: Asked) -> None:
    after = asked.machine.ask("GET", "events", params={"after": 0, "wait": 0}, headers={"Accept": "application/json"})
    first = asked.ask()
    assert first.status_code == 201, first.text
    news = [event for event in asked.machine.news(after.json()["last_seq"]) if event["topic"] == "sharing"]
    assert [event["ticket_id"] for event in news] == [asked.ticket]
    mine = asked.machine.ask("GET", "sharings").json()["items"]
    assert [(one["id"], one["state"]) for one in mine if one["ticket_id"] == asked.ticket] == [(asked.id, "asked")]
    for step, word, state in (("ready", READY, "ready"), ("offer", OFFER, "offered"), ("answer", ANSWER, "shared")):
        for _ in range(2):
            answer = asked.put(step, word)
            assert answer.status_code == 200, answer.text
            assert answer.json()["state"] == state
    assert asked.see()["offer"] == OFFER
    assert [asked.put("ended", record()).status_code for _ in range(2)] == [200, 200]
    assert asked.put("ended", record("crashed")).status_code == 409, "the first word counts"
    assert asked.see()["ending"] == "user"
    assert asked.id not in [one["id"] for one in asked.machine.ask("GET", "sharings").json()["items"]]
    assert [line["event"] for line in asked.events()] == ["screen_asked", "screen_started", "screen_shown"]
    assert asked.events()[0]["id"] == asked.id, "a sharing is the entry that asks"
    assert asked.events()[0]["facts"] == {"reason": "Voir le message d’erreur", "name": "Sofia"}
    told = asked.events()[2]["facts"]
    assert told["asked"] == asked.id
    assert (told["seconds"], told["words"], told["steps"]) == ("120", "matched", "look:120 control:30")


@pytest.mark.parametrize("state", ["asked", "ready", "offered", "shared"])
def test_no_step_is_skipped_or_taken_twice(asked: Asked, state: str) -> None:
    asked.until(state)
    following = {"asked": "ready", "ready": "offer", "offered": "answer", "shared": ""}[state]
    others: dict[str, dict[str, Any]] = {
        "ready": {**READY, "nonce": "00" * 32},
        "offer": {**OFFER, "sdp": "another"},
        "answer": {**ANSWER, "sdp": "another"},
    }
    for step, word in others.items():
        if step != following:
            assert asked.put(step, word).status_code == 409, step
    assert asked.see()["state"] == state


def test_a_line_that_was_lost_comes_back_without_a_new_question(asked: Asked) -> None:
    asked.until("shared")
    assert asked.put("offer", {**OFFER, "round": 1, "nonce": "11" * 32}).status_code == 409, "another opening"
    assert asked.put("answer", {**ANSWER, "round": 1}).status_code == 409, "nothing was offered"
    assert asked.put("offer", {**OFFER, "round": 1}).json()["state"] == "shared"
    assert asked.put("answer", {**ANSWER, "round": 1}).json()["answer"]["round"] == 1
    assert asked.put("answer", ANSWER).status_code == 409, "the old one is past"
    assert [line["event"] for line in asked.events()] == ["screen_asked", "screen_started"]


def test_only_its_own_sides_take_steps(desk: DeskProcess, asked: Asked, marc: DeviceCaller, amelie: Technician) -> None:
    asked.until("asked")
    stranger = Asked(asked.ticket, marc, amelie, asked.id)
    for step, word in (
        ("ready", READY),
        ("offer", OFFER),
        ("answer", ANSWER),
        ("ended", record()),
        ("withdrawn", None),
    ):
        assert stranger.put(step, word).status_code == 404, step
    assert marc.ask("GET", f"tickets/{asked.ticket}/sharings/{asked.id}").status_code == 404
    path = f"tickets/{asked.ticket}/sharings"
    word = {"id": new_id(), "reason": "Voir", "commitment": COMMITMENT}
    assert asked.machine.ask("POST", path, json=word).status_code in {401, 403}, "a machine asks nobody"
    script = DeviceCaller(desk, desk.command("token", "create", "--technician", "sofia@valclair.invalid")["token"])
    assert script.ask("POST", path, json=word).status_code in {401, 403}, "a script sits in front of no screen"
    assert console_put(asked.browser, f"{path}/{asked.id}/ready", READY).status_code == 401
    forged = asked.browser.browser.put(f"{desk.url}/api/v1/{path}/{asked.id}/withdrawn", timeout=30)
    assert forged.status_code == 403, "a page from elsewhere"
    assert asked.see()["state"] == "asked"


def test_asking_needs_a_reason_an_open_request_and_patience(asked: Asked) -> None:
    assert asked.ask(reason="  ").status_code == 422
    assert asked.ask(commitment="short").status_code == 422
    assert asked.ask().status_code == 201
    assert asked.ask().status_code == 200
    assert asked.ask(commitment="00" * 32).status_code == 409
    again = Asked(asked.ticket, asked.machine, asked.browser)
    assert again.ask().json()["code"] == "sharing_one_at_a_time"
    assert asked.put("withdrawn").json()["ending"] == "technician"
    assert asked.events()[-1]["event"] == "screen_not_shown"
    assert asked.put("ready", READY).status_code == 409, "taken back is taken back"
    assert again.ask().status_code == 201
    again.put("withdrawn")
    closed = {"id": new_id(), "status": "closed"}
    assert asked.machine.ask("POST", f"tickets/{asked.ticket}/status", json=closed).status_code == 200
    assert Asked(asked.ticket, asked.machine, asked.browser).ask().json()["code"] == "sharing_not_asked_for"


def test_a_colleague_looks_along_by_a_yes_of_its_own(desk: DeskProcess, asked: Asked, amelie: Technician) -> None:
    jonas = desk.technician("jonas@valclair.invalid", "Jonas Weber")
    along = Asked(asked.ticket, asked.machine, amelie)
    asked.until("offered")
    assert along.ask().json()["code"] == "sharing_one_at_a_time", "nothing is shown yet"
    asked.put("answer", ANSWER)
    along.until("shared")
    assert (along.see()["joins"], asked.see()["joins"]) == (asked.id, None)
    assert Asked(asked.ticket, asked.machine, jonas).ask().status_code == 409, "one at a time"
    assert along.put("ended", record("user", spans=[{"capability": "look", "seconds": 9}])).ok
    assert asked.see()["state"] == "shared", "who looked along leaves alone"
    second = Asked(asked.ticket, asked.machine, amelie).until("shared")
    assert asked.put("withdrawn").ok
    assert second.see()["ending"] == "technician", "it ends with the first"
    assert [line["facts"]["asked"] for line in asked.events() if line["event"] == "screen_shown"] == [along.id]


@pytest.mark.parametrize(
    ("state", "ending", "event"),
    [
        ("asked", "no_request", "screen_not_shown"),
        ("ready", "refused", "ask_refused"),
        ("offered", "silence", "screen_not_shown"),
        ("offered", "different_words", "screen_not_shown"),
    ],
)
def test_no_is_said_at_any_moment(asked: Asked, state: str, ending: str, event: str) -> None:
    asked.until(state)
    assert asked.put("ended", not_shown(ending)).json()["ending"] == ending
    assert [line["event"] for line in asked.events()] == ["screen_asked", event]
    assert asked.put("answer", ANSWER).status_code == 409


def test_what_the_machine_saw_is_kept_even_after_the_end(asked: Asked) -> None:
    asked.until("shared")
    assert asked.put("withdrawn").json()["state"] == "ended"
    assert asked.put("ended", record("technician")).status_code == 200
    assert [line["event"] for line in asked.events()][-2:] == ["screen_lost", "screen_shown"]


_LATER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from desktop_app.helpdesk.server import set_up
set_up(Path(sys.argv[1]), sys.argv[2])
from desktop_app.helpdesk import sharing
sharing.expire(datetime.now(UTC) + timedelta(seconds=int(sys.argv[3])))
"""


def later(desk: DeskProcess, seconds: int) -> None:
    """What the help desk's clock does then."""
    line = [sys.executable, "-c", _LATER, str(desk.data), desk.database, str(seconds)]
    subprocess.run(line, cwd=ROOT, check=True, capture_output=True)


def test_silence_is_no_and_a_machine_that_is_gone_shows_nothing(desk: DeskProcess, sofia: Technician) -> None:
    asked, offered, shared = (asked_in(desk.device(), sofia).until(state) for state in ("asked", "offered", "shared"))
    later(desk, 20)
    assert [one.see()["state"] for one in (asked, offered, shared)] == ["asked", "offered", "shared"]
    later(desk, 75)
    assert [one.see()["ending"] for one in (asked, offered, shared)] == ["silence", "silence", "helpdesk_lost"]
    assert asked.events()[-1]["event"] == "screen_not_shown"
    assert [line["event"] for line in shared.events()][-1] == "screen_lost"
    assert offered.put("answer", ANSWER).status_code == 409, "a yes that comes too late is none"
    assert shared.put("ended", record("helpdesk_lost")).status_code == 200
    assert shared.events()[-1]["event"] == "screen_shown"


def test_different_words_are_told_on_every_page_until_the_administrator_knows(
    camille: DeviceCaller, sofia: Technician
) -> None:
    alarm = alarm_in(camille, sofia)
    page = sofia.page("").text
    assert f"/console/sharings/{alarm}/hear" in page
    assert sofia.post(f"sharings/{alarm}/hear").status_code == 302
    assert f"/console/sharings/{alarm}/hear" not in sofia.page("").text


def test_the_question_is_not_answered_in_one_word(asked: Asked) -> None:
    asked.until("asked")
    for said in ("screen_shown", "ask_refused", "ask_unknown"):
        word = {"id": new_id(), "asked": asked.id, "answer": said, "written_at": "2026-11-22T10:00:00Z"}
        assert asked.machine.ask("POST", f"tickets/{asked.ticket}/answers", json=word).status_code == 409
    assert asked.see()["state"] == "asked"
