"""The microphone and the loudspeaker of this machine, by the system's own sound server. Loaded at the first yes."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from miniaudio import AbstractDevice, Backend

RATE = 48_000
"""Samples a second; one is 16 bits, little endian, of one channel."""
SAMPLE = 2
"""Bytes."""
_BLOCK_MS = 20
_NAME = "Rescousse"
_PLAYED_HERE = ".monitor"
"""How PulseAudio's name for what the machine itself plays ends: nobody's microphone."""

Close = Callable[[], None]
Give = Callable[[bytes], object]
Take = Callable[[int], bytes]


class Sound(Protocol):
    """The devices of a machine. What each opens gives back how it is closed; None where there is none."""

    def microphone(self, give: Give) -> Close | None:
        """Give what it hears, on any thread."""

    def loudspeaker(self, take: Take) -> Close | None:
        """Take so many bytes whenever they are needed, on any thread."""


class SystemSound:
    """PulseAudio, or PipeWire in its place; WASAPI on Windows, CoreAudio on macOS."""

    def microphone(self, give: Give) -> Close | None:
        """The one that the person chose in the system, else the first that is one."""
        from miniaudio import CaptureDevice

        found = _microphone()
        return None if found is None else _opened(lambda: CaptureDevice(**_form(), device_id=found), _given(give))

    def loudspeaker(self, take: Take) -> Close | None:
        """The one that the person chose in the system."""
        from miniaudio import PlaybackDevice

        return _opened(lambda: PlaybackDevice(**_form()), _taken(take))


def _form() -> dict[str, Any]:
    return {
        "nchannels": 1, "sample_rate": RATE, "buffersize_msec": _BLOCK_MS, "backends": _backends(), "app_name": _NAME
    }  # fmt: skip


def _backends() -> list[Backend]:
    """Those of real devices: ALSA and the library itself have one that plays to nobody, and hears nothing."""
    from miniaudio import Backend

    return [Backend.WASAPI, Backend.COREAUDIO, Backend.PULSEAUDIO]


def _microphone() -> Any:
    """The library's name of it; None where there is none."""
    from miniaudio import Devices, MiniaudioError, ffi, lib

    infos, count = ffi.new("ma_device_info**"), ffi.new("ma_uint32*")
    try:
        devices = Devices(_backends())
    except MiniaudioError:  # no sound server
        return None
    lib.ma_context_get_devices(devices._context, ffi.NULL, ffi.NULL, infos, count)
    found = [infos[0][place] for place in range(count[0])]
    real = [one for one in found if not _text(ffi.buffer(ffi.addressof(one.id))).endswith(_PLAYED_HERE)]
    real.sort(key=lambda one: not one.isDefault)
    return ffi.new("ma_device_id*", real[0].id) if real else None


def _text(filled: Any) -> str:
    """What stands there up to the first NUL."""
    return bytes(filled).partition(b"\0")[0].decode(errors="replace")


def _opened(device: Callable[[], AbstractDevice], acts: Generator[Any, Any, None]) -> Close | None:
    from miniaudio import MiniaudioError, lib

    try:
        opened = device()
        next(acts)
        opened.start(acts)
    except MiniaudioError:
        return None

    def close() -> None:
        opened.close()
        lib.ma_context_uninit(opened._context)  # the library leaves its connection to the sound server open

    return close


def _given(give: Give) -> Generator[None, bytes, None]:
    while True:
        give(bytes((yield)))


def _taken(take: Take) -> Generator[bytes, int, None]:
    block = b""
    while True:
        block = take(SAMPLE * (yield block))


def this_sound() -> Sound:
    """Of this system. PulseAudio is told that it is a call: quick, and where it can without what it plays itself."""
    os.environ.setdefault("PULSE_LATENCY_MSEC", str(2 * _BLOCK_MS))
    os.environ.setdefault("PULSE_PROP", "media.role=phone")
    return SystemSound()
