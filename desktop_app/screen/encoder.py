"""Moving pictures: H.264 tuned for a screen, and the track it leaves by.

The library's own settings are for faces: a frame of text comes late and blurred, and each change of the rate costs a
key frame. Here x264 runs *ultrafast* without look-ahead, is re-rated in place, and the browser is asked to show each
frame at once (playout-delay 0; WebRTC's experimental header extension of that name).
"""

import asyncio
import time
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import aiortc.codecs
import aiortc.rtcrtpsender
import aiortc.rtp
import av
import numpy as np
from aiortc import MediaStreamTrack, RTCRtpSender
from aiortc.codecs import h264
from aiortc.rtcrtpparameters import RTCRtpHeaderExtensionParameters, RTCRtpParameters
from av.video.frame import PictureType
from av.video.reformatter import VideoReformatter

from desktop_app.screen.tiles import Pixels, Rect, cut

TICKS = 90_000
"""RTP's clock for video, a second."""
FRAMES_A_SECOND = 30
LEAST, FIRST, MOST = 600_000, 4_000_000, 12_000_000
"""Bits a second: below the least no text can be read, above the most nothing is gained."""
QUIET_S = 2.5
"""A browser asks for a key frame again and again while a stream rests; answering would keep it awake for ever."""
_PLAYOUT_DELAY = "http://www.webrtc.org/experiments/rtp-hdrext/playout-delay"


class TunedH264(h264.H264Encoder):
    """One x264 for the whole stream; made anew only when the size changes."""

    _x264: Any = None

    def encode(self, frame: Any, force_keyframe: bool = False) -> tuple[list[bytes], int]:
        """The packets of one frame, and its time in `TICKS`."""
        self._tune(frame.width, frame.height)
        frame.pict_type = PictureType.I if force_keyframe else PictureType.NONE
        data = b"".join(bytes(packet) for packet in self._x264.encode(frame))
        return self._packetize(self._split_bitstream(data)), frame.pts

    def _tune(self, width: int, height: int) -> None:
        wanted = self.target_bitrate
        if self._x264 is None or (self._x264.width, self._x264.height) != (width, height):
            self._x264 = _x264(width, height, wanted)
        elif abs(wanted - self._x264.bit_rate) > self._x264.bit_rate / 10:
            self._x264.bit_rate = wanted  # x264 takes a new rate in place, without a key frame


def _x264(width: int, height: int, rate: int) -> Any:
    codec: Any = av.CodecContext.create("libx264", "w")
    codec.width, codec.height, codec.pix_fmt, codec.profile = width, height, "yuv420p", "Baseline"
    codec.bit_rate, codec.gop_size, codec.thread_count = rate, 3000, 2
    codec.time_base, codec.framerate = Fraction(1, TICKS), Fraction(FRAMES_A_SECOND, 1)
    codec.options = {
        "preset": "ultrafast", "tune": "zerolatency", "x264-params": "scenecut=0",
        "bufsize": str(rate), "maxrate": str(rate),
    }  # fmt: skip
    return codec


class _Track(MediaStreamTrack):
    """Gives the newest frame, once."""

    kind = "video"

    def __init__(self) -> None:
        super().__init__()
        self.frame: Any = None
        self.fresh = asyncio.Event()
        self.sent: Callable[[], None] = lambda: None

    async def recv(self) -> Any:
        """Asked for when the frame before has left."""
        self.sent()
        await self.fresh.wait()
        self.fresh.clear()
        return self.frame


