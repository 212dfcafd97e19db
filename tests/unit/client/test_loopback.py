"""The door on this machine that the browser comes back to: it takes one answer, the issuer's, and no other."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest
import requests

from desktop_app.adapters.identity.loopback import Loopback
from desktop_app.domain.errors import SignInCancelled, SignInTooLate, SignInUnproven

STATE, ISSUER = "only-the-issuer-heard-this", "https://id.valclair.invalid"
STRANGER = (400, True)


@pytest.fixture
def door() -> Iterator[Loopback]:
    opened = Loopback(STATE, ISSUER, lambda key: key)
    yield opened
    opened.close()


def come(door: Loopback, path: str = "", headers: dict[str, str] | None = None, **query: str) -> requests.Response:
    """One request, while the program waits."""
    with ThreadPoolExecutor(1) as pool:
        address = f"{path or door.address}?{urlencode(query)}"
        asked = pool.submit(requests.get, address, headers=headers, timeout=60)
        while not asked.done():
            door.handle_request()
        return asked.result()


def test_the_issuers_answer_is_taken_once(door: Loopback) -> None:
    first = come(door, state=STATE, code="the-code", iss=ISSUER)
    assert (first.status_code, "page_done" in first.text) == (200, True)
    assert first.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in first.headers["Content-Security-Policy"]
    second = come(door, state=STATE, code="injected")
    assert (second.status_code, "page_stranger" in second.text) == STRANGER
    assert door.wait(0) == "the-code"
    address = door.address
    door.close()
    with pytest.raises(requests.ConnectionError):
        requests.get(address, timeout=60)


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        ({"state": "guessed", "code": "injected"}, {}),
        ({"code": "injected"}, {}),
        ({"state": STATE, "code": "injected", "iss": "https://evil.invalid"}, {}),
        ({"state": STATE, "code": "injected"}, {"Host": "evil.invalid"}),
        ({"state": STATE, "code": "injected"}, {"Host": "localhost"}),
        ({"state": STATE, "code": "injected"}, {"Origin": "https://evil.invalid"}),
        ({"state": STATE, "code": "injected"}, {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}),
    ],
    ids=["wrong-state", "no-state", "another-issuer", "rebound-name", "without-port", "another-site", "a-picture"],
)
def test_what_strangers_bring_changes_nothing(door: Loopback, query: dict[str, str], headers: dict[str, str]) -> None:
    answer = come(door, headers=headers, **query)
    assert (answer.status_code, "page_stranger" in answer.text) == STRANGER
    assert come(door, state=STATE, code="the-code").status_code == 200
    assert door.wait(0) == "the-code", "the issuer's own answer still comes through"


def test_another_path_twice_the_same_name_and_other_methods(door: Loopback) -> None:
    other = come(door, f"http://{door.host}/", state=STATE, code="injected")
    assert (other.status_code, "page_stranger" in other.text) == STRANGER
    twice = come(door, f"{door.address}?state={STATE}", state="guessed", code="injected")
    assert twice.status_code == 400
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(requests.post, f"{door.address}?state={STATE}&code=injected", timeout=60)
        while not asked.done():
            door.handle_request()
        assert asked.result().status_code == 501
    with pytest.raises(SignInTooLate):
        door.wait(0)


def test_only_this_machine_is_listened_to(door: Loopback) -> None:
    assert door.socket.getsockname()[0] == "127.0.0.1"
    with pytest.raises(OSError, match="in use"):
        socket.create_server(("127.0.0.1", door.server_port))


def test_a_no_and_a_fault_of_the_issuer_are_told_apart() -> None:
    for error, kind in (("access_denied", SignInCancelled), ("server_error", SignInUnproven)):
        door = Loopback(STATE, ISSUER, lambda key: key)
        assert "page_refused" in come(door, state=STATE, error=error).text
        with pytest.raises(kind):
            door.wait(0)
        door.close()


def test_who_waits_can_stop(door: Loopback) -> None:
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(door.wait, 60)
        door.cancel()
        with pytest.raises(SignInCancelled):
            waiting.result(60)
