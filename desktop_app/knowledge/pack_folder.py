"""The files of an organisation's pack: plain text of known kinds, at plain paths, of a bounded size. Nothing else."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from desktop_app.domain.errors import BadFixFile

MANIFEST, SIGNATURE, ABOUT, COMMANDS = "pack.json", "pack.sig", "pack.yaml", "commands.yaml"
SEALS = frozenset({MANIFEST, SIGNATURE})

MOST_FILES = 500
LARGEST_FILE = 256 * 1024
LARGEST_PACK = 8 * 1024 * 1024
_LARGEST_MANIFEST = 256 * 1024
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,80}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_DEEPEST = 4


class BadPack(Exception):
    """A pack that is refused as a whole; `faults` say why, by file and line."""

    def __init__(self, faults: list[BadFixFile]) -> None:
        super().__init__(faults)
        self.faults = faults


def fault(file: str, reason: str, **facts: object) -> BadFixFile:
    """One reason, a key of `resources/words/packs.toml`, against a file as a whole."""
    return BadFixFile(file=file, line=1, reason=reason, **facts)


def refuse(file: str, reason: str, **facts: object) -> BadPack:
    """A pack refused for one reason."""
    return BadPack([fault(file, reason, **facts)])


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every file of the pack in `folder` by its path with slashes. Links are not followed. Raises BadPack."""
    files, size = dict[str, bytes](), 0
    for file in _walk(folder, 0):
        path = file.relative_to(folder).as_posix()
        if why := wrong_path(path):
            raise refuse(str(file), why, value=path)
        files[path] = _content(file, path)
        size += len(files[path])
        if len(files) > MOST_FILES or size > LARGEST_PACK:
            raise refuse(str(folder), "pack_too_large", files=MOST_FILES, limit=LARGEST_PACK)
    return files


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        raise refuse(str(folder), "unreadable", problem=problem.strerror or "") from problem
    for entry in entries:
        path = folder / entry.name
        if entry.is_symlink() or not (entry.is_dir() or entry.is_file()):
            raise refuse(str(path), "link", value=entry.name)
        if entry.is_dir() and depth < _DEEPEST:
            yield from _walk(path, depth + 1)
        elif entry.is_dir():
            raise refuse(str(path), "strange_path", value=entry.name)
        else:
            yield path


def _content(file: Path, path: str) -> bytes:
    limit = _LARGEST_MANIFEST if path in SEALS else LARGEST_FILE
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(file, flags), "rb") as opened:
            content = opened.read(limit + 1)
    except OSError as problem:
        raise refuse(str(file), "unreadable", problem=problem.strerror or "") from problem
    if len(content) > limit:
        raise refuse(str(file), "too_large", limit=limit)
    return content


def wrong_path(path: str) -> str:
    """Why a pack may not have a file at `path`: a key of the words of packs, or nothing."""
    parts = path.split("/")
    is_plain = all(_PART.fullmatch(part) and not part.endswith(".") and not _RESERVED.fullmatch(part) for part in parts)
    if not is_plain or len(parts) > _DEEPEST:
        return "strange_path"
    is_fix = parts[0] == "fixes" and len(parts) > 1 and path.endswith((".yaml", ".yml"))
    is_article = parts[0] == "articles" and len(parts) > 1 and path.endswith(".md")
    return "" if is_fix or is_article or path in SEALS | {ABOUT, COMMANDS} else "unknown_file"


def check_paths(files: Mapping[str, bytes]) -> None:
    """The same rules for a pack that came over the network. Raises BadPack."""
    seen = set[str]()
    for path, content in files.items():
        if why := wrong_path(path):
            raise refuse(path, why, value=path)
        if path.lower() in seen:
            raise refuse(path, "twice", key=path)
        seen.add(path.lower())
        if len(content) > LARGEST_FILE:
            raise refuse(path, "too_large", limit=LARGEST_FILE)
    if len(files) > MOST_FILES or sum(map(len, files.values())) > LARGEST_PACK:
        raise refuse(".", "pack_too_large", files=MOST_FILES, limit=LARGEST_PACK)
