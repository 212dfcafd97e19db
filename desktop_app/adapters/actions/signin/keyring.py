"""The keyring: where programs keep passwords. Locked, it asks and asks; stuck, nothing signs in any more."""
# ruff: noqa: ARG002 -- every action has the same shape

from contextlib import suppress

import psutil

from desktop_app.adapters.actions import processes
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import UNIX, Final, Shown, check, repair
from desktop_app.adapters.actions.signin.secrets import Missing, Silent, secrets
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

_STATES = ("open", "locked", "stuck", "missing", "no_collection", "unknown")
_PATIENCE_S = 100
_KEEPERS = frozenset({"gnome-keyring-d", "gnome-keyring-daemon", "kwalletd5", "kwalletd6", "ksecretd", "keepassxc"})
# The system's own functions; the first bit of the state says that it is open
_MAC = "ObjC.import('Security'); "
_MAC_STATE = _MAC + "const s = Ref(); const r = $.SecKeychainGetStatus(undefined, s); r + ' ' + s[0]"
_MAC_UNLOCK = _MAC + "$.SecKeychainUnlock(undefined, 0, undefined, false)"
_OPEN_BIT = 1


@check("signin.keyring", Shown(_STATES, ("program",), systems=UNIX))
def keyring_state(here: Here, _: Given) -> Result:
    """Whether programs get at the passwords kept for them."""
    return _of_mac(here) if here.system == "macos" else _of_linux(here)


def _of_linux(here: Here) -> Result:
    try:
        with secrets(here) as store:
            collection = store.default()
            if not collection:
                return Result("no_collection")
            return Result("locked" if store.is_locked(collection) else "open", detail=collection)
    except Silent as silence:
        return Result("stuck", detail=silence.detail)
    except Missing as absence:
        return Result("missing", detail=absence.detail)


def _of_mac(here: Here) -> Result:
    if here.run("security", "default-keychain", deadline_s=5).code != 0:
        return Result("no_collection")
    return Result(read_mac(here.asked("osascript", "-l", "JavaScript", "-e", _MAC_STATE, deadline_s=5)))


def read_mac(text: str) -> str:
    """`0 7`: no error, and the bits of the state."""
    code, _, bits = text.strip().partition(" ")
    if code != "0" or not bits.isdigit():
        return "unknown"
    return "open" if int(bits) & _OPEN_BIT else "locked"


@repair("signin.keyring.unlock", Shown(("done", "not_opened", "nothing"), systems=UNIX, resource="keyring"))
class Unlock:
    """Has the system ask for the password of the keyring, in its own window; it never passes through us."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which collection; `nothing` when it is open already."""
        found = keyring_state(here, given)
        if found.outcome != "locked":
            return Plan(outcome="nothing")
        return Plan({"collection": found.detail}, detail=found.detail)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Waits until the user has typed it, or closed the window."""
        if here.system == "macos":
            here.run("osascript", "-l", "JavaScript", "-e", _MAC_UNLOCK, deadline_s=_PATIENCE_S)
            return Result("done" if _of_mac(here).outcome == "open" else "not_opened")
        with secrets(here) as store:
            is_open = not store.is_locked(_ours(saved)) or store.unlock(_ours(saved), say, _PATIENCE_S)
        return Result("done" if is_open else "not_opened")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Open or locked, both can be."""
        return "" if keyring_state(here, Given()).outcome in ("open", "locked") else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Locked again."""
        if here.system == "macos":
            here.asked("security", "lock-keychain")
            return
        with secrets(here) as store:
            store.lock(_ours(saved))

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _ours(saved: Saved) -> str:
    collection = str(saved["collection"])
    if not collection.startswith("/org/freedesktop/secrets/"):
        raise ActionFailed("not a keyring")
    return collection


@repair(
    "signin.keyring.restart",
    Shown(("done", "nothing", "refused"), ("program",), systems=UNIX, resource="keyring", undoable=False),
)
class Restart(Final):
    """Ends the program behind a keyring that does not answer; the next question starts it anew."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The program, by number and time of start."""
        if here.system == "macos":
            return Plan(outcome="nothing")
        with secrets(here) as store:
            keeper = _keeper(store.process_id())
        if keeper is None:
            return Plan(outcome="nothing")
        return Plan({"program": processes.mark(keeper)}, {"program": keeper.name()}, f"{keeper.pid} {keeper.name()}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Ends it, and asks the new one whether it is there."""
        keeper = _keeper(int(str(saved["program"]).partition(":")[0]))
        if keeper and processes.mark(keeper) == saved["program"]:
            try:
                keeper.kill()
                psutil.wait_procs([keeper], timeout=5)
            except psutil.AccessDenied as refusal:
                raise ActionFailed(str(refusal)) from refusal
        say("program_ended", 1)
        return Result("done" if keyring_state(here, Given()).outcome != "stuck" else "refused")


def _keeper(number: int) -> psutil.Process | None:
    """The program of this number when it is a keyring of this user."""
    with suppress(psutil.Error):
        process = psutil.Process(number)
        if process.name() in _KEEPERS and process.username() == psutil.Process().username():
            return process
    return None
