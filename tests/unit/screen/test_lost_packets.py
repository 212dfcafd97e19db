"""What the line does after a loss that only silence tells of."""

import asyncio
from typing import Any

from aiortc import rtcsctptransport as sctp

from desktop_app.screen.peer import LEAST_ON_WAY


def test_after_a_loss_more_than_one_packet_may_leave() -> None:
    line: Any = object.__new__(sctp.RTCSctpTransport)
    kept: dict[str, Any] = {
        "_sent_queue": [],
        "_t3_handle": None,
        "_cwnd": 50_000,
        "_transmit": lambda: asyncio.sleep(0),
    }
    line.__dict__.update(kept, _update_advanced_peer_ack_point=lambda: None)
    line._RTCSctpTransport__log_debug = lambda *_: None

    async def lost() -> None:
        line._t3_expired()

    asyncio.run(lost())
    assert line._cwnd == LEAST_ON_WAY > sctp.USERDATA_MAX_LENGTH
