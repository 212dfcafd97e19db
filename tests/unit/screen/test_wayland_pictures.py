"""What is read of PipeWire's words, and where two pictures differ."""

import ctypes
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop_app.screen.screenful import Lost
from desktop_app.screen.tiles import Pixels, cut
from desktop_app.screen.wayland import pods, stream
from desktop_app.screen.wayland.differences import differences

sizes = some.integers(1, 70)


@given(sizes, sizes, some.lists(some.tuples(sizes, sizes), max_size=5))
def test_all_that_differs_is_found_and_what_lies_far_is_not(
    width: int, height: int, dots: list[tuple[int, int]]
) -> None:
    before: Pixels = np.zeros((height, width, 4), np.uint8)
    after = before.copy()
    for x, y in dots:
        after[y % height, x % width] = 255
    found = differences(before, after)
    patched = before.copy()
    for rect in found:
        assert rect.size
        assert rect.x + rect.width <= width
        assert rect.y + rect.height <= height
        assert cut(rect, after).any(), "nothing of it differs"
        cut(rect, patched)[:] = cut(rect, after)
    assert np.array_equal(patched, after)


def test_a_still_picture_has_no_differences_and_a_row_is_one() -> None:
    before: Pixels = np.zeros((600, 800, 4), np.uint8)
    after = before.copy()
    assert differences(before, after) == []
    after[32:64] = 1
    assert differences(before, after) == [(0, 32, 800, 32)]


def _agreed(kind: int, width: int, height: int, *, chosen: bool = False) -> bytes:
    """What PipeWire answers: an object of a format, with a property that we do not know between ours.

    `chosen`: its values are choices that are made, as PipeWire 0.3 writes them.
    """
    values = [(1, 3, struct.pack("=I", 2)), (0x20001, 3, struct.pack("=I", kind)), (0x20002, 5, bytes(8))]
    values += [(0x20003, 10, struct.pack("=II", width, height))]
    body = struct.pack("=II", 0x40003, 4)
    for key, type_, value in values:
        if chosen:
            value, type_ = struct.pack("=IIII", 0, 0, len(value), type_) + value, 19
        body += struct.pack("=IIII", key, 0, len(value), type_) + value + bytes(-len(value) % 8)
    return struct.pack("=II", len(body), 15) + body


@pytest.mark.parametrize(("kind", "is_red_first"), [(8, False), (12, False), (7, True), (11, True)])
def test_the_format_that_was_agreed_on(kind: int, is_red_first: bool) -> None:
    for chosen in (False, True):
        assert pods.read_format(_agreed(kind, 1366, 768, chosen=chosen)) == (1366, 768, is_red_first)


@pytest.mark.parametrize("pod", [b"", _agreed(2, 800, 600), _agreed(8, 0, 600), _agreed(8, 2**31, 2**31)])
def test_another_format_is_none(pod: bytes) -> None:
    assert pods.read_format(pod) is None


@given(some.binary(max_size=200))
def test_no_bytes_break_the_reader(pod: bytes) -> None:
    found = pods.read_format(pod)
    assert found is None or (found.width > 0 and found.height > 0)


def test_every_value_that_is_written_is_whole() -> None:
    for pod in (*pods.offered(), pods.buffers()):
        length, kind = struct.unpack_from("=II", pod)
        assert (len(pod), kind) == (8 + length, 15)
        assert len(pod) % 8 == 0


def _lying(pixels: Pixels, row: int, **chunk: int) -> stream._Data:
    """Those pixels in a buffer whose rows are that long, with one row of something else before them."""
    height, width = pixels.shape[:2]
    memory = np.full((height + 1, row), 99, np.uint8)
    memory[1:, : width * 4] = pixels.reshape(height, -1)
    whole = (ctypes.c_uint8 * memory.size).from_buffer_copy(memory.tobytes())
    told = stream._Chunk(**{"offset": row, "size": height * row, "stride": row, "flags": 0, **chunk})
    data = stream._Data(maxsize=memory.size, data=ctypes.addressof(whole), chunk=ctypes.pointer(told))
    data.kept = whole
    return data


COLOURS: Pixels = np.arange(5 * 3 * 4, dtype=np.uint8).reshape(3, 5, 4)


@pytest.mark.parametrize("is_red_first", [False, True])
def test_a_picture_is_copied_row_by_row_in_our_order_of_colours(is_red_first: bool) -> None:
    copied = stream._copied(_lying(COLOURS, 32), pods.Format(5, 3, is_red_first))
    assert copied is not None
    expected = COLOURS[:, :, [2, 1, 0, 3]] if is_red_first else COLOURS
    assert np.array_equal(copied, expected)
    assert differences(copied, copied) == []


@pytest.mark.parametrize("wrong", [{"flags": 1}, {"size": 0}, {"stride": 19}, {"offset": 64}, {"stride": 64}])
def test_what_is_no_whole_picture_is_left_out(wrong: dict[str, int]) -> None:
    assert stream._copied(_lying(COLOURS, 32, **wrong), pods.Format(5, 3, is_red_first=False)) is None
    assert stream._copied(stream._Data(), pods.Format(5, 3, is_red_first=False)) is None


def test_without_the_library_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "PIPEWIRE", "libnone.so.0")
    stream._library.cache_clear()
    with pytest.raises(Lost):
        stream.Stream(-1, 0, lambda: None)
