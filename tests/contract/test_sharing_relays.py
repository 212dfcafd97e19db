"""The relays of a shared screen: a credential that coturn takes for some hours, and no other; without UDP too."""

import asyncio
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aioice.stun import TransactionError, TransactionFailed
from aioice.turn import create_turn_endpoint

from tests.contract.desk import DeskProcess
from tests.contract.sharing import asked_in

SECRET = "a secret that the relay and the help desk share"
_TURNSERVER = shutil.which("turnserver")


@pytest.fixture(scope="module")
def relay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a running coturn."""
    if _TURNSERVER is None:
        pytest.skip("coturn is not installed here")
    folder = tmp_path_factory.mktemp("relay")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = ["-n", "--no-cli", "--no-tls", "--no-dtls", "--no-rfc5780", "--log-file", "stdout", "--simple-log"]
    where = ["--listening-ip", "127.0.0.1", "--relay-ip", "127.0.0.1", "--listening-port", str(port)]
    who = ["--realm", "rescousse", "--use-auth-secret", "--static-auth-secret", SECRET]
    kept = ["--pidfile", str(folder / "pid"), "--userdb", str(folder / "users")]
    line = [_TURNSERVER, *settings, *where, *who, *kept]
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder) as process:
        while not _answers(port):
            assert process.poll() is None, "it did not start"
        yield port
        process.terminate()


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """Its file of relays is read at each question."""
    with DeskProcess(tmp_path_factory.mktemp("desk") / "data") as process:
        yield process


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return threading.Event().wait(0.05)
    return True


def allocated(port: int, username: str, credential: str, transport: str) -> str:
    """The address that the relay lends to who has that credential."""

    async def allocate() -> str:
        transport_, _ = await create_turn_endpoint(
            asyncio.DatagramProtocol, ("127.0.0.1", port), username, credential, transport=transport
        )
        lent = transport_.get_extra_info("sockname")
        transport_.close()
        return str(lent[0])

    return asyncio.run(allocate())


def given(desk: DeskProcess, text: str) -> list[dict[str, Any]]:
    """What the machine of an asked sharing is told, with that file in the help desk's folder."""
    (Path(desk.data) / "relays.toml").write_text(text, encoding="utf-8")
    found: list[dict[str, Any]] = asked_in(desk.device(), desk.technician()).until("asked").see()["relays"]
    return found


@pytest.mark.parametrize("transport", ["udp", "tcp"])
def test_the_relay_takes_the_credential(one_desk: DeskProcess, relay: int, transport: str) -> None:
    url = f"turn:127.0.0.1:{relay}?transport={transport}"
    stun, turn = given(one_desk, f'urls = ["stun:127.0.0.1:{relay}", "{url}"]\nsecret = "{SECRET}"')
    assert stun == {"urls": [f"stun:127.0.0.1:{relay}"], "username": "", "credential": ""}
    assert turn["urls"] == [url]
    assert SECRET not in str(turn)
    assert allocated(relay, turn["username"], turn["credential"], transport)
    later = str(int(turn["username"].split(":")[0]) + 3600)
    for username in (later + ":machine", "1000000000:machine"):
        with pytest.raises((TransactionError, TransactionFailed)):
            allocated(relay, username, turn["credential"], transport)


def test_a_file_that_cannot_be_read_costs_the_relay_and_nothing_else(one_desk: DeskProcess) -> None:
    assert given(one_desk, "urls = [") == []
    assert given(one_desk, 'urls = ["turn:relay.invalid"]') == [], "no secret, no relay"
