"""One question to the system that answers several sections: asked once, by whichever section comes first."""

import json
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from desktop_app.adapters.collectors.child import Printed, ProgramFailed
from desktop_app.adapters.collectors.decoded import decoded
from desktop_app.domain.snapshot import Reason


class Batch:
    """The answer of `ask`, shared between sections. The others wait while it is being asked.

    It is one JSON object, or one on each line: then what came before the time was over counts.
    """

    def __init__(self, ask: Callable[[], Printed]) -> None:
        self._ask = ask
        self._lock = threading.Lock()
        self._answer: dict[str, Any] | None = None
        self._reason: Reason | None = None

    def all(self, name: str) -> list[dict[str, Any]]:
        """The objects under `name`; none when the system knows none. Raises ProgramFailed."""
        answer = self._told()
        if name not in answer and self._reason is not None:
            raise ProgramFailed(self._reason)
        found = answer.get(name) or []
        entries = found if isinstance(found, list) else [found]
        return [entry for entry in entries if isinstance(entry, dict)]

    def first(self, name: str) -> dict[str, Any]:
        """The first object under `name`; an empty one when there is none. Raises ProgramFailed."""
        return next(iter(self.all(name)), {})

    def knows(self, name: str) -> bool:
        """Whether `name` was answered at all, be it with nothing."""
        return name in self._told()

    def _told(self) -> dict[str, Any]:
        with self._lock:
            if self._answer is None:
                self._answer = self._asked()
            return self._answer

    def _asked(self) -> dict[str, Any]:
        try:
            found = self._ask()
        except ProgramFailed as failure:
            self._reason = failure.reason
            return {}
        answers = _objects(decoded(found.text))
        self._reason = found.reason or (None if answers else Reason.UNREADABLE)
        return {name: value for answer in answers for name, value in answer.items()}


def _objects(text: str) -> list[dict[str, Any]]:
    """The object that `text` is, else those of its lines; a line that was cut off is left out."""
    whole = _object(text)
    lines = [whole] if whole is not None else map(_object, text.splitlines())
    return [found for found in lines if found is not None]


def _object(text: str) -> dict[str, Any] | None:
    with suppress(ValueError, RecursionError):
        found = json.loads(text)
        return found if isinstance(found, dict) else None
    return None
