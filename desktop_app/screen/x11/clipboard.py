"""The user's clipboard on X11 (ICCCM, section 2): text is given to whoever pastes, or asked of whoever copied."""

import os
import select
import threading
from collections.abc import Callable
from typing import Any

from Xlib import X, display
from Xlib.protocol import event

from desktop_app.screen.x11.screenful import GONE

LONGEST = 12_000


class XClipboard(threading.Thread):
    """Fits `desktop.Clipboard`. A thread of its own: a program that pastes may ask at any time."""

    def __init__(self) -> None:
        super().__init__(name="clipboard", daemon=True)
        self._display: Any = display.Display()
        self._display.set_error_handler(lambda *_: None)
        self._window = self._display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._clipboard, self._utf8, self._targets, self._here = (
            self._display.intern_atom(name) for name in ("CLIPBOARD", "UTF8_STRING", "TARGETS", "RESCOUSSE_CLIP")
        )
        self._out, self._in = os.pipe()
        self._wanted: list[Callable[[], None]] = []
        self._told: list[Callable[[str], object]] = []
        self._text = b""
        self.start()

    def read(self, told: Callable[[str], object]) -> None:
        """Tell its text, when its owner has given it; nothing is told when there is none. On this thread."""
        self._do(lambda: self._ask(told))

    def write(self, text: str) -> None:
        """Put this text there."""
        self._do(lambda: self._own(text))

    def _do(self, act: Callable[[], None]) -> None:
        self._wanted.append(act)
        os.write(self._in, b"d")

    def run(self) -> None:
        """Until the display is gone."""
        try:
            while True:
                ready, _, _ = select.select([self._display.fileno(), self._out], [], [])
                if self._out in ready:
                    os.read(self._out, 1)
                    self._wanted.pop(0)()
                while self._display.pending_events():
                    self._hear(self._display.next_event())
        except GONE:
            return

    def _own(self, text: str) -> None:
        self._text = text.encode()
        self._window.set_selection_owner(self._clipboard, X.CurrentTime)
        self._display.sync()

    def _ask(self, told: Callable[[str], object]) -> None:
        self._told.append(told)
        self._window.convert_selection(self._clipboard, self._utf8, self._here, X.CurrentTime)
        self._display.sync()

    def _hear(self, heard: Any) -> None:
        if heard.type == X.SelectionRequest:
            self._give(heard)
        elif heard.type == X.SelectionNotify and self._told:
            told, given = self._told.pop(0), None
            if heard.property != X.NONE:
                given = self._window.get_full_property(self._here, self._utf8, LONGEST)
            if given is not None:
                told(bytes(given.value).decode(errors="replace")[:LONGEST])

    def _give(self, asked: Any) -> None:
        """Answer a program that pastes: with the kinds there are, or with the text; anything else is refused."""
        place = asked.property if asked.property != X.NONE else asked.target
        if asked.target == self._targets:
            asked.requestor.change_property(place, self._display.intern_atom("ATOM"), 32, [self._targets, self._utf8])
        elif asked.target == self._utf8:
            asked.requestor.change_property(place, self._utf8, 8, self._text)
        else:
            place = X.NONE
        answer = event.SelectionNotify(
            time=asked.time, requestor=asked.requestor, selection=asked.selection, target=asked.target, property=place
        )
        asked.requestor.send_event(answer)
        self._display.flush()
