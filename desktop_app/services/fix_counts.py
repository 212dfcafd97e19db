"""How guided fixes end, counted for those who answer for the help desk: the day, the fix, the outcome, nothing else.

Sent only when the policy asks (`fixes.counted`) and the person allows it (`fixes.counted_here`), through the outbox.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Protocol

from uuid_utils import uuid7

from desktop_app.domain.fix import RunState
from desktop_app.services.actions import Kind, new_action
from desktop_app.services.outbox import Outbox

OUTCOMES = {
    RunState.FIXED: "helped",
    RunState.NOTHING_FOUND: "nothing_found",
    RunState.NEEDS_PERSON: "needs_person",
    RunState.STOPPED: "stopped",
    RunState.UNDONE: "undone",
}
REQUESTED = "requested"


class Settings(Protocol):
    """What the policy asks and the person allows."""

    def value(self, key: str) -> Any:
        """The value in force."""


class FixCounts:
    """Puts one count in the outbox for each end of a run."""

    def __init__(self, outbox: Callable[[], Outbox], settings: Settings) -> None:
        self._outbox = outbox
        self._settings = settings

    def is_wanted(self) -> bool:
        """Whether the policy asks for counts."""
        return bool(self._settings.value("fixes.counted"))

    def ended(self, fix_id: str, title: str, state: RunState, now: datetime) -> None:
        """A run of a fix has ended so, or was undone after its end."""
        self._count(fix_id, title, OUTCOMES[state], now)

    def requested(self, fixes: Iterable[tuple[str, str]], now: datetime) -> None:
        """A request was sent after these fixes (id and title) were tried."""
        for fix_id, title in dict(fixes).items():
            self._count(fix_id, title, REQUESTED, now)

    def _count(self, fix_id: str, title: str, outcome: str, now: datetime) -> None:
        if not (self.is_wanted() and self._settings.value("fixes.counted_here")):
            return
        from desktop_app.protocol.fix_counts import FixCount

        number = str(uuid7())
        word = FixCount.model_validate({"id": number, "day": now.date(), "fix": fix_id, "outcome": outcome})
        with self._outbox().adding() as add:
            add(new_action(Kind.COUNT, number, number, title, word.model_dump_json()))
