"""One yes of the desktop's own dialog: the person picks what is shown, and may take it back there at any time.

Nothing of it is kept: no token is asked for, so that the next sharing asks again. A line that breaks and comes back
within the minute needs none, as this process holds the yes as long as the sharing lasts.
Source: XDG Desktop Portal, interfaces ScreenCast, Request and Session.
"""

import secrets
from collections import deque
from contextlib import ExitStack
from typing import Any

from jeepney import MatchRule, Message, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from desktop_app.domain.consent import ANSWER_S, Ending
from desktop_app.screen.screenful import Lost
from desktop_app.screen.wayland.portal import CAST, NAME, NO_PORTAL, PATH, told

_MONITOR_OR_WINDOW, _HIDDEN, _EMBEDDED = 3, 1, 2
_NO = 1
_PATIENCE_S = 10
_Wishes = dict[str, tuple[str, Any]]


class Cast:
    """Asks as soon as it is made, and waits for the answer. Raises `Lost`: refused, not answered, or not to be had."""

    def __init__(self) -> None:
        self._over: deque[Message] = deque(maxlen=1)
        with ExitStack() as undo:
            try:
                self._bus: DBusConnection = open_dbus_connection("SESSION", enable_fds=True)
                undo.callback(self._bus.close)
                self._session = self._create()
                self._hear_of_the_end()
                self._select()
                self.node = self._start()
                self.remote = self._open()
            except NO_PORTAL as none:
                raise Lost from none
            undo.pop_all()

    def fileno(self) -> int:
        """Readable when `is_over` may be another."""
        return int(self._bus.sock.fileno())

    def close(self) -> None:
        """It is over: a session ends with the connection that asked for it."""
        self._bus.close()

    def is_over(self) -> bool:
        """Whether the person, or the desktop, took it back."""
        try:
            while not self._over:
                self._bus.recv_messages(timeout=0)
        except TimeoutError:
            return False
        except NO_PORTAL:
            return True
        return True

    def _create(self) -> str:
        results = self._asked("CreateSession", "a{sv}", wishes={"session_handle_token": ("s", _token())})
        return str(results["session_handle"][1])

    def _select(self) -> None:
        kinds = told(self._bus, "AvailableSourceTypes") & _MONITOR_OR_WINDOW
        mouse = told(self._bus, "AvailableCursorModes") & _EMBEDDED or _HIDDEN
        wishes: _Wishes = {"types": ("u", kinds), "cursor_mode": ("u", mouse), "multiple": ("b", False)}
        self._asked("SelectSources", "oa{sv}", self._session, wishes=wishes)

    def _start(self) -> int:
        """The dialog, where it did not come before; the number of the stream in PipeWire."""
        return int(self._asked("Start", "osa{sv}", self._session, "")["streams"][1][0][0])

    def _open(self) -> int:
        """A way into PipeWire on which nothing but that stream can be seen."""
        call = new_method_call(CAST, "OpenPipeWireRemote", "oa{sv}", (self._session, {}))
        return int(unwrap_msg(self._bus.send_and_get_reply(call, timeout=_PATIENCE_S))[0].to_raw_fd())

    def _asked(self, member: str, kinds: str, *body: str, wishes: _Wishes | None = None) -> Any:
        """A request of the portal: the call says that it was heard, a signal answers, with any of them the person."""
        token = _token()
        path = f"{PATH}/request/{str(self._bus.unique_name)[1:].replace('.', '_')}/{token}"
        rule = MatchRule(type="signal", interface="org.freedesktop.portal.Request", member="Response", path=path)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_PATIENCE_S)
        with self._bus.filter(rule) as answers:
            call = new_method_call(CAST, member, kinds, (*body, {**(wishes or {}), "handle_token": ("s", token)}))
            unwrap_msg(self._bus.send_and_get_reply(call, timeout=_PATIENCE_S))
            code, results = self._answer(answers)
        if code:
            raise Lost(Ending.REFUSED if code == _NO else Ending.DISPLAY_LOST)
        return results

    def _answer(self, answers: deque[Message]) -> tuple[int, Any]:
        try:
            code, results = self._bus.recv_until_filtered(answers, timeout=ANSWER_S).body
        except TimeoutError as silence:
            raise Lost(Ending.SILENCE) from silence
        return code, results

    def _hear_of_the_end(self) -> None:
        """The session is closed, or nobody is there any more who could close it."""
        closed = MatchRule(
            type="signal", interface="org.freedesktop.portal.Session", member="Closed", path=self._session
        )
        gone = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        gone.add_arg_condition(0, NAME)
        for rule in (closed, gone):
            self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_PATIENCE_S)
            self._bus.filter(rule, queue=self._over)


def _token() -> str:
    return f"rescousse{secrets.token_hex(8)}"
