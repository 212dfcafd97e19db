"""A file that was thrown away: found in the bin by its name, put back where it was, or into the bin again."""

import errno
import os
import time
from contextlib import suppress
from pathlib import Path

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.files.looking import place, readable
from desktop_app.adapters.actions.files.thrown import Thrown, bins, thrown
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("file", "folder", "age_seconds", "count")
_SHOWN = 12


@check("files.lost", Shown(("found", "none", "back"), _FACTS, {"wanted": str}))
def lost_files(here: Here, given: Given) -> Result:
    """What was thrown away last; with `wanted`, whether that one has left the bin."""
    every = thrown(here)
    if (wanted := given.text("wanted")) and not any(holding.stored(one.held) == wanted for one in every):
        return Result("back", {"count": len(every)})
    items = tuple(Item(holding.stored(one.held), _facts(here, one)) for one in every[:_SHOWN])
    first = items[0].facts if items else {}
    return Result("found" if items else "none", {**first, "count": len(every)}, items=items)


def _facts(here: Here, one: Thrown) -> Facts:
    age = max(0.0, time.time() - one.at)
    return {"file": readable(one.origin), "folder": place(here, one.origin), "age_seconds": age}


@repair("files.lost.restore", Shown(("done", "gone"), _FACTS, {"file": str}, resource="bin"))
class Restore:
    """Takes one thing out of the bin."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Where it goes; another name when its own is taken."""
        one = next((one for one in thrown(here) if holding.stored(one.held) == given.text("file")), None)
        if one is None:
            return Plan(outcome="gone")
        note = one.note.read_bytes() if one.note else b""
        saved = {
            "held": holding.stored(one.held),
            "origin": holding.stored(holding.free_name(one.origin)),
            "note": holding.stored(one.note) if one.note else "",
            "written": note.hex(),
            "mode": one.note.stat().st_mode & 0o777 if one.note else 0,
            "made": [holding.stored(folder) for folder in _missing(one.origin.parent)],
        }
        return Plan(saved, _facts(here, one), str(one.origin))

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """The thing first, then the note: cut short, the bin still knows what it held."""
        held, origin = self._pair(here, saved)
        if os.path.lexists(held) and not os.path.lexists(origin):
            origin.parent.mkdir(parents=True, exist_ok=True)
            _move(held, origin)
        if saved["note"]:
            holding.restored(saved["note"]).unlink(missing_ok=True)
        say("", 1)
        return Result("done", {"file": readable(origin), "folder": place(here, origin)})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """It must be where we put it, or still in the bin."""
        held, origin = self._pair(here, saved)
        if not os.path.lexists(held) and not os.path.lexists(origin):
            return "gone"
        return "changed_since" if os.path.lexists(held) and os.path.lexists(origin) else ""

    def undo(self, here: Here, saved: Saved) -> None:
        """The note first, then the thing; folders made for it go when nothing else came into them."""
        held, origin = self._pair(here, saved)
        note = holding.restored(saved["note"])
        if saved["note"] and not note.exists():
            note.write_bytes(bytes.fromhex(saved["written"]))
            note.chmod(int(saved["mode"]) & 0o777)
        if os.path.lexists(origin) and not os.path.lexists(held):
            _move(origin, held)
        for folder in saved["made"]:
            with suppress(OSError):
                holding.restored(folder).rmdir()

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _pair(self, here: Here, saved: Saved) -> tuple[Path, Path]:
        """Where it lay and where it went; ActionFailed unless the one is in a bin and the note too."""
        held, origin = holding.restored(saved["held"]), holding.restored(saved["origin"])
        note = holding.restored(saved["note"]) if saved["note"] else None
        if not _is_in_bin(here, held, note) or ".." in origin.parts:
            raise ActionFailed(f"not in a bin: {held}")
        return held, origin


def _is_in_bin(here: Here, held: Path, note: Path | None) -> bool:
    if here.system == "linux":
        return note == _note_of(held) and any(held.parent == folder / "files" for folder, _ in bins(here))
    if here.system == "windows":
        is_held = held.parent.parent.name == "$Recycle.Bin" and held.name.startswith("$R")
        return is_held and note == held.with_name(f"$I{held.name[2:]}")
    return held.parent == here.home / ".Trash" and note is None


def _note_of(held: Path) -> Path:
    return held.parents[1] / "info" / f"{held.name}.trashinfo"


def _missing(folder: Path) -> list[Path]:
    """The folders that must be made for `folder` to be there, the deepest first."""
    return [one for one in (folder, *folder.parents) if not one.exists()]


def _move(source: Path, target: Path) -> None:
    try:
        source.rename(target)
    except OSError as refusal:
        if refusal.errno == errno.EXDEV:
            raise ActionFailed(f"{source} lies on another disk than {target}") from refusal
        raise
