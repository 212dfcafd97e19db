"""Lines of the hosts file that send well-known sites, or the help desk, somewhere else: found, put aside, put back."""
# ruff: noqa: ARG002 -- every action has the same shape

import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from desktop_app.adapters.actions import privileged
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.asking_names import ask
from desktop_app.adapters.actions.network.names import name_to_find
from desktop_app.adapters.actions.network.names_systems import SYSTEMS
from desktop_app.adapters.actions.network.proxy import answers
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.text_files import drop_draft, rewrite
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("site", "count", "address")
# Where people sign in, and where protection and updates come from: nobody writes these down for a good reason
_NEVER = frozenset(
    {
        *("login.microsoftonline.com", "login.live.com", "accounts.google.com", "appleid.apple.com", "microsoft.com"),
        *("outlook.office.com", "outlook.office365.com", "office.com", "teams.microsoft.com", "mail.google.com"),
        *("update.microsoft.com", "windowsupdate.com", "download.windowsupdate.com", "security.debian.org"),
        *("security.ubuntu.com", "swscan.apple.com", "virustotal.com", "malwarebytes.com", "kaspersky.com", "eset.com"),
        *("bitdefender.com", "avast.com", "norton.com", "sophos.com", "f-secure.com", "trendmicro.com"),
    }
)
# These may be blocked on purpose; sent to a machine that exists, they are forged
_NEVER_ELSEWHERE = frozenset(
    {
        *("google.com", "google.fr", "google.de", "google.nl", "google.be", "bing.com", "duckduckgo.com", "amazon.com"),
        *("amazon.fr", "amazon.de", "amazon.nl", "paypal.com", "facebook.com", "youtube.com", "linkedin.com"),
        *("apple.com", "icloud.com", "outlook.com", "wikipedia.org", "wetransfer.com"),
    }
)
# The search engines' own machines for schools
_FOR_SCHOOLS = frozenset({"216.239.38.119", "216.239.38.120", "204.79.197.220"})
_MARK, _KEPT = "# off-by-rescousse-{}: ", "# kept-by-rescousse-{}"
_CLEAN, _RESTORE = "hosts.clean", "hosts.restore"
TOKEN = re.compile(r"[0-9a-f]{8}")
"""The shape of what tells the marks of one repair from those of another."""


def file_of(here: Here) -> Path:
    """The hosts file."""
    if here.system == "windows":
        return Path(here.environ.get("SystemRoot", r"C:\Windows")) / "System32/drivers/etc/hosts"
    return here.at("etc/hosts")


def read(file: Path) -> str:
    """Its text, whatever bytes it holds; ActionFailed when it cannot be read."""
    try:
        return file.read_bytes().decode("utf-8", "surrogateescape")
    except OSError as problem:
        raise ActionFailed(f"{file}: {problem.strerror}") from problem


def entries(text: str) -> Iterator[tuple[str, str]]:
    """Every name with its address."""
    for line in text.split("\n"):
        address, *names = line.partition("#")[0].split() or [""]
        yield from ((name.lower().removeprefix("www."), address) for name in names)


def forged(text: str, is_lost: Callable[[str, str], bool]) -> dict[str, str]:
    """The names that should not stand here, with their address. `is_lost` judges the name of the help desk."""
    return {name: at for name, at in entries(text) if _is_forged(name, at) or is_lost(name, at)}


def listed(text: str) -> dict[str, str]:
    """Those of them that stand on our own list, whatever the help desk is called."""
    return forged(text, lambda _name, _address: False)


def _is_forged(name: str, address: str) -> bool:
    return name in _NEVER or (name in _NEVER_ELSEWHERE and not _is_nowhere(address) and address not in _FOR_SCHOOLS)


def _is_nowhere(address: str) -> bool:
    try:
        number = ip_address(address)
    except ValueError:
        return True
    return number.is_loopback or number.is_unspecified


def _judge(here: Here) -> Callable[[str, str], bool]:
    """The help desk's name is forged when the name servers know it and nobody answers where this file sends it."""
    desk, parts = name_to_find(here).lower(), urlsplit(here.helpdesk_url())

    def is_lost(name: str, address: str) -> bool:
        if not desk or name != desk.removeprefix("www.") or answers(address, _port(parts.scheme, parts.port)):
            return False
        return ask(SYSTEMS[here.system].look(here, "").servers, desk) == "known"

    return is_lost


