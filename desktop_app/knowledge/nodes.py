"""YAML read with the line of every value, so that a mistake can be shown to its author where it is."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from string import Formatter
from typing import Any, NoReturn, TypeVar, cast

from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.words import LANGUAGES, Language, Text

_WORD = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9_]{1,40}")
_ICON = re.compile(r"[a-z][a-z0-9-]*")
_GAP = re.compile(r"[a-z][a-z0-9_]*")
_LARGEST_FILE = 256 * 1024
_DEEPEST = 12

Scalar = str | int | float | bool | None
L = TypeVar("L", bound=str)
T = TypeVar("T")


@dataclass(frozen=True)
class Node:
    """A value of a file, with its line. `raw` is a scalar as it was written: `no` stays `no`.

    `wants`: the languages that each text must have; the others are filled with what there is.
    """

    file: str
    line: int
    value: Mapping[str, "Node"] | tuple["Node", ...] | Scalar
    raw: str = ""
    wants: tuple[Language, ...] = LANGUAGES

    def bad(self, reason: str, **facts: object) -> NoReturn:
        """Raises BadFixFile for this line; `reason` is a key of `resources/words/packs.toml`."""
        raise BadFixFile(file=self.file, line=self.line, reason=reason, **facts)

    def mapping(self, allowed: Collection[str], required: Collection[str] = ()) -> Mapping[str, "Node"]:
        """Keys and values; unknown or missing keys are refused."""
        if not isinstance(self.value, Mapping):
            self.bad("not_a_mapping")
        for key, node in self.value.items():
            if key not in allowed:
                node.bad("unknown_key", key=key, known=", ".join(sorted(allowed)))
        for key in required:
            if key not in self.value:
                self.bad("missing_key", key=key)
        return self.value

    def items(self) -> tuple["Node", ...]:
        """The values of a list."""
        if not isinstance(self.value, tuple):
            self.bad("not_a_list")
        return self.value

    def word(self) -> str:
        """An identifier: small letters, digits, underscores, dots."""
        if isinstance(self.value, Mapping | tuple) or not _WORD.fullmatch(self.raw):
            self.bad("not_a_word", value=self.raw)
        return self.raw

    def plain_name(self) -> str:
        """An identifier without dots: 2 to 41 small letters, digits, underscores."""
        if not _PLAIN_NAME.fullmatch(self.word()):
            self.bad("not_a_word", value=self.raw)
        return self.raw

    def icon(self) -> str:
        """The name of an icon: small letters, digits, hyphens."""
        if not _ICON.fullmatch(self.raw):
            self.bad("not_a_word", value=self.raw)
        return self.raw

    def string(self) -> str:
        """Text that is not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            self.bad("not_text")
        return self.value.strip()

    def integer(self, least: int, most: int) -> int:
        """A whole number within bounds."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not least <= self.value <= most:
            self.bad("not_a_number", least=least, most=most)
        return self.value

    def boolean(self) -> bool:
        """`true` or `false`."""
        if not isinstance(self.value, bool):
            self.bad("not_true_or_false")
        return self.value

    def scalar(self) -> Scalar:
        """A single value, as an option is."""
        if isinstance(self.value, Mapping | tuple):
            self.bad("not_a_single_value")
        return self.value

    def text(self) -> Text:
        """A sentence in the languages it must have, with the same gaps in each."""
        table = self.in_languages()
        text = {cast("Language", language): node.string() for language, node in table.items()}
        wanted = None
        for language, node in table.items():
            gaps = _gaps(node, text[cast("Language", language)])
            wanted = gaps if wanted is None else wanted
            if gaps != wanted:
                node.bad("gaps_differ", language=language, gaps=", ".join(sorted(gaps ^ wanted)))
        return in_every_language(text)

    def in_languages(self) -> Mapping[str, "Node"]:
        """A value per language: every one that must be there, and at least one."""
        table = self.mapping(LANGUAGES, self.wants)
        return table if table else self.bad("missing_key", key=FALLBACK[0])


FALLBACK: tuple[Language, ...] = ("en", "fr", "de", "nl")
"""Who reads a text that is not written in their language gets the first of these that there is."""


def in_every_language(table: Mapping[L, T]) -> dict[L, T]:
    """The same, with what there is in place of each language that is missing."""
    first = next(language for language in FALLBACK if language in table)
    return {cast("L", language): table.get(cast("L", language), table[cast("L", first)]) for language in LANGUAGES}


def gaps(text: Text) -> frozenset[str]:
    """The names of the gaps of a sentence that was read."""
    return frozenset(name for sentence in text.values() for _, name, _, _ in Formatter().parse(sentence) if name)


def _gaps(node: Node, sentence: str) -> frozenset[str]:
    """Gaps are plain names: `{x.y}` or `{x[0]}` would reach into the program."""
    try:
        parts = list(Formatter().parse(sentence))
    except ValueError:
        node.bad("broken_gap")
    names = [name for _, name, _, _ in parts if name is not None]
    for _, name, spec, conversion in parts:
        if name is not None and (
            not _GAP.fullmatch(name) or conversion or (spec and "|" not in spec) or "{" in (spec or "")
        ):
            node.bad("bad_gap", gap=name)
    return frozenset(names)


def read(file: str, content: bytes, first_line: int = 1, wants: tuple[Language, ...] = LANGUAGES) -> Node:
    """The tree of a YAML text; BadFixFile when it is not one. `first_line` is where it starts in its file, `wants` the
    languages its texts must have.
    """
    import yaml  # 20 ms that a start from the cache does not need

    start = Node(file, first_line, None)
    # libyaml is some ten times faster; wheels carry it, a source build may not
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if len(content) > _LARGEST_FILE:
        start.bad("too_large", limit=_LARGEST_FILE)
    try:
        root = yaml.compose(content.decode("utf-8"), Loader=loader)
    except UnicodeDecodeError:
        start.bad("not_utf8")
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line if problem.problem_mark else 0
        Node(file, first_line + line, None).bad("not_yaml", problem=problem.problem or "")
    except (yaml.YAMLError, RecursionError) as problem:
        start.bad("not_yaml", problem=type(problem).__name__)
    if root is None:
        start.bad("empty")
    return _Builder(Node(file, first_line, None, wants=wants)).build(root, 0)


class _Builder:
    def __init__(self, start: Node) -> None:
        self._start = start
        self._seen: set[int] = set()

    def _at(self, node: Any, value: Any = None, raw: str = "") -> Node:
        return replace(self._start, line=self._start.line + node.start_mark.line, value=value, raw=raw)

    def build(self, node: Any, depth: int) -> Node:
        here = self._at(node)
        if id(node) in self._seen or depth > _DEEPEST:
            # A few lines of aliases can stand for gigabytes
            here.bad("aliases")
        self._seen.add(id(node))
        if node.id == "mapping":
            return self._at(node, self._mapping(node, depth))
        if node.id == "sequence":
            return self._at(node, tuple(self.build(child, depth + 1) for child in node.value))
        return self._at(node, _scalar(here, node), node.value)

    def _mapping(self, node: Any, depth: int) -> Mapping[str, Node]:
        table: dict[str, Node] = {}
        for key, value in node.value:
            at = self._at(key)
            if key.id != "scalar":
                at.bad("not_a_word", value="")
            if key.value in table:
                at.bad("twice", key=key.value)
            table[key.value] = self.build(value, depth + 1)
        return table


def _scalar(here: Node, node: Any) -> Scalar:
    kind = node.tag.removeprefix("tag:yaml.org,2002:")
    if kind in ("str", "timestamp"):
        return str(node.value)
    if kind == "null":
        return None
    try:
        if kind == "bool":
            return bool(node.value.lower() in ("yes", "true", "on"))
        if kind in ("int", "float"):
            return int(node.value) if kind == "int" else float(node.value)
    except ValueError:
        return str(node.value)
    return here.bad("strange_value", value=str(node.value))
