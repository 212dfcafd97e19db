"""What stands at the door of the help desk: counted tries, bounded bodies, harmless names."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.helpdesk.limits import BoundedBodies
from desktop_app.helpdesk.tokens import fingerprint, new_token
from desktop_app.helpdesk.tries import Tries

START = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_so_many_wrong_ones_then_a_pause_that_ends() -> None:
    with time_machine.travel(START, tick=False) as clock:
        tries = Tries(3, timedelta(minutes=5))
        for _ in range(3):
            assert not tries.too_many("10.0.0.7")
            tries.count("10.0.0.7")
        assert tries.too_many("10.0.0.7")
        assert not tries.too_many("10.0.0.8")
        clock.shift(timedelta(minutes=5))
        assert not tries.too_many("10.0.0.7")


def test_names_of_strangers_do_not_fill_the_memory() -> None:
    tries = Tries(3, timedelta(minutes=5))
    for number in range(25_000):
        tries.count(f"stranger {number}")
    assert len(tries._wrong) <= 10_000


@given(st.lists(st.binary(max_size=40), max_size=12), st.integers(min_value=1, max_value=100))
def test_no_more_than_one_byte_over_the_limit_comes_in(parts: list[bytes], limit: int) -> None:
    seen = asyncio.run(_what_comes_in(parts, limit))
    assert seen == b"".join(parts)[: limit + 1]


async def _what_comes_in(parts: list[bytes], limit: int) -> bytes:
    messages = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
    messages.append({"type": "http.request", "body": b"", "more_body": False})
    seen = bytearray()

    async def receive() -> Any:
        return messages.pop(0)

    async def application(_scope: Any, bounded: Any, _send: Any) -> None:
        while True:
            message = await bounded()
            seen.extend(message["body"])
            if not message["more_body"]:
                return

    async def send(_message: Any) -> None:
        raise AssertionError("nothing is sent by the door itself")

    await BoundedBodies(application, limit)({}, receive, send)
    return bytes(seen)


def test_tokens_are_long_and_only_their_hash_is_kept() -> None:
    token, kept = new_token("rsd")
    assert len(token) >= 43
    assert fingerprint(token) == kept
    assert token not in kept
    assert len({new_token("rsd")[0] for _ in range(100)}) == 100


@pytest.mark.parametrize("span", [0, 1])
def test_a_try_counts_for_its_whole_span(span: int) -> None:
    with time_machine.travel(START, tick=False) as clock:
        tries = Tries(1, timedelta(minutes=5))
        tries.count("x")
        clock.shift(timedelta(minutes=5) - timedelta(seconds=1 - span))
        assert tries.too_many("x") is (span == 0)
