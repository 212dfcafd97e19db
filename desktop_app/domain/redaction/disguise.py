"""Characters that hide a word from rules and not from readers: invisible ones, colours, look-alikes, other digits."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.span import Span
from desktop_app.domain.unseen import UNSEEN

_CONTROL = (
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]{0,500}(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]"
    r"|[^\n]\x08|\x00|ÿþ(?=.\x00)|þÿ(?=\x00)"
)
"""Colours, titles of windows, letters struck twice; the mark and every second byte of UTF-16 that was read as bytes."""
_TWINS = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеорсухіјѕԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορν",
        "ABESIJKMHOPCTYXaeopcyxijsdqwhABEZHIKMNOPTYXaopv",
        strict=True,
    )
)
"""Letters of Cyrillic and Greek that nobody tells from Latin ones."""
_WIDE = "\uff01-\uff5e\U0001d400-\U0001d7ff"
_FOREIGN_DIGIT = r"[^\D0-9]"
_ODD = lazily(rf"(?:{_CONTROL}|[{UNSEEN}])+|(?P<twin>[{''.join(_TWINS)}{_WIDE}]|{_FOREIGN_DIGIT})")
_HINTS = (lazily(rf"[\x00\x08\x1b{UNSEEN}{''.join(_TWINS)}{_WIDE}]"), lazily(_FOREIGN_DIGIT))
_SIGNS = ("\x00", "\x08", "\x1b")


class Disguise:
    """A text without its disguise. `plain` is empty when it has none."""

    def __init__(self, text: str) -> None:
        self.plain = ""
        self._cuts = [(0, 0)]
        if _is_odd(text):
            self._undress(text)

    def spans(self, found: Iterator[Span]) -> Iterator[Span]:
        """The same stretches in the text as it was; their values stay those of the plain one."""
        for span in found:
            start, end = self._place(span.start), self._place(span.end - 1) + 1
            yield Span(start, end, span.kind, span.value or self.plain[span.start : span.end])

    def _undress(self, text: str) -> None:
        parts: list[str] = []
        at = length = 0
        for odd in _ODD.finditer(text):
            instead = _plain(odd["twin"]) if odd["twin"] else ""
            parts += [text[at : odd.start()], instead]
            length += odd.start() - at + len(instead)
            at = odd.end()
            if len(instead) != len(odd[0]):
                self._cuts.append((length, at))
        if parts:
            self.plain = "".join([*parts, text[at:]])

    def _place(self, at: int) -> int:
        """Where the character `at` of the plain text stands in the text as it was."""
        plain, text = self._cuts[bisect_right(self._cuts, (at, len(self.plain) * 99)) - 1]
        return text + at - plain


def _is_odd(text: str) -> bool:
    hints = (sign in text for sign in _SIGNS) if text.isascii() else (hint.search(text) for hint in _HINTS)
    return any(hints)


def _plain(twin: str) -> str:
    digit = unicodedata.decimal(twin, None)
    letter = _TWINS.get(twin) or unicodedata.normalize("NFKC", twin)
    return str(digit) if digit is not None else letter if len(letter) == 1 else twin
