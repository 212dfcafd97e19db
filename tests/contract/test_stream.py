"""The event stream: resumes from everywhere, brings only one's own, ends with the token."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import requests

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, RawStream, Technician, bearer


def test_resume_from_every_number(camille: DeviceCaller, marc: DeviceCaller) -> None:
    for _ in range(4):
        ticket = camille.create().json()["id"]
        marc.create()
        camille.write(ticket)
    whole = camille.ticket_news(0)
    assert len(whole) >= 8
    for index, event in enumerate(whole):
        assert camille.ticket_news(event["seq"]) == whole[index + 1 :]


def test_one_hears_of_ones_own_requests_only(desk: DeskProcess, camille: DeviceCaller, marc: DeviceCaller) -> None:
    with RawStream(desk, camille.token) as stream:
        hers_first = camille.create().json()["id"]
        his = marc.create().json()["id"]
        hers_last = camille.create().json()["id"]
        received = stream.read_until(hers_last.encode())
    assert hers_first.encode() in received
    assert his.encode() not in received


def test_the_stream_says_that_a_technician_answered(
    desk: DeskProcess, camille: DeviceCaller, sofia: Technician
) -> None:
    ticket = camille.create().json()["id"]
    after = camille.news(0)[-1]["seq"]
    with RawStream(desk, camille.token, after) as stream:
        stream.read_until(b": hello")
        sofia.reply(ticket, "Bonjour")
        assert ticket.encode() in stream.read_until(ticket.encode())


def test_a_number_of_another_life_gets_everything(camille: DeviceCaller) -> None:
    camille.create()
    (event,) = camille.news(10**12)
    assert event["topic"] == "everything"
    assert camille.ticket_news(event["seq"]) == []


def test_a_long_poll_answers_as_soon_as_there_is_news(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    after = camille.news(0)[-1]["seq"]
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(_first_about_a_request, camille, after)
        sofia.reply(ticket, "Bonjour")
        assert waiting.result(timeout=60)["ticket_id"] == ticket


def _first_about_a_request(caller: DeviceCaller, after: int) -> dict[str, Any]:
    """Polls until one brings it; each poll goes on where the one before ended."""
    while True:
        query = {"after": after, "wait": 25}
        answer = caller.ask("GET", "events", params=query, headers={"Accept": "application/json"}).json()
        after = answer["last_seq"]
        found: list[dict[str, Any]] = [event for event in answer["events"] if event["topic"] == "ticket"]
        if found:
            return found[0]


def test_a_withdrawn_token_ends_the_stream(own_desk: DeskProcess) -> None:
    camille = own_desk.device()
    with RawStream(own_desk, camille.token) as stream:
        stream.read_until(b": hello")
        own_desk.command_ok("device", "revoke", camille.device_id)
        stream.read_to_end()
        assert stream.is_over
    assert camille.ask("GET", "tickets").status_code == 401
    assert camille.enrol("Camille Martin").status_code == 409


def test_a_token_that_was_replaced_twice_is_worth_nothing(own_desk: DeskProcess) -> None:
    camille = own_desk.device()
    old = camille.token
    ticket = camille.create().json()["id"]
    for holds in (200, 401):  # another program of the machine may be using the last one, for a while
        camille.enrol("Camille Martin")
        assert requests.get(f"{own_desk.url}/api/v1/tickets", headers=bearer(old), timeout=30).status_code == holds
    assert camille.ask("GET", f"tickets/{ticket}").status_code == 200


def test_a_slow_reader_loses_nothing(desk: DeskProcess, camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    with RawStream(desk, camille.token) as stream:
        for number in range(30):
            camille.write(ticket, id=new_id(), body=f"message {number}")
        last = camille.news(0)[-1]["seq"]
        received = stream.read_until(f"id: {last}\n".encode())
    ids = [int(line[4:]) for line in received.split(b"\n") if line.startswith(b"id: ") and int(line[4:]) <= last]
    assert ids == sorted(set(ids))
    assert ids == [event["seq"] for event in camille.news(0) if event["seq"] <= last]


def test_json_is_a_poll_even_without_a_number(camille: DeviceCaller) -> None:
    camille.create()
    answer = camille.ask("GET", "events", headers={"Accept": "application/json"})
    assert answer.json()["events"]
