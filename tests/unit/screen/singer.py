"""A technician's browser that sings all the while, and measures what it hears."""

import asyncio
import contextlib
import math
from fractions import Fraction
from typing import Any

import av
import numpy as np
from aiortc import MediaStreamTrack
from aiortc.mediastreams import MediaStreamError

from tests.unit.screen.technician import Browser


class Tone(MediaStreamTrack):
    """Somebody who sings all the while. `sung`: blocks of 20 ms so far."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self.sung = 0

    async def recv(self) -> Any:
        await asyncio.sleep(0.02)
        times = np.arange(self.sung * 960, (self.sung + 1) * 960)
        wave = (np.sin(times * 2 * math.pi * 440 / 48_000) * 12_000).astype(np.int16).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(wave, format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = 48_000, self.sung * 960, Fraction(1, 48_000)
        self.sung += 1
        return frame


class Singer(Browser):
    """A technician's browser that sends sound from the first moment, allowed or not, and measures what comes."""

    def __init__(self) -> None:
        super().__init__()
        self.tone, self.loudness, self.came = Tone(), 0.0, 0
        self._listening: asyncio.Task[None] | None = None

    def add_sound(self) -> None:
        self.tone = Tone()
        self._hush()
        line = self.connection.addTransceiver(self.tone, direction="sendrecv")
        self._listening = asyncio.ensure_future(self._listen(line.receiver))

    async def _listen(self, receiver: Any) -> None:
        while receiver.track is None:
            await asyncio.sleep(0.02)
        with contextlib.suppress(MediaStreamError):
            while True:
                frame = await receiver.track.recv()
                self.came += 1
                self.loudness = float(np.abs(frame.to_ndarray().astype(int)).max()) / 32768

    def _hush(self) -> None:
        if self._listening is not None:
            self._listening.cancel()

    async def close(self) -> None:
        self._hush()
        await super().close()
