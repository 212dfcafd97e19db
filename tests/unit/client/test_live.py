"""Live news: what happens at the help desk is here at once, whatever stands in between."""

import threading
from collections.abc import Callable, Iterator

import pytest

from desktop_app.adapters.event_stream import EventStream
from desktop_app.domain.errors import AnswerLost
from desktop_app.services import live as live_service
from desktop_app.services.live import Live, Pause
from desktop_app.services.tickets import Draft
from tests.unit.client.conftest import Core
from tests.unit.client.standin import Handler, StandIn, page, trouble

DRAFT = Draft("Imprimante", "Rien ne sort.")
ENTRY = "01a200e0-d89a-7173-b2fe-2c65f5771aa5"
Wait = Callable[..., None]


class Heard:
    """What the app is told."""

    def __init__(self) -> None:
        self.topics: list[tuple[str, str | None]] = []

    def __call__(self, topic: str, ticket_id: str | None) -> None:
        self.topics.append((topic, ticket_id))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def live(core: Core) -> Iterator[Live]:
    live = Live(EventStream(core.client, silence_s=60, wait_s=1), core.tickets, core.desk, core.outbox, core.store)
    live.pause = Pause(0.01, 0.05)
    yield live
    live.stop(60)
    assert not at_work(live)


def at_work(live: Live) -> list[threading.Thread]:
    """Its own threads that are not at their end."""
    return [thread for thread in (live._listener, live._sender) if thread is not None and thread.is_alive()]


def test_an_answer_of_a_technician_arrives_by_itself(
    core: Core, standin: StandIn, live: Live, heard: Heard, wait_until: Wait
) -> None:
    ticket_id = core.tickets.create(DRAFT)
    live.start(heard)
    wait_until(lambda: ticket_id in standin.tickets)
    standin.answer_by_technician(ticket_id, "Je regarde.", ENTRY)
    wait_until(lambda: ("tickets", ticket_id) in heard.topics)
    bodies = [line.entry.body for line in core.tickets.conversation(ticket_id).lines]
    assert bodies == ["Rien ne sort.", "Je regarde."]
    assert core.tickets.unread() == 1
    core.tickets.mark_read(ticket_id, 2)
    assert core.tickets.unread() == 0
    standin.tell("ticket", ticket_id)
    wait_until(lambda: standin.reads == {ticket_id: 2})


def test_a_request_that_the_desk_keeps_no_longer_holds_nothing_up(core: Core, standin: StandIn) -> None:
    ticket_id = core.tickets.create(DRAFT)
    core.outbox.flush()
    standin.answer_by_technician(ticket_id, "Je regarde.", ENTRY)
    core.tickets.sync()
    del standin.tickets[ticket_id]
    core.tickets.mark_read(ticket_id, 2)
    core.tickets.sync()
    assert core.store.tickets.untold_reads() == {}


def test_what_is_written_while_connected_leaves_at_once(
    core: Core, standin: StandIn, live: Live, heard: Heard, wait_until: Wait
) -> None:
    live.start(heard)
    wait_until(lambda: "GET events" in standin.arrivals)
    ticket_id = core.tickets.create(DRAFT)
    wait_until(lambda: ticket_id in standin.tickets)
    wait_until(lambda: not core.outbox.waiting())
    wait_until(lambda: ("outbox", None) in heard.topics)


def test_what_has_to_be_settled_is_settled_before_anything_is_fetched(
    standin: StandIn, live: Live, heard: Heard, wait_until: Wait
) -> None:
    asked_before: list[list[str]] = []
    live.also_renew(lambda: asked_before.append(list(standin.arrivals)), is_first=True)
    live.start(heard)
    wait_until(lambda: "GET events" in standin.arrivals)
    assert "GET tickets" in standin.arrivals
    assert "GET tickets" not in asked_before[0]


def test_what_ends_some_day_is_renewed_while_the_line_stays_open(
    standin: StandIn, live: Live, heard: Heard, wait_until: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_service, "_RENEWED_S", 0)
    renewed: list[bool] = []
    live.also_renew(lambda: renewed.append(True))
    live.start(heard)
    wait_until(lambda: len(renewed) > 2)
    assert standin.arrivals.count("GET events") == 1, "no line was opened for it"


def test_after_an_outage_everything_leaves_by_itself(
    core: Core, standin: StandIn, live: Live, heard: Heard, wait_until: Wait
) -> None:
    standin.trick = page
    live.start(heard)
    ticket_id = core.tickets.create(DRAFT)
    wait_until(lambda: core.desk.status().trouble is not None)
    status = core.desk.status()
    assert not status.online
    assert status.trouble is not None
    assert status.trouble.key == "not_the_helpdesk"
    standin.trick = None
    wait_until(lambda: ticket_id in standin.tickets)
    wait_until(lambda: core.desk.status().online)


def test_a_request_that_upsets_the_help_desk_is_tried_again_while_the_line_stays_open(
    core: Core, standin: StandIn, live: Live, heard: Heard, wait_until: Wait
) -> None:
    live.start(heard)
    wait_until(lambda: "GET events" in standin.arrivals)
    standin.tricks = [trouble, trouble]
    ticket_id = core.tickets.create(DRAFT)
    wait_until(lambda: ticket_id in standin.tickets)
    assert standin.arrivals.count("GET events") == 1


