"""A full disk: the bin and forgettable files are set aside, and deleted only when the user says so or time is over."""
# ruff: noqa: ARG002 -- every action has the same shape

import os
import shutil
from pathlib import Path

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Final, Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

_FACTS = ("free_bytes", "total_bytes", "percent", "trash_bytes", "caches_bytes", "found_bytes")
_LEAST_FREE_PERCENT = 10
# Folders that programs fill again by themselves; browsers have a fix of their own
_CACHES = {
    "linux": ("thumbnails", "pip", "yarn", "go-build", "mesa_shader_cache", "fontconfig", "tracker3", "gstreamer-1.0"),
    "macos": ("pip", "Homebrew", "com.apple.helpd", "com.spotify.client"),
    "windows": ("Temp", "CrashDumps", "pip"),
}


def trash(here: Here) -> list[Path]:
    """What lies in the bin, each file with its note of where it came from. Windows keeps its bin to itself."""
    if here.system == "windows":
        return []
    if here.system == "macos":
        return _children(here.home / ".Trash")
    bin_folder = here.folder("XDG_DATA_HOME", ".local/share") / "Trash"
    return [*_children(bin_folder / "files"), *_children(bin_folder / "info")]


def caches(here: Here) -> list[Path]:
    """Forgettable folders of this user that exist, not links."""
    bases = {
        "linux": here.folder("XDG_CACHE_HOME", ".cache"),
        "macos": here.home / "Library/Caches",
        "windows": here.folder("LOCALAPPDATA", "AppData/Local"),
    }
    folders = (bases[here.system] / name for name in _CACHES[here.system])
    found = [folder for folder in folders if folder.is_dir() and not folder.is_symlink()]
    # The Temp folder of Windows itself must stay: only what lies in it goes
    return [child for folder in found for child in (_children(folder) if here.system == "windows" else [folder])]


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(Path(entry.path) for entry in os.scandir(folder))
    except OSError:
        return []


@check("files.space", Shown(("full", "enough"), _FACTS, {"least_percent": int}))
def disk_space(here: Here, given: Given) -> Result:
    """How much is free where the user's files are, and what could be cleared away."""
    usage = shutil.disk_usage(here.home)
    in_trash, in_caches = holding.weigh(trash(here)), holding.weigh(caches(here))
    # What is reserved for the system is not the user's: count as `df` does
    percent = 100 * usage.free / max(usage.used + usage.free, 1)
    facts = {
        "free_bytes": usage.free,
        "total_bytes": usage.total,
        "percent": round(percent),
        "trash_bytes": in_trash,
        "caches_bytes": in_caches,
        "found_bytes": in_trash + in_caches,
    }
    is_full = percent < given.number("least_percent", _LEAST_FREE_PERCENT)
    return Result("full" if is_full else "enough", facts, f"{here.home}: {percent:.1f} % free")


@repair("files.set_aside", Shown(("done", "nothing"), ("size_bytes", "count", "held"), resource="holding"))
class SetAside:
    """Moves the bin and forgettable files to the holding folder."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which files, how many bytes."""
        return holding.plan(here, [*trash(here), *caches(here)])

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Moves them."""
        holding.set_aside(saved, say, "files_set_aside")
        return Result("done", {"size_bytes": saved["size"], "held": saved["token"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """They must still be held."""
        return holding.hindrance(saved)

    def undo(self, here: Here, saved: Saved) -> None:
        """Back to their places; a name that was taken meanwhile gets a number."""
        holding.put_back(saved, replaces=False)

    def forget(self, here: Here, saved: Saved) -> None:
        """The time is over: deleted for good, as the user was told."""
        holding.delete(saved)


@repair(
    "files.delete_held",
    Shown(("done", "nothing"), ("size_bytes", "freed_bytes"), {"held": str}, resource="holding", undoable=False),
)
class DeleteHeld(Final):
    """Deletes for good what this run set aside."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The folders of this run in the holding places, and nothing else."""
        token = given.text("held")
        if len(token) != 32 or not token.isalnum():
            raise ActionFailed("nothing is held")
        folders = [place / token for place in holding.places(here) if (place / token).is_dir()]
        if not folders:
            return Plan(outcome="nothing")
        moves = [["", holding.stored(folder / "any")] for folder in folders]
        return Plan({"moves": moves, "token": token}, {"size_bytes": holding.weigh(folders)})

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Deletes them."""
        freed = holding.delete(saved)
        say("files_deleted", 1)
        return Result("done", {"freed_bytes": freed})
