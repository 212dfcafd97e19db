"""What a run tells while it goes: lines for the journal, sentences of progress, and who holds what."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from desktop_app import resources
from desktop_app.domain.action import Say, StopAsked
from desktop_app.domain.errors import FixBusy
from desktop_app.domain.fix import Run
from desktop_app.domain.journal import JournalKind
from desktop_app.domain.words import Language, in_language
from desktop_app.services.fix_ports import Journal, Packs, RunStore
from desktop_app.services.fix_record import Record, as_run, step_of


@dataclass(frozen=True)
class Notes:
    """Writes for the user, in the language of the moment."""

    packs: Packs
    journal: Journal
    language: Callable[[], Language]

    def title(self, record: Record) -> str:
        """The title of the fix of this run; its id when the fix is gone."""
        fix = self.packs.fixes().get(record.fix_id)
        return in_language(fix.title, self.language()) if fix else record.fix_id

    def note(self, kind: JournalKind, key: str, record: Record, step_id: str) -> None:
        """One line of the journal: which fix, which step."""
        fix = self.packs.fixes().get(record.fix_id)
        step = step_of(fix, step_id) if fix else None
        title = in_language(step.title, self.language()) if step else step_id
        self.journal.record(kind, key, {"fix": self.title(record), "step": title}, run_id=record.id)

    def progress(self, key: str) -> str:
        """The sentence for a part that is done; empty when there is none."""
        words = resources.words("fixes").get(f"progress_{key}")
        return in_language(words, self.language()) if words else ""


@dataclass(frozen=True)
class Holds:
    """Which runs are being acted on, by this program or another."""

    runs: RunStore
    notes: Notes

    def run(self, run_id: str, wait_s: float = 0) -> AbstractContextManager[None]:
        """Holds one run."""
        return self.runs.hold(f"run-{run_id}", wait_s)

    def resource(self, record: Record, resource: str) -> AbstractContextManager[None]:
        """Holds what a repair acts on; FixBusy when another run was interrupted in the middle of changing it."""
        for other in self.runs.records():
            if other.id != record.id and other.acting and resource_of(other) == resource:
                raise FixBusy(fix=self.notes.title(other), run=other.id)
        return self.runs.hold(f"resource-{resource}")

    def is_busy(self, record: Record) -> bool:
        """Whether some program is acting on this run now."""
        return self.runs.is_held(f"run-{record.id}")

    def as_run(self, record: Record) -> Run:
        """The run as pages see it: interrupted only when nobody is acting on it."""
        return as_run(record, is_busy=record.acting is not None and self.is_busy(record))


@dataclass(frozen=True)
class Stops:
    """The Stop buttons that were pressed."""

    notes: Notes
    pressed: dict[str, threading.Event] = field(default_factory=dict)

    def press(self, run_id: str) -> None:
        """Asks the run to stop at its next safe point."""
        self.pressed.setdefault(run_id, threading.Event()).set()

    def release(self, run_id: str) -> None:
        """The run has stopped."""
        self.pressed.pop(run_id, None)

    def listener(self, run_id: str, progress: Say | None) -> Say:
        """What a change calls between two parts: raises StopAsked when Stop was pressed, else tells `progress`."""
        stop = self.pressed.setdefault(run_id, threading.Event())

        def say(key: str, share: float) -> None:
            if stop.is_set():
                raise StopAsked
            if progress:
                progress(self.notes.progress(key), share)

        return say


def resource_of(record: Record) -> str:
    """What the change in progress acts on."""
    if record.proposal:
        return record.proposal.resource
    return next((change.proposal.resource for change in record.standing()), "nothing")
