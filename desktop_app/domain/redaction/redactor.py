"""Finds everything that must not leave and replaces it: same value, same pseudonym."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop_app.domain.redaction import (
    addresses,
    commands,
    documents,
    keyfiles,
    numbers,
    phrases,
    places,
    structure,
    tokens,
)
from desktop_app.domain.redaction.disguise import Disguise
from desktop_app.domain.redaction.known import KnownFinder, KnownValues
from desktop_app.domain.redaction.reading import Reading, folded
from desktop_app.domain.redaction.sieve import Sieve
from desktop_app.domain.redaction.span import Span, merged

_LAYERS = (keyfiles, structure, phrases, commands, tokens, numbers, addresses, places, documents)
_SIEVE = Sieve(root for layer in _LAYERS for root in layer.ROOTS)
_SEPARATOR = "\n\x1e\n"


class Numbering(Protocol):
    """Gives numbers to values and remembers them on this machine."""

    def number(self, kind: str, value: str) -> int:
        """The number of `value` among those of its kind, from 1; the same one every time."""


class CountingFromOne:
    """A numbering that lasts as long as this object."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}
        self._last: Counter[str] = Counter()

    def number(self, kind: str, value: str) -> int:
        """See `Numbering`."""
        if (kind, value) not in self._known:
            self._last[kind] += 1
            self._known[kind, value] = self._last[kind]
        return self._known[kind, value]


@dataclass(frozen=True)
class Masked:
    """A stretch of the original text and what stands in its place."""

    start: int
    end: int
    kind: str
    pseudonym: str


class Redactor:
    """All layers over a text. Building one costs some milliseconds; using it is one pass."""

    def __init__(self, known: KnownValues, numbering: Numbering) -> None:
        self._known = KnownFinder(known)
        self._numbering = numbering
        self._pseudonyms: dict[tuple[str, str], str] = {}

    def find(self, text: str, without: str = "") -> list[Masked]:
        """What to mask in `text`, in order, without overlap; nothing of the kind `without`."""
        disguise = Disguise(text)
        spans = [*disguise.spans(self._spans(disguise.plain)), *self._spans(text)]
        wanted = [span for span in spans if span.kind != without]
        return [self._masked(text, span) for span in merged(wanted, text)]

    def _spans(self, text: str) -> Iterator[Span]:
        if text:
            yield from self._known.find(text)
            reading = Reading(text, _SIEVE)
            for layer in _LAYERS:
                yield from layer.find(reading)

    def find_in_all(self, texts: Iterable[str], without: str = "") -> Mapping[str, list[Masked]]:
        """`find` for many short texts at once; texts with nothing to mask are left out."""
        wanted = list(dict.fromkeys(texts))
        found: dict[str, list[Masked]] = {text: self.find(text, without) for text in wanted if "\x1e" in text}
        joined = [text for text in wanted if "\x1e" not in text]
        starts, at = [], 0
        for text in joined:
            starts.append(at)
            at += len(text) + len(_SEPARATOR)
        index = 0
        for masked in self.find(_SEPARATOR.join(joined), without):
            while index + 1 < len(starts) and starts[index + 1] <= masked.start:
                index += 1
            _place(found, joined[index], masked, starts[index])
        return {text: spans for text, spans in found.items() if spans}

    def pseudonym(self, kind: str, value: str) -> str:
        """What stands for `value`."""
        if (kind, value) not in self._pseudonyms:
            self._pseudonyms[kind, value] = f"{kind}-{self._numbering.number(kind, folded(value))}"
        return self._pseudonyms[kind, value]

    def _masked(self, text: str, span: Span) -> Masked:
        value = span.value or text[span.start : span.end]
        return Masked(span.start, span.end, span.kind, self.pseudonym(span.kind, value))


def _place(found: dict[str, list[Masked]], text: str, masked: Masked, start: int) -> None:
    """A span that runs over the end of its text is cut there."""
    begin, end = masked.start - start, min(masked.end - start, len(text))
    if begin < end:
        found.setdefault(text, []).append(Masked(begin, end, masked.kind, masked.pseudonym))


def replaced(text: str, spans: Iterable[Masked]) -> str:
    """`text` with each span replaced by its pseudonym; every other character as it was."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], span.pseudonym]
        at = span.end
    return "".join([*parts, text[at:]])


def counted(spans: Iterable[Masked]) -> list[dict[str, str | int]]:
    """How often each pseudonym stands in the text: for the `masked` list of a document."""
    count = Counter((span.pseudonym, span.kind) for span in spans)
    return [{"pseudonym": name, "kind": kind, "count": times} for (name, kind), times in sorted(count.items())]
