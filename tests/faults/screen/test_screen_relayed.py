"""Where no datagram gets through: the picture goes over a real relay (coturn) by TCP or TLS, and over nothing else."""

import asyncio
import contextlib
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from aiortc import RTCCertificate, RTCIceServer

from desktop_app.protocol.sharing import Relay
from desktop_app.screen import peer
from desktop_app.screen.peer import Peer
from tests import real_screens
from tests.faults.screen import walled
from tests.unit.client.test_certificates import DAY, NOW, a_certificate
from tests.unit.screen.conftest import seen
from tests.unit.screen.technician import Browser, prepared, screen_process

Wait = Callable[[Callable[[], object]], None]
_NETWORK = ("unshare", "--user", "--map-root-user", "--net")
_WALL = (*_NETWORK, sys.executable, "-m", "tests.faults.screen.walled")
TURNSERVER = shutil.which("turnserver")
_NOT_RELAYED = re.compile(r"^a=candidate:(?!.* typ relay ).*\r?\n", re.MULTILINE)


def only_relayed(sdp: str) -> str:
    """A description without the ways that a firewall would close."""
    left = _NOT_RELAYED.sub("", sdp)
    assert "a=candidate:" in left, "no relay was found"
    return left


@contextmanager
def coturn(folder: Path, *words: str) -> Iterator[None]:
    """A relay that takes sofia's word, and listens as it is told."""
    if TURNSERVER is None:
        pytest.skip("not installed here: turnserver (package coturn)")
    fixed = [
        TURNSERVER, "-n", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", "--no-udp", "--no-dtls", "--no-cli",
        "--allow-loopback-peers", "--lt-cred-mech", "--user=sofia:secret", "--realm=valclair.invalid",
        f"--userdb={folder}/users", f"--pidfile={folder}/pid", "--log-file=stdout",
    ]  # fmt: skip
    with (folder / "relay.log").open("wb") as log:
        program = subprocess.Popen([*fixed, *words], stdout=log, stderr=log)
    try:
        yield
    finally:
        program.terminate()
        program.wait(10)


@pytest.fixture
def port(socket_enabled: None) -> int:
    """A free one."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def told(*urls: str) -> dict[str, Any]:
    return {"urls": list(urls), "username": "sofia", "credential": "secret"}


@pytest.fixture
def relay(tmp_path: Path, port: int, wait_until: Wait) -> Iterator[dict[str, Any]]:
    """A relay that listens by TCP only."""
    with coturn(tmp_path, "--no-tls", f"--listening-port={port}"):
        wait_until(lambda: _answers(port))
        yield told(f"turn:127.0.0.1:{port}?transport=tcp")


@pytest.fixture
def sealed(tmp_path: Path, port: int, wait_until: Wait) -> Iterator[tuple[dict[str, Any], str]]:
    """A relay that listens by TLS only, as on port 443, vouched for by the organisation; others are named before it."""
    file = a_certificate(tmp_path, NOW - DAY, NOW + DAY)
    seal = [f"--cert={file}", f"--pkey={file}", f"--tls-listening-port={port}"]
    with coturn(tmp_path, "--no-tcp", *seal):
        wait_until(lambda: _answers(port))
        named = [f"turn:127.0.0.1:{port}?transport=udp", f"turns:127.0.0.1:{port}?transport=tcp"]
        yield told(*named), str(file)


class Gate:
    """The outer side of the wall: what comes by the socket `way` goes to the relay."""

    def __init__(self, way: Path, port: int) -> None:
        self.way, self.lines, self._port = way, 0, port

    async def opened(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.lines += 1
        answers, asks = await asyncio.open_connection("127.0.0.1", self._port)
        await asyncio.gather(_pumped(reader, asks), _pumped(answers, writer))


async def _pumped(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while part := await reader.read(65_536):
            writer.write(part)
            await writer.drain()
    writer.close()


def _no_namespaces() -> str:
    may = subprocess.run([*_NETWORK, "true"], check=False, capture_output=True).returncode == 0
    return "" if may else "nobody may have a network of their own here"


def _answers(port: int) -> bool:
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0


def test_the_picture_comes_by_the_relay_alone(tmp_path: Path, relay: dict[str, Any]) -> None:
    _shows_by(relay, tmp_path)


def test_where_only_tls_is_open_the_picture_comes_sealed(
    tmp_path: Path, sealed: tuple[dict[str, Any], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    relay, authorities = sealed
    monkeypatch.setattr(peer, "_authorities", [authorities])  # of the browser's side, in this process
    _shows_by(relay, tmp_path, authorities)


def test_where_a_firewall_lets_through_nothing_but_port_443_the_picture_comes(
    tmp_path: Path, sealed: tuple[dict[str, Any], str], port: int
) -> None:
    if why := real_screens.missing("Xvfb", "unshare", "ip") or _no_namespaces():
        pytest.skip(why)
    (named, _), authorities = sealed[0]["urls"], sealed[1]
    urls = [named, f"turn:127.0.0.1:{port}?transport=tcp", f"turns:127.0.0.1:{walled.PORT}?transport=tcp"]

    async def behind(name: str, gate: Gate) -> None:
        browser = Browser()
        async with screen_process(name, *_WALL, str(gate.way)) as side:
            await prepared(side, browser, relays=[told(*urls)], authorities=authorities)
            side.say("allow", seconds=600, words_matched=True)
            await browser.connect((await side.hears("answered"))["answer"])
            await browser.until(lambda: browser.groups and np.array_equal(browser.canvas, seen(name)))
        await browser.close()

    async def through(name: str) -> None:
        gate = Gate(tmp_path / "gate", port)
        async with await asyncio.start_unix_server(gate.opened, gate.way):
            await behind(name, gate)
        assert gate.lines == 1

    with real_screens.display(tmp_path) as name:
        asyncio.run(through(name))


@pytest.mark.parametrize("authorities", ["", "/nowhere/authorities.pem"])
def test_a_relay_that_nobody_vouches_for_carries_nothing(
    sealed: tuple[dict[str, Any], str], authorities: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def gathered() -> str:
        peer.trust(authorities)
        line = Peer(RTCCertificate.generateCertificate(), [Relay(**sealed[0])], lambda *_: None, lambda _: None)
        browser = Browser()
        answer = await line.answer((await browser.offer())["sdp"])
        await line.close()
        await browser.close()
        peer.trust("")
        return answer

    assert "typ relay" not in asyncio.run(gathered())
    assert ("cannot be read" in caplog.text) == bool(authorities)
    caplog.clear()


def _shows_by(relay: dict[str, Any], folder: Path, authorities: str = "") -> None:
    if why := real_screens.missing("Xvfb"):
        pytest.skip(why)

    async def relayed(name: str) -> None:
        browser = Browser([RTCIceServer(**{**relay, "urls": relay["urls"][-1:]})])
        browser.changed = only_relayed
        async with screen_process(name) as side:
            await prepared(side, browser, relays=[relay], authorities=authorities)
            side.say("allow", seconds=600, words_matched=True)
            answer = (await side.hears("answered"))["answer"]
            await browser.connect({**answer, "sdp": only_relayed(answer["sdp"])})
            await browser.until(lambda: browser.groups and np.array_equal(browser.canvas, seen(name)))
        await browser.close()

    with real_screens.display(folder) as name:
        asyncio.run(relayed(name))
