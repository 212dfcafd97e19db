"""A pack from outside the installer: read from bytes that were verified, looked at closely, refused as a whole."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.domain.action import ActionShape
from desktop_app.domain.command import Command
from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.fix import Fix
from desktop_app.domain.words import Language, Text
from desktop_app.knowledge.articles import PackArticle, read_article
from desktop_app.knowledge.fix_file import FixFile, read_fix
from desktop_app.knowledge.lint import look
from desktop_app.knowledge.nodes import Node, read
from desktop_app.knowledge.pack_commands import Commands, read_commands, shapes_of
from desktop_app.knowledge.pack_folder import ABOUT, COMMANDS, SEALS, BadPack, fault, read_folder
from desktop_app.knowledge.pack_seal import seal_over, sign

ANY_LANGUAGE: tuple[Language, ...] = ()
_HIGHEST_VERSION = 2**31 - 1


@dataclass
class Outside:
    """What was read. A pack with one fault is refused with all of its files."""

    name: str = ""
    version: int = 0
    title: Text = field(default_factory=dict)
    fixes: dict[str, Fix] = field(default_factory=dict)
    articles: dict[str, PackArticle] = field(default_factory=dict)
    commands: dict[str, Command] = field(default_factory=dict)
    faults: list[BadFixFile] = field(default_factory=list)


def read_pack(files: Mapping[str, bytes], shapes: Mapping[str, ActionShape] | None = None, at: str = "") -> Outside:
    """The pack in `files`. With `shapes`, those of the registered actions, each step is checked against them.

    `at` stands before each path in a fault: the folder, for whoever writes the pack.
    """
    pack = Outside()
    _read_about(pack, files, at)
    found = (
        read_commands(f"{at}{COMMANDS}", files[COMMANDS], pack.name, ANY_LANGUAGE) if COMMANDS in files else Commands()
    )
    pack.commands, pack.faults = found.known, pack.faults + found.faults
    texts = [path for path in sorted(files) if path.startswith(("fixes/", "articles/"))]
    fixes = [_read_text(pack, f"{at}{path}", files[path]) for path in texts]
    if shapes is not None:
        taken = {name.partition(".")[0] for name in shapes}
        if pack.name in taken:
            pack.faults.append(fault(f"{at}{ABOUT}", "name_taken", value=pack.name))
        every = {**shapes, **shapes_of(pack.commands)}
        for fix in fixes:
            pack.faults += look(fix, every) if fix else []
    pack.faults.sort(key=lambda one: (str(one.facts["file"]), int(str(one.facts["line"]))))
    return pack


def lint_pack(folder: Path, shapes: Mapping[str, ActionShape]) -> list[BadFixFile]:
    """Everything wrong in the pack that is being written in `folder`, signed or not yet."""
    try:
        return read_pack(read_folder(folder), shapes, f"{folder}/").faults
    except BadPack as refused:
        return refused.faults


def seal(
    folder: Path, shapes: Mapping[str, ActionShape], key: str, private: str
) -> tuple[Outside, Mapping[str, bytes]]:
    """The pack that is being written in `folder`, and the files that seal it. Raises BadPack when anything is wrong in
    it or its version is signed with another content already, ValueError when `private` is no key.
    """
    lying = read_folder(folder)
    files = {path: content for path, content in lying.items() if path not in SEALS}
    pack = read_pack(files, shapes, f"{folder}/")
    if pack.faults:
        raise BadPack(pack.faults)
    seal_over(lying, files, pack.version)
    return pack, sign(files, pack.name, pack.version, key, private)


def _read_text(pack: Outside, file: str, content: bytes) -> FixFile | None:
    if file.endswith(".md"):
        article, faults = read_article(file, content, ANY_LANGUAGE)
        pack.faults += faults
        if article is not None:
            _once(pack, file, article.id, pack.articles)
            pack.articles[article.id] = article
        return None
    found = read_fix(file, content, ANY_LANGUAGE)
    pack.faults += found.faults
    if found.fix is not None:
        _once(pack, file, found.fix.id, pack.fixes)
        pack.fixes[found.fix.id] = found.fix
    return found


def _once(pack: Outside, file: str, key: str, known: Collection[str]) -> None:
    if key in known:
        pack.faults.append(fault(file, "twice", key=key))


def _read_about(pack: Outside, files: Mapping[str, bytes], at: str) -> None:
    file = f"{at}{ABOUT}"
    if ABOUT not in files:
        pack.faults.append(fault(file, "no_about", value=ABOUT))
        return
    reading = FixFile(file)
    root = reading.gather(lambda: read(file, files[ABOUT], wants=ANY_LANGUAGE), Node(file, 1, None))
    fields = reading.gather(lambda: root.mapping(("name", "version", "title"), ("name", "version", "title")), None)
    if fields is not None:
        pack.name = reading.gather(fields["name"].plain_name, "")
        pack.version = reading.gather(lambda: fields["version"].integer(1, _HIGHEST_VERSION), 0)
        pack.title = reading.gather(fields["title"].text, {})
    pack.faults += reading.faults
