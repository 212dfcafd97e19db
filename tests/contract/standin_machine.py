"""Stands in for the screen process of the user's machine: the real peer connection, and a picture of the test's own."""

import asyncio
import hashlib
import json
import queue
import struct
import threading
import zlib
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, TypeVar

from aiortc import RTCConfiguration, RTCDataChannel, RTCPeerConnection, RTCSessionDescription
from playwright.sync_api import Page

from desktop_app import resources
from desktop_app.domain.check_words import Proof, check_words, holds
from desktop_app.domain.consent import Capability
from desktop_app.protocol import screen_channel as channel
from desktop_app.protocol.base import Word
from tests.contract.desk import DeviceCaller

T = TypeVar("T")
_TIMEOUT_S = 60
NONCE = hashlib.sha256(b"machine").hexdigest()
_CHANNELS = {"control": channel.CONTROL, "tiles": channel.TILES, "input": channel.INPUT, "files": channel.FILES}


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A rectangle of one colour."""
    rows = (b"\0" + bytes(colour) * width) * height
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def tile(number: int, place: tuple[int, int, int, int], image: bytes = b"", **head: int) -> bytes:
    """A tile as it travels; `kind`, `flags` and `stamp` as in `protocol.screen_channel`."""
    kind, flags, stamp = head.get("kind", 0), head.get("flags", 1), head.get("stamp", 0)
    return struct.pack("<BBHIHHHH", kind, flags, number, stamp, *place) + image


class StandinMachine:
    """Says yes when the test does, draws what the test draws, and keeps what it hears, by kind of word."""

    def __init__(self, device: DeviceCaller) -> None:
        self._device = device
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="standin-machine")
        self._peer: RTCPeerConnection | None = None
        self._certificates: list[Any] = []
        self._channels: dict[str, RTCDataChannel] = {}
        self._heard: dict[str, queue.Queue[dict[str, Any]]] = {}
        self._opened = threading.Event()
        self._seq = 0
        self.sharing: dict[str, Any] = {}

    def __enter__(self) -> "StandinMachine":
        self._thread.start()
        self._certificates = self._do(self._new_peer())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._do(self._finish())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def fingerprint(self) -> str:
        """Of its certificate, SHA-256."""
        found = self._certificates[0].getFingerprints()
        return next(str(one.value).upper() for one in found if one.algorithm == "sha-256")

    def get_ready(self) -> None:
        """Wait for the question, and show it."""
        self._wait(lambda found: found["state"] == "asked")
        self._put("ready", {"fingerprint": self.fingerprint, "nonce": NONCE, "language": "fr"})

    def words(self) -> tuple[str, str]:
        """What the user reads, once the browser has opened its commitment."""
        found = self._wait(lambda found: found["offer"] is not None)
        offer = found["offer"]
        sdp = offer["sdp"]
        fingerprint = sdp.split("a=fingerprint:sha-256 ")[1].split()[0].upper()
        browser = Proof(fingerprint, offer["nonce"])
        assert holds(found["commitment"], browser)
        lists: Any = resources.words("check_words")["list"]
        return check_words(browser, Proof(self.fingerprint, NONCE), lists["fr"].split())

    def allow(self, round_number: int = 0, **changes: Any) -> None:
        """The user's yes: answer the offer of that round."""
        self.answer_only(round_number, **changes)
        assert self._opened.wait(_TIMEOUT_S), "no line came about"

    def answer_only(self, round_number: int = 0, **changes: Any) -> None:
        """The same, whether a line comes about or not."""
        found = self._wait(lambda found: found["offer"] is not None and found["offer"]["round"] == round_number)
        self._opened.clear()
        sdp = self._do(self._answer(found["offer"]["sdp"]))
        self._put("answer", {"round": round_number, "sdp": sdp, "area": "screen", "seconds": 600, **changes})

    def send(self, word: Word) -> None:
        """A word on `control`."""
        self.send_raw("control", word.model_dump_json())

    def send_raw(self, name: str, data: str | bytes) -> None:
        """Anything on any channel."""
        self._loop.call_soon_threadsafe(self._channels[name].send, data)

    def heard_nothing(self, kind: str) -> bool:
        """Whether no word of that kind is left."""
        return self._queue(kind).empty()

    def hear(self, kind: str) -> dict[str, Any]:
        """The next word of that kind from the browser."""
        return self._queue(kind).get(timeout=_TIMEOUT_S)

    def ending(self) -> str:
        """How it ended, once the help desk says that it did."""
        path = f"tickets/{self.sharing['ticket_id']}/sharings/{self.sharing['id']}"
        for _ in range(30):
            found = self._device.ask("GET", path).json()
            if found["state"] == "ended":
                return str(found["ending"])
            self._device.ask("GET", "events", params={"after": self._seq, "wait": 1})
        raise AssertionError("it goes on")

    def cut(self) -> None:
        """The line is gone without a word."""
        self._do(self._close())

    def end(self, record: dict[str, Any]) -> None:
        """Tell the help desk."""
        self._put("ended", record)

    def _put(self, step: str, word: dict[str, Any]) -> None:
        path = f"tickets/{self.sharing['ticket_id']}/sharings/{self.sharing['id']}/{step}"
        answer = self._device.ask("PUT", path, json=word)
        assert answer.status_code == 200, answer.text

    def _wait(self, reached: Any) -> dict[str, Any]:
        for _ in range(15):
            for found in self._device.ask("GET", "sharings").json()["items"]:
                if self.sharing.get("id", found["id"]) == found["id"] and reached(found):
                    self.sharing = found
                    return self.sharing
            wait = {"after": self._seq, "wait": 2}
            news = self._device.ask("GET", "events", params=wait, headers={"Accept": "application/json"})
            self._seq = news.json()["last_seq"]
        raise AssertionError("the help desk said nothing")

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_TIMEOUT_S)

    def _queue(self, kind: str) -> "queue.Queue[dict[str, Any]]":
        return self._heard.setdefault(kind, queue.Queue())

    def _note(self, data: Any) -> None:
        if isinstance(data, bytes):
            self._queue("bytes").put({"bytes": data})
        else:
            word = json.loads(data)
            self._queue(word["kind"]).put(word)

    async def _new_peer(self) -> list[Any]:
        self._peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        name = "_RTCPeerConnection__certificates"  # a later round has to come on the same one
        if self._certificates:
            setattr(self._peer, name, self._certificates)
        return list(getattr(self._peer, name))

    async def _answer(self, sdp: str) -> str:
        if self._peer is None:
            await self._new_peer()
        assert self._peer is not None
        for name, number in _CHANNELS.items():
            opened = self._peer.createDataChannel(name, negotiated=True, id=number, ordered=True)
            opened.on("message", self._note)
            if name == "control":
                opened.on("open", self._opened.set)
            self._channels[name] = opened
        await self._peer.setRemoteDescription(RTCSessionDescription(sdp, "offer"))
        await self._peer.setLocalDescription(await self._peer.createAnswer())
        return str(self._peer.localDescription.sdp)

    async def _close(self) -> None:
        if self._peer is not None:
            await self._peer.close()
            self._peer = None

    async def _finish(self) -> None:
        await self._close()
        left = asyncio.all_tasks() - {asyncio.current_task()}  # one that still connects would be found in a later test
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


def may(machine: StandinMachine, page: Page, *steps: str, **more: Any) -> None:
    """The machine says what is allowed, and the page has heard it."""
    machine.send(channel.Grants(left_s={Capability(step): 300 for step in ("look", *steps)}, **more))
    for step in steps:
        page.wait_for_selector(f"[data-capability={step}][data-state=yes]", state="attached")


def pixel(page: Page, x: int, y: int) -> list[int]:
    """What the technician sees there: red, green, blue, and whether it is there at all."""
    read = "([x, y]) => [...document.querySelector('#tiles').getContext('2d').getImageData(x, y, 1, 1).data]"
    found: list[int] = page.evaluate(read, [x, y])
    return found
