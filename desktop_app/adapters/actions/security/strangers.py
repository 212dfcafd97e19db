"""Programs that run from where programs do not live, and files fetched lately that can do harm when opened."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from desktop_app.adapters.actions import holding, processes
from desktop_app.adapters.actions.files.looking import place, readable
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.adapters.actions.speed.startup_places import PLACES, Entry
from desktop_app.domain.action import Given, Item, Result

FACTS = ("program", "file", "folder", "age_seconds", "count")
_SHOWN = 10
_DAY = 86400
_DOWNLOADS = ("Downloads", "Téléchargements")
_DESKTOPS = ("Desktop", "Bureau", "Schreibtisch", "Bureaublad")
_PASSING = {"linux": ("tmp", "var/tmp", "dev/shm"), "macos": ("private/tmp",), "windows": ()}
# A program packed into one file unpacks itself here while it runs (AppImage)
_UNPACKED = ".mount_"
_RUNNERS = ("python", "perl", "ruby", "node", "java", "javaw", "wscript", "cscript", "mshta", "osascript")
_RISKY = frozenset(
    {
        *(".exe", ".scr", ".msi", ".bat", ".cmd", ".com", ".ps1", ".vbs", ".js", ".jse", ".wsf", ".hta", ".lnk"),
        *(".iso", ".img", ".vhd", ".jar", ".html", ".htm", ".svg", ".one", ".docm", ".xlsm", ".pptm", ".xlsb"),
        *(".sh", ".desktop", ".appimage", ".run", ".deb", ".rpm", ".py", ".dmg", ".pkg", ".command", ".zip", ".7z"),
        *(".rar", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".rtf"),
    }
)


@dataclass(frozen=True)
class Stranger:
    """A file, the programs of this user that run from it, and what opens it at sign-in."""

    path: Path
    programs: list[psutil.Process] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def strangers(here: Here) -> list[Stranger]:
    """Everything of this user that runs, or opens at sign-in, from a temporary folder or from the downloads."""
    fetched_to = (here.home / name for name in _DOWNLOADS)
    folders = [folder.resolve() for folder in (*_passing(here), *fetched_to)]
    running: dict[Path, list[psutil.Process]] = {}
    for process in processes.mine():
        with suppress(psutil.Error, OSError, ValueError):
            if (path := _file_of(process)) and _is_under(path, folders):
                running.setdefault(path, []).append(process)
    opened: dict[Path, list[Entry]] = {}
    for entry in PLACES[here.system].entries(here):
        if entry.is_on and (path := _named_in(entry.command, folders)):
            opened.setdefault(path, []).append(entry)
    return [Stranger(path, running.get(path, []), opened.get(path, [])) for path in dict.fromkeys([*running, *opened])]


def _passing(here: Here) -> Iterator[Path]:
    yield from (here.at(name) for name in _PASSING[here.system])
    if here.system == "windows" and here.environ.get("TEMP"):
        yield Path(here.environ["TEMP"])


def _is_under(path: Path, folders: list[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders) and not any(
        part.startswith(_UNPACKED) for part in path.parts
    )


def _file_of(process: psutil.Process) -> Path | None:
    """The file of a program: for one that reads others, the file it reads."""
    path = Path(process.exe())
    if processes.plain_name(path.name).rstrip("0123456789.") in _RUNNERS:
        words = (word for word in process.cmdline()[1:] if not word.startswith("-"))
        read = Path(process.cwd()) / next(words, ".")
        return read.resolve() if read.is_file() else None
    return path if path.is_absolute() else None


def _named_in(command: str, folders: list[Path]) -> Path | None:
    """The file of such a folder that a command names."""
    for word in command.replace('"', " ").replace("'", " ").split():
        path = Path(word)
        if path.is_absolute() and _is_under(path.parent.resolve() / path.name, folders):
            return path.parent.resolve() / path.name
    return None


@check("security.strangers", Shown(("found", "none"), FACTS, {"wanted": str}))
def running_strangers(here: Here, given: Given) -> Result:
    """Which programs, where from and since when; with `wanted`, that one alone."""
    every = [one for one in strangers(here) if given.text("wanted") in ("", holding.stored(one.path))]
    awake = [one for one in every if one.entries or any(_is_awake(process) for process in one.programs)]
    items = tuple(Item(holding.stored(one.path), _facts(here, one)) for one in awake[:_SHOWN])
    if not items:
        return Result("none", {"count": 0})
    return Result("found", {**items[0].facts, "count": len(awake)}, "; ".join(str(one.path) for one in awake), items)


def _is_awake(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return process.status() != psutil.STATUS_STOPPED
    return False


def _facts(here: Here, one: Stranger) -> dict[str, str | int | float | bool]:
    started = time.time()
    for process in one.programs:
        with suppress(psutil.Error):
            started = min(started, process.create_time())
    age = max(0.0, time.time() - started)
    return {
        "program": readable(one.path),
        "file": readable(one.path),
        "folder": place(here, one.path),
        "age_seconds": age,
    }


def fetched(here: Here) -> list[Path]:
    """Files of the last day in the downloads and on the desktop that may do harm, the latest first."""
    found = []
    for name in (*_DOWNLOADS, *_DESKTOPS):
        with suppress(OSError):
            for entry in os.scandir(here.home / name):
                if Path(entry.name).suffix.lower() in _RISKY and entry.is_file(follow_symlinks=False):
                    found.append((entry.stat().st_mtime, Path(entry.path)))
    return [path for at, path in sorted(found, reverse=True) if time.time() - at < _DAY]


@check("security.fetched", Shown(("found", "none"), FACTS, {"wanted": str}))
def fetched_files(here: Here, given: Given) -> Result:
    """What came in since yesterday and can be opened; with `wanted`, that one alone."""
    every = [path for path in fetched(here) if given.text("wanted") in ("", holding.stored(path))]
    items = tuple(Item(holding.stored(path), _of_file(here, path)) for path in every[:_SHOWN])
    return Result("found" if items else "none", {"count": len(every)}, items=items)


def _of_file(here: Here, path: Path) -> dict[str, str | int | float | bool]:
    age = max(0.0, time.time() - path.stat().st_mtime)
    return {"program": readable(path), "file": readable(path), "folder": place(here, path), "age_seconds": age}