def _port(scheme: str, port: int | None) -> int:
    return port or {"http": 80}.get(scheme, 443)


@check("network.hosts_file", Shown(("clean", "redirected"), _FACTS))
def hosts_file(here: Here, _: Given) -> Result:
    """Whether the hosts file sends somebody astray."""
    found = forged(read(file_of(here)), _judge(here))
    lines = "; ".join(f"{at} {name}" for name, at in found.items())
    return Result("redirected" if found else "clean", _facts(found), lines)


def _facts(found: dict[str, str]) -> Facts:
    return {"site": "\n".join(found) or "–", "count": len(found), "address": next(iter(found.values()), "")}


@repair("network.hosts_file.clean", Shown(("done", "not_allowed", "nothing"), _FACTS, resource="hosts_file"))
class Clean:
    """Puts the forged lines aside, in the file itself."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The names, and a mark of their own; `not_allowed` when neither this account nor the service may write."""
        file = file_of(here)
        found = forged(read(file), _judge(here))
        if not found:
            return Plan(outcome="nothing")
        is_ours = os.access(file, os.W_OK) and os.access(file.resolve().parent, os.W_OK)
        if not is_ours and not _may_ask(here, found):
            return Plan(outcome="not_allowed", facts=_facts(found))
        saved = {"names": sorted(found), "token": secrets.token_hex(4)}
        return Plan(saved, _facts(found), "; ".join(f"{at} {name}" for name, at in found.items()))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Marks the lines; those already marked are comments by now."""
        names, token = set(saved["names"]), token_of(saved)
        is_done = self._change(here, lambda text: off(text, names, token))
        if not is_done and _may_ask(here, names):
            is_done = privileged.did(here, _CLEAN, token)
        say("setting_changed" if is_done else "", 1)
        return Result("done" if is_done else "not_allowed", {"count": len(saved["names"])})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Our marks must still be there, or the lines as they were."""
        text = read(file_of(here))
        there = {name for name, _ in entries(text)}
        is_back = there.issuperset(saved["names"])
        return "" if _MARK.format(token_of(saved)) in text or is_back else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """Takes our marks away; ActionFailed when neither this account nor the service may."""
        token = token_of(saved)
        is_done = self._change(here, lambda text: on(text, token))
        if not is_done and not privileged.did(here, _RESTORE, token):
            raise ActionFailed("the hosts file may not be written")

    def forget(self, here: Here, saved: Saved) -> None:
        """The marks stay: they are comments."""

    def _change(self, here: Here, turn: Callable[[str], str]) -> bool:
        file = file_of(here)
        before = read(file)
        after = turn(before)
        try:
            if after != before:
                rewrite(file, after)
            else:
                drop_draft(file)
        except PermissionError:
            return False
        return True


def _may_ask(here: Here, names: Iterable[str]) -> bool:
    """Whether the service, which goes by our own list alone, would find them all, and may put them back."""
    return listed(read(file_of(here))).keys() >= set(names) and privileged.may(here, _CLEAN, _RESTORE)


def token_of(saved: Saved) -> str:
    """The mark of a change; ActionFailed when the record was not written by us."""
    token = str(saved["token"])
    if not TOKEN.fullmatch(token):
        raise ActionFailed("not a mark of ours")
    return token


def off(text: str, names: set[str], token: str) -> str:
    """The text with every line of `names` marked; the other names of such a line get a line of their own."""
    return "\n".join(part for line in text.split("\n") for part in _parted(line, names, token))


def _parted(line: str, names: set[str], token: str) -> list[str]:
    address, *named = line.partition("#")[0].split() or [""]
    good = [name for name in named if name.lower().removeprefix("www.") not in names]
    if len(good) == len(named):
        return [line]
    kept = [f"{address} {' '.join(good)} {_KEPT.format(token)}"] if good else []
    return [*kept, _MARK.format(token) + line]


def on(text: str, token: str) -> str:
    """The text as it was before `off` with this token."""
    mark, kept = _MARK.format(token), _KEPT.format(token)
    lines = (line for line in text.split("\n") if not line.endswith(kept))
    return "\n".join(line.removeprefix(mark) for line in lines)
