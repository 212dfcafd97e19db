"""What lies in the bins of the three systems.

Linux: freedesktop.org Trash specification 1.0. Windows: a `$I…` file beside each `$R…` file, with where it was and when
it was thrown away (versions 1 and 2). macOS keeps the name only: what comes back lies on the desktop.
"""

import configparser
import os
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote_to_bytes

import psutil

from desktop_app.adapters.actions.here import Here

_FILETIME_1970, _TICKS = 11644473600, 10_000_000


@dataclass(frozen=True)
class Thrown:
    """A file or folder in a bin: where it lies, where it was, when it was thrown away, and the note of that."""

    held: Path
    origin: Path
    at: float
    note: Path | None = None


def thrown(here: Here) -> list[Thrown]:
    """Everything that can come back, latest first."""
    read = {"linux": _linux, "windows": _windows, "macos": _macos}[here.system]
    return sorted(read(here), key=lambda one: -one.at)


def bins(here: Here) -> Iterator[tuple[Path, Path]]:
    """Linux: each bin, and the folder that the paths in its notes begin at."""
    yield here.folder("XDG_DATA_HOME", ".local/share") / "Trash", here.root
    for disk in psutil.disk_partitions():
        top = Path(disk.mountpoint)
        for folder in (top / f".Trash-{os.getuid()}", top / ".Trash" / str(os.getuid())):
            if folder.is_dir() and not folder.is_symlink():
                yield folder, top


def _linux(here: Here) -> Iterator[Thrown]:
    for folder, top in bins(here):
        for note in (folder / "info").glob("*.trashinfo"):
            held = folder / "files" / note.name.removesuffix(".trashinfo")
            with suppress(OSError, ValueError, KeyError, configparser.Error):
                origin, at = read_note(note.read_bytes())
                if os.path.lexists(held):
                    yield Thrown(held, top / origin, at, note)


def read_note(content: bytes) -> tuple[Path, float]:
    """Where it was and when it was thrown away. ValueError, KeyError or configparser.Error when it does not say."""
    reader = configparser.ConfigParser(interpolation=None, strict=False)
    reader.read_string(content.decode("utf-8", "surrogateescape"))
    table = reader["Trash Info"]
    origin = Path(os.fsdecode(unquote_to_bytes(table["Path"])))
    if ".." in origin.parts:
        raise ValueError(f"a path that climbs: {origin}")
    return origin, datetime.fromisoformat(table.get("DeletionDate", "1970-01-01")).astimezone().timestamp()


def _windows(here: Here) -> Iterator[Thrown]:
    drive = Path(f"{here.environ['SystemDrive']}\\") if here.environ.get("SystemDrive") else here.root
    for note in (drive / "$Recycle.Bin").glob("S-1-*/$I*"):
        held = note.with_name(f"$R{note.name[2:]}")
        with suppress(OSError, ValueError, struct.error):
            origin, at = read_index(note.read_bytes())
            if held.exists():
                yield Thrown(held, _under(here, origin), at, note)


def read_index(content: bytes) -> tuple[PureWindowsPath, float]:
    """A `$I` file: version, size, time, and the path of 260 letters (1) or of the length given (2). ValueError."""
    version, _, ticks = struct.unpack_from("<qqq", content)
    if version not in (1, 2):
        raise ValueError(f"version {version}")
    start, length = (24, 260) if version == 1 else (28, struct.unpack_from("<i", content, 24)[0])
    name = content[start : start + 2 * length].decode("utf-16-le").partition("\0")[0]
    return PureWindowsPath(name), ticks / _TICKS - _FILETIME_1970


def _under(here: Here, origin: PureWindowsPath) -> Path:
    """`C:\\…` as this machine writes it: the same on Windows, under `root` elsewhere."""
    return Path(str(origin)) if os.name == "nt" else here.root.joinpath(*origin.parts[1:])


def _macos(here: Here) -> Iterator[Thrown]:
    with suppress(OSError):
        for entry in os.scandir(here.home / ".Trash"):
            if entry.name != ".DS_Store":
                at = entry.stat(follow_symlinks=False).st_ctime
                yield Thrown(Path(entry.path), here.home / "Desktop" / entry.name, at)
