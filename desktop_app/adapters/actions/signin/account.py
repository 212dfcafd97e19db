"""Whether this user's account is locked: only the organisation opens it again."""

from contextlib import suppress

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.adapters.actions.signin.password import user
from desktop_app.domain.action import ActionFailed, Given, Result

_FACTS = ("count",)
_MANY = 3
_WINDOWS = (
    '$u=[ADSI]"WinNT://$env:USERDOMAIN/$env:USERNAME,user"; '
    "@{locked=$u.IsAccountLocked; flags=$u.UserFlags.Value; wrong=$u.BadPasswordAttempts.Value} "
    "| ConvertTo-Json -Compress"
)
_DISABLED_FLAG = 0x2


@check("signin.account", Shown(("locked", "disabled", "tried", "fine", "unknown"), _FACTS))
def account_state(here: Here, _: Given) -> Result:
    """Locked, switched off, or tried several times with a wrong password lately (`count`)."""
    read = {"linux": _of_linux, "windows": _of_windows, "macos": _of_mac}[here.system]
    with suppress(ActionFailed, ValueError, LookupError, TypeError, OSError):
        return read(here)
    return Result("unknown")


def _of_linux(here: Here) -> Result:
    """`passwd -S` tells a locked password; `faillock` counts wrong ones, where it is in use."""
    status = here.asked("passwd", "-S", user(here), deadline_s=5).split()
    wrong = _wrong_ones(here)
    if status[1] in ("L", "LK"):
        return Result("locked", {"count": wrong})
    return Result("tried" if wrong >= _MANY else "fine", {"count": wrong})


def _wrong_ones(here: Here) -> int:
    with suppress(ActionFailed):
        return read_faillock(here.asked("faillock", "--user", user(here), deadline_s=5))
    return 0


def read_faillock(text: str) -> int:
    """Lines `2026-11-22 08:01:02 TTY tty1 V`: V still counts, I no longer."""
    return sum(line.split()[-1:] == ["V"] for line in text.splitlines() if line[:2] == "20")


def _of_windows(here: Here) -> Result:
    answer = rows(powershell(here, _WINDOWS))[0]
    facts = {"count": int(answer.get("wrong") or 0)}
    if answer["locked"]:
        return Result("locked", facts)
    if int(answer.get("flags") or 0) & _DISABLED_FLAG:
        return Result("disabled", facts)
    return Result("tried" if facts["count"] >= _MANY else "fine", facts)


def _of_mac(here: Here) -> Result:
    """`User <camille> is allowed to authenticate` or the contrary, with the reason after it."""
    ran = here.run("pwpolicy", "-u", user(here), "authentication-allowed", deadline_s=8)
    said = ran.out + ran.err
    if "not allowed" in said:
        return Result("disabled" if "disabled" in said else "locked", {"count": 0})
    return Result("fine" if "is allowed" in said else "unknown", {"count": 0})
