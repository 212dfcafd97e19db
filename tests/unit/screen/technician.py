"""A technician's browser and a user's side, in Python: they speak the two contracts with the real screen process."""

import asyncio
import contextlib
import hashlib
import json
import os
import secrets
import struct
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from aiortc import RTCCertificate, RTCConfiguration, RTCIceServer, RTCPeerConnection, RTCSessionDescription
from PySide6.QtGui import QImage

from desktop_app.protocol.base import Word, new_id
from desktop_app.protocol.screen_channel import CONTROL, FILES, INPUT, TILES
from desktop_app.screen.peer import own_fingerprint

SECONDS = 60


class Browser:
    """Offers, hears, draws tiles on a canvas."""

    def __init__(self, relays: Sequence[RTCIceServer] = ()) -> None:
        self.relays = list(relays)
        self.changed: Callable[[str], str] = str
        self.certificate, self.nonce = RTCCertificate.generateCertificate(), secrets.token_hex(32)
        self.heard: list[dict[str, Any]] = []
        self.canvas = np.zeros((1, 1, 3), np.uint8)
        self.groups = self.cleared = self.tile_bytes = self.frames = 0
        self.answers = True
        self.stamps: list[int] = []
        self.times: list[int] = []
        self._news = asyncio.Event()
        self.connection: Any = None
        self._watching: list[asyncio.Task[None]] = []
        self.channels: dict[int, Any] = {}

    @property
    def commitment(self) -> str:
        return hashlib.sha256(f"{own_fingerprint(self.certificate)}|{self.nonce}".encode()).hexdigest()

    async def offer(self, number: int = 0) -> dict[str, Any]:
        self.connection = RTCPeerConnection(RTCConfiguration(iceServers=self.relays))
        self.connection._RTCPeerConnection__certificates = [self.certificate]
        names = {CONTROL: "control", TILES: "tiles", INPUT: "input", FILES: "files"}
        for channel, name in names.items():
            self.channels[channel] = self.connection.createDataChannel(name, negotiated=True, id=channel)
        self.channels[CONTROL].on("message", self._on_control)
        self.channels[TILES].on("message", self._on_tile)
        self.add_sound()
        receiver = self.connection.addTransceiver("video", direction="recvonly").receiver
        hear = receiver._handle_rtp_packet

        async def heard(packet: Any, arrival_time_ms: int) -> None:
            self.times.append(packet.timestamp)
            await hear(packet, arrival_time_ms)

        receiver._handle_rtp_packet = heard
        self.connection.on("track", self._on_track)
        await self.connection.setLocalDescription(await self.connection.createOffer())
        lines = self.connection.localDescription.sdp.splitlines()
        kept = [line for line in lines if not line.startswith(("a=fingerprint:sha-384", "a=fingerprint:sha-512"))]
        return {"round": number, "sdp": self.changed("\r\n".join([*kept, ""])), "nonce": self.nonce}

    def add_sound(self) -> None:
        """An audio line, for who has one."""

    async def connect(self, answer: dict[str, Any]) -> None:
        await self.connection.setRemoteDescription(RTCSessionDescription(answer["sdp"], "answer"))

    def send(self, word: Word | str, channel: int = CONTROL) -> None:
        self.channels[channel].send(word if isinstance(word, str) else word.model_dump_json())

    async def until(self, fact: Any) -> Any:
        """Wait for a fact, told of all that comes."""
        async with asyncio.timeout(SECONDS):
            while not (found := fact()):
                self._news.clear()
                await self._news.wait()
        return found

    def last(self, kind: str) -> dict[str, Any]:
        return next((word for word in reversed(self.heard) if word["kind"] == kind), {})

    def holds(self, capability: str) -> bool:
        return capability in self.last("grants").get("left_s", {})

    def _on_control(self, message: str) -> None:
        word = json.loads(message)
        if word["kind"] == "screen" and self.canvas.shape[:2] != (word["height"], word["width"]):
            self.canvas = np.zeros((word["height"], word["width"], 3), np.uint8)
        self.heard.append(word)
        self._news.set()

    def _on_tile(self, message: bytes) -> None:
        kind, flags, number, stamp, x, y, width, height = struct.unpack_from("<BBHIHHHH", message)
        self.tile_bytes += len(message)
        if kind == 2:
            self.cleared += 1
            self.stamps.append(stamp)
            self.canvas[y : y + height, x : x + width] = 0
        else:
            self.canvas[y : y + height, x : x + width] = pixels_of(message[16:])
        if flags & 1:
            self.groups += 1
            if self.answers:
                self.channels[CONTROL].send(json.dumps({"kind": "shown", "number": number}))
        self._news.set()

    def _on_track(self, track: Any) -> None:
        self._watching.append(asyncio.create_task(self._watch(track)))  # which nobody else holds

    async def _watch(self, track: Any) -> None:
        with contextlib.suppress(Exception):
            while True:
                await track.recv()
                self.frames += 1
                self._news.set()

    async def close(self) -> None:
        while self._watching:
            self._watching.pop().cancel()
        if self.connection is not None:
            await self.connection.close()


