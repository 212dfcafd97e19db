"""When this user's own password runs out, as the system tells it without any right."""

import getpass
import plistlib
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.settings_pages import OPENED, OpenPage
from desktop_app.domain.action import ActionFailed, Given, Result
from desktop_app.domain.fix import Facts

_FACTS = ("left_seconds", "date")
_SOON_DAYS = 14
_CHAGE_DATE = "%b %d, %Y"
# Age and greatest age in seconds; 65536 among the flags: never runs out
_WINDOWS = (
    '$u=[ADSI]"WinNT://$env:USERDOMAIN/$env:USERNAME,user"; '
    "@{age=$u.PasswordAge.Value; most=$u.MaxPasswordAge.Value; flags=$u.UserFlags.Value; "
    "expired=$u.PasswordExpired.Value} | ConvertTo-Json -Compress"
)
_NEVER_FLAG = 0x10000
_MAC_RULE = "policyAttributeExpiresEveryNDays"


@dataclass(frozen=True)
class Password:
    """`until` None: it never runs out. `set_at`: when it was chosen, where that is told."""

    until: datetime | None
    set_at: datetime | None = None


@check("signin.password", Shown(("expired", "soon", "fine", "never", "unknown"), _FACTS, {"days": int}))
def password_end(here: Here, given: Given) -> Result:
    """How long the password still serves; `soon` within `days`."""
    found = password(here)
    if found is None:
        return Result("unknown")
    if found.until is None:
        return Result("never")
    left = (found.until - _now()).total_seconds()
    facts: Facts = {"left_seconds": max(0, round(left)), "date": found.until.date().isoformat()}
    if left <= 0:
        return Result("expired", facts)
    is_soon = left <= given.number("days", _SOON_DAYS) * 86400
    return Result("soon" if is_soon else "fine", facts)


def password(here: Here) -> Password | None:
    """What is known of this user's password; None when nothing is."""
    read = {"linux": _of_linux, "windows": _of_windows, "macos": _of_mac}[here.system]
    with suppress(ActionFailed, ValueError, LookupError, TypeError, OSError):
        return read(here)
    return None


def user(here: Here) -> str:
    """The name of this user's account."""
    return here.environ.get("USER") or here.environ.get("USERNAME") or getpass.getuser()


def _of_linux(here: Here) -> Password | None:
    return read_chage(here.asked("chage", "-l", user(here), deadline_s=5))


def read_chage(text: str) -> Password | None:
    """`Password expires : Nov 27, 2026`, `never`, or `password must be changed`."""
    lines = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in text.splitlines())}
    end = lines.get("Password expires")
    if end is None:
        return None
    changed = lines.get("Last password change", "")
    set_at = _day(changed) if re.search(r"\d{4}$", changed) else None
    if end == "never":
        return Password(None, set_at)
    return Password(_day(end), set_at) if re.search(r"\d{4}$", end) else Password(_now() - timedelta(days=1), set_at)


def _day(text: str) -> datetime:
    return datetime.strptime(text, _CHAGE_DATE).replace(tzinfo=UTC)


def _of_windows(here: Here) -> Password | None:
    return read_windows(rows(powershell(here, _WINDOWS))[0])


def read_windows(answer: dict[str, Any]) -> Password:
    """Seconds of age; a greatest age of nothing or of 2³²-1 means that there is none."""
    age, most = int(answer["age"] or 0), int(answer["most"] or 0)
    set_at = _now() - timedelta(seconds=age)
    if int(answer["flags"] or 0) & _NEVER_FLAG or most in (0, -1, 0xFFFFFFFF):
        return Password(None, set_at)
    until = set_at + timedelta(seconds=most)
    return Password(min(until, _now()) if answer.get("expired") else until, set_at)


def _of_mac(here: Here) -> Password | None:
    """A rule of the organisation in days, and the day of the last change in the account's own record."""
    rules = here.asked("pwpolicy", "-u", user(here), "-getaccountpolicies", deadline_s=8)
    record = here.asked("dscl", "-plist", ".", "-read", f"/Users/{user(here)}", "accountPolicyData", deadline_s=8)
    return read_mac(rules, record)


def read_mac(rules: str, record: str) -> Password:
    """Both answers are property lists, the first after a line of words."""
    days = re.search(rf"<key>{_MAC_RULE}</key>\s*<(?:integer|string)>(\d+)<", rules)
    outer = plistlib.loads(record.encode())
    inner = plistlib.loads(outer["dsAttrTypeNative:accountPolicyData"][0].encode())
    set_at = datetime.fromtimestamp(float(inner["passwordLastSetTime"]), UTC)
    return Password(set_at + timedelta(days=int(days[1])) if days and int(days[1]) else None, set_at)


def _now() -> datetime:
    return datetime.now(UTC)


@repair("signin.password.open", Shown(OPENED, resource="settings_page", undoable=False))
class OpenPasswordPage(OpenPage):
    """Shows the system's own page for a new password: it never passes through us."""

    page = "password"
