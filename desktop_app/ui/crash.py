"""Bugs: written down without names or paths of the person, shown to be read, never sent by themselves.

A fatal fault of native code writes its own trace by faulthandler; both are shown at the next start.
"""

import faulthandler
import getpass
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app import __version__

_log = logging.getLogger(__name__)


def redacted(words: str, hostname: str = "") -> str:
    """`words` without the person's home folder, login and computer name."""
    for private, instead in (
        (str(Path.home()), "~"),
        (_login(), "<login>"),
        (hostname or platform.node(), "<computer>"),
    ):
        if len(private) > 1:
            words = words.replace(private, instead)
    return words


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None, thread: str) -> str:
    """What a developer needs: version, system, thread, trace. Values of variables are not in it."""
    head = f"Rescousse {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    lines = "".join(traceback.format_exception(kind, error, trace))
    return redacted(f"{head}\nThread: {thread}\n\n{lines}")


class CrashWatch(QObject):
    """Catches what nobody caught. `caught` is emitted on the GUI thread with the report."""

    caught = Signal(str)
    _heard = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._native: IO[str] | None = None
        self._before: tuple[Callable[..., object], Callable[..., object]] | None = None
        self._heard.connect(self.caught, Qt.ConnectionType.QueuedConnection)

    def start(self) -> str:
        """Begin; the report of what ended the last run, or nothing."""
        last = self._take_last()
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._native = (self._folder / "fault.txt").open("w", encoding="utf-8")
            faulthandler.enable(self._native)
        except OSError:  # nowhere to write: then only this run knows
            self._native = None
        return last

    def stop(self) -> None:
        """A clean end leaves nothing to be shown."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            (self._folder / "fault.txt").unlink(missing_ok=True)

    def seen(self) -> None:
        """The person looked at it; not to be shown at the next start."""
        (self._folder / "crash.txt").unlink(missing_ok=True)

    def _take_last(self) -> str:
        parts = []
        for name in ("crash.txt", "fault.txt"):
            file = self._folder / name
            try:
                parts.append(redacted(file.read_text(encoding="utf-8", errors="replace")))
                file.unlink()
            except OSError:
                continue
        return "\n".join(part for part in parts if part.strip())

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._write_down(report(kind, error, trace, threading.current_thread().name))

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            name = args.thread.name if args.thread is not None else "?"
            self._write_down(report(args.exc_type, args.exc_value, args.exc_traceback, name))

    def _write_down(self, words: str) -> None:
        _log.error("unexpected: %s", words)
        try:
            (self._folder / "crash.txt").write_text(words, encoding="utf-8")
        except OSError:
            _log.warning("the report could not be kept")
        self._heard.emit(words)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
