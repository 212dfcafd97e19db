"""Expressions that are compiled when a text first needs them: there are hundreds, and most texts need a few."""

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern")


class _Lazy:
    __slots__ = (*_ASKED, "_flags", "_shape")

    def __init__(self, shape: str, flags: int) -> None:
        self._shape = shape
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Only while the slot is empty: from then on it costs nothing."""
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self._shape, self._flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        return getattr(self, name)


def lazily(shape: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, at the first question. A mistake in `shape` shows then too: the tests ask each."""
    return cast("re.Pattern[str]", _Lazy(shape, flags))
