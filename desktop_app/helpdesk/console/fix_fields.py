"""The fields of a form that stands for a part of a guided fix's file: what it says there, and what may be chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.fix_filling import MAY_LACK
from desktop_app.helpdesk.fix_look import node_at, said_in
from desktop_app.helpdesk.fix_text import Place
from desktop_app.knowledge.nodes import Node

Options = tuple[tuple[str, str], ...]
"""What may be chosen: a value of the file and the words for it."""


@dataclass(frozen=True)
class Field:
    """`kind`: words or lines (in each language), line, number, pick or ticks. `name` is the way to it in the file.

    `groups` of what may be chosen, under a heading each or none. `redraws`: it decides which other fields there are.
    `may_lack`: a fix is whole without it.
    """

    kind: str
    name: str
    label: str
    said: Mapping[Language, str] = field(default_factory=dict)
    value: str = ""
    groups: tuple[tuple[str, Options], ...] = ()
    hint: str = ""
    redraws: bool = False
    may_lack: bool = False

    @property
    def chosen(self) -> set[str]:
        """The ticks that are set."""
        return set(self.value.split())


@dataclass(frozen=True)
class Group:
    """Fields that belong together; `drop` is the act that takes them out of the file."""

    fields: tuple[Field, ...]
    label: str = ""
    drop: str = ""


@dataclass(frozen=True)
class Reader:
    """Reads the fields below `place`."""

    root: Node | None
    place: Place

    def raws(self, *way: str | int) -> tuple[str, ...]:
        """The items of a list."""
        found = node_at(self.root, (*self.place, *way))
        return tuple(one.raw for one in found.value) if found and isinstance(found.value, tuple) else ()

    def count(self, *way: str | int) -> int:
        """How many items a list has."""
        return len(self.raws(*way))

    def raw(self, *way: str | int) -> str:
        """A value as it was written; empty where there is none."""
        found = node_at(self.root, (*self.place, *way))
        return found.raw if found else ""

    def names(self, *way: str | int) -> tuple[str, ...]:
        """The keys of a table."""
        found = node_at(self.root, (*self.place, *way))
        return tuple(found.value) if found and isinstance(found.value, Mapping) else ()

    def name(self, *way: str | int) -> str:
        """What the field is called."""
        return "/".join(map(str, ("at", *self.place, *way)))

    def words(self, label: str, *way: str | int, kind: str = "words", hint: str = "") -> Field:
        """A text in every language, under these words of the tables."""
        ends = {one: node_at(self.root, (*self.place, *way, one)) for one in LANGUAGES}
        said = {one: said_in(node, "\n" if kind == "lines" else ", ") for one, node in ends.items()}
        may_lack = way[0] in MAY_LACK
        told = words.say(hint) if hint else ""
        return Field(kind, self.name(*way), words.say(label), said, hint=told, may_lack=may_lack)

    def pick(self, label: str, groups: tuple[tuple[str, Options], ...], *way: str | int) -> Field:
        """One of these; what the file says is always among them."""
        value = self.raw(*way)
        known = {one for _, options in groups for one, _ in options}
        lost = () if value in known else (("", ((value, words.say("fix_way_gone", name=value)),)),)
        return Field("pick", self.name(*way), label, value=value, groups=(*groups, *lost))
