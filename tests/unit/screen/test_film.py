"""What moves: film by H.264, tuned, stamped so that the tiles know when to give way, and sharp again when it rests."""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Coroutine
from fractions import Fraction
from typing import Any

import av
import numpy as np
import pytest
from aiortc import RTCCertificate

from desktop_app.screen.encoder import FIRST, LEAST, TICKS, Film, TunedH264
from desktop_app.screen.peer import Peer, own_fingerprint
from desktop_app.screen.tiles import Rect
from tests.unit.screen.conftest import seen
from tests.unit.screen.technician import Browser, screen_process, shared

Run = Callable[[Coroutine[Any, Any, None]], None]
MOVING = """
import sys
from Xlib import display
root = display.Display(sys.argv[1]).screen().root
window = root.create_window(64, 64, 640, 512, 0, 0, override_redirect=True)
window.map()
pen = window.create_gc()
for count in range(int(sys.argv[2])):
    pen.change(foreground=count * 4099 % 0xFFFFFF)
    window.fill_rectangle(pen, 0, 0, 640, 512)
    pen.change(foreground=0xFFFFFF)
    window.draw_text(pen, 20, 40 + count % 400, b"what is written must be sharp again")
    window.display.sync() if hasattr(window.display, "sync") else root.get_geometry()
    sys.stdin.readline()
"""


def test_what_moves_is_film_and_then_sharp(bare_display: str, run: Run) -> None:
    async def move() -> None:
        browser = Browser()
        async with screen_process(bare_display) as side:
            await shared(side, browser)
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
            program = subprocess.Popen([sys.executable, "-c", MOVING, bare_display, "100000"], stdin=subprocess.PIPE)
            assert program.stdin is not None
            while browser.frames < 8:
                program.stdin.write(b"\n")
                program.stdin.flush()
                await asyncio.sleep(0.02)
            assert browser.cleared
            await browser.until(lambda: np.array_equal(browser.canvas, seen(bare_display)))
            assert 0 not in browser.stamps
            await browser.until(lambda: set(browser.stamps) <= set(browser.times))
            program.kill()
            program.wait()
            program.stdin.close()
        await browser.close()

    run(move())


@pytest.fixture
def film(socket_enabled: None) -> Callable[[Callable[[Film], None]], None]:
    def in_loop(act: Callable[[Film], None]) -> None:
        async def run() -> None:
            act(Film())

        asyncio.run(run())

    return in_loop


def test_only_the_part_that_changed_is_converted(film: Any) -> None:
    def convert(new: Film) -> None:
        pixels = np.add.outer(np.arange(96), np.add.outer(np.arange(128), np.zeros(4))).astype(np.uint8)
        new.put(pixels, Rect(0, 0, 128, 96))
        pixels[32:64, 16:80] = 200
        new.put(pixels, Rect(16, 32, 64, 32))
        whole = av.VideoFrame.from_ndarray(pixels, format="bgra").reformat(format="yuv420p").to_ndarray()
        assert int(np.abs(new._planes.astype(int) - whole.astype(int)).max()) <= 2

    film(convert)


def _frame(number: int) -> Any:
    pixels = np.random.default_rng(number).integers(0, 256, (144, 192), np.uint8)
    frame = av.VideoFrame.from_ndarray(pixels, format="yuv420p")
    frame.pts, frame.time_base = number * TICKS // 30, Fraction(1, TICKS)
    return frame


def test_each_frame_leaves_at_once_and_a_new_rate_costs_no_key_frame() -> None:
    encoder = TunedH264()
    encoder.target_bitrate = FIRST
    sizes = []
    for number in range(6):
        encoder.target_bitrate = FIRST if number < 3 else LEAST
        packets, moment = encoder.encode(_frame(number))
        assert packets
        assert moment == number * TICKS // 30
        sizes.append(any(packet[0] & 31 in {5, 7, 24} or packet[1] & 31 == 5 for packet in packets))
    assert sizes == [True, False, False, False, False, False]
    packets, _ = encoder.encode(_frame(9), force_keyframe=True)
    assert packets[0][0] & 31 in {5, 7, 24, 28}


def test_the_answer_is_ours_and_shows_frames_at_once(run: Run) -> None:
    """A contract with the library: each of its private places that we reach into still does what we think."""

    async def answered() -> None:
        browser, certificate = Browser(), RTCCertificate.generateCertificate()
        peer = Peer(certificate, [], lambda *_: None, lambda _: None)
        offered = (await browser.offer())["sdp"].replace(
            "a=mid:1", "a=extmap:9 http://www.webrtc.org/experiments/rtp-hdrext/playout-delay\r\na=mid:1"
        )
        sdp = await peer.answer(offered)
        named = [line for line in sdp.splitlines() if line.startswith("a=fingerprint:")]
        assert {line.split()[1] for line in named} == {own_fingerprint(certificate)}
        assert "playout-delay" in sdp
        assert "VP8" not in sdp
        assert "H264" in sdp
        await peer.close()
        await browser.close()

    run(answered())