class Film:
    """The video side of a line: takes pictures, gives their stamps. `put` may be called on any thread."""

    def __init__(self) -> None:
        self.track = _Track()
        self.track.sent = self._sent
        self.key_wanted: Callable[[], None] = lambda: None
        self._loop = asyncio.get_running_loop()
        self._scaler = VideoReformatter()
        self._planes: Pixels = np.zeros((0, 0), np.uint8)
        self._origin: int | None = None
        self._pts, self._at, self._taken = 0, 0.0, True

    def goes_by(self, sender: RTCRtpSender) -> None:
        """Sent by this; a key frame that is asked for needs a picture, or the browser stays black."""
        force = sender._send_keyframe

        def wanted() -> None:
            if time.monotonic() - self._at < QUIET_S:
                force()
                self.key_wanted()

        sender._send_keyframe = wanted  # type: ignore[method-assign]

    @property
    def ready(self) -> bool:
        """Whether the encoder has taken the frame before."""
        return self._taken

    def put(self, pixels: Pixels, part: Rect) -> None:
        """Show this picture (rows of BGRX) next; only `part` of it differs from the one before."""
        height, width = pixels.shape[0] & ~1, pixels.shape[1] & ~1
        if self._planes.shape != (height * 3 // 2, width):
            self._planes, part = np.zeros((height * 3 // 2, width), np.uint8), Rect(0, 0, width, height)
        self._convert(pixels, part.on_grid().within(Rect(0, 0, width, height)))
        frame = av.VideoFrame.from_ndarray(self._planes, format="yuv420p")
        self._at = time.monotonic()
        self._pts = frame.pts = int(self._at * TICKS)
        frame.time_base, self._taken = Fraction(1, TICKS), False
        self._loop.call_soon_threadsafe(self._give, frame)

    def _convert(self, pixels: Pixels, part: Rect) -> None:
        """Colours to light and two differences of half the size, as H.264 has them; `part` is what it costs."""
        height, width = self._planes.shape[0] * 2 // 3, self._planes.shape[1]
        bgra = av.VideoFrame.from_numpy_buffer(np.ascontiguousarray(cut(part, pixels)), format="bgra")
        yuv = self._scaler.reformat(bgra, part.width, part.height, "yuv420p").to_ndarray()
        cut(part, self._planes)[:] = yuv[: part.height]
        half, quarter = Rect(*(side // 2 for side in part)), part.height // 2 * (part.width // 2)
        colours = self._planes[height:].reshape(2, height // 2, width // 2)
        for place in range(2):
            flat = yuv[part.height :].reshape(-1)[place * quarter : (place + 1) * quarter]
            cut(half, colours[place])[:] = flat.reshape(half.height, half.width)

    def stamp(self) -> int:
        """The RTP time of the newest frame; 0 while none has left."""
        return 0 if self._origin is None else (self._origin + self._pts) % 2**32 or 1

    def _give(self, frame: Any) -> None:
        self.track.frame = frame
        self.track.fresh.set()

    def _sent(self) -> None:
        self._taken = True
        self._origin = _drawn[-1] if self._origin is None else self._origin


def _offer_playout_delay() -> None:
    """Frames carry "show at once" once the browser has accepted the extension."""
    aiortc.codecs.HEADER_EXTENSIONS["video"].append(RTCRtpHeaderExtensionParameters(id=9, uri=_PLAYOUT_DELAY))
    configure, pack = aiortc.rtp.HeaderExtensionsMap.configure, aiortc.rtp.pack_header_extensions
    accepted: list[int] = []

    def configured(known: aiortc.rtp.HeaderExtensionsMap, parameters: RTCRtpParameters) -> None:
        configure(known, parameters)
        accepted[:] = [given.id for given in parameters.headerExtensions if given.uri == _PLAYOUT_DELAY] or accepted

    def packed(extensions: list[tuple[int, bytes]]) -> tuple[int, bytes]:
        return pack([*extensions, *((number, b"\0\0\0") for number in accepted)])

    aiortc.rtp.HeaderExtensionsMap.configure = configured  # type: ignore[method-assign,assignment]
    aiortc.rtp.pack_header_extensions = packed


_drawn = [0]


def _note_origins() -> None:
    """The origin of a stream's RTP times is drawn right before the first frame is asked for, and told to nobody."""
    draw = aiortc.rtcrtpsender.random32  # type: ignore[attr-defined]

    def drawn() -> int:
        _drawn[:] = [draw()]
        return _drawn[-1]

    aiortc.rtcrtpsender.random32 = drawn  # type: ignore[attr-defined]


def _only_tuned_h264() -> None:
    """No other codec is offered, so that the browser cannot choose one."""
    h264.MIN_BITRATE, h264.DEFAULT_BITRATE, h264.MAX_BITRATE = LEAST, FIRST, MOST
    others = aiortc.codecs.get_encoder
    tuned = {"video": lambda _codec: TunedH264()}
    aiortc.rtcrtpsender.get_encoder = (  # type: ignore[attr-defined]
        lambda codec: tuned.get(codec.mimeType.split("/")[0], others)(codec)
    )
    video = aiortc.codecs.CODECS["video"]
    start = next(place for place, codec in enumerate(video) if codec.name == "H264")
    del video[:start]


_offer_playout_delay()
_note_origins()
_only_tuned_h264()
