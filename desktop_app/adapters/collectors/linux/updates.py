"""Linux: which updates came, failed and wait, and what was decided about them."""

import re
from collections.abc import Iterator
from datetime import datetime

from desktop_app.adapters.collectors.child import output, printed
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.later import Told
from desktop_app.adapters.collectors.linux.packages import debian
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.sections.upkeep import FailedUpdate, Patch, PendingUpdate, UpdateRule, Updates

_HISTORY = "var/log/apt/history.log"
_TAIL = 256 * 1024
_MOST_PATCHES, _MOST_FAILED, _MOST_PENDING = 100, 20, 500
_CHANGED = lazily(r"([^\s,()]+?)(?::\w+)? \(([^,()]+)(?:, ([^,()]+))?[^()]*\)")
_OFFERED = lazily(r"^([^/\s]+)/(\S+) (\S+) \S+ \[upgradable from: ([^\]]+)\]")
_RULE = lazily(r'^\s*((?:APT::Periodic|Unattended-Upgrade)::[\w:-]+)\s+"([\w.:/-]*)"\s*;')
_CODE = lazily(r"error code \(?(\d+)")


def updates(tree: Tree, pending: Told[list[PendingUpdate]] = Told()) -> Updates | Partly:  # noqa: B008 - frozen
    """When updates were looked for and installed, what failed, and what is `pending` as far as that was asked."""
    parts = Parts()
    parts.note(pending.reason)
    rules = tuple(_rules(tree))
    runs = parts.rows(lambda: _runs(tree))
    waiting = pending.answer
    return parts.whole(
        Updates(
            pending_count=None if waiting is None else len(waiting),
            security_count=None if waiting is None else sum(bool(update.security) for update in waiting),
            asked_at=None if pending.asked_at is None else moment(pending.asked_at.timestamp()),
            pending=tuple(waiting or ())[:_MOST_PENDING],
            checked_at=tree.changed_at("var/lib/apt/periodic/update-success-stamp")
            or tree.changed_at("var/lib/apt/lists")
            or tree.changed_at("var/cache/dnf/expired_repos.json")
            or tree.changed_at("var/lib/pacman/sync"),
            installed_at=tree.changed_at(_HISTORY)
            or tree.changed_at("var/lib/dpkg/status")
            or tree.changed_at("var/lib/rpm/rpmdb.sqlite")
            or tree.changed_at("var/lib/pacman/local"),
            automatic=_automatic(tree, rules),
            policy=rules,
            held=debian(tree).held,
            half_installed=debian(tree).half_installed,
            failed=tuple(_failed(runs))[:_MOST_FAILED],
            patches=tuple(_patches(runs))[:_MOST_PATCHES],
        )
    )


def _rules(tree: Tree) -> Iterator[UpdateRule]:
    """What was decided for apt's own timetable; addresses and logins stand elsewhere and are not looked at."""
    found: dict[str, str] = {}
    for name in tree.names("etc/apt/apt.conf.d"):
        for line in tree.lines(f"etc/apt/apt.conf.d/{name}"):
            rule = _RULE.match(line)
            if rule:
                found[rule[1]] = rule[2]
    return (UpdateRule(name, value) for name, value in sorted(found.items()))


def _automatic(tree: Tree, rules: tuple[UpdateRule, ...]) -> bool | None:
    decided = next((rule.value for rule in rules if rule.name == "APT::Periodic::Unattended-Upgrade"), None)
    if decided is not None:
        return decided != "0"
    about = tree.pairs("etc/dnf/automatic.conf")
    return about["apply_updates"].strip() == "yes" if "apply_updates" in about else None


def _runs(tree: Tree) -> list[dict[str, str]]:
    """Each time that apt changed something, the last one first, from the end of its history."""
    text = tree.tail(_HISTORY, _TAIL)
    blocks = (block.partition("Start-Date:")[1:] for block in text.split("\n\n"))
    tables = [dict(line.partition(":")[::2] for line in "".join(block).splitlines()) for block in blocks]
    return [table for table in reversed(tables) if "Start-Date" in table]


def _at(run: dict[str, str]) -> str | None:
    """apt writes the time of this machine's own place, without its name."""
    try:
        return moment(datetime.fromisoformat(" ".join(run["Start-Date"].split())).astimezone().timestamp())
    except ValueError:
        return None


def _patches(runs: tuple[dict[str, str], ...]) -> Iterator[Patch]:
    for run in runs:
        for change in _CHANGED.finditer(run.get("Upgrade", "")):
            yield Patch(clean(change[1]), change[3], change[2], _at(run))


def _failed(runs: tuple[dict[str, str], ...]) -> Iterator[FailedUpdate]:
    for run in runs:
        if "Error" in run:
            names = [change[1] for kind in ("Upgrade", "Install") for change in _CHANGED.finditer(run.get(kind, ""))]
            code = _CODE.search(run["Error"])
            yield FailedUpdate(", ".join(names[:5]) or None, code[1] if code else None, clean(run["Error"]), _at(run))


def pending(tree: Tree) -> list[PendingUpdate]:
    """What is offered and not installed, by the lists that are already here. Takes a second. Raises ProgramFailed."""
    if tree.exists("usr/bin/apt"):
        lines = output(("apt", "list", "--upgradable"), seconds=20).decode("utf-8", "replace").splitlines()
        return [_offered(found) for line in lines if (found := _OFFERED.match(line))]
    if tree.exists("usr/bin/dnf"):
        lines = printed(("dnf", "-C", "-q", "check-update"), seconds=20).text.decode("utf-8", "replace").splitlines()
        words = (line.split() for line in lines)
        return [PendingUpdate(word[0].rpartition(".")[0], word[1]) for word in words if len(word) == 3]
    return []


def _offered(found: re.Match[str]) -> PendingUpdate:
    return PendingUpdate(clean(found[1]), clean(found[3]), clean(found[4]), "security" in found[2])
