"""Sharp pieces of the picture: how they are packed, and where they lie.

A rectangle is x, y, width, height in pixels. Pixels are rows of BGRX, as the X server and Windows give them.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
PNG, _JPEG, CLEARED = 0, 1, 2
LAST = 1
_HEAD = struct.Struct("<BBHIHHHH")
_GRID = 16
_FILTERED = 4096
_FAST = 1
"""zlib's level: the next one costs twice the time for a tenth of the bytes."""


class Rect(NamedTuple):
    """A part of a picture."""

    x: int
    y: int
    width: int
    height: int

    @property
    def size(self) -> int:
        """How many pixels."""
        return self.width * self.height

    def within(self, other: "Rect") -> "Rect":
        """What both have in common; of no size when that is nothing."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right = min(self.x + self.width, other.x + other.width)
        bottom = min(self.y + self.height, other.y + other.height)
        return Rect(left, top, max(0, right - left), max(0, bottom - top))

    def moved(self, by_x: int, by_y: int) -> "Rect":
        """The same, elsewhere."""
        return Rect(self.x + by_x, self.y + by_y, self.width, self.height)

    def on_grid(self) -> "Rect":
        """The same, grown to places that divide by 16: neighbours then meet instead of overlapping."""
        x, y = self.x - self.x % _GRID, self.y - self.y % _GRID
        right, bottom = self.x + self.width, self.y + self.height
        return Rect(x, y, right + -right % _GRID - x, bottom + -bottom % _GRID - y)


class Covers(NamedTuple):
    """What must not be seen: where; whether a password is asked for; whether any of it is more than our own windows."""

    places: Sequence[Rect] = ()
    prompted: bool = False
    private: bool = False


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle that holds all of them, of which there is at least one."""
    every = list(rects)
    x, y = min(rect.x for rect in every), min(rect.y for rect in every)
    right = max(rect.x + rect.width for rect in every)
    return Rect(x, y, right - x, max(rect.y + rect.height for rect in every) - y)


def bands(whole: Rect, height: int = 64) -> Iterator[Rect]:
    """The rectangle in pieces of that height, from the top."""
    for y in range(whole.y, whole.y + whole.height, height):
        yield Rect(whole.x, y, whole.width, min(height, whole.y + whole.height - y))


def cut(rect: Rect, pixels: Pixels) -> Pixels:
    """That part of the picture."""
    return pixels[rect.y : rect.y + rect.height, rect.x : rect.x + rect.width]


def message(kind: int, rect: Rect, image: bytes = b"", stamp: int = 0) -> bytes:
    """One message of the channel `tiles` (`protocol.screen_channel`), not yet numbered."""
    return _HEAD.pack(kind, 0, 0, stamp, *rect) + image


def numbered(messages: list[bytes], number: int) -> list[bytes]:
    """A group of messages, under one number, its last one marked."""
    place = number.to_bytes(2, "little")
    marks = [*bytes(len(messages) - 1), LAST]
    return [tile[:1] + bytes([mark]) + place + tile[4:] for tile, mark in zip(messages, marks, strict=True)]


def png(pixels: Pixels, *, alpha: bool = False) -> bytes:
    """The pixels without loss (RFC 2083), in true colour, with their alpha if it is asked for.

    Larger pieces go through the filter "up", which makes rows of text repeat themselves.
    """
    height, width = pixels.shape[:2]
    colours = np.ascontiguousarray(pixels[:, :, [2, 1, 0, 3] if alpha else [2, 1, 0]]).reshape(height, -1)
    rows = np.zeros((height, colours.shape[1] + 1), np.uint8)
    rows[:, 1:] = colours
    if width * height > _FILTERED:
        rows[1:, 1:] -= colours[:-1]
        rows[1:, 0] = 2
    head = struct.pack(">IIBBBBB", width, height, 8, 6 if alpha else 2, 0, 0, 0)
    body = zlib.compress(rows.data, _FAST)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(name)))
