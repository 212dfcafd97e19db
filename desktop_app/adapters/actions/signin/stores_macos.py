"""The keychain of macOS: listed without secrets by `security`, renamed through the system's own SecItemUpdate."""

import re
from datetime import UTC, datetime

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.signin.stores import AWAY, Entry
from desktop_app.domain.action import ActionFailed

_VALUE = re.compile(r'^\s+"(\w+)"<\w+>=(?:0x[0-9A-F]+\s+)?"(.*)"$', re.MULTILINE)
_INTERNET = 'class: "inet"'
_DATE = "%Y%m%d%H%M%SZ"
_FIND = (
    "ObjC.import('Security'); ObjC.import('Foundation'); const e = $.NSProcessInfo.processInfo.environment; "
    "const v = n => ObjC.unwrap(e.objectForKey(n)); const q = {'class': 'inet', 'srvr': v('RESCOUSSE_FROM'), "
    "'acct': v('RESCOUSSE_ACCOUNT')}; "
)
_RENAME = _FIND + "$.SecItemUpdate($(q), $({'srvr': v('RESCOUSSE_TO')}))"
_DELETE = _FIND + "$.SecItemDelete($(q))"
_BETWEEN = "|"
_DONE = "0"


class Keychain:
    """An entry is found by its account and its server: `account|server`."""

    def __init__(self, here: Here) -> None:
        self._here = here

    def entries(self) -> list[Entry]:
        """Passwords of the kind `internet`."""
        return [entry for entry in self._all() if not entry.key.endswith(AWAY)]

    def move_away(self, entry: str, key: str) -> None:
        """Another server."""
        self._rename(entry, key, key + AWAY)

    def move_back(self, entry: str, key: str) -> None:
        """Its own server."""
        self._rename(entry, key + AWAY, key)

    def hindrance(self, entry: str, key: str) -> str:
        """`gone`, or `changed_since` when a newer one stands in its place."""
        servers = self._servers(entry)
        if key + AWAY not in servers:
            return "" if key in servers else "gone"
        return "changed_since" if key in servers else ""

    def delete_moved(self, entry: str, key: str) -> None:
        """Under the name that we gave it."""
        if key + AWAY in self._servers(entry):
            self._ask(_DELETE, entry, key + AWAY)

    def delete(self, entry: str) -> None:
        """Deletes it."""
        self._ask(_DELETE, entry, entry.rpartition(_BETWEEN)[2])

    def _rename(self, entry: str, old: str, new: str) -> None:
        if old in self._servers(entry):
            self._ask(_RENAME, entry, old, new)

    def _servers(self, entry: str) -> list[str]:
        account = entry.rpartition(_BETWEEN)[0]
        return [found.key for found in self._all() if found.account == account]

    def _ask(self, script: str, entry: str, server: str, new: str = "") -> None:
        account = entry.rpartition(_BETWEEN)[0]
        names = {"RESCOUSSE_FROM": server, "RESCOUSSE_TO": new, "RESCOUSSE_ACCOUNT": account}
        said = self._here.asked("osascript", "-l", "JavaScript", "-e", script, deadline_s=60, **names).strip()
        if said != _DONE:
            raise ActionFailed(f"the keychain answered {said}")

    def _all(self) -> list[Entry]:
        return read_keychain(self._here.asked("security", "dump-keychain", deadline_s=10))


def read_keychain(text: str) -> list[Entry]:
    """Blocks of attributes, one an entry; those of other classes are left out."""
    blocks = re.split(r"^keychain: ", text, flags=re.MULTILINE)
    found = [dict(_VALUE.findall(block)) for block in blocks if _INTERNET in block]
    return [_entry(values) for values in found if values.get("srvr")]


def _entry(values: dict[str, str]) -> Entry:
    server, account = values["srvr"], values.get("acct", "")
    written = values.get("mdat", "").removesuffix("\\000")
    kept_at = datetime.strptime(written, _DATE).replace(tzinfo=UTC) if written else datetime.now(UTC)
    return Entry(f"{account}{_BETWEEN}{server}", server, server, account, kept_at)
