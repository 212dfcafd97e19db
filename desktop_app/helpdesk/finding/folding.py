"""Words as they are looked for: small letters, without accents; and where a text has them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_TERMS = 8
"""What is typed after that narrows nothing."""

_WORD = re.compile(r"[^\W_]+")
_BEFORE, _LONGEST = 60, 180


@dataclass(frozen=True)
class Part:
    """A piece of a text; `is_hit`: it is one of the words that were looked for."""

    text: str
    is_hit: bool = False


def folded(text: str) -> str:
    """Small letters without accents."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def words_of(text: str) -> list[str]:
    """Its words, folded, each once."""
    return list(dict.fromkeys(_WORD.findall(folded(text))))


def terms(text: str) -> list[str]:
    """The words that are looked for."""
    return words_of(text)[:MOST_TERMS]


def excerpt(text: str, wanted: Sequence[str]) -> list[Part]:
    """What stands around the first hit, in pieces; the beginning when there is none."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    hits = [found for found in _WORD.finditer(plain) if folded(found[0]).startswith(tuple(wanted))] if wanted else []
    start = max(0, hits[0].start() - _BEFORE) if hits else 0
    start = plain.find(" ", start) + 1 if start else 0
    end = min(len(plain), start + _LONGEST)
    spans = [(found.start(), found.end()) for found in hits if found.start() >= start and found.end() <= end]
    ends = [Part("… ")] * (start > 0), [Part(" …")] * (end < len(plain))
    return [*ends[0], *_cut(plain, start, end, spans), *ends[1]]


def _cut(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Iterator[Part]:
    for first, last in spans:
        if first > start:
            yield Part(text[start:first])
        yield Part(text[first:last], is_hit=True)
        start = last
    if start < end:
        yield Part(text[start:end])
