"""Who writes and who has read: told at once to the other side of that request alone, and kept nowhere."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from desktop_app.adapters.event_stream import EventStream
from desktop_app.adapters.presence_client import PresenceClient
from desktop_app.services.live import Live
from desktop_app.services.presence import Presence
from tests.contract.desk import DeskProcess, DeviceCaller, RawStream, Technician
from tests.contract.workstation import Box, Workstation


def told(received: bytes) -> list[dict[str, Any]]:
    """What a stream brought that is kept nowhere."""
    lines = [json.loads(line[6:]) for line in received.split(b"\n") if line.startswith(b"data: ")]
    return [event for event in lines if event["seq"] == 0]


def test_a_reply_that_is_being_written_is_told_to_its_requester_alone(
    desk: DeskProcess, camille: DeviceCaller, marc: DeviceCaller, sofia: Technician
) -> None:
    hers, his = camille.create().json()["id"], marc.create().json()["id"]
    with RawStream(desk, camille.token) as stream, RawStream(desk, marc.token) as other:
        stream.read_until(b": hello")
        other.read_until(b": hello")
        sofia.post(f"tickets/{hers}/others", mode="note")
        sofia.reply(hers, "Bonjour")
        assert not told(stream.read_until(hers.encode())), "a note is nobody's business"
        for _ in range(5):
            sofia.post(f"tickets/{hers}/others", mode="reply")
        sofia.reply(hers, "Voilà")
        heard = told(stream.read_until(b'"typing"'))
        sofia.post(f"tickets/{his}/others", mode="reply")
        assert [event["ticket_id"] for event in told(other.read_until(b'"typing"'))] == [his]
    assert heard[0] == {"seq": 0, "topic": "typing", "ticket_id": hers, "name": "Sofia"}
    assert all(event["topic"] != "typing" for event in camille.news(0)), "it is kept nowhere"


def test_opening_a_request_tells_its_requester_that_it_was_read(
    desk: DeskProcess, camille: DeviceCaller, sofia: Technician
) -> None:
    ticket = camille.create().json()["id"]
    assert camille.ask("GET", f"tickets/{ticket}").json()["seen_seq"] == 0
    with RawStream(desk, camille.token) as stream:
        stream.read_until(b": hello")
        sofia.page(f"tickets/{ticket}")
        assert [event["ticket_id"] for event in told(stream.read_until(b'"read"'))] == [ticket]
    assert camille.ask("GET", f"tickets/{ticket}").json()["seen_seq"] == 1


def test_nobody_types_in_the_request_of_somebody_else(camille: DeviceCaller, marc: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    assert marc.ask("POST", f"tickets/{ticket}/typing").status_code == 404
    assert camille.ask("POST", f"tickets/{ticket}/typing").status_code == 204


def test_who_has_the_request_open_sees_the_requester_write_and_read(own_desk: DeskProcess, page: Page) -> None:
    camille = own_desk.device()
    ticket, other = camille.create().json()["id"], camille.create().json()["id"]
    own_desk.technician("jonas@valclair.invalid", "Jonas Weber").reply(ticket, "Bonjour")
    page.goto(f"{own_desk.console}tickets/{ticket}")
    expect(page.locator("#types")).to_be_hidden()
    camille.ask("POST", f"tickets/{other}/typing")
    camille.ask("POST", f"tickets/{ticket}/read", json={"seq": 2})
    expect(page.locator("#thread")).to_contain_text("lu")
    expect(page.locator("#types")).to_be_hidden()
    camille.ask("POST", f"tickets/{ticket}/typing")
    expect(page.locator("#types")).to_have_text("Camille Martin écrit")
    camille.write(ticket, body="Voilà.")
    expect(page.locator("#thread")).to_contain_text("Voilà.")
    expect(page.locator("#types")).to_be_hidden()


def test_a_desktop_knows_who_writes_and_its_place(
    own_desk: DeskProcess, tmp_path: Path, wait_until: Callable[[Callable[[], object]], None]
) -> None:
    sofia = own_desk.technician()
    mine = Workstation(own_desk, tmp_path / "home", Box(("board-1", "disk-1")), own_desk.key())
    ticket = mine.say("Rien ne sort de l’imprimante.")
    presence = Presence(PresenceClient(mine.client), mine.desk)
    live, told = Live(EventStream(mine.client), mine.tickets, mine.desk, mine.outbox, mine.store), set()
    live.tell_in_passing(presence.hear)
    live.start(lambda topic, ticket_id: told.add((topic, ticket_id)))
    try:
        wait_until(lambda: mine.desk.is_online)
        place = presence.place(ticket)
        assert place is not None
        assert place.rank == 1
        wait_until(
            lambda: sofia.post(f"tickets/{ticket}/others", mode="reply") and presence.who_types(ticket) == "Sofia"
        )
        wait_until(lambda: ("typing", ticket) in told)
        presence.tell_typing(ticket)
        sofia.reply(ticket, "Bonjour")
        wait_until(lambda: not presence.who_types(ticket))
    finally:
        live.stop()
        mine.store.close()
