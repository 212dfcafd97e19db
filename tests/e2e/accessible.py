"""Sees and does what a screen reader sees and does. Run by the system's Python (pyatspi's bindings come from Debian).

Reads one JSON command a line from standard input and answers one JSON line: {"ok": …} or {"missing": …}.
"""

import json
import sys
import threading
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

APPLICATION = "rescousse"
_TICK = threading.Event()  # never set: a pause between two looks


def _walk(node, depth=0):
    """Everything visible under `node`, in reading order."""
    if node is None or depth > 40:
        return
    yield node
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        yield from _walk(child, depth + 1)


def _showing(node):
    try:
        states = node.get_state_set()
        return states.contains(Atspi.StateType.SHOWING) or states.contains(Atspi.StateType.VISIBLE)
    except GLib.Error:
        return False


def _nodes():
    while GLib.MainContext.default().pending():
        GLib.MainContext.default().iteration(False)
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application is not None and APPLICATION in (application.get_name() or "").lower():
            application.clear_cache()
            yield from (node for node in _walk(application) if _showing(node))


def _name(node):
    try:
        return (node.get_name() or "").replace("\u00a0", " ").replace("\u202f", " ")
    except GLib.Error:
        return ""


def _role(node):
    try:
        return node.get_role_name()
    except GLib.Error:
        return ""


def _fits(node, wanted):
    name = _name(node)
    if wanted.get("role") and wanted["role"] not in _role(node):
        return False
    if wanted["do"] == "type" and node.get_editable_text_iface() is None:
        return False
    if wanted["do"] == "press" and node.get_action_iface() is None:
        return False
    return wanted["name"] in name if not wanted.get("exactly") else wanted["name"] == name


def _find(wanted):
    return next((node for node in _nodes() if _fits(node, wanted)), None)


def _wait(wanted):
    deadline = time.monotonic() + wanted.get("seconds", 30)
    while time.monotonic() < deadline:
        node = _find(wanted)
        if node is not None:
            return node
        _TICK.wait(0.15)
    return None


def _press(node):
    action = node.get_action_iface()
    if action is None or not action.get_n_actions():
        return False
    names = [action.get_action_name(index).lower() for index in range(action.get_n_actions())]
    first = next((index for index, name in enumerate(names) if name in {"press", "click", "toggle"}), 0)
    return action.do_action(first)


def _type(node, text):
    editable = node.get_editable_text_iface()
    return editable is not None and editable.set_text_contents(text)


def _text(node):
    text = node.get_text_iface()
    return text.get_text(0, text.get_character_count()) if text is not None else _name(node)


def _answer(command):
    if command["do"] == "tree":
        return {"ok": [[_role(node), _name(node)] for node in _nodes() if _name(node)]}
    node = _wait(command)
    if node is None:
        return {"missing": command["name"], "seen": [_name(node) for node in _nodes() if _name(node)][:80]}
    if command["do"] == "press":
        return {"ok": _press(node)}
    if command["do"] == "type":
        return {"ok": _type(node, command["text"])}
    if command["do"] == "focus":
        return {"ok": node.get_component_iface().grab_focus()}
    return {"ok": _text(node) or _name(node)}


for line in sys.stdin:
    try:
        answer = _answer(json.loads(line))
    except GLib.Error as error:
        answer = {"missing": str(error), "seen": []}
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
