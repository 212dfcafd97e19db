"""Layer 2: values this machine knows (users, names, addresses, serial numbers), found in every spelling.

The collectors know them for sure, so no guess is needed: what is on the list is replaced wherever it stands alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from desktop_app.domain.redaction import spellings
from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.reading import folded, occurrences
from desktop_app.domain.redaction.sieve import Sieve
from desktop_app.domain.redaction.span import HIDDEN, Span

_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_NUMBER_BEFORE, _NUMBER_AFTER = lazily(r"[0-9][.-]$"), lazily(r"[.-][0-9]")
_SHORTEST = 3
_COMMON = frozenset(
    """admin administrator administrateur root system user users utilisateur benutzer gebruiker guest test it info
    support help
    service public default home local localhost office backup print printer scan scanner network server client
    desktop laptop data
    """.split()  # noqa: SIM905 - words read better so
)
"""Words that mean something else nearly everywhere: as a name they are found in paths and logins only (layer 3)."""
_HEAD = 5
"""Names that begin with the same characters, so many, are found by one expression."""


@dataclass(frozen=True)
class KnownValues:
    """What the machine knows of itself and of its people. `hidden`: what the user chose to hide."""

    users: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    macs: tuple[str, ...] = ()
    ips: tuple[str, ...] = ()
    ssids: tuple[str, ...] = ()
    serials: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    uuids: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @classmethod
    def of(cls, table: Mapping[str, Iterable[object]]) -> "KnownValues":
        """From a table of lists; names it does not know are ignored.

        Raises TypeError, ValueError when it is no such table.
        """
        return cls(**{entry.name: _texts(table.get(entry.name, ())) for entry in fields(cls)})

    def __or__(self, other: "KnownValues") -> "KnownValues":
        """Both."""
        names = [entry.name for entry in fields(self)]
        return KnownValues(
            **{name: tuple(dict.fromkeys((*getattr(self, name), *getattr(other, name)))) for name in names}
        )


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    if isinstance(values, str) or not all(isinstance(value, str) for value in values):
        raise ValueError("a list of texts is wanted")
    return tuple(str(value) for value in values if str(value).strip())


class KnownFinder:
    """Finds known values, however many: an expression is made only when a text holds the first word of a value."""

    def __init__(self, known: KnownValues) -> None:
        self._names: dict[str, tuple[str, str]] = {}
        for spelling, kind, value in _names(known):
            self._names.setdefault(spelling, (kind, value))
        self._groups = _grouped(self._names)
        self._sieve = Sieve(self._groups)
        self._compiled: dict[str, re.Pattern[str]] = {}

    def find(self, text: str) -> Iterator[Span]:
        """Every known value in `text`."""
        low = folded(text)
        for head in self._sieve.present(low):
            expression = self._expression(head)
            for at in occurrences(low, head):
                found = expression.match(low, at)
                if found and not (self._names[found[0]][0] == "ip" and _goes_on(low, at, found.end())):
                    yield Span(at, found.end(), *self._names[found[0]])

    def _expression(self, head: str) -> re.Pattern[str]:
        if head not in self._compiled:
            self._compiled[head] = lazily(f"{_BEFORE}{_tree(sorted(self._groups[head]))}{_AFTER}")
        return self._compiled[head]


def _goes_on(low: str, start: int, end: int) -> bool:
    """Whether numbers stand before or behind: four of five numbers are no address."""
    return bool(_NUMBER_BEFORE.search(low, max(0, start - 3), start) or _NUMBER_AFTER.match(low, end))


def _names(known: KnownValues) -> Iterator[tuple[str, str, str]]:
    """Values that are words: their spellings, kind and value; of two with one spelling the first counts."""
    kinds = (
        ("user", known.users, spellings.of_name),
        ("host", known.hosts, spellings.of_host),
        ("mac", known.macs, spellings.of_mac),
        ("ip", known.ips, spellings.of_ip),
        ("uuid", known.uuids, spellings.of_uuid),
        ("domain", known.domains, spellings.of_word),
        ("ssid", known.ssids, spellings.of_word),
        ("serial", known.serials, spellings.of_word),
        ("document", known.documents, spellings.of_word),
        (HIDDEN, known.hidden, spellings.of_word),
    )
    for kind, values, spell in kinds:
        for value in sorted(values, key=len, reverse=True):
            for spelling in spell(value):
                is_clear = len(spelling) >= _SHORTEST and (kind == HIDDEN or spelling not in _COMMON)
                if is_clear and not (kind == "serial" and len(spelling) < 5):
                    yield spelling, kind, value


def _grouped(names: Iterable[str]) -> dict[str, list[str]]:
    """By their first characters: those a name begins with are found in one pass for all names."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name[:_HEAD], []).append(name)
    return groups


def _tree(words: list[str]) -> str:
    """One expression for many words that looks at each character once."""
    ways: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            ways.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    parts = [re.escape(first) + _tree(rest) for first, rest in ways.items()]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return f"{joined}?" if ends else joined