def pixels_of(png: bytes) -> Any:
    """Rows of RGB."""
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.array(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3)


class UserSide:
    """The pipes of the tray application."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.heard: list[dict[str, Any]] = []
        self._news = asyncio.Event()
        self._reading = asyncio.ensure_future(self._read())

    def say(self, kind: str, **more: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"kind": kind, **more}).encode() + b"\n")

    async def hears(self, kind: str, **more: Any) -> dict[str, Any]:
        def said() -> dict[str, Any] | None:
            words = (word for word in reversed(self.heard) if word["kind"] == kind)
            return next(
                (
                    word
                    for word in words
                    if all({**word, **word.get("answer", {})}[key] == value for key, value in more.items())
                ),
                None,
            )

        async with asyncio.timeout(SECONDS):
            while (found := said()) is None:
                self._news.clear()
                await self._news.wait()
        return found

    async def _read(self) -> None:
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self.heard.append(json.loads(line))
            self._news.set()


@contextlib.asynccontextmanager
async def screen_process(display: str, *before: str, **environment: str) -> AsyncIterator[UserSide]:
    """The real process on that display, run by the words `before` it; it has ended afterwards."""
    without = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
    process = await asyncio.create_subprocess_exec(
        *before, sys.executable, "-m", "desktop_app.screen", env={**without, "DISPLAY": display, **environment},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, limit=2**22,
    )  # fmt: skip
    side = UserSide(process)
    try:
        yield side
    finally:
        if process.stdin is not None:
            process.stdin.close()
        try:
            async with asyncio.timeout(SECONDS):
                await process.wait()
        except TimeoutError:
            process.kill()  # or it would fail the tests after this one, too
            raise
        finally:
            await side._reading


async def prepared(side: UserSide, browser: Browser, **more: Any) -> dict[str, Any]:
    """Up to the words."""
    side.say("prepare", id=new_id(), commitment=browser.commitment, **more)
    await side.hears("prepared")
    side.say("offered", offer=await browser.offer())
    return await side.hears("words")


async def shared(side: UserSide, browser: Browser, **allow: Any) -> None:
    """Up to the picture."""
    told = {name: allow.pop(name) for name in ("hidden", "only_look", "never") if name in allow}
    await prepared(side, browser, **told)
    side.say("allow", **{"seconds": 600, "words_matched": True, **allow})
    answered = await side.hears("answered")
    await browser.connect(answered["answer"])
    await browser.until(lambda: browser.last("screen") and browser.groups)


async def granted(side: UserSide, browser: Browser, *capabilities: str, **more: Any) -> None:
    """Ask for each, and say yes."""
    for capability in capabilities:
        browser.send(json.dumps({"kind": "ask", "capability": capability, "reason": "to help"}))
        await side.hears("asked", capability=capability)
        side.say("grant", capability=capability, seconds=300, **more)
        await browser.until(partial(browser.holds, capability))
