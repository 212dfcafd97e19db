"""What lies under the mouse, by the name that a screen reader says: asked over the accessibility bus, if there is one.

Source: AT-SPI 2, interfaces Accessible and Component.
"""

import time
from contextlib import suppress
from typing import Any, NamedTuple

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_PATIENCE_S = 0.5
_DEEPEST, _LONGEST_NAME = 30, 120
_PASSWORD, _ON_SCREEN = 40, 0
_NOWHERE = "/org/a11y/atspi/null"
_ACCESSIBLE, _COMPONENT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Component"
_SILENT = (OSError, KeyError, ValueError, RuntimeError, StopIteration, TimeoutError)

Place = tuple[str, str]
"""Bus name and path of an accessible thing."""


class Named(NamedTuple):
    """A thing on the screen. Without a name nobody knows what it is."""

    name: str = ""
    is_password: bool = False


class Accessibles:
    """The accessibility bus of this person; without one nothing has a name."""

    def __init__(self) -> None:
        self._bus: DBusConnection | None = None
        self._meet()

    def _meet(self) -> None:
        with suppress(*_SILENT):
            with open_dbus_connection("SESSION") as session:
                asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
                address = session.send_and_get_reply(asked, timeout=_PATIENCE_S).body[0]
            self._bus = open_dbus_connection(address)

    def at(self, x: int, y: int, process: int) -> Named:
        """What lies there in a window of that process; nothing when the program does not tell in time."""
        if self._bus is None:
            self._meet()  # a desktop that just began, or has much to do, may answer later than its first question
        if self._bus is None or not process:
            return Named()
        self._until = time.monotonic() + _PATIENCE_S
        try:
            return self._named(self._deepest(x, y, process))
        except _SILENT:
            return Named()

    def _deepest(self, x: int, y: int, process: int) -> Place:
        """From the windows of the program down to the smallest thing."""
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        mine = (app for app in self._children(root) if self._process(app[0]) == process)
        windows = [window for app in mine for window in self._children(app)]
        inside = [one for one in windows if self._ask(one, _COMPONENT, "Contains", "iiu", x, y, _ON_SCREEN)[0]]
        here = next(iter(reversed(inside)))
        for _ in range(_DEEPEST):
            below: Place = self._ask(here, _COMPONENT, "GetAccessibleAtPoint", "iiu", x, y, _ON_SCREEN)[0]
            if below[1] == _NOWHERE or below == here:
                break
            here = below
        return here

    def _named(self, thing: Place) -> Named:
        role = self._ask(thing, _ACCESSIBLE, "GetRole")[0]
        name = self._answer(Properties(DBusAddress(thing[1], thing[0], _ACCESSIBLE)).get("Name"))[0][1]
        return Named(str(name)[:_LONGEST_NAME], role == _PASSWORD)

    def _children(self, of: Place) -> list[Place]:
        return list(self._ask(of, _ACCESSIBLE, "GetChildren")[0])

    def _process(self, bus_name: str) -> int:
        driver = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        return int(self._answer(new_method_call(driver, "GetConnectionUnixProcessID", "s", (bus_name,)))[0])

    def _ask(self, of: Place, interface: str, member: str, signature: str = "", *body: Any) -> Any:
        return self._answer(new_method_call(DBusAddress(of[1], of[0], interface), member, signature or None, body))

    def _answer(self, question: Any) -> Any:
        if self._bus is None:
            raise ValueError
        left = max(0.01, self._until - time.monotonic())
        answer = self._bus.send_and_get_reply(question, timeout=left)
        if answer.header.message_type is not MessageType.method_return:
            raise ValueError
        return answer.body
