"""The holding folder: what is cleared away is moved there, on the same file system, and comes back on request."""

import contextlib
import os
import shutil
import time
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import Plan, Saved, Say

_NEAR = ".rescousse-held"
_PATIENCE_S = 20
_TOKEN = 32


def weigh(paths: Iterable[Path]) -> int:
    """Bytes under `paths`, links not followed; what cannot be read counts nothing. Stops counting after 20 s."""
    until = time.monotonic() + _PATIENCE_S
    total, waiting = 0, list(paths)
    while waiting and time.monotonic() < until:
        path = waiting.pop()
        with contextlib.suppress(OSError):
            status = path.lstat()
            total += status.st_size
            if path.is_dir() and not path.is_symlink():
                waiting.extend(Path(entry.path) for entry in os.scandir(path))
    return total


def plan(here: Here, sources: Sequence[Path]) -> Plan:
    """The moves that would set `sources` aside; `nothing` when there is none on a file system where that works."""
    token = uuid.uuid4().hex
    moves = []
    for number, source in enumerate(sources):
        folder = _folder_for(here, source)
        if folder is not None:
            moves.append([stored(source), stored(folder / token / f"{number:04}-{source.name}")])
    if not moves:
        return Plan(outcome="nothing")
    size = weigh(sources)
    saved = {"moves": moves, "token": token, "size": size}
    return Plan(saved, {"size_bytes": size, "count": len(moves), "held": token})


def _folder_for(here: Here, source: Path) -> Path | None:
    """A folder on the file system of `source`: moving within it is instant and needs no space."""
    for place in places(here):
        with contextlib.suppress(OSError):
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
            if place.stat().st_dev == source.lstat().st_dev:
                return place
    return None


def places(here: Here) -> tuple[Path, Path]:
    """Where things are held: our own folder, or one in the home folder when that is another disk."""
    return here.holding, here.home / _NEAR


def set_aside(saved: Saved, say: Say, key: str) -> None:
    """Makes the moves; those already made are left."""
    for number, (source, held) in enumerate(_pairs(saved), start=1):
        if os.path.lexists(source) and not os.path.lexists(held):
            held.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            source.rename(held)
        say(key if number == len(saved["moves"]) else "", number / len(saved["moves"]))


def put_back(saved: Saved, *, replaces: bool) -> None:
    """Makes the moves backwards. What lies there now is set aside (`replaces`), or the old one gets another name."""
    for source, held in _pairs(saved):
        if not os.path.lexists(held):
            continue
        if os.path.lexists(source) and replaces:
            source.rename(held.with_name(f"{held.name}.newer"))
        source.parent.mkdir(parents=True, exist_ok=True)
        held.rename(free_name(source))
    for folder in {held.parent for _, held in _pairs(saved)}:
        with contextlib.suppress(OSError):
            folder.rmdir()


def free_name(path: Path) -> Path:
    """`path`, or the same with a number in front when that name is taken."""
    number, free = 1, path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{number}-{path.name}")
    return free


def hindrance(saved: Saved) -> str:
    """`gone` when nothing is held any more and nothing is at its old place either."""
    pairs = _pairs(saved)
    return "" if any(os.path.lexists(held) or os.path.lexists(source) for source, held in pairs) else "gone"


def is_ours(here: Here, saved: Saved) -> bool:
    """Whether everything of a record is held where things are held: a forged one moves nothing of anybody's."""
    folders = {place / saved["token"] for place in places(here)}
    is_token = len(saved["token"]) == _TOKEN and saved["token"].isalnum()
    return is_token and all(held.parent in folders and ".." not in held.parts for _, held in _pairs(saved))


def delete(saved: Saved) -> int:
    """Deletes for good what is held; the bytes that this freed. A place that is not ours is never touched."""
    folders = {held.parent for _, held in _pairs(saved) if held.parent.name == saved["token"]}
    freed = weigh(folders)
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    return freed


def _pairs(saved: Saved) -> list[tuple[Path, Path]]:
    return [(restored(source), restored(held)) for source, held in saved["moves"]]


def stored(path: Path) -> str:
    """A path as text that survives JSON, whatever bytes its name has."""
    return quote_from_bytes(os.fsencode(path), safe="/ :\\")


def restored(text: str) -> Path:
    """The path that `stored` wrote."""
    return Path(os.fsdecode(unquote_to_bytes(text)))
