"""Who sits at this machine: locked, asleep, given to another, logged out. Each ends a sharing.

Linux: systemd-logind's signals on the system's bus, and the screen savers' on the session's. Where there is no bus
nobody tells; the tray application then has its own ways.
"""

import os
import threading
from collections.abc import Callable, Mapping
from typing import Any

from jeepney import DBusAddress, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

from desktop_app.domain.consent import Ending

LOGIND = "org.freedesktop.login1"
_MANAGER = DBusAddress("/org/freedesktop/login1", LOGIND, "org.freedesktop.login1.Manager")
_SESSION = "org.freedesktop.login1.Session"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver")
_WATCHED = {
    "SYSTEM": [
        (_MANAGER.interface, "PrepareForSleep"), (_MANAGER.interface, "PrepareForShutdown"), (_SESSION, "Lock"),
        ("org.freedesktop.DBus.Properties", "PropertiesChanged"),
    ],
    "SESSION": [(saver, "ActiveChanged") for saver in _SAVERS],
}  # fmt: skip
NO_BUS = (OSError, KeyError, ValueError, RuntimeError)


def meaning(interface: str, member: str, body: tuple[Any, ...]) -> Ending | None:
    """What a signal says about the person in front of the machine."""
    if member in {"PrepareForSleep", "PrepareForShutdown"}:
        ending = Ending.ASLEEP if member == "PrepareForSleep" else Ending.LOGGED_OUT
        return ending if body[:1] == (True,) else None
    if interface == _SESSION and member == "Lock":
        return Ending.LOCKED
    if member == "ActiveChanged" and interface in _SAVERS:
        return Ending.LOCKED if body[:1] == (True,) else None
    return _changed(body) if member == "PropertiesChanged" and body[:1] == (_SESSION,) else None


def _changed(body: tuple[Any, ...]) -> Ending | None:
    values: Mapping[str, tuple[str, Any]] = body[1]
    if values.get("LockedHint", ("b", False))[1] is True:
        return Ending.LOCKED
    return Ending.SWITCHED if values.get("Active", ("b", True))[1] is False else None


class Seat(threading.Thread):
    """Listens on one bus until it closes."""

    def __init__(self, bus: str, told: Callable[[Ending], None]) -> None:
        super().__init__(name=f"seat-{bus.lower()}", daemon=True)
        self._told, self._running = told, True
        self._connection: DBusConnection = open_dbus_connection(bus)
        self._ours = _own_session(self._connection) if bus == "SYSTEM" else None
        for interface, member in _WATCHED[bus]:
            self._connection.send(message_bus.AddMatch(_rule(interface, member)))

    def run(self) -> None:
        """Until the bus is gone or it is stopped."""
        try:
            while self._running:
                self._hear(self._connection.receive())
        except NO_BUS:
            return

    def stop(self) -> None:
        """Tell nothing any more."""
        self._running = False

    def _hear(self, message: Any) -> None:
        fields = {field.name: value for field, value in message.header.fields.items()}
        if message.header.message_type is not MessageType.signal or not self._concerns(fields):
            return
        ending = meaning(fields.get("interface", ""), fields.get("member", ""), message.body)
        if ending is not None and self._running:
            self._told(ending)

    def _concerns(self, fields: Mapping[str, Any]) -> bool:
        """Signals of other people's sessions are not about us."""
        path = str(fields.get("path", ""))
        return "/session/" not in path or self._ours is None or path == self._ours


def watch(told: Callable[[Ending], None]) -> Callable[[], None]:
    """Listen on every bus there is, until what is given back is called."""
    seats = []
    for bus in _WATCHED:
        try:
            seats.append(Seat(bus, told))
        except NO_BUS:
            continue
    for seat in seats:
        seat.start()

    def stop() -> None:
        for seat in seats:
            seat.stop()

    return stop


def _rule(interface: str, member: str) -> MatchRule:
    return MatchRule(type="signal", interface=interface, member=member)


def _own_session(connection: DBusConnection) -> str | None:
    """The session that this process belongs to; None when logind does not know it."""
    asked = new_method_call(_MANAGER, "GetSessionByPID", "u", (os.getpid(),))
    try:
        return str(unwrap_msg(connection.send_and_get_reply(asked, timeout=2))[0])
    except (*NO_BUS, DBusErrorResponse):
        return None
