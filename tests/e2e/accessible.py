"""Sees and does what a screen reader sees and does. Run by the system's Python (the GLib bindings come from Debian).

Reads one JSON command a line from standard input and answers one JSON line: {"ok": …} or {"missing": …}.
It asks child by child, as libatspi and so every screen reader does; what vanishes between two questions does no harm.
"""

import json
import sys
import threading
import time

from gi.repository import Gio, GLib

APPLICATION = "rescousse"
ROOT = "/org/a11y/atspi/accessible/root"
NULL = "/org/a11y/atspi/null"
_A11Y = "org.a11y.atspi."
_SENSITIVE, _SHOWING, _VISIBLE = 24, 25, 30  # AT-SPI state numbers
_TICK = threading.Event()  # never set: a pause between two looks


def _accessibility_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    where = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 10000)
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(where.unpack()[0], flags)


_bus = _accessibility_bus()


class Node:
    """One accessible object of one program."""

    def __init__(self, owner, path):
        self._owner, self._path = owner, path

    def ask(self, interface, method, signature="()", *arguments):
        """The unpacked answer; GLib.Error when it is gone."""
        given = GLib.Variant(signature, arguments)
        answer = _bus.call_sync(self._owner, self._path, interface, method, given, None, 0, 5000)
        return answer.unpack()

    def children(self):
        """All of them, in reading order."""
        listed = [self.child(number) for number in range(self.count())]
        return [child for child in listed if child is not None]

    def count(self):
        """How many children it says it has."""
        return self.ask("org.freedesktop.DBus.Properties", "Get", "(ss)", _A11Y + "Accessible", "ChildCount")[0]

    def child(self, number):
        """One of them; None when there is none of that number."""
        owner, path = self.ask(_A11Y + "Accessible", "GetChildAtIndex", "(i)", number)[0]
        return None if path == NULL else Node(owner, path)

    def name(self):
        """Its words, with plain spaces."""
        said = self.ask("org.freedesktop.DBus.Properties", "Get", "(ss)", _A11Y + "Accessible", "Name")[0]
        return said.replace("\u00a0", " ").replace("\u202f", " ")

    def role(self):
        """Its role in words, such as `push button`."""
        return self.ask(_A11Y + "Accessible", "GetRoleName")[0]

    def can(self, interface):
        """Whether it has that interface."""
        return _A11Y + interface in self.ask(_A11Y + "Accessible", "GetInterfaces")[0]

    def shows(self):
        """Whether it is on the screen."""
        return self.has(_SHOWING, _VISIBLE)

    def has(self, *states):
        """Whether it is in one of these states, which are of the first 32."""
        low = self.ask(_A11Y + "Accessible", "GetState")[0][0]
        return any(low >> state & 1 for state in states)

    def press(self):
        """What a click does; False while it is grey."""
        if not self.has(_SENSITIVE):
            return False
        actions = [action[0].lower() for action in self.ask(_A11Y + "Action", "GetActions")[0]]
        wanted = next((n for n, name in enumerate(actions) if name in {"press", "click", "toggle"}), 0)
        return bool(actions) and self.ask(_A11Y + "Action", "DoAction", "(i)", wanted)[0]

    def text(self):
        """What stands in it: typed text, or its name."""
        if self.can("Text"):
            return self.ask(_A11Y + "Text", "GetText", "(ii)", 0, -1)[0] or self.name()
        return self.name()


def _walk(node, depth=0):
    """Everything shown under `node`, in reading order; what vanishes meanwhile is passed over."""
    try:
        if depth and not node.shows():
            return
        yield node
        children = node.children() if depth < 40 else []
    except GLib.Error:
        return
    for child in children:
        yield from _walk(child, depth + 1)


def _nodes():
    for program in Node("org.a11y.atspi.Registry", ROOT).children():
        try:
            is_ours = APPLICATION in program.name().lower()
        except GLib.Error:
            continue
        if is_ours:
            yield from _walk(program)


def _fits(node, wanted):
    try:
        name = node.name()
        if wanted["name"] not in name or wanted.get("role", "") not in node.role():
            return False
        needs = {"type": "EditableText", "press": "Action"}.get(wanted["do"])
        return needs is None or node.can(needs)
    except GLib.Error:
        return False


def _wait(wanted):
    deadline = time.monotonic() + wanted.get("seconds", 60)
    while time.monotonic() < deadline:
        found = next((node for node in _nodes() if _fits(node, wanted) and _obeys(node, wanted)), None)
        if found is not None:
            return found
        _TICK.wait(0.1)
    return None


def _obeys(node, wanted):
    """Do what is wanted; a page that is just changing may refuse, then the next look tries again."""
    try:
        if wanted["do"] == "press":
            return node.press()
        if wanted["do"] == "type":
            return node.ask(_A11Y + "EditableText", "SetTextContents", "(s)", wanted["text"])[0]
    except GLib.Error:
        return False
    return True


def _named():
    found = []
    for node in _nodes():
        try:
            found.append([node.role(), node.name()])
        except GLib.Error:
            continue
    return [pair for pair in found if pair[1]]


def _asked_beyond():
    """How many objects were asked for children that they do not have."""
    asked = 0
    for node in _nodes():
        count = node.count()
        for number in (count, count + 1, count + 50):
            try:
                node.child(number)
            except GLib.Error as error:  # a refusal is an answer; a program that is gone is none
                if "NoReply" in str(error) or "ServiceUnknown" in str(error):
                    raise
        asked += 1
    return asked


def _answer(command):
    if command["do"] == "tree":
        return {"ok": _named()}
    if command["do"] == "beyond":
        return {"ok": _asked_beyond()}
    node = _wait(command)
    if node is None:
        return {"missing": command["name"], "seen": [name for _, name in _named()][:90]}
    return {"ok": node.text() if command["do"] == "see" else True}


for line in sys.stdin:
    try:
        answer = _answer(json.loads(line))
    except GLib.Error as error:
        answer = {"missing": str(error), "seen": []}
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
