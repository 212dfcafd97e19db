"""Packs: folders of guided fixes and articles. Read when first asked for, never at start."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from pydantic import TypeAdapter, ValidationError

from desktop_app import resources
from desktop_app.domain.command import Command
from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.fix import Fix
from desktop_app.domain.words import Language, in_language
from desktop_app.knowledge.articles import PackArticle, read_article
from desktop_app.knowledge.fix_file import FixFile, read_fix

if TYPE_CHECKING:
    from desktop_app.knowledge.pack_outside import Outside

# Part of the name of the cache: another version of the program may read files differently
_FORMAT = "2"

One = TypeVar("One", Fix, PackArticle)


@dataclass(frozen=True)
class Pack:
    """What was read of one folder. One unreadable file never hides the others."""

    fixes: tuple[Fix, ...] = ()
    articles: tuple[PackArticle, ...] = ()
    faults: tuple[BadFixFile, ...] = field(default=())


def load_pack(folder: Path) -> Pack:
    """Reads every `*.yaml` and `*.md` of `folder` and its sub-folders; what cannot be read is told in `faults`."""
    fixes: dict[str, Fix] = {}
    articles: dict[str, PackArticle] = {}
    faults: list[BadFixFile] = []
    for file in _files(folder):
        try:
            content = file.read_bytes()
        except OSError as problem:
            faults.append(BadFixFile(file=str(file), line=1, reason="unreadable", problem=problem.strerror or ""))
            continue
        _take(str(file), content, fixes, articles, faults)
    return Pack(tuple(fixes.values()), tuple(articles.values()), tuple(faults))


def _take(
    file: str, content: bytes, fixes: dict[str, Fix], articles: dict[str, PackArticle], faults: list[BadFixFile]
) -> None:
    if file.endswith(".md"):
        article, wrong = read_article(file, content)
        _keep(file, article, articles, faults)
    else:
        found = read_fix(file, content)
        wrong = found.faults
        _keep(file, found.fix, fixes, faults)
    faults.extend(wrong)


def _keep(file: str, one: One | None, known: dict[str, One], faults: list[BadFixFile]) -> None:
    if one is None:
        return
    if one.id in known:
        faults.append(BadFixFile(file=file, line=1, reason="twice", key=one.id))
    else:
        known[one.id] = one


def read_files(folder: Path) -> list[FixFile]:
    """Every fix file of `folder` (or the one file it is) with the lines of its steps, for a close look."""
    files = [folder] if folder.is_file() else _files(folder)
    return [read_fix(str(file), file.read_bytes()) for file in files if file.suffix != ".md"]


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix in (".yaml", ".yml", ".md"))


class Packs:
    """The packs in force. Folders are read on first use; `cache` (a folder) spares reading YAML at every start.

    `outside` gives the verified packs of the organisation: where it has a fix or an article of a name, that one holds.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        cache: Path | None = None,
        outside: "Callable[[], Sequence[Outside]]" = tuple,
    ) -> None:
        self._folders = tuple(folders)
        self._cache = cache
        self._outside = outside
        self._packs: tuple[Pack, ...] = ()
        self._renewals, self._renewal_read = 0, -1
        self._commands: dict[str, Command] = {}
        self._lock = Lock()
        self._readings = 0

    def fixes(self) -> dict[str, Fix]:
        """Every readable fix by id; the first pack wins."""
        return {fix.id: fix for pack in reversed(self._read()) for fix in reversed(pack.fixes)}

    def articles(self) -> dict[str, PackArticle]:
        """Every readable article by id; the first pack wins."""
        return {article.id: article for pack in reversed(self._read()) for article in reversed(pack.articles)}

    def faults(self) -> list[BadFixFile]:
        """The files that could not be read, and why."""
        return [fault for pack in self._read() for fault in pack.faults]

    def commands(self) -> Mapping[str, Command]:
        """The commands that signed packs bring, by name."""
        self._read()
        return self._commands

    def renew(self) -> None:
        """Other packs are in force: they are read when next asked for, even by whoever is just reading."""
        self._renewals += 1

    def tag(self) -> str:
        """Differs as soon as other packs were read."""
        self._read()
        return str(self._readings)

    def _read(self) -> tuple[Pack, ...]:
        with self._lock:
            if self._renewal_read != self._renewals:
                renewal, outside = self._renewals, self._outside()
                theirs = tuple(Pack(tuple(p.fixes.values()), tuple(p.articles.values())) for p in outside)
                self._commands = {name: command for pack in outside for name, command in pack.commands.items()}
                self._packs = (*theirs, *(self._one(folder) for folder in self._folders))
                self._readings += 1
                self._renewal_read = renewal
            return self._packs

    def _one(self, folder: Path) -> Pack:
        file = self._cache / f"{_stamp(folder)}.jsonl" if self._cache else None
        if file and (pack := _from_cache(file)):
            return pack
        pack = load_pack(folder)
        if file and not pack.faults:
            _to_cache(file, pack)
        return pack


_FIX, _ARTICLE = TypeAdapter(Fix), TypeAdapter(PackArticle)
_WHOLE = b"whole"
"""The last line of a cache; the others are `fix` or `article` and JSON.

A line each: reading or writing all of it in one go would keep Python, and so the window, to itself for 40 ms.
"""


def _from_cache(file: Path) -> Pack | None:
    try:
        *lines, last = file.read_bytes().split(b"\n")
        if last != _WHOLE:
            return None
        told = [line.partition(b" ") for line in lines]
        fixes = tuple(_FIX.validate_json(word) for kind, _, word in told if kind == b"fix")
        return Pack(fixes, tuple(_ARTICLE.validate_json(word) for kind, _, word in told if kind == b"article"))
    except (OSError, ValidationError):
        return None


def _to_cache(file: Path, pack: Pack) -> None:
    """Best effort: without it the next start reads the YAML again."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}")
        draft.write_bytes(b"\n".join(_cached(pack)))
        draft.replace(file)


def _cached(pack: Pack) -> Iterator[bytes]:
    for fix in pack.fixes:
        yield b"fix " + _FIX.dump_json(fix)
    for article in pack.articles:
        yield b"article " + _ARTICLE.dump_json(article)
    yield _WHOLE


def _stamp(folder: Path) -> str:
    """Changes whenever a file of the pack does."""
    parts: Iterable[str] = (
        f"{file.relative_to(folder)} {status.st_size} {status.st_mtime_ns}"
        for file in _files(folder)
        for status in (file.stat(),)
    )
    return hashlib.sha256("\n".join((_FORMAT, str(folder), *parts)).encode("utf-8", "replace")).hexdigest()[:24]


def fault_words(fault: BadFixFile, language: Language) -> str:
    """`file:line:` and what is wrong there, for the author of the file."""
    words = resources.words("packs")
    text = words.get(str(fault.facts["reason"]), words["unreadable"])
    sentence = in_language({language: text[language].format_map(fault.facts)}, language)
    return f"{fault.facts['file']}:{fault.facts['line']}: {sentence}"
