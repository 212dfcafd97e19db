"""Layer 3: private keys as files hold them, whole or cut off, in one line or wrapped in quotes."""

from collections.abc import Iterator

from desktop_app.domain.redaction.expression import lazily
from desktop_app.domain.redaction.reading import Reading
from desktop_app.domain.redaction.span import SECRET, Span

_HEAD = lazily(r"-----BEGIN [A-Z0-9 ]{0,40}(?:PRIVATE|SECRET|STATIC) KEY[A-Z0-9 ]{0,15}-----")
_FOOT = lazily(r"-----END [^-\n]{0,60}-----")
_WHOLE = lazily(r"(?:\\[rn]|[\s\w+/=:,.()\"'-])*")
_CUT = lazily(
    r"(?:\\[rn]|\s|[A-Za-z0-9+/=]{20,}|[\w-]+: [^\n]{0,200})*"
    r"(?:(?<=[A-Za-z0-9+/]{20}\n)[A-Za-z0-9+/]{1,19}={0,2}(?=\s|\Z))?"
)
_LINES = lazily(r"Private-Lines: \d+\s((?:[A-Za-z0-9+/=]+(?:\s|\Z))*)")
_LONGEST = 40_000
"""No key file is longer, in characters."""
ROOTS = frozenset({"-----begin", "private-lines"})


def find(reading: Reading) -> Iterator[Span]:
    """Every private key in the text."""
    heads = [head for at in reading.places("-----begin") if (head := _HEAD.match(reading.text, at))]
    limits = (*(head.start() for head in heads[1:]), len(reading.text))
    for head, limit in zip(heads, limits, strict=False):
        yield Span(head.start(), _end(reading.text, head.end(), min(limit, head.end() + _LONGEST)), SECRET)
    for at in reading.places("private-lines"):
        lines = _LINES.match(reading.text, at)
        if lines:
            yield Span(lines.start(1), lines.end(1), SECRET)


def _end(text: str, start: int, limit: int) -> int:
    """Where the key that begins at `start` ends: at its foot, or where it is cut off."""
    foot = _FOOT.search(text, start, limit)
    if foot and _WHOLE.fullmatch(text, start, foot.start()):
        return foot.end()
    cut = _CUT.match(text, start, limit)
    return cut.end() if cut else start
