"""How far what is being sent has come, and what the person stopped on its way: in memory, it holds for a moment."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.errors import UploadStopped
from desktop_app.services.actions import Action, Upload


class Underway:
    """`changed` is called, on the sender's thread, whenever something has come further."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._parts: dict[str, float] = {}
        self._stopped: set[str] = set()

    def part(self, action_id: str) -> float | None:
        """How much of its files has arrived, from 0 to 1; None while it is not being sent."""
        return self._parts.get(action_id)

    def stop(self, action_id: str) -> None:
        """Its next part is not sent."""
        if action_id in self._parts:
            self._stopped.add(action_id)

    def teller(self, action: Action, upload: Upload) -> Callable[[int], None]:
        """Takes how many bytes of that file have arrived. What it is told may raise UploadStopped."""
        sizes = [one.size for one in action.uploads]
        before, whole = sum(sizes[: action.uploads.index(upload)]), max(1, sum(sizes))

        def told(arrived: int) -> None:
            if action.id in self._stopped:
                raise UploadStopped
            self._parts[action.id] = (before + arrived) / whole
            self._changed()

        return told

    def over(self, action_id: str) -> None:
        """It has arrived, or it waits again."""
        self._parts.pop(action_id, None)
        self._stopped.discard(action_id)
