"""Every error has one shape, RFC 9457, with a number to read out; none has a trace or a guess in it."""

import re
from typing import Any

import pytest
import requests

from desktop_app.protocol.base import new_id
from desktop_app.protocol.problem import Problem
from tests.contract.desk import DeskProcess, DeviceCaller, Technician, bearer, new_ticket

# Written out, so that a test has the same name in every process that runs a share of them
NOBODY = "01a202da-17b4-7274-8083-c23eedb34a45"


def check(answer: requests.Response, status: int) -> Problem:
    """The problem of an answer, once its shape is right."""
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    word = Problem.model_validate(answer.json())
    assert word.status == status
    assert re.fullmatch(r"R-[2-9A-Z]{6}", word.request)
    assert "Traceback" not in answer.text
    return word


@pytest.mark.parametrize(
    ("method", "path", "word", "status"),
    [
        ("GET", f"tickets/{NOBODY}", None, 404),
        ("GET", f"attachments/{NOBODY}", None, 404),
        ("POST", f"incidents/{NOBODY}/subscribe", None, 404),
        ("POST", "tickets", {}, 422),
        ("POST", "tickets", new_ticket(subject=""), 422),
        ("POST", "tickets", new_ticket(id="../../etc/passwd"), 422),
        ("POST", "tickets", new_ticket(body="x" * 100_001), 422),
        ("POST", "tickets", new_ticket(written_at="2026-11-22T00:00:00"), 422),
        ("POST", "tickets", new_ticket(attachments=[new_id()]), 409),
        ("GET", "tickets?updated_after=yesterday", None, 422),
        ("GET", "tickets?updated_after=0001-01-01T00:00:00%2B14:00", None, 422),
        ("DELETE", "tickets", None, 405),
        ("PUT", "events", None, 405),
        ("GET", "tickets/%00", None, 422),
        ("POST", f"tickets/{NOBODY}/read", {"seq": 10**30}, 422),
        ("POST", f"tickets/{NOBODY}/read", {"seq": -1}, 422),
        ("GET", f"tickets/{NOBODY}/entries?after={10**30}", None, 422),
        ("POST", f"tickets/{NOBODY}/entries", {"id": new_id(), "body": " ", "written_at": "2026-11-22T00:00Z"}, 422),
        ("PUT", f"attachments/{NOBODY}?filename=a&kind=virus", None, 422),
    ],
)
def test_wrong_requests(camille: DeviceCaller, method: str, path: str, word: Any, status: int) -> None:
    check(camille.ask(method, path, json=word), status)


def test_no_token_and_a_wrong_one(desk: DeskProcess) -> None:
    for headers in ({}, bearer("rsd_wrong"), {"Authorization": "Basic YTpi"}, bearer("\xff")):
        for path in ("tickets", "availability", "events"):
            check(requests.get(f"{desk.url}/api/v1/{path}", headers=headers, timeout=30), 401)


def test_what_is_no_json(camille: DeviceCaller) -> None:
    answer = camille.ask("POST", "tickets", data=b"{not json", headers={"Content-Type": "application/json"})
    check(answer, 400)


def test_an_unknown_address(camille: DeviceCaller) -> None:
    check(camille.ask("GET", "no-such-thing"), 404)


def test_a_token_that_is_no_enrolment_key(desk: DeskProcess) -> None:
    answer = requests.post(f"{desk.url}/api/v1/enrol", json={}, headers=bearer("rse_wrong"), timeout=30)
    check(answer, 401)


def test_a_body_that_is_too_long(camille: DeviceCaller) -> None:
    body = b'{"body":"' + b"x" * 5_000_000 + b'"}'
    check(camille.ask("POST", "tickets", data=body, headers={"Content-Type": "application/json"}), 413)


def test_the_sentence_is_in_the_users_language(desk: DeskProcess) -> None:
    for language, word in (("fr", "fichier"), ("de", "Datei"), ("nl", "bestand"), ("en", "file")):
        answer = desk.device("Zoé", language=language).create(attachments=[new_id()])
        assert word in check(answer, 409).detail


def test_guessing_enrolment_keys_ends_soon(own_desk: DeskProcess) -> None:
    camille = own_desk.device()
    answers = [
        requests.post(f"{own_desk.url}/api/v1/enrol", json={}, headers=bearer(f"rse_{number}"), timeout=30)
        for number in range(25)
    ]
    assert [answer.status_code for answer in answers].count(401) == 20
    check(answers[-1], 429)
    assert camille.ask("GET", "tickets").status_code == 200, "who is in, stays in"


def test_the_console_is_lost_as_a_page_not_as_a_document(sofia: Technician) -> None:
    answer = sofia.page("no-such-page")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")


def test_it_says_that_it_is_well(desk: DeskProcess) -> None:
    assert requests.get(f"{desk.url}/api/v1/health", timeout=30).json() == {"status": "ok"}