def test_where_streams_are_held_back_long_polls_take_over(
    core: Core, standin: StandIn, heard: Heard, wait_until: Wait
) -> None:
    polls: list[str] = []

    def hold_back(handler: Handler) -> bool:
        """A proxy that passes an answer on only once it has ended."""
        if handler.headers["Accept"] != "text/event-stream":
            polls.extend([handler.path] * ("wait=" in handler.path))
            return False
        handler.close_connection = True
        threading.Event().wait(0.6)
        return True

    standin.trick = hold_back
    live = Live(EventStream(core.client, silence_s=0.3, wait_s=1), core.tickets, core.desk, core.outbox, core.store)
    live.pause = Pause(0.01, 0.05)
    live.start(heard)
    ticket_id = core.tickets.create(DRAFT)
    wait_until(lambda: ticket_id in standin.tickets)
    wait_until(lambda: len(polls) > 2)
    standin.answer_by_technician(ticket_id, "Je regarde.", ENTRY)
    wait_until(lambda: len(core.tickets.conversation(ticket_id).lines) == 2)
    live.stop(60)


def test_a_stream_without_a_heartbeat_is_given_up(core: Core, standin: StandIn) -> None:
    standin.heartbeat_s = 3600
    with pytest.raises(AnswerLost):
        next(EventStream(core.client, silence_s=0.3).listen(0))


def test_streams_that_are_heard_stay_streams_however_often_they_break(core: Core, standin: StandIn) -> None:
    asked: list[str | None] = []
    standin.trick = lambda handler: bool(asked.append(handler.headers["Accept"]))  # type: ignore[func-returns-value]
    stream = EventStream(core.client, silence_s=60)
    for _ in range(4):
        lines = stream.listen(0)
        next(lines)
        lines.close()  # type: ignore[attr-defined]
    assert asked == ["text/event-stream"] * 4


def test_retry_now_does_not_wait_for_the_pause(
    core: Core, standin: StandIn, live: Live, heard: Heard, wait_until: Wait
) -> None:
    live.pause = Pause(3600, 3600)
    standin.trick = page
    live.start(heard)
    wait_until(lambda: core.desk.status().trouble is not None)
    standin.trick = None

    def is_online() -> bool:
        live.retry()
        return core.desk.status().online

    wait_until(is_online)


def test_news_are_taken_up_where_they_were_left(core: Core, standin: StandIn, live: Live, wait_until: Wait) -> None:
    live.start(lambda _topic, _ticket: None)
    standin.tell("availability")
    wait_until(lambda: core.store.notes.get("live:after") == "1")
    live.stop(60)
    resumed: list[str | None] = []

    def note(handler: Handler) -> bool:
        if handler.path.endswith("/events"):
            resumed.append(handler.headers["Last-Event-ID"])
        return False

    standin.trick = note
    live.start(lambda _topic, _ticket: None)
    wait_until(lambda: resumed)
    assert resumed[0] == "1"


def test_stop_is_quick_even_when_the_help_desk_hangs(
    core: Core, standin: StandIn, live: Live, wait_until: Wait
) -> None:
    live.start(lambda _topic, _ticket: None)
    wait_until(lambda: "GET events" in standin.arrivals)
    standin.heartbeat_s = 3600
    live.stop(50)  # it would be a minute until the silence is noticed
    assert not at_work(live)


def test_incidents_are_kept_and_can_be_followed(core: Core, standin: StandIn) -> None:
    standin.incidents = [
        {"id": ENTRY, "title": {"fr": "Messagerie lente"}, "text": {}, "since": "2026-11-22T08:00:00Z"}
    ]
    status = core.desk.refresh()
    assert status.online
    assert status.telephone == "01 99 00 45 67"
    [incident] = core.desk.incidents()
    core.desk.subscribe(incident.id)
    assert core.desk.incidents()[0].subscribed
    assert core.outbox.flush() == 1
    assert standin.arrivals[-1] == f"POST incidents/{ENTRY}/subscribe"


def test_the_pause_grows_and_varies() -> None:
    pause = Pause(0.5, 30)
    rounds = [pause.next_s() for _ in range(12)]
    assert all(0 <= seconds <= min(30, 0.5 * 2**tries) for tries, seconds in enumerate(rounds))
    assert len(set(rounds)) == len(rounds)


def test_a_topic_of_a_newer_help_desk_does_not_break_the_line(
    core: Core, standin: StandIn, live: Live, wait_until: Wait
) -> None:
    opened: list[str] = []

    def note(handler: Handler) -> bool:
        opened.extend([handler.path] if handler.path.endswith("/events") else [])
        return False

    standin.trick = note
    live.start(lambda _topic, _ticket: None)
    wait_until(lambda: core.desk.is_online)
    standin.tell("weather")
    standin.tell("availability")
    wait_until(lambda: core.store.notes.get("live:after") == "2")
    assert len(opened) == 1, "it was never opened again"
