"""Layer 2: values this machine knows (users, names, addresses, serial numbers), found in every spelling.

The collectors know them for sure, so no guess is needed: what is on the list is replaced wherever it stands alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from ipaddress import ip_address
from urllib.parse import quote, quote_plus

from desktop_app.domain.redaction.span import HIDDEN, Span

_LETTERS = r"(?<![^\W_])", r"(?![^\W_])"
_HEX = r"(?<![0-9a-f])", r"(?![0-9a-f])"
_DIGITS = r"(?<![0-9.])", r"(?!\.?[0-9])"
_BETWEEN = r"(?:[:._-]|%3a)?"
_SHORTEST = 3
_COMMON = frozenset(
    """admin administrator administrateur root system user users utilisateur benutzer gebruiker guest test it info
    support help
    service public default home local localhost office backup print printer scan scanner network server client
    desktop laptop data
    """.split()  # noqa: SIM905 - words read better so
)
"""Words that mean something else nearly everywhere: as a name they are found in paths and logins only (layer 3)."""


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
    """Finds known values. Building it costs some milliseconds; each use is one pass over the text."""

    def __init__(self, known: KnownValues) -> None:
        self._names: dict[str, tuple[str, str]] = {}
        parts = [part for part in (*_by_letters(known, self._names), *_by_shape(known, self._names)) if part]
        self._pattern = re.compile("|".join(parts)) if parts else None

    def find(self, text: str) -> Iterator[Span]:
        """Every known value in `text`."""
        if self._pattern is None:
            return
        for found in self._pattern.finditer(folded(text)):
            group = found.lastgroup or ""
            kind, value = self._names.get(group) or self._names[found[0]]
            yield Span(found.start(), found.end(), kind, value)


def folded(text: str) -> str:
    """Lower case, the same length."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(low if len(low := char.lower()) == 1 else char for char in text)
    )


def _by_letters(known: KnownValues, names: dict[str, tuple[str, str]]) -> Iterator[str]:
    """Values that are words: one list of all their spellings, the longest first so that it wins."""
    kinds = (
        ("user", known.users, _spellings_of_name),
        ("host", known.hosts, _spellings_of_host),
        ("domain", known.domains, _spellings),
        ("ssid", known.ssids, _spellings),
        ("serial", known.serials, _spellings),
        ("document", known.documents, _spellings),
        (HIDDEN, known.hidden, _spellings),
    )
    for kind, values, spell in kinds:
        for value in sorted(values, key=len, reverse=True):
            for spelling in spell(value):
                is_clear = len(spelling) >= _SHORTEST and (kind == HIDDEN or spelling not in _COMMON)
                if is_clear and not (kind == "serial" and len(spelling) < 5):
                    names.setdefault(spelling, (kind, value))
    if names:
        yield f"{_LETTERS[0]}(?:{_tree(sorted(names))}){_LETTERS[1]}"


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


def _spellings(value: str) -> set[str]:
    """Composed and decomposed, as JSON, HTML and addresses write it."""
    found: set[str] = set()
    for form in ("NFC", "NFD"):
        text = folded(unicodedata.normalize(form, value.strip()))
        escaped = "".join(char if char.isascii() else f"\\u{ord(char):04x}" for char in text)
        entities = "".join(char if char.isascii() else f"&#{ord(char)};" for char in text)
        found |= {text, escaped, entities, text.replace("&", "&amp;"), folded(quote(text)), folded(quote_plus(text))}
    plain = "".join(char for char in unicodedata.normalize("NFD", folded(value)) if not unicodedata.combining(char))
    spaced = {
        other.join(re.split("[ _]+", text))
        for text in (plain, folded(value))
        for other in ("_", "-", " ", "\\ ", "\\x20", "\\040")
    }
    return found | {plain} | spaced


def _spellings_of_name(value: str) -> set[str]:
    """A name also turned around, joined, with dots, and cut to the eight letters of old file names."""
    found = _spellings(value)
    words = [word for word in re.split(r"[\s._-]+", folded(value)) if word]
    if len(words) > 1:
        for order in (words, words[::-1]):
            found |= {mark.join(order) for mark in (".", "_", "-", "", " ", ", ", ",", "%20", "+")}
    joined = "".join(char for char in folded(value) if char.isalnum())
    if len(joined) > 6:
        found |= {f"{joined[:6]}~{number}" for number in range(1, 5)}
    return found


def _spellings_of_host(value: str) -> set[str]:
    short = value.partition(".")[0]
    return _spellings(value) | (_spellings(short) if len(short) > _SHORTEST else set())


def _by_shape(known: KnownValues, names: dict[str, tuple[str, str]]) -> Iterator[str]:
    """Values that are numbers, with whatever stands between their parts."""
    shapes = [
        *(("mac", value, shape) for value in known.macs for shape in _mac(value)),
        *(("ip", value, shape) for value in known.ips for shape in _ip(value)),
        *(("uuid", value, shape) for value in known.uuids for shape in _uuid(value)),
    ]
    for number, (kind, value, shape) in enumerate(shapes):
        names[f"n{number}"] = (kind, value)
        yield f"(?P<n{number}>{shape})"


def _mac(value: str) -> Iterator[str]:
    digits = re.sub(r"[^0-9a-f]", "", value.lower())
    if len(digits) != 12:
        return
    pairs = [digits[at : at + 2] for at in range(0, 12, 2)]
    yield _HEX[0] + _BETWEEN.join(pairs) + _HEX[1]
    yield r"(?<=enx|wlx|ibx)" + digits
    first = f"{int(pairs[0], 16) ^ 2:02x}".lstrip("0")
    between = ":?"
    yield (
        rf"(?<![0-9a-f])0{{0,2}}{first}{pairs[1]}{between}{pairs[2]}ff{between}f"
        rf"e{pairs[3]}{between}{pairs[4]}{pairs[5]}{_HEX[1]}"
    )


def _ip(value: str) -> Iterator[str]:
    try:
        address = ip_address(value.partition("%")[0])
    except ValueError:
        return
    if address.is_loopback or address.is_unspecified:
        return
    if address.version == 4:
        parts = value.split(".")
        yield _DIGITS[0] + r"\.".join(parts) + _DIGITS[1]
        yield r"(?<![0-9-])" + "[-_]".join(parts) + r"(?![-_]?[0-9])"
        yield r"(?<![0-9.])" + r"\.".join(parts[::-1]) + r"(?=\.in-addr)"
        return
    for spelling in {str(address), address.exploded, value.lower()}:
        yield _HEX[0] + re.escape(spelling) + _HEX[1]
    yield r"\.".join(address.exploded.replace(":", "")[::-1]) + r"(?=\.ip6)"


def _uuid(value: str) -> Iterator[str]:
    digits = re.sub(r"[^0-9a-f]", "", value.lower())
    if len(digits) != 32:
        return
    parts = [digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]]
    swapped = ["".join(part[at : at + 2] for at in range(len(part) - 2, -1, -2)) for part in parts[:3]]
    for order in (parts, [*swapped, *parts[3:]]):
        yield _HEX[0] + "-?".join(order) + _HEX[1]
