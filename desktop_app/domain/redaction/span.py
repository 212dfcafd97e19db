"""A stretch of text that must not leave as it is."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop_app.domain.redaction.expression import lazily

SECRET = "secret"  # noqa: S105 - the kind, not one of them
HIDDEN = "hidden"
KINDS = (
    *(
        SECRET,
        "user",
        "host",
        "domain",
        "mac",
        "ip",
        "ssid",
        "serial",
        "uuid",
        "email",
        "phone",
        "card",
        "iban",
        "number",
    ),
    *("document", "place", "address", "share", "label", HIDDEN),
)
"""Secrets are never shown; the others are personal and may be shown by the user, one by one.

Words: `fields.toml`, `kind.*`.
"""

MARK_SHAPE = rf"(?:{'|'.join(KINDS)})-\d{{1,9}}"
MARK = lazily(MARK_SHAPE)
"""What stands in place of a value. A text that already holds marks keeps them."""
OLD_MARK = lazily(rf"(?:(?<![\w-])|(?<=\s-\w)){MARK_SHAPE}(?![\w-])")
"""One that stands alone or behind a flag, in a text that was redacted before."""
_WRAPPED = lazily(r"[\\=]?\r?\n[ \t>|]{0,8}((?=[\w+/-]*\d)[\w+/-]{8,200}={0,2})(?=[ \t]*(?:\r?\n|\Z))")
"""A line that is nothing but letters and digits, as a terminal or a mail breaks a long key."""
_LONG = 20
_SHORTEST_REST = 6
_BETWEEN = " \t\r\n\"'.,:;=()[]{}<>/\\"


class Span(NamedTuple):
    """Characters `start` to `end`, and what kind of value they are.

    `value`: what the pseudonym is for, when not these very characters.
    """

    start: int
    end: int
    kind: str
    value: str = ""


def merged(spans: Iterable[Span], text: str) -> list[Span]:
    """In order, without overlap: spans that touch the same characters become one, and a secret wins over everything."""
    result: list[Span] = []
    own = (rest for span in spans for rest in _beside_marks(_to_its_end(span, text), text))
    for span in sorted(own, key=lambda span: (span.start, -span.end)):
        if span.end <= span.start:
            continue
        if not result or span.start >= result[-1].end:
            result.append(span)
            continue
        result[-1] = _together(result[-1], span)
    return result


def _to_its_end(span: Span, text: str) -> Span:
    """A long key that goes on in the next lines."""
    if span.kind != SECRET or span.end - span.start < _LONG:
        return span
    end = span.end
    while (more := _WRAPPED.match(text, end)) is not None:
        end = more.end(1)
    return span if end == span.end else span._replace(end=end, value="")


def _beside_marks(span: Span, text: str) -> Iterator[Span]:
    """The span; of one that holds marks of an earlier redaction only what may be a value of its own beside them."""
    own = text[span.start : span.end]
    marks = list(OLD_MARK.finditer(own)) if "-" in own else []
    if not marks:
        yield span
        return
    edges = [0, *(edge for mark in marks for edge in mark.span()), len(own)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        rest = own[start:end].strip(_BETWEEN)
        if len(rest) >= _SHORTEST_REST and any(map(str.isdigit, rest)) and any(map(str.isalpha, rest)):
            begin = span.start + own.index(rest, start)
            yield Span(begin, begin + len(rest), span.kind)


def _together(first: Span, second: Span) -> Span:
    end = max(first.end, second.end)
    if first.kind == SECRET or (second.kind != SECRET and first.end >= second.end):
        return Span(first.start, end, first.kind, first.value if end == first.end else "")
    if second.kind == SECRET:
        return Span(first.start, end, SECRET)
    longer = first if first.end - first.start >= second.end - second.start else second
    return Span(first.start, end, longer.kind)
