"""Internal notes never leave the help desk: not as text, not as a number, not as a trace."""

from typing import Any

from tests.contract.desk import DeskProcess, DeviceCaller, RawStream, Technician

SECRET = "cette personne exagere toujours"


def test_no_answer_holds_a_note(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    sofia.note(ticket, SECRET)
    sofia.reply(ticket, "Bonjour, je regarde.")
    for path in ("tickets", f"tickets/{ticket}", f"tickets/{ticket}/entries?after=0", "events?after=0"):
        assert SECRET not in camille.ask("GET", path, headers={"Accept": "application/json"}).text, path
    assert [line["kind"] for line in camille.entries(ticket)] == ["message", "message"]


def test_no_frame_of_the_stream_holds_a_note(desk: DeskProcess, camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    with RawStream(desk, camille.token) as live:
        live.read_until(ticket.encode())
        sofia.note(ticket, SECRET)
        other = camille.create().json()["id"]
        assert SECRET.encode() not in live.read_until(other.encode())
    with RawStream(desk, camille.token) as replayed:
        frames = replayed.read_until(other.encode())
    assert SECRET.encode() not in frames
    assert frames.count(ticket.encode()) == _events_of(camille, ticket)


def test_a_note_brings_no_event(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    before = _events_of(camille, ticket)
    sofia.note(ticket, SECRET)
    assert _events_of(camille, ticket) == before


def test_a_note_moves_no_count_but_the_desks(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    before, last = _seen(camille, ticket), camille.news(0)[-1]["seq"]
    sofia.note(ticket, SECRET)
    assert _seen(camille, ticket) == before
    camille.write(ticket)
    assert camille.news(last)[0]["seq"] == last + 1, "not even a gap in the numbers of the events"


def test_what_is_unclear_is_internal(camille: DeviceCaller, sofia: Technician) -> None:
    ticket = camille.create().json()["id"]
    sofia.post(f"tickets/{ticket}/write", body=SECRET, mode="nonsense")
    sofia.post(f"tickets/{ticket}/write", body=SECRET)
    assert len(camille.entries(ticket)) == 1


def _events_of(caller: DeviceCaller, ticket: str) -> int:
    return sum(1 for event in caller.news(0) if event["ticket_id"] == ticket)


def _seen(caller: DeviceCaller, ticket: str) -> dict[str, Any]:
    found: dict[str, Any] = caller.ask("GET", f"tickets/{ticket}").json()
    return found
