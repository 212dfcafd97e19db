"""The audio line of one round: speech goes out and comes in by it, or nothing does. Particular to aiortc, as `peer` is.

It is agreed on once, beside the picture's, so that a yes needs no new round. Until `set_open` nothing leaves by it, and
what comes is dropped before it is decoded: somebody who sends without a yes costs neither sound nor memory.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction

import aiortc.codecs
import av
import numpy as np
from aiortc import MediaStreamTrack, RTCRtpReceiver, RTCRtpTransceiver
from aiortc.codecs.opus import OpusEncoder
from aiortc.mediastreams import MediaStreamError
from av.audio.frame import AudioFrame

from desktop_app.screen.sound import RATE

BITS = 32_000
"""Bits a second that speech takes of the line: the library's own setting is for music, and thrice as much."""
_MOST_BLOCKS = 10


class Speech(OpusEncoder):
    """Opus at `BITS`."""

    def __init__(self) -> None:
        super().__init__()
        self.codec.bit_rate = BITS


class _Track(MediaStreamTrack):
    """Gives what was put, block by block; while nothing is put, nothing leaves."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self.blocks: asyncio.Queue[bytes] = asyncio.Queue()
        self._at = 0

    async def recv(self) -> AudioFrame:
        """Asked for when the block before has left."""
        samples = np.frombuffer(await self.blocks.get(), np.int16).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        frame.sample_rate, frame.time_base = RATE, Fraction(1, RATE)
        frame.pts, self._at = self._at, self._at + samples.shape[1]
        return frame


class VoiceLine:
    """`heard` gets what came, block by block, while it is open. Runs on the event loop."""

    def __init__(self) -> None:
        self.track = _Track()
        self.heard: Callable[[bytes], object] = _nobody
        self._receiver: RTCRtpReceiver | None = None
        self._hearing: asyncio.Task[None] | None = None

    def goes_by(self, line: RTCRtpTransceiver) -> None:
        """This is the line; it is shut."""
        self._receiver = line.receiver
        self.set_open(is_open=False)
        if line.receiver.track is not None:
            self._hearing = asyncio.create_task(self._hear(line.receiver.track))

    def set_open(self, *, is_open: bool) -> None:
        """Whether speech goes by it; what waits to leave when it is shut never does."""
        if self._receiver is not None:
            self._receiver._enabled = is_open
        while not is_open and not self.track.blocks.empty():
            self.track.blocks.get_nowait()

    def put(self, block: bytes) -> None:
        """This leaves next; where the line is slow, the oldest is left out."""
        if self.track.blocks.qsize() >= _MOST_BLOCKS:
            self.track.blocks.get_nowait()
        self.track.blocks.put_nowait(block)

    def close(self) -> None:
        """Nothing is heard any more."""
        self.heard = _nobody
        if self._hearing is not None:
            self._hearing.cancel()

    async def _hear(self, track: MediaStreamTrack) -> None:
        with suppress(MediaStreamError):
            while True:
                frame = await track.recv()
                if isinstance(frame, AudioFrame):
                    self.heard(_one_channel(frame))


def _one_channel(frame: AudioFrame) -> bytes:
    """Left and right, as Opus gives them in turn, are the same voice."""
    samples = frame.to_ndarray().reshape(-1, len(frame.layout.channels))
    return bytes(samples.mean(axis=1).astype("<i2").tobytes())


def _nobody(_block: bytes) -> None:
    """Hears and does nothing."""


def _only_speech() -> None:
    """No other codec is offered, so that the browser cannot choose one."""
    aiortc.codecs.OpusEncoder = Speech  # type: ignore[attr-defined]
    del aiortc.codecs.CODECS["audio"][1:]


_only_speech()
