"""A guided fix that is being written, looked at: what is wrong by file and line, and its words in every language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import yaml

from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk.fix_known import actions
from desktop_app.helpdesk.fix_text import Place
from desktop_app.helpdesk.known_fixes import core_fixes
from desktop_app.helpdesk.models import FixRevision
from desktop_app.knowledge.nodes import Node, read
from desktop_app.knowledge.pack_folder import ABOUT, COMMANDS
from desktop_app.knowledge.pack_outside import Outside, read_pack

LONGEST = 100_000
"""Characters of one of the two files."""

_PACK = "desk_{}"


@dataclass(frozen=True)
class Told:
    """A text of the file by language, empty where it is not written; `place` is the way to it."""

    place: str
    line: int
    words: Mapping[Language, str]

    @property
    def missing(self) -> tuple[Language, ...]:
        """The languages that it lacks."""
        return tuple(one for one in LANGUAGES if not self.words[one])


def pack_name(fix_id: str) -> str:
    """The pack that carries it: one for each, so that it can be taken back alone. Its commands are named after it."""
    return _PACK.format(fix_id)


def fix_path(fix_id: str) -> str:
    """Where it lies in its pack."""
    return f"fixes/{fix_id}.yaml"


def pack_files(revision: FixRevision, version: int) -> dict[str, bytes]:
    """The files of its pack, without a seal."""
    fix_id = revision.fix_id
    about = {"name": pack_name(fix_id), "version": version, "title": {"en": fix_id or "-"}}
    files = {ABOUT: yaml.safe_dump(about).encode(), fix_path(fix_id): revision.text.encode()}
    return files | ({COMMANDS: revision.commands.encode()} if revision.commands.strip() else {})


def looked_at(revision: FixRevision) -> Outside:
    """What a desktop would read, with everything that is wrong, in the order of files and lines."""
    pack = read_pack(pack_files(revision, 1), actions())
    if revision.fix_id in core_fixes():
        pack.faults.append(_fault(revision, "id_of_ours"))
    if pack.fixes and set(pack.fixes) != {revision.fix_id}:
        pack.faults.append(_fault(revision, "other_id"))
    return pack


@lru_cache(maxsize=16)
def tree(text: str) -> Node | None:
    """The values of the file with their lines; None while it is no YAML."""
    try:
        return read("", text.encode(), wants=())
    except BadFixFile:
        return None


def id_of(text: str) -> str:
    """What the file calls its fix: 2 to 36 small letters, digits, underscores; nothing when it has no such name."""
    root = tree(text)
    try:
        name = root.value["id"].plain_name() if root and isinstance(root.value, Mapping) and "id" in root.value else ""
    except BadFixFile:
        return ""
    return name if len(name) <= 36 and name not in core_fixes() else ""


def node_at(node: Node | None, place: Place) -> Node | None:
    """The value at `place` below `node`; None where there is none."""
    for name in place:
        value = node.value if node else None
        if isinstance(name, int):
            node = value[name] if isinstance(value, tuple) and name < len(value) else None
        else:
            node = value.get(name) if isinstance(value, Mapping) else None
    return node


@lru_cache(maxsize=256)
def title_of(text: str) -> Mapping[Language, str]:
    """What the file calls its fix, by language; nothing where it does not."""
    named = node_at(tree(text), ("title",))
    return {one: said for one in LANGUAGES if (said := said_in(node_at(named, (one,))))}


def texts(text: str) -> list[Told]:
    """Every text of the file, in its order."""
    root = tree(text)
    return list(_texts(root, "")) if root else []


def _texts(node: Node, place: str) -> Iterator[Told]:
    if isinstance(node.value, tuple):
        for number, item in enumerate(node.value, start=1):
            yield from _texts(item, f"{place}.{_name(item) or number}")
    elif isinstance(node.value, Mapping) and node.value:
        if set(node.value) <= set(LANGUAGES):
            yield Told(place.lstrip("."), node.line, {one: said_in(node.value.get(one)) for one in LANGUAGES})
            return
        for key, value in node.value.items():
            yield from _texts(value, f"{place}.{key}")


def _name(node: Node) -> str:
    named = node.value.get("id") if isinstance(node.value, Mapping) else None
    return named.raw if named else ""


def said_in(node: Node | None, between: str = ", ") -> str:
    """The words of a value, or of each item of it."""
    if node is None or isinstance(node.value, Mapping):
        return ""
    if isinstance(node.value, tuple):
        return between.join(item.raw for item in node.value if item.raw)
    return node.raw.strip()


def _fault(revision: FixRevision, reason: str) -> BadFixFile:
    return BadFixFile(file=fix_path(revision.fix_id), line=1, reason=reason, value=revision.fix_id)
