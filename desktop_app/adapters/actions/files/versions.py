"""Earlier copies of a document that programs keep by themselves: found, and copied beside where the document was."""

import filecmp
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.files.looking import is_mine, place, readable, visible
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say

_FACTS = ("file", "folder", "age_seconds", "count", "copy")
_SHOWN, _DAYS = 12, 60
_DAY = 86400
# Where office programs keep what they save by themselves
_KEPT = {
    "linux": (".config/libreoffice/*/user/backup/*", ".var/app/org.libreoffice.LibreOffice/config/*/*/user/backup/*"),
    "windows": (
        *("AppData/Roaming/Microsoft/Word/*.asd", "AppData/Local/Microsoft/Office/UnsavedFiles/*"),
        *("AppData/Roaming/Microsoft/Excel/*/*.xlsb", "AppData/Roaming/LibreOffice/*/user/backup/*"),
    ),
    "macos": (
        "Library/Containers/com.microsoft.*/Data/Library/Preferences/AutoRecovery/*",
        "Library/Application Support/LibreOffice/*/user/backup/*",
    ),
}
# Copies that editors leave beside a document: `plan.txt~`, `plan.ods.bak`, `#plan.txt#`
_BESIDE = re.compile(r"(?:(?P<tilde>.+)~|(?P<bak>.+\.\w+)\.bak|#(?P<hash>.+)#)", re.IGNORECASE)
# What LibreOffice puts between the name and its ending
_NUMBERED = re.compile(r"(_\d+)(?=\.\w+$)")


@check("files.versions", Shown(("found", "none", "back"), _FACTS, {"wanted": str}))
def versions(here: Here, given: Given) -> Result:
    """Earlier copies, the latest first; with `wanted`, whether that copy lies where we put it."""
    if (wanted := given.text("wanted")) and holding.restored(wanted).exists():
        return Result("back", {"file": readable(holding.restored(wanted))})
    found = sorted(_copies(here), key=lambda path: -path.stat().st_mtime)
    items = tuple(Item(holding.stored(path), _facts(here, path)) for path in found[:_SHOWN])
    first = items[0].facts if items else {}
    return Result("found" if items else "none", {**first, "count": len(found)}, items=items)


def _facts(here: Here, copy: Path) -> dict[str, str | int | float | bool]:
    age = max(0.0, time.time() - copy.stat().st_mtime)
    return {"file": _original(copy), "folder": place(here, copy), "age_seconds": age}


def _copies(here: Here) -> Iterator[Path]:
    kept = (path for pattern in _KEPT[here.system] for path in here.home.glob(pattern))
    beside = (path for path in visible(here) if _BESIDE.fullmatch(path.name))
    for path in (*kept, *beside):
        with suppress(OSError):
            is_young = time.time() - path.stat().st_mtime < _DAYS * _DAY
            if is_young and path.is_file() and not path.is_symlink() and path.stat().st_size:
                yield path


def _original(copy: Path) -> str:
    """The name of the document that this is a copy of."""
    beside = _BESIDE.fullmatch(copy.name)
    name = next(filter(None, beside.groups())) if beside else _NUMBERED.sub("", copy.name)
    return os.fsencode(name).decode("utf-8", "replace")


@repair("files.versions.copy", Shown(("done", "gone"), _FACTS, {"file": str}, resource="versions"))
class Copy:
    """Copies an earlier version to where the user finds it. Nothing is written over."""

    def plan(self, here: Here, given: Given) -> Plan:
        """From where, to where: beside it, or in the home folder when it lies where nobody looks."""
        copy = next((copy for copy in _copies(here) if holding.stored(copy) == given.text("file")), None)
        if copy is None:
            return Plan(outcome="gone")
        folder = copy.parent if _BESIDE.fullmatch(copy.name) else here.home
        target = holding.free_name(folder / _original(copy))
        saved = {"copy": holding.stored(copy), "target": holding.stored(target)}
        facts = {**_facts(here, copy), "copy": saved["target"], "folder": place(here, target)}
        return Plan(saved, facts, f"{copy} to {target}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Whole or not at all."""
        copy, target = self._pair(here, saved)
        if not target.exists():
            draft = target.with_name(f".{target.name}.rescousse-draft")
            shutil.copy2(copy, draft)
            draft.rename(target)
        say("", 1)
        return Result("done", {"file": readable(target), "copy": saved["target"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Once somebody has worked on it, it is theirs."""
        copy, target = self._pair(here, saved)
        return "changed_since" if target.exists() and not _is_copy(copy, target) else ""

    def undo(self, here: Here, saved: Saved) -> None:
        """The copy goes; the version it came from is where it always was."""
        copy, target = self._pair(here, saved)
        target.with_name(f".{target.name}.rescousse-draft").unlink(missing_ok=True)
        if target.exists() and _is_copy(copy, target):
            target.unlink()

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _pair(self, here: Here, saved: Saved) -> tuple[Path, Path]:
        copy, target = holding.restored(saved["copy"]), holding.restored(saved["target"])
        if not is_mine(here, copy) or not is_mine(here, target):
            raise ActionFailed(f"not in the home folder: {target}")
        return copy, target


def _is_copy(copy: Path, target: Path) -> bool:
    with suppress(OSError):
        return filecmp.cmp(copy, target, shallow=False)
    return False
