"""A look at the files a user sees: folder by folder, the nearest first, never longer than a moment."""

import os
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.here import Here

_PATIENCE_S = 2.0
_MOST = 100_000
# What programs fill, and what nobody opens by hand
_SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages", "Library", "AppData", "snap", "venv"})


def visible(here: Here, patience_s: float = _PATIENCE_S) -> Iterator[Path]:
    """Files and folders of the home folder; hidden ones and links are left out."""
    until, seen = time.monotonic() + patience_s, 0
    waiting = deque([here.home])
    while waiting and seen < _MOST and time.monotonic() < until:
        with suppress(OSError), os.scandir(waiting.popleft()) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name in _SKIPPED or entry.is_symlink():
                    continue
                seen += 1
                yield Path(entry.path)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))


def is_mine(here: Here, path: Path) -> bool:
    """Whether `path` is under the home folder, by its name and in truth."""
    with suppress(OSError, ValueError):
        parent = path.parent.resolve(strict=True)
        return ".." not in path.parts and parent.is_relative_to(here.home.resolve())
    return False


def readable(path: Path) -> str:
    """The name of `path` as it can be shown, whatever bytes it has."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def place(here: Here, path: Path) -> str:
    """The folder of `path`, seen from the home folder."""
    folder = path.parent
    shown = folder.relative_to(here.home) if folder.is_relative_to(here.home) else folder
    return os.fsencode(shown).decode("utf-8", "replace")


def named(text: str) -> Path | None:
    """The path that an answer names; None for anything that is none."""
    path = holding.restored(text)
    return path if path.is_absolute() else None
