"""Pictures out of PipeWire, by the C library that every desktop with a portal brings along.

The one Python library for it copies a picture whenever it is asked and cannot say that there is a new one, so that a
still screen would cost a processor; Qt's way takes 200 MB more on the disk and an event loop.
Source: PipeWire 0.3, pipewire/stream.h, pipewire/thread-loop.h, spa/buffer/buffer.h, spa/utils/hook.h.
"""

import ctypes
import functools
import threading
from collections.abc import Callable
from typing import Any

import numpy as np

from desktop_app.screen.screenful import Lost
from desktop_app.screen.tiles import Pixels
from desktop_app.screen.wayland import pods
from desktop_app.screen.wayland.portal import PIPEWIRE

_PROPERTIES = b"media.type=Video media.category=Capture media.role=Screen node.dont-fallback=true"
"""Where the one that was picked is gone, no other picture is taken instead, as that of a camera."""
_INPUT, _AUTOCONNECT, _MAP_BUFFERS, _DONT_RECONNECT = 0, 1 << 0, 1 << 2, 1 << 7
_CORRUPTED = 1
_ERROR, _UNCONNECTED = -1, 0
_HOOK = 64
"""Bytes of a `spa_hook`, 48 today."""
_POINTER, _NUMBER = ctypes.c_void_p, ctypes.c_uint32
_CALLS: dict[str, tuple[Any, ...]] = {
    "pw_thread_loop_new": (_POINTER, ctypes.c_char_p, _POINTER),
    "pw_thread_loop_get_loop": (_POINTER, _POINTER),
    "pw_thread_loop_start": (ctypes.c_int, _POINTER),
    "pw_thread_loop_stop": (None, _POINTER),
    "pw_thread_loop_destroy": (None, _POINTER),
    "pw_context_new": (_POINTER, _POINTER, _POINTER, ctypes.c_size_t),
    "pw_context_connect_fd": (_POINTER, _POINTER, ctypes.c_int, _POINTER, ctypes.c_size_t),
    "pw_context_destroy": (None, _POINTER),
    "pw_properties_new_string": (_POINTER, ctypes.c_char_p),
    "pw_stream_new": (_POINTER, _POINTER, ctypes.c_char_p, _POINTER),
    "pw_stream_add_listener": (None, _POINTER, _POINTER, _POINTER, _POINTER),
    "pw_stream_connect": (ctypes.c_int, _POINTER, ctypes.c_int, _NUMBER, ctypes.c_int, _POINTER, _NUMBER),
    "pw_stream_update_params": (ctypes.c_int, _POINTER, _POINTER, _NUMBER),
    "pw_stream_dequeue_buffer": (_POINTER, _POINTER),
    "pw_stream_queue_buffer": (ctypes.c_int, _POINTER, _POINTER),
    "pw_stream_destroy": (None, _POINTER),
}
"""What is called: what each gives back, then what it takes."""
_STATE_CHANGED = ctypes.CFUNCTYPE(None, _POINTER, ctypes.c_int, ctypes.c_int, ctypes.c_char_p)
_PARAM_CHANGED = ctypes.CFUNCTYPE(None, _POINTER, _NUMBER, _POINTER)
_PROCESS = ctypes.CFUNCTYPE(None, _POINTER)


class _Events(ctypes.Structure):
    _fields_ = (
        ("version", _NUMBER), ("destroy", _POINTER), ("state_changed", _STATE_CHANGED), ("control_info", _POINTER),
        ("io_changed", _POINTER), ("param_changed", _PARAM_CHANGED), ("add_buffer", _POINTER),
        ("remove_buffer", _POINTER), ("process", _PROCESS), ("drained", _POINTER),
    )  # fmt: skip


class _Chunk(ctypes.Structure):
    _fields_ = (("offset", _NUMBER), ("size", _NUMBER), ("stride", ctypes.c_int32), ("flags", ctypes.c_int32))


class _Data(ctypes.Structure):
    _fields_ = (
        ("type", _NUMBER), ("flags", _NUMBER), ("fd", ctypes.c_int64), ("mapoffset", _NUMBER), ("maxsize", _NUMBER),
        ("data", _POINTER), ("chunk", ctypes.POINTER(_Chunk)),
    )  # fmt: skip


class _Buffer(ctypes.Structure):
    _fields_ = (
        ("n_metas", _NUMBER), ("n_datas", _NUMBER), ("metas", _POINTER), ("datas", ctypes.POINTER(_Data)),
    )  # fmt: skip


