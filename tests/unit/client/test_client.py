"""The client in front of servers that misbehave: each has its own sentence, and nothing hangs."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from desktop_app.adapters.http import exchange as exchange_module
from desktop_app.adapters.http.answer import Answer
from desktop_app.adapters.http.exchange import Call, Exchange
from desktop_app.adapters.http.verdicts import clock_offset_s, refusal
from desktop_app.domain.errors import (
    AccessWithdrawn,
    AnswerLost,
    HelpdeskTroubled,
    HelpdeskUnreachable,
    NotTheHelpdesk,
    RequestRefused,
)
from tests.unit.client.conftest import Core
from tests.unit.client.standin import Handler, StandIn, page, refuse, trouble, truncated

Talk = Callable[[socket.socket], None]


@pytest.fixture
def raw_server() -> Iterator[Callable[[Talk], str]]:
    """A server that says exactly what a test wants, byte for byte."""
    listeners: list[socket.socket] = []

    def serve(talk: Talk) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)

        def accept() -> None:
            try:
                while True:
                    line, _ = listener.accept()
                    with line:
                        line.recv(65536)
                        talk(line)
            except OSError:
                return

        threading.Thread(target=accept, daemon=True).start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    yield serve
    for listener in listeners:
        listener.close()


@pytest.mark.parametrize(
    ("trick", "error"),
    [
        (page, NotTheHelpdesk),
        (truncated, AnswerLost),
        (trouble, HelpdeskTroubled),
        (refuse(404, "Introuvable."), RequestRefused),
        (refuse(429, "Doucement."), HelpdeskTroubled),
    ],
)
def test_each_wrong_answer_is_told_apart(core: Core, standin: StandIn, trick: object, error: type[Exception]) -> None:
    standin.trick = trick  # type: ignore[assignment]
    with pytest.raises(error) as found:
        core.client.tickets()
    assert type(found.value) is error


def test_a_refusal_carries_the_sentence_and_the_number_to_read_out(core: Core, standin: StandIn) -> None:
    standin.trick = refuse(422, "Il manque l’objet.")
    with pytest.raises(RequestRefused) as refused:
        core.client.tickets()
    assert refused.value.facts["detail"] == "Il manque l’objet."
    assert refused.value.facts["request"] == "R-7F2K"


@pytest.mark.parametrize("word", [b"[]", b'{"id": 3}', b'"yes"', b"null"])
def test_json_that_says_something_else_is_nonsense(core: Core, standin: StandIn, word: bytes) -> None:
    def trick(handler: Handler) -> bool:
        handler.say(200, word)
        return True

    standin.trick = trick
    with pytest.raises(NotTheHelpdesk):
        core.client.availability()


def test_nobody_listens(new_core: Callable[..., Core]) -> None:
    with pytest.raises(HelpdeskUnreachable) as error:
        new_core("http://127.0.0.1:9").client.tickets()
    assert type(error.value) is HelpdeskUnreachable


def test_a_name_that_does_not_exist(new_core: Callable[..., Core]) -> None:
    with pytest.raises(HelpdeskUnreachable) as error:
        new_core("http://nowhere.invalid").client.tickets()
    assert type(error.value) is HelpdeskUnreachable


@pytest.mark.parametrize("said", [b"", b"\x00\x01\x02 nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Le"])
def test_bytes_that_are_no_http(raw_server: Callable[[Talk], str], new_core: Callable[..., Core], said: bytes) -> None:
    core = new_core(raw_server(lambda line: line.sendall(said)))
    with pytest.raises(AnswerLost):
        core.client.tickets()


def test_a_body_that_is_shorter_than_announced(
    raw_server: Callable[[Talk], str], new_core: Callable[..., Core]
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[]"
    with pytest.raises(AnswerLost):
        new_core(raw_server(lambda line: line.sendall(head))).client.tickets()


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\nX-A: ", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"])
def test_a_server_that_drips_bytes_is_cut_at_the_deadline(
    raw_server: Callable[[Talk], str], monkeypatch: pytest.MonkeyPatch, start: bytes
) -> None:
    over = threading.Event()

    def drip(line: socket.socket) -> None:
        line.sendall(start)
        while not over.wait(0.02):
            line.sendall(b"x")

    monkeypatch.setattr(exchange_module, "WHOLE_S", 0.4)
    monkeypatch.setattr(exchange_module, "CONNECT_S", 0.1)
    lines = Exchange(raw_server(drip), "")
    begun = time.monotonic()
    with pytest.raises(AnswerLost):
        lines.ask(Call("GET", "tickets", read_s=0.3), "token")
    over.set()
    lines.close()
    assert time.monotonic() - begun < 60  # not a measure of speed: without the deadline it never ends


def test_the_token_never_follows_a_redirect_to_another_host(core: Core, standin: StandIn) -> None:
    seen: list[str | None] = []
    stranger = StandIn()

    def listen(handler: Handler) -> bool:
        seen.append(handler.headers["Authorization"])
        handler.say_json([])
        return True

    def send_away(handler: Handler) -> bool:
        handler.say(302, b"", Location=stranger.url.replace("127.0.0.1", "localhost") + "/api/v1/tickets")
        return True

    stranger.trick, standin.trick = listen, send_away
    with pytest.raises(NotTheHelpdesk):
        core.client.tickets()
    stranger.stop()
    assert seen == []


def test_a_redirect_within_the_help_desk_is_followed(core: Core, standin: StandIn) -> None:
    def move(handler: Handler) -> bool:
        handler.say(308, b"", Location="/api/v1/tickets")
        return True

    standin.tricks = [move]
    assert core.client.tickets() == []


def test_what_stands_in_netrc_does_not_replace_the_token(
    core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login other password wrong\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    assert core.client.tickets() == []


def test_the_proxy_of_the_environment_is_used(
    standin: StandIn, new_core: Callable[..., Core], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", standin.url)
    monkeypatch.setenv("no_proxy", "")
    assert new_core("http://desk.invalid").client.tickets() == []  # a name that only the proxy can know


def test_the_clock_is_compared_with_the_answer() -> None:
    late = format_datetime(datetime.now(UTC) - timedelta(hours=2), usegmt=True)
    offset = clock_offset_s(Answer(200, {"date": late}))
    assert offset is not None
    assert 7190 < offset < 7300
    assert clock_offset_s(Answer(200, {"date": "yesterday"})) is None
    assert clock_offset_s(Answer(200)) is None


def test_401_that_is_not_the_help_desks_is_not_a_withdrawal() -> None:
    assert type(refusal(Answer(401, {"content-type": "text/html"}, b"<html>"), "h")) is NotTheHelpdesk
    problem = json.dumps({"title": "no", "status": 401}).encode()
    assert type(refusal(Answer(401, {"content-type": "application/problem+json"}, problem), "h")) is AccessWithdrawn
