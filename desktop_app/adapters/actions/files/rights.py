"""A file of the user's own that may not be opened or changed: its owner gives the right back to himself."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.files.looking import is_mine, named, place, readable, visible
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("file", "folder", "count")
_SHOWN = 10
_FILE, _FOLDER = stat.S_IRUSR | stat.S_IWUSR, stat.S_IRWXU
# chflags(2) of macOS: what Finder calls locked
_LOCKED = getattr(stat, "UF_IMMUTABLE", 2)


@check("files.rights", Shown(("locked", "not_yours", "fine"), _FACTS, {"wanted": str}))
def rights(here: Here, given: Given) -> Result:
    """Files of the home folder that their owner may not read and write; with `wanted`, that one alone."""
    wanted = named(given.text("wanted")) if given.text("wanted") else None
    looked_at = [wanted] if wanted else visible(here)
    locked, foreign = [], []
    for path in looked_at:
        with suppress(OSError):
            if not _is_ours(path):
                foreign += [path] if _is_shut(path) else []
            elif _wants(path):
                locked.append(path)
    items = tuple(_items(here, locked))
    if locked:
        return Result("locked", {**items[0].facts, "count": len(locked)}, items=items)
    if foreign:
        facts: Facts = {"file": readable(foreign[0]), "folder": place(here, foreign[0]), "count": len(foreign)}
        return Result("not_yours", facts, f"{foreign[0]}: owner {foreign[0].lstat().st_uid}")
    return Result("fine", {"count": 0})


def _items(here: Here, paths: list[Path]) -> Iterator[Item]:
    for path in sorted(paths, key=_age)[:_SHOWN]:
        yield Item(holding.stored(path), {"file": readable(path), "folder": place(here, path)})


def _age(path: Path) -> float:
    with suppress(OSError):
        return -path.lstat().st_mtime
    return 0.0


def _is_ours(path: Path) -> bool:
    return sys.platform == "win32" or path.lstat().st_uid == os.getuid()


def _is_shut(path: Path) -> bool:
    """Whether somebody else's file may not be read and written by us either."""
    status = path.lstat()
    groups = {os.getgid(), *os.getgroups()}
    ours = status.st_mode >> 3 if status.st_gid in groups else status.st_mode
    return ours & 0o6 != 0o6 and (os.geteuid() == 0 or not os.access(path, os.R_OK | os.W_OK))


def _wants(path: Path) -> int:
    """The rights that the owner lacks; the lock of macOS counts as one."""
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return 0
    lacks = (_FOLDER if stat.S_ISDIR(status.st_mode) else _FILE) & ~status.st_mode
    return lacks or getattr(status, "st_flags", 0) & _LOCKED


@repair("files.rights.give", Shown(("done", "nothing"), _FACTS, {"file": str}, resource="rights"))
class Give:
    """Gives the owner of a file the right to read and write it."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The rights now and afterwards."""
        path = named(given.text("file"))
        if path is None or not is_mine(here, path) or not os.path.lexists(path) or not _is_ours(path):
            return Plan(outcome="nothing")
        status = path.lstat()
        before = stat.S_IMODE(status.st_mode)
        after = before | (_FOLDER if stat.S_ISDIR(status.st_mode) else _FILE)
        flags = getattr(status, "st_flags", 0) & _LOCKED
        saved = {"path": holding.stored(path), "before": before, "after": after, "flags": flags}
        if (before, flags) == (after, 0):
            return Plan(outcome="nothing")
        return Plan(saved, {"file": readable(path), "folder": place(here, path)}, f"{path}: {before:o} to {after:o}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """The lock first, or the rights could not be changed."""
        path = self._path(here, saved)
        if saved["flags"]:
            _set_lock(path, on=False)
        path.chmod(int(saved["after"]) & 0o777)
        say("setting_changed", 1)
        return Result("done", {"file": readable(path)})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Only rights that are as we left them, or as they were, are touched."""
        path = self._path(here, saved)
        if not os.path.lexists(path):
            return "gone"
        return "" if stat.S_IMODE(path.lstat().st_mode) in (saved["before"], saved["after"]) else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """As it was."""
        path = self._path(here, saved)
        path.chmod(int(saved["before"]) & 0o7777)
        if saved["flags"]:
            _set_lock(path, on=True)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _path(self, here: Here, saved: Saved) -> Path:
        path = holding.restored(saved["path"])
        if not is_mine(here, path) or path.is_symlink():
            raise ActionFailed(f"not a file of the home folder: {path}")
        return path


def _set_lock(path: Path, *, on: bool) -> None:
    if hasattr(os, "chflags"):
        flags = getattr(path.lstat(), "st_flags", 0)
        os.chflags(path, flags | _LOCKED if on else flags & ~_LOCKED)
