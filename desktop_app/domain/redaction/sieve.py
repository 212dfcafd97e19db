"""Which of many words are in a text: one pass for all of them with RE2, one for each without it.

RE2 (BSD) has wheels for every system this program is built for. Where it is missing nothing but time is lost, and a
short text is read sooner without: to load it takes longer. Both ways give the same answer.
"""

from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from typing import Any

SHORT = 12_000
"""In characters. To look for each of 600 words in so much takes 4 ms; to load RE2 and to make it ready takes 5."""
_END = "\x00end of the text"
"""In no text by itself. An answer without it is no answer: the expression took too much memory."""


class Sieve:
    """A list of words. Making it ready takes a millisecond or two, at its first use."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._order = (*sorted(self.words), _END)

    def present(self, text: str) -> frozenset[str]:
        """Those that are in `text`."""
        is_worth_it = len(text) > SHORT or "_set" in vars(self)
        if is_worth_it and self._set is not None:
            found = self._set.Match((text + _END).encode("utf-8", "surrogatepass"))
            if len(self._order) - 1 in found:
                return frozenset(self._order[number] for number in found) & self.words
        return frozenset(word for word in self.words if word in text)

    @cached_property
    def _set(self) -> Any:
        """The words as one expression over bytes; None without RE2."""
        with suppress(ImportError):
            import re2

            options = re2.Options()
            options.encoding, options.literal, options.log_errors = re2.Options.Encoding.LATIN1, True, False
            expression = re2.Set.SearchSet(options)
            for word in self._order:
                expression.Add(word.encode("utf-8", "surrogatepass"))
            expression.Compile()
            return expression
        return None
