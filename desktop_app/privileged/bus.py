"""The service on the system's bus of Linux, where polkit says who may. Nobody is asked for a password."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from desktop_app.adapters.policy.toml import TomlPolicy
from desktop_app.privileged.service import KEY, Service, named, run
from desktop_app.privileged.verbs import Means, Refused

NAME = "org.rescousse.Privileged1"
PATH = "/org/rescousse/Privileged1"
POLICY = Path("/etc/rescousse/policy.toml")
_POLKIT = DBusAddress(
    "/org/freedesktop/PolicyKit1/Authority",
    bus_name="org.freedesktop.PolicyKit1",
    interface="org.freedesktop.PolicyKit1.Authority",
)
_POLKIT_S, _IDLE_S = 10, 60
_OWNER = 1  # the answer to RequestName when the name is ours


def main() -> int:
    """Serve until idle."""
    with open_dbus_connection("SYSTEM") as asking:
        serve(Service("linux", Means(run, Path("/etc/hosts")), allowed, polkit(asking)))
    return 0


def allowed(file: Path = POLICY) -> list[str]:
    """The verbs that the computer's own policy names: never another file, whatever the caller's environment says."""
    found, _ = TomlPolicy(file).read()
    return named(found.get(KEY, ([], False))[0])


def polkit(bus: DBusConnection) -> Callable[[str, str], bool]:
    """Asks polkit whether a caller may; nobody is asked for a password. No answer is a no."""

    def may(caller: str, verb: str) -> bool:
        who = {"name": ("s", caller)}
        body: tuple[Any, ...] = (("system-bus-name", who), f"org.rescousse.privileged.{verb}", {}, 0, "")
        call = new_method_call(_POLKIT, "CheckAuthorization", "(sa{sv})sa{ss}us", body)
        try:
            answer = bus.send_and_get_reply(call, timeout=_POLKIT_S)
        except (OSError, TimeoutError):
            return False
        is_answer = answer.header.message_type is MessageType.method_return
        return bool(is_answer and answer.body[0][0])

    return may


def serve(service: Service[str], idle_s: float = _IDLE_S) -> None:
    """Answers until nobody has asked for `idle_s` seconds; the bus starts it again when somebody does.

    `service` asks polkit over a connection of its own: what arrives on this one meanwhile must wait, not be lost.
    """
    with open_dbus_connection("SYSTEM") as bus:
        if bus.send_and_get_reply(message_bus.RequestName(NAME)).body[0] != _OWNER:
            return
        while True:
            try:
                message = bus.receive(timeout=idle_s)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call:
                bus.send(answer(service, message))


def answer(service: Service[str], message: Message) -> Message:
    """What a call is answered; its caller is a unique name on the bus."""
    fields = message.header.fields
    asked = (
        fields.get(HeaderFields.interface, NAME),
        fields.get(HeaderFields.member),
        fields.get(HeaderFields.signature),
    )
    if asked == (NAME, "Allowed", None):
        return new_method_return(message, "as", (service.verbs(),))
    if asked != (NAME, "Run", "sas"):
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
    try:
        service.do(str(fields[HeaderFields.sender]), *message.body)
    except Refused as refused:
        return new_error(message, f"{NAME}.{refused.kind}", "s", (str(refused),))
    return new_method_return(message)
