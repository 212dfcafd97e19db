"""Names that are too long: they open here and break on a key, a share or in a mail; a shorter one is proposed."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.files.looking import is_mine, place, readable, visible
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say

_FACTS = ("file", "folder", "new_name", "count", "letters")
_SHOWN = 10
# A name: encrypted home folders stop at 143 bytes. A whole path: Windows stops at 259 letters (MAX_PATH)
_NAME_BYTES, _PATH_LETTERS = 143, 259
_SHORT = 60
_ENDING = re.compile(r"(?:\.tar)?\.\w{1,8}$")


@check("files.long_names", Shown(("long", "fine"), _FACTS))
def long_names(here: Here, given: Given) -> Result:  # noqa: ARG001 -- every check has the same shape
    """Names and paths beyond what other systems take; each thing to rename once."""
    found = list(dict.fromkeys(_too_long(here)))
    items = tuple(_item(here, path) for path in found[:_SHOWN])
    if not items:
        return Result("fine", {"count": 0})
    return Result("long", {**items[0].facts, "count": len(found)}, "; ".join(map(readable, found[:3])), items)


def _too_long(here: Here) -> Iterator[Path]:
    for path in visible(here):
        if len(os.fsencode(path.name)) > _NAME_BYTES:
            yield path
        elif len(str(path)) > _PATH_LETTERS and not path.is_dir():
            yield _longest_part(here, path)


def _longest_part(here: Here, path: Path) -> Path:
    """The folder, or the file itself, whose name takes most of the path."""
    parts = [path, *(parent for parent in path.parents if parent.is_relative_to(here.home) and parent != here.home)]
    return max(parts, key=lambda part: len(part.name))


def _item(here: Here, path: Path) -> Item:
    facts = {"file": f"{readable(path)[:_SHORT]}…", "folder": place(here, path)[:_SHORT]}
    return Item(holding.stored(path), {**facts, "new_name": shorter(path).name, "letters": len(path.name)})


def shorter(path: Path) -> Path:
    """`path` under a short name: whole words of the beginning, the ending kept, and no name that is taken."""
    ending = found[0] if (found := _ENDING.search(path.name)) and not path.is_dir() else ""
    stem = path.name.removesuffix(ending)
    cut = stem[:_SHORT].encode("utf-8", "replace").decode()
    if len(stem) > _SHORT and (space := max(cut.rfind(" "), cut.rfind("-"), cut.rfind("_"))) > _SHORT // 2:
        cut = cut[:space]
    return holding.free_name(path.with_name(f"{cut.strip(' .-_') or 'document'}{ending}"))


@repair("files.long_names.shorten", Shown(("done", "gone"), _FACTS, {"file": str}, resource="file_names"))
class Shorten:
    """Renames one file or folder."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The two names."""
        path = holding.restored(given.text("file"))
        if not is_mine(here, path) or not os.path.lexists(path):
            return Plan(outcome="gone")
        target = shorter(path)
        saved = {"before": holding.stored(path), "after": holding.stored(target)}
        return Plan(saved, {"file": f"{readable(path)[:_SHORT]}…", "new_name": target.name}, f"{path} to {target.name}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """The new name."""
        before, after = self._pair(here, saved)
        if os.path.lexists(before) and not os.path.lexists(after):
            before.rename(after)
        say("", 1)
        return Result("done", {"new_name": after.name})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """One of the two names must be free, the other taken."""
        before, after = self._pair(here, saved)
        if not os.path.lexists(before) and not os.path.lexists(after):
            return "gone"
        return "changed_since" if os.path.lexists(before) and os.path.lexists(after) else ""

    def undo(self, here: Here, saved: Saved) -> None:
        """The old name."""
        before, after = self._pair(here, saved)
        if os.path.lexists(after) and not os.path.lexists(before):
            after.rename(before)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _pair(self, here: Here, saved: Saved) -> tuple[Path, Path]:
        before, after = holding.restored(saved["before"]), holding.restored(saved["after"])
        if before.parent != after.parent or not is_mine(here, before):
            raise ActionFailed(f"not a name of the home folder: {before}")
        return before, after
