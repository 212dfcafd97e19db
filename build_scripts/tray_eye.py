"""Watches a screen and says when a tray icon and a window came up.

Run by the benchmark's own environment, which has python-xlib.

Prints one JSON line per fact: {"tray": seconds}, {"window": seconds}, {"drawn": seconds}, all on the monotonic clock.
Event-driven until the window is there, so it does not slow down what it measures.
"""

import json
import sys
import time

from Xlib import X, Xatom, display
from Xlib.error import BadWindow

TITLE = sys.argv[1]
_display = display.Display()
_root = _display.screen().root


def _atom(name):
    return _display.intern_atom(name)


def _say(fact):
    sys.stdout.write(json.dumps({fact: time.monotonic()}) + "\n")
    sys.stdout.flush()


def _title(window):
    for name, kind in (("_NET_WM_NAME", _atom("UTF8_STRING")), ("WM_NAME", Xatom.STRING)):
        value = window.get_full_property(_atom(name), kind)
        if value:
            return value.value.decode("utf-8", "replace") if isinstance(value.value, bytes) else value.value
    return ""


def _wait_until_drawn(window):
    """Lines across the window show more than a ground and an edge: the content is painted."""
    while len(_colours(window)) <= 12:
        time.sleep(0.005)


def _colours(window):
    size = window.get_geometry()
    found = set()
    for part in range(1, 10):
        line = window.get_image(0, size.height * part // 10, size.width, 1, X.ZPixmap, 0xFFFFFFFF).data
        found |= {line[at : at + 4] for at in range(0, len(line), 4)}
    return found


def _watch():
    _root.change_attributes(event_mask=X.SubstructureNotifyMask | X.PropertyChangeMask)
    sys.stdout.write(json.dumps({"ready": time.monotonic()}) + "\n")
    sys.stdout.flush()
    waiting = {"tray", "window", "drawn"}
    while waiting:
        waiting -= set(_facts(_display.next_event(), waiting))


def _facts(happened, waiting):
    """The facts that this event tells, each said once."""
    if "tray" in waiting and _is_docked(happened):
        _say("tray")
        yield "tray"
    if "window" in waiting and happened.type in {X.MapNotify, X.PropertyNotify}:
        window = next((w for w in _clients() if TITLE in _title(w)), None)
        if window is not None:
            _say("window")
            yield "window"
            _wait_until_drawn(window)
            _say("drawn")
            yield "drawn"


def _is_docked(happened):
    """A tray icon is a window with XEmbed data that the tray took from the root window and that is shown there."""
    if happened.type == X.ReparentNotify and happened.parent.id != _root.id:
        return _is_icon(happened.window) and _is_shown(happened.window)
    return happened.type == X.MapNotify and happened.event.id != _root.id and _is_icon(happened.window)


def _is_icon(window):
    try:
        return window.get_full_property(_atom("_XEMBED_INFO"), X.AnyPropertyType) is not None
    except BadWindow:
        return False


def _is_shown(window):
    window.change_attributes(event_mask=X.StructureNotifyMask)
    return window.get_attributes().map_state == X.IsViewable


def _clients():
    listed = _root.get_full_property(_atom("_NET_CLIENT_LIST"), Xatom.WINDOW)
    return [_display.create_resource_object("window", number) for number in (listed.value if listed else [])]


_watch()