@functools.cache
def _library() -> ctypes.CDLL:
    """The library, each of its calls with its shape. Raises `Lost` where there is none."""
    try:
        library = ctypes.CDLL(PIPEWIRE)
    except OSError as none:
        raise Lost from none
    for name, (gives, *takes) in _CALLS.items():
        call = getattr(library, name)
        call.restype, call.argtypes = gives, takes
    library.pw_init(None, None)
    return library


class Stream:
    """The newest picture of one node. `news` is called, on a thread of PipeWire's, when there is one or it is over."""

    def __init__(self, remote: int, node: int, news: Callable[[], None]) -> None:
        """`remote`: a connection to PipeWire, which is closed in the end. Raises `Lost`."""
        self._pw, self._news, self._lock = _library(), news, threading.Lock()
        self._format: pods.Format | None = None
        self._newest: Pixels | None = None
        self.is_over = False
        self._hook = ctypes.create_string_buffer(_HOOK)
        self._events = _Events(
            state_changed=_STATE_CHANGED(self._on_state),
            param_changed=_PARAM_CHANGED(self._on_param),
            process=_PROCESS(self._on_process),
        )
        self._loop = self._pw.pw_thread_loop_new(b"pictures", None)
        self._context = self._pw.pw_context_new(self._pw.pw_thread_loop_get_loop(self._loop), None, 0)
        core = self._pw.pw_context_connect_fd(self._context, remote, None, 0)
        if not core:
            raise Lost
        self._stream = self._pw.pw_stream_new(core, b"rescousse", self._pw.pw_properties_new_string(_PROPERTIES))
        self._pw.pw_stream_add_listener(self._stream, self._hook, ctypes.byref(self._events), None)
        flags, params = _AUTOCONNECT | _MAP_BUFFERS | _DONT_RECONNECT, pods.offered()
        if self._pw.pw_stream_connect(self._stream, _INPUT, node, flags, _pointers(params), len(params)) < 0:
            raise Lost
        self._pw.pw_thread_loop_start(self._loop)

    def take(self) -> Pixels | None:
        """The newest picture (BGRX) since it was asked last."""
        with self._lock:
            newest, self._newest = self._newest, None
        return newest

    def close(self) -> None:
        """No picture comes any more."""
        self._pw.pw_thread_loop_stop(self._loop)
        self._pw.pw_stream_destroy(self._stream)
        self._pw.pw_context_destroy(self._context)
        self._pw.pw_thread_loop_destroy(self._loop)

    # On PipeWire's thread

    def _on_state(self, _: object, _before: int, state: int, _why: bytes | None) -> None:
        if state in {_ERROR, _UNCONNECTED}:
            self.is_over = True
            self._news()

    def _on_param(self, _: object, what: int, pod: int | None) -> None:
        if what != pods.FORMAT or not pod:
            return
        length = _NUMBER.from_address(pod).value
        self._format = pods.read_format(ctypes.string_at(pod, 8 + length))
        self._pw.pw_stream_update_params(self._stream, _pointers([pods.buffers()]), 1)

    def _on_process(self, _: object) -> None:
        """Only the newest is read; all go back."""
        came: list[int] = []
        while buffer := self._pw.pw_stream_dequeue_buffer(self._stream):
            came.append(buffer)
        pictures = (self._read(buffer) for buffer in reversed(came))
        picture = next((picture for picture in pictures if picture is not None), None)
        for buffer in came:
            self._pw.pw_stream_queue_buffer(self._stream, buffer)
        if picture is not None:
            with self._lock:
                self._newest = picture
            self._news()

    def _read(self, buffer: int) -> Pixels | None:
        """A copy of what lies there; None when that is no whole picture."""
        content = ctypes.POINTER(_Buffer).from_address(buffer).contents
        return _copied(content.datas[0], self._format) if content.n_datas and self._format else None


def _copied(data: _Data, of: pods.Format) -> Pixels | None:
    if not data.data or not data.chunk:
        return None
    chunk, row = data.chunk.contents, of.width * 4
    stride = chunk.stride or row
    whole = chunk.offset + stride * (of.height - 1) + row
    if chunk.flags & _CORRUPTED or not chunk.size or stride < row or whole > data.maxsize:
        return None
    memory = (ctypes.c_uint8 * data.maxsize).from_address(data.data)
    lies: Pixels = np.ndarray((of.height, of.width, 4), np.uint8, memory, chunk.offset, (stride, 4, 1))
    return np.ascontiguousarray(lies[:, :, [2, 1, 0, 3]]) if of.is_red_first else lies.copy()


def _pointers(params: list[bytes]) -> Any:
    """An array of pointers to them; it keeps them."""
    return (ctypes.c_char_p * len(params))(*params)
