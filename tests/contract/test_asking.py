"""A technician asks for one masked value; its owner answers, once. Secrets are never asked for."""

import json
from typing import Any

import pytest

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeviceCaller, Technician, now
from tests.contract.test_record import report, send, words_of

MASKED = [
    {"pseudonym": "ssid-3", "kind": "ssid", "count": 1},
    {"pseudonym": "secret-1", "kind": "secret", "count": 1},
    {"pseudonym": "hidden-1", "kind": "hidden", "count": 1},
]


def with_report(camille: DeviceCaller) -> str:
    found = json.loads(report(network={"wifi": {"ssid": "ssid-3", "key": "secret-1", "note": "hidden-1"}}))
    ticket, _ = send(camille, json.dumps({**found, "masked": MASKED}).encode())
    return ticket


def ask(sofia: Technician, ticket: str, pseudonym: str = "ssid-3", reason: str = "Quel réseau ?") -> int:
    return sofia.post(f"tickets/{ticket}/ask-value", pseudonym=pseudonym, reason=reason).status_code


def asked(camille: DeviceCaller, ticket: str) -> dict[str, Any]:
    return next(line for line in camille.entries(ticket) if line["event"] == "value_asked")


def answer(camille: DeviceCaller, ticket: str, entry: str, **changes: Any) -> Any:
    word = {"id": new_id(), "asked": entry, "answer": "value_given", "value": "Mairie-Wi-Fi", "written_at": now()}
    return camille.ask("POST", f"tickets/{ticket}/answers", json={**word, **changes})


def test_asked_given_and_read_in_the_conversation(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = with_report(camille)
    page = words_of(sofia.page(f"tickets/{ticket}?tab=record&value=ssid-3").text)
    assert "<option selected>ssid-3</option>" in page
    assert not {name for name in ("secret-1", "hidden-1") if f">{name}</option>" in page or f"value={name}#" in page}
    assert ask(sofia, ticket) == 302
    question = asked(camille, ticket)
    assert question["facts"] == {"pseudonym": "ssid-3", "reason": "Quel réseau ?", "name": "Sofia"}
    assert "ssid-3</option>" not in sofia.page(f"tickets/{ticket}?tab=record").text, "it has been asked for"

    entry = new_id()
    first = answer(camille, ticket, question["id"], id=entry)
    again = answer(camille, ticket, question["id"], id=entry)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert "Mairie-Wi-Fi" in sofia.page(f"tickets/{ticket}").text
    assert "Mairie-Wi-Fi" not in sofia.page(f"tickets/{ticket}?tab=journal").text.partition('id="thread"')[0]
    assert answer(camille, ticket, question["id"], answer="ask_refused", value="").status_code == 409


def test_no_is_an_answer_and_carries_nothing(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = with_report(camille)
    ask(sofia, ticket)
    question = asked(camille, ticket)["id"]
    assert answer(camille, ticket, question, answer="ask_refused").status_code == 422, "a no with a value in it"
    assert answer(camille, ticket, question, value="").status_code == 422, "a yes without"
    assert answer(camille, ticket, question, answer="ask_refused", value="").status_code == 201
    assert "ssid-3</option>" in sofia.page(f"tickets/{ticket}?tab=record").text, "it may be asked for again"


@pytest.mark.parametrize("pseudonym", ["secret-1", "hidden-1", "", "ssid", "ssid-3 x", "<b>-1", "ssid-3\n"])
def test_what_may_not_be_asked(camille: DeviceCaller, sofia: Technician, pseudonym: str) -> None:
    ticket = with_report(camille)
    expected = 302 if pseudonym.strip() == "ssid-3" else 422
    assert ask(sofia, ticket, pseudonym) == expected
    assert len([line for line in camille.entries(ticket) if line["event"]]) == (expected == 302)


def test_asking_needs_a_reason_and_patience(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = with_report(camille)
    assert ask(sofia, ticket, reason=" ") == 422
    assert ask(sofia, ticket) == 302
    assert ask(sofia, ticket) == 422
    camille.ask("POST", f"tickets/{ticket}/status", json={"id": new_id(), "status": "closed"})
    assert ask(sofia, ticket, "ssid-4") == 422, "nobody asks in a request that has ended"


def test_nobody_answers_for_somebody_else(camille: DeviceCaller, marc: DeviceCaller, sofia: Technician) -> None:
    ticket = with_report(camille)
    ask(sofia, ticket)
    question = asked(camille, ticket)["id"]
    assert answer(marc, ticket, question).status_code == 404
    other = marc.create().json()["id"]
    assert answer(marc, other, question).status_code == 404, "a question of another conversation"
    first = camille.entries(ticket)[0]["id"]
    assert answer(camille, ticket, first).status_code == 404, "nothing was asked there"


def test_the_report_goes_with_a_yes(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    assert sofia.post(f"tickets/{ticket}/ask-report", reason="Pour voir le disque").status_code == 302
    question = next(line for line in camille.entries(ticket) if line["event"] == "report_asked")["id"]
    kept = camille.upload(report(os={"version": "12"}), "snapshot.json", kind="snapshot").json()["id"]
    assert answer(camille, ticket, question).status_code == 409, "a value was not asked for"
    told = answer(camille, ticket, question, answer="report_given", value="", attachments=[kept])
    assert told.status_code == 201, told.text
    assert [file["id"] for file in camille.entries(ticket)[-1]["attachments"]] == [kept]
    assert "os.version" in words_of(sofia.page(f"tickets/{ticket}?tab=record").text)


def test_a_repair_is_suggested_and_its_result_told(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    path = f"tickets/{ticket}/ask-fix"
    assert sofia.post(path, fix="rm_rf", reason="Essayez").status_code == 404
    assert sofia.post(path, fix="print_queue_stuck", reason="Essayez").status_code == 302
    assert sofia.post(path, fix="print_queue_stuck", reason="Essayez").status_code == 422, "once is enough"
    assert sofia.post(path, fix="disk_full", reason="Et ceci").status_code == 302
    question = next(line for line in camille.entries(ticket) if line["event"] == "fix_asked")
    assert question["facts"]["fix"] == "print_queue_stuck"
    attempt = {"fix_id": "print_queue_stuck", "title": "Imprimante", "result": "fixed", "before": "2", "after": "0"}
    told = answer(camille, ticket, question["id"], answer="fix_tried", value="", attempt=attempt)
    assert told.status_code == 201, told.text
    page = words_of(sofia.page(f"tickets/{ticket}").text)
    assert "2 → 0" in page, "what it measured stands with what was tried"
