"""How PipeWire writes values down (SPA POD), as far as the format of a picture takes it.

Each is its length, its kind and its body, filled up to eight bytes. Source: PipeWire 0.3, spa/pod/pod.h,
spa/param/format.h, spa/param/buffers.h, spa/param/video/raw.h.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

FORMAT, BUFFERS = 4, 5
_OFFERED = 3
_ID, _INT, _RECTANGLE, _FRACTION, _OBJECT, _CHOICE = 3, 4, 10, 11, 15, 19
_BETWEEN, _ONE_OF, _FLAGS = 1, 3, 4
_A_FORMAT, _SOME_BUFFERS = 0x40003, 0x40004
_MEDIA, _SUBTYPE, _VIDEO, _RAW = 1, 2, 2, 1
_PIXEL, _SIZE, _RATE, _MOST_RATE = 0x20001, 0x20003, 0x20004, 0x20005
_RGBX, _BGRX, _RGBA, _BGRA = 7, 8, 11, 12
_MEMORY_KIND, _POINTER_OR_FILE = 6, 1 << 1 | 1 << 2
_LONGEST_SIDE, _FASTEST, _PAIR = 16_384, 30, struct.Struct("=II")


class Format(NamedTuple):
    """Of each picture that comes. `is_red_first`: RGBX, where the rest of this program has BGRX."""

    width: int
    height: int
    is_red_first: bool


def offered() -> list[bytes]:
    """The formats that can be read, the dearest first: not faster than a technician sees, then at any rate."""
    return [_format(_between(_MOST_RATE, _FRACTION, (_FASTEST, 1), (1, 1), (_FASTEST, 1))), _format(b"")]


def buffers() -> bytes:
    """Pictures in memory that can be read, not in that of a graphics card."""
    kinds = _choice(_FLAGS, _INT, struct.pack("=I", _POINTER_OR_FILE))
    return _object(_SOME_BUFFERS, BUFFERS, _property(_MEMORY_KIND, kinds))


def read_format(pod: bytes) -> Format | None:
    """What was agreed on; None when it is none of ours."""
    found = dict(_properties(pod))
    size, pixel = found.get(_SIZE, b""), found.get(_PIXEL, b"")
    if len(size) < _PAIR.size or len(pixel) < _PAIR.size // 2:
        return None
    (width, height), (kind,) = _PAIR.unpack_from(size), struct.unpack_from("=I", pixel)
    if kind not in {_RGBX, _BGRX, _RGBA, _BGRA} or not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE):
        return None
    return Format(width, height, kind in {_RGBX, _RGBA})


def _format(more: bytes) -> bytes:
    pixels = [struct.pack("=I", kind) for kind in (_BGRX, _BGRX, _BGRA, _RGBX, _RGBA)]
    return _object(
        _A_FORMAT,
        _OFFERED,
        _property(_MEDIA, _pod(_ID, struct.pack("=I", _VIDEO))),
        _property(_SUBTYPE, _pod(_ID, struct.pack("=I", _RAW))),
        _property(_PIXEL, _choice(_ONE_OF, _ID, *pixels)),
        _between(_SIZE, _RECTANGLE, (1920, 1080), (1, 1), (_LONGEST_SIDE, _LONGEST_SIDE)),
        _between(_RATE, _FRACTION, (0, 1), (0, 1), (1000, 1)),
        more,
    )


def _between(key: int, kind: int, usual: tuple[int, int], least: tuple[int, int], most: tuple[int, int]) -> bytes:
    return _property(key, _choice(_BETWEEN, kind, *(_PAIR.pack(*pair) for pair in (usual, least, most))))


def _properties(pod: bytes) -> Iterator[tuple[int, bytes]]:
    """Key and body of each, of an object; of a choice the first value, which is what was chosen."""
    at = 16
    while at + 16 <= len(pod):
        key, _, length, kind = struct.unpack_from("=IIII", pod, at)
        begin = at + (32 if kind == _CHOICE else 16)
        yield key, pod[begin : at + 16 + length]
        at += 16 + length + -length % 8


def _object(kind: int, what: int, *properties: bytes) -> bytes:
    return _pod(_OBJECT, _PAIR.pack(kind, what) + b"".join(properties))


def _property(key: int, value: bytes) -> bytes:
    return _PAIR.pack(key, 0) + value


def _choice(how: int, kind: int, *values: bytes) -> bytes:
    return _pod(_CHOICE, struct.pack("=IIII", how, 0, len(values[0]), kind) + b"".join(values))


def _pod(kind: int, body: bytes) -> bytes:
    return _PAIR.pack(len(body), kind) + body + bytes(-len(body) % 8)
