"""What a tool prints, up to a bound: a flood is cut off before it fills the memory."""

import selectors
import subprocess
import sys
import time
from threading import Thread

MOST_BYTES = 8 * 1024 * 1024
_CHUNK = 64 * 1024


class TooLoud(Exception):
    """More than the bound was printed."""


def collect(process: "subprocess.Popen[bytes]", deadline_s: float, most: int = MOST_BYTES) -> tuple[bytes, bytes]:
    """Output and complaints of a tool that ended; TooLoud, or subprocess.TimeoutExpired while it still runs.

    `process` was started with unbuffered pipes (`bufsize=0`).
    """
    until = time.monotonic() + deadline_s
    said = {"out": bytearray(), "err": bytearray()}
    (_by_threads if sys.platform == "win32" else _by_waiting)(process, said, until, most)
    process.wait(timeout=max(0.0, until - time.monotonic()))
    return bytes(said["out"]), bytes(said["err"])


def _by_waiting(process: "subprocess.Popen[bytes]", said: dict[str, bytearray], until: float, most: int) -> None:
    with selectors.DefaultSelector() as selector:
        for name, pipe in (("out", process.stdout), ("err", process.stderr)):
            if pipe:
                selector.register(pipe, selectors.EVENT_READ, name)
        while selector.get_map():
            ready = selector.select(max(0.0, until - time.monotonic()))
            if not ready:
                raise subprocess.TimeoutExpired(process.args, until)
            for key, _ in ready:
                if not _heard(key.fileobj, said[key.data], most):
                    selector.unregister(key.fileobj)


def _by_threads(process: "subprocess.Popen[bytes]", said: dict[str, bytearray], until: float, most: int) -> None:
    """Windows has no waiting on pipes; a reader whose pipe stays open is a daemon and is left behind."""
    loud: list[TooLoud] = []

    def read(pipe: object, heard: bytearray) -> None:
        try:
            while _heard(pipe, heard, most):
                pass
        except TooLoud as flood:
            loud.append(flood)
            process.kill()

    pairs = ((process.stdout, said["out"]), (process.stderr, said["err"]))
    readers = [Thread(target=read, args=pair, name="tool output", daemon=True) for pair in pairs]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(max(0.0, until - time.monotonic()))
    if loud:
        raise loud[0]
    if any(reader.is_alive() for reader in readers):
        raise subprocess.TimeoutExpired(process.args, until)


def _heard(pipe: object, heard: bytearray, most: int) -> bool:
    """One more piece; False at the end."""
    chunk: bytes = pipe.read(_CHUNK) or b""  # type: ignore[attr-defined]
    heard += chunk
    if len(heard) > most:
        raise TooLoud
    return bool(chunk)
