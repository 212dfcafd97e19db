"""The user's own hand: raw events (XInput 2) of real devices. What XTEST injects comes from devices of its own."""

import select
import struct
import threading
from collections.abc import Callable
from typing import Any

from Xlib import display, error
from Xlib.ext import xinput

from desktop_app.domain.consent import Ending
from desktop_app.screen import keysyms
from desktop_app.screen.desktop import Watch
from desktop_app.screen.waking import Bell
from desktop_app.screen.x11.screenful import GONE

_RAW = (
    xinput.RawKeyPressMask
    | xinput.RawKeyReleaseMask
    | xinput.RawButtonPressMask
    | xinput.RawButtonReleaseMask
    | xinput.RawMotionMask
)
HEAD = struct.Struct("=HIIH")
"""A raw event begins with device, time, key or button, and the device behind it."""
_INJECTED = "XTEST"


class OwnHand(threading.Thread):
    """Tells of each move of a real mouse and each key of a real keyboard, whoever has the focus."""

    def __init__(self, watch: Watch) -> None:
        super().__init__(name="hand", daemon=True)
        self._watch, self._running = watch, True
        self._display: Any = display.Display()
        self._bell = Bell()
        ask_version(self._display)
        self._injected = self._injectors()
        root = self._display.screen().root
        come_and_go = (xinput.AllDevices, xinput.HierarchyChangedMask)
        root.xinput_select_events([come_and_go, (xinput.AllMasterDevices, _RAW)])
        self._display.sync()
        self._escapes = {code for code, _ in self._display.keysym_to_keycodes(keysyms.ESCAPE)}

    def run(self) -> None:
        """Until the display is gone or it is stopped."""
        try:
            while self._running:
                select.select([self._display.fileno(), self._bell], [], [])
                while self._display.pending_events():
                    self._note(self._display.next_event())
            self._display.close()
        except GONE:
            return

    def stop(self) -> None:
        """Tell nothing any more."""
        self._running = False
        self._bell.ring()
        self.join(timeout=1)
        self._bell.close()

    def _note(self, event: Any) -> None:
        kind = getattr(event, "evtype", None)
        if kind == xinput.HierarchyChanged:
            self._injected = self._injectors()
        if not self._running or not isinstance(getattr(event, "data", None), bytes):
            return
        _device, _time, detail, source = HEAD.unpack_from(event.data)
        if source in self._injected:
            return
        if kind == xinput.RawKeyPress and detail in self._escapes:
            self._watch.escape()
        self._watch.hand()

    def _injectors(self) -> set[int]:
        """The devices that XTEST moves."""
        devices = self._display.xinput_query_device(xinput.AllDevices).devices
        return {device.deviceid for device in devices if _INJECTED in str(device.name)}


def watch(watch: Watch) -> Callable[[], None]:
    """Watch until what is given back is called. Where nobody can tell whose hand it is, nothing is shared."""
    try:
        hand = OwnHand(watch)
    except (*GONE, error.DisplayError):
        watch.end(Ending.DISPLAY_LOST)
        return lambda: None
    hand.start()
    return hand.stop


def ask_version(connection: Any) -> None:
    """From 2.2 on, raw events come even while another program holds the mouse or the keyboard."""
    xinput.XIQueryVersion(
        display=connection.display,
        opcode=connection.display.get_extension_major(xinput.extname),
        major_version=2,
        minor_version=2,
    )
