"""The recording of a sharing: a film of what the technician was shown, in a file that only this user may read.

It is made of the pictures as they left: what was painted over is painted over, what stood still stands still. H.264 in
MP4, which browsers play; a few pictures a second, none while nothing changes, no sound. The file can be played at every
moment: a full disk or a slow end costs the last pictures, not the film.
"""

import logging
import os
import threading
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from desktop_app.domain.consent import RECORDING_BYTES
from desktop_app.screen.screenful import Arrow
from desktop_app.screen.tiles import Pixels, Rect, cut

RATE = 5
"""Pictures a second, at most."""
_TICKS = 1_000
_LATEST_S = 1.0
"""How long the end of a file may take, or it ends with the picture before."""
_PLAYABLE = {"movflags": "hybrid_fragmented+frag_every_frame", "flush_packets": "1"}
"""Each picture in a fragment of its own until the end, then a plain file (FFmpeg's muxer `mp4`)."""
_OPTIONS = {
    "preset": "superfast", "tune": "zerolatency", "crf": "28", "threads": "1", "x264-params": "colormatrix=smpte170m",
}  # fmt: skip
_log = logging.getLogger(__name__)


class Recording(threading.Thread):
    """One file, from `start` to `end`. `may`: whether what is shown now may be kept; `fell`: it cannot go on."""

    def __init__(self, path: Path, may: Callable[[], bool], fell: Callable[[], object]) -> None:
        super().__init__(name="recording", daemon=True)
        self.path, self.is_film, self.is_full = path, False, False
        self._may, self._fell = may, fell
        self._lock, self._news, self._ended = threading.Lock(), threading.Event(), threading.Event()
        self._canvas: Pixels = np.zeros((0, 0, 4), np.uint8)
        self._arrow = Arrow(-1, -1)
        self._since, self._until = time.monotonic(), 0.0

    @property
    def seconds(self) -> int:
        """How long it is."""
        return max(1, round((self._until or time.monotonic()) - self._since))

    # From the camera's thread

    def lacks(self, whole: Rect) -> bool:
        """Whether a whole picture of that size has not been taken yet."""
        return self._canvas.shape[:2] != (whole.height, whole.width)

    def take(self, pixels: Pixels, part: Rect, whole: Rect) -> None:
        """That part of the picture leaves now; nothing is kept of it before there is a whole one."""
        with self._lock:
            if self._ended.is_set() or not self._may() or (self.lacks(whole) and part != whole):
                return
            if self.lacks(whole):
                self._canvas = np.zeros((whole.height, whole.width, 4), np.uint8)
            cut(part, self._canvas)[:] = pixels
            self._news.set()

    def point(self, arrow: Arrow) -> None:
        """The mouse is there now, with that shape."""
        with self._lock:
            self._arrow = arrow
            self._news.set()

    # From the owner's thread

    def end(self) -> None:
        """Nothing is added any more."""
        self._ended.set()

    # From any thread that may wait

    def closed(self) -> bool:
        """Whether the file is a film, after `end`."""
        if self.ident is not None:
            self.join(_LATEST_S)
        return self.is_film

    # On its own

    def run(self) -> None:
        """Until `end`, until the file is as large as it may be, or until it cannot be written."""
        try:
            with os.fdopen(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb", 0) as file:
                self._write(file)
        except (OSError, av.FFmpegError) as error:
            _log.error("the recording cannot be written: %s", error)
        finally:
            if not self._ended.is_set():
                self._fell()

    def _write(self, file: Any) -> None:
        reel: Reel | None = None
        while not self._ended.wait(1 / RATE) and not self.is_full:
            if self._news.is_set() and self._may() and self._canvas.size:
                picture = self._picture()
                reel = reel or Reel(file, picture)
                reel.add(picture, time.monotonic() - self._since)
                self.is_film = reel.is_playable
                self.is_full = file.tell() > RECORDING_BYTES
        self._until = time.monotonic()
        if reel is not None:
            reel.close(self._until - self._since)
            self.is_film = True

    def _picture(self) -> Pixels:
        """What the technician sees now, with the mouse on it."""
        with self._lock:
            self._news.clear()
            picture = self._canvas.copy()
            x, y, shape, hot = self._arrow
        if shape is not None:
            _lay(shape, (x - hot[0], y - hot[1]), picture)
        return picture


class Reel:
    """Pictures of one size in a file; one of another size is made to fit. Raises OSError, av.FFmpegError."""

    def __init__(self, file: Any, first: Pixels) -> None:
        self._height, self._width = (side & ~1 for side in first.shape[:2])
        self._container: Any = av.open(file, "w", format="mp4", options=_PLAYABLE)
        self._stream: Any = self._container.add_stream("libx264", rate=RATE, options=_OPTIONS)
        self._stream.width, self._stream.height, self._stream.pix_fmt = self._width, self._height, "yuv420p"
        self._stream.codec_context.time_base = Fraction(1, _TICKS)
        self._last: Any = None
        self._pts = -1
        self._put_in = 0

    @property
    def is_playable(self) -> bool:
        """Whether the file is a film already: each picture is written when the next one comes."""
        return self._put_in > 1

    def add(self, picture: Pixels, at_s: float) -> None:
        """Shown from then on."""
        whole = np.ascontiguousarray(self._fitted(picture))
        frame: Any = av.VideoFrame.from_ndarray(whole, format="bgra")
        self._last = frame.reformat(self._width, self._height, "yuv420p")
        self._put(at_s)

    def close(self, at_s: float) -> None:
        """The last picture stays until then."""
        self._put(at_s)
        self._container.mux(self._stream.encode(None))
        self._container.close()

    def _put(self, at_s: float) -> None:
        self._pts = max(self._pts + 1, round(at_s * _TICKS))
        self._last.pts, self._last.time_base = self._pts, Fraction(1, _TICKS)
        self._container.mux(self._stream.encode(self._last))
        self._put_in += 1

    def _fitted(self, picture: Pixels) -> Pixels:
        """As it is where the size is the same; else scaled into the middle, with nothing around it."""
        height, width = picture.shape[:2]
        if (height & ~1, width & ~1) == (self._height, self._width):
            return picture[: self._height, : self._width]
        scale = min(self._height / height, self._width / width)
        high, wide = max(2, int(height * scale)), max(2, int(width * scale))
        scaled = av.VideoFrame.from_ndarray(picture, format="bgra").reformat(wide, high, "bgra").to_ndarray()
        around = np.zeros((self._height, self._width, 4), np.uint8)
        top, left = (self._height - high) // 2, (self._width - wide) // 2
        around[top : top + high, left : left + wide] = scaled
        return around


def _lay(shape: Pixels, at: tuple[int, int], picture: Pixels) -> None:
    """Lay a picture over another, as far as it reaches; its colours are multiplied by how opaque it is."""
    place = Rect(*at, shape.shape[1], shape.shape[0]).within(Rect(0, 0, picture.shape[1], picture.shape[0]))
    if not place.size:
        return
    over = cut(place.moved(-at[0], -at[1]), shape).astype(np.uint16)
    below = cut(place, picture)
    below[:, :, :3] = np.minimum(over[:, :, :3] + below[:, :, :3] * (255 - over[:, :, 3:]) // 255, 255)
