"""Where in a long text a costly expression is worth trying: around certain words, found fast."""

from collections.abc import Iterable, Iterator

BEFORE, AFTER = 300, 5000
"""How much of the line before and after the word the expression may need, in characters."""


def stretches(low: str, roots: Iterable[str], before: int = BEFORE, after: int = AFTER) -> Iterator[tuple[int, int]]:
    """The stretches around every root, from start to end, without overlap; never beyond the line and the one after.

    `low` is the text in lower case (`known.folded`). A stretch ends where a line ends or `after` characters on.
    """
    end = -1
    start = 0
    for at in sorted(_hits(low, roots)):
        if at < end:
            continue
        if end >= 0:
            yield start, end
        start = max(low.rfind("\n", 0, at) + 1, at - before, end, 0)
        end = _end_of_line(low, at, after)
    if end >= 0:
        yield start, end


def _hits(low: str, roots: Iterable[str]) -> set[int]:
    found: set[int] = set()
    for root in roots:
        at = low.find(root)
        while at >= 0:
            found.add(at)
            at = low.find(root, at + len(root))
    return found


def _end_of_line(low: str, at: int, after: int) -> int:
    """The end of the line, or of the next one when the value may stand there."""
    first = low.find("\n", at, at + after)
    if first < 0:
        return min(at + after, len(low))
    second = low.find("\n", first + 1, at + after)
    return min(at + after, len(low)) if second < 0 else second
