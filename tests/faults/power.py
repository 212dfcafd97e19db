"""The power fails: before or after any one change of a file, or of something else that a test names."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_OF_FILES = (
    *((Path, name) for name in ("rename", "replace", "unlink", "write_text")),
    (os, "fsync"),
    (shutil, "copy2"),
)


class PowerCut(BaseException):
    """The computer is off."""


@contextmanager
def power(blows_at: int, *more: tuple[Any, str]) -> Iterator[list[str]]:
    """The power fails before or after the change with this number; what was changed is listed.

    `more` are changes beside those of files: who makes them, and the name.
    """
    changes: list[str] = []

    def fused(change: Callable[..., Any]) -> Callable[..., Any]:
        def around(*args: Any, **named: Any) -> Any:
            for after in (False, True):
                result = change(*args, **named) if after else None
                changes.append(change.__name__)
                if len(changes) == blows_at:
                    raise PowerCut
            return result

        return around

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in (*_OF_FILES, *more):
            patch.setattr(owner, name, fused(getattr(owner, name)))
        yield changes
