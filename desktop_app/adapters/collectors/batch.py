"""One question to the system that answers several sections: asked once, by whichever section comes first."""

import json
import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from desktop_app.adapters.collectors.child import ProgramFailed
from desktop_app.adapters.collectors.run import Partly
from desktop_app.domain.snapshot import Reason

T = TypeVar("T")


class Batch:
    """The answer of `ask`, a JSON object, shared between sections. The others wait while it is being asked."""

    def __init__(self, ask: Callable[[], bytes]) -> None:
        self._ask = ask
        self._lock = threading.Lock()
        self._answer: Mapping[str, Any] | None = None
        self._failed: ProgramFailed | None = None

    def all(self, name: str) -> list[dict[str, Any]]:
        """The objects under `name`; none when the system knows none. Raises ProgramFailed."""
        with self._lock:
            self._asked()
            found = (self._answer or {}).get(name) or []
        entries = found if isinstance(found, list) else [found]
        return [entry for entry in entries if isinstance(entry, dict)]

    def first(self, name: str) -> dict[str, Any]:
        """The first object under `name`; an empty one when there is none. Raises ProgramFailed."""
        return next(iter(self.all(name)), {})

    def _asked(self) -> None:
        if self._failed is not None:
            raise self._failed
        if self._answer is not None:
            return
        try:
            answer = json.loads(self._ask().decode("utf-8-sig", "replace"))
        except ProgramFailed as failure:
            self._failed = failure
            raise
        except ValueError as error:
            self._failed = ProgramFailed(Reason.UNREADABLE)
            raise self._failed from error
        self._answer = answer if isinstance(answer, dict) else {}


def with_batch(without: T, complete: Callable[[], T]) -> T | Partly:
    """The section with what the question answers; without it, in part, when it did not answer."""
    try:
        return complete()
    except ProgramFailed as failure:
        return Partly(without, failure.reason)
