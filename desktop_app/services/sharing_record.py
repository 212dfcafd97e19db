"""What is kept of a shared screen: sentences in the user's journal, and a record for the help desk, never lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from desktop_app.domain.consent import Capability, Ending
from desktop_app.domain.journal import JournalKind
from desktop_app.services.actions import Kind, new_action

if TYPE_CHECKING:
    from desktop_app.protocol.sharing import Record
    from desktop_app.services.journal import Journal
    from desktop_app.services.outbox import Outbox
    from desktop_app.services.sharing_view import SharingView


class Notes(Protocol):
    """A small memory."""

    def get(self, name: str) -> str:
        """What was put, or nothing."""

    def put(self, name: str, value: str) -> None:
        """Keep it."""


@dataclass
class SharingRecords:
    """Written at once; sent by the outbox. A sharing during which this program died is told of at its next start."""

    outbox: Outbox
    journal: Journal
    notes: Notes
    name: str = "sharing:underway"
    """Of the note about the one that goes on."""

    def beside(self) -> SharingRecords:
        """The same for one that goes on at the same time."""
        return replace(self, name="sharing:beside")

    def begun(self, view: SharingView) -> None:
        """The question is shown: until `over`, a sudden end is known of."""
        self.notes.put(self.name, f"{view.id} {view.ticket_id} {view.technician}\n{view.label}")

    def allowed(self, view: SharingView) -> None:
        """The user said yes to being looked at."""
        self.journal.record(JournalKind.GRANTED, "screen_look_allowed", _facts(view))

    def step(self, view: SharingView, capability: Capability, *, is_yes: bool) -> None:
        """The user answered to a step more."""
        kind, said = (JournalKind.GRANTED, "allowed") if is_yes else (JournalKind.REFUSED, "refused")
        self.journal.record(kind, f"screen_{capability}_{said}", _facts(view))

    def over(self, view: SharingView, record: Record, *, is_off: bool = False) -> None:
        """It is over: the journal says why, and the record waits to leave before anything else is done."""
        seen = record.started_at is not None
        if record.started_at is not None:
            minutes = max(1, round((record.ended_at - record.started_at).total_seconds() / 60))
            self.journal.record(JournalKind.SEEN, "screen_seen", {**_facts(view), "minutes": str(minutes)})
        for name in record.files:
            self.journal.record(JournalKind.CHANGED, "screen_file_received", {**_facts(view), "file": name})
        key = "screen_over_off" if is_off else f"screen_over_{record.ending}"
        self.journal.record(JournalKind.SEEN if seen else JournalKind.REFUSED, key, _facts(view))
        with self.outbox.adding() as add:
            add(new_action(Kind.SHARED, view.id, view.ticket_id, view.label, record.model_dump_json()))
        self.notes.put(self.name, "")

    def tell_of_crashed(self, running: str) -> None:
        """One that this program did not see the end of; `running` is the one that goes on now."""
        from desktop_app.services.sharing_view import SharingView

        head, _, label = self.notes.get(self.name).partition("\n")
        sharing_id, _, rest = head.partition(" ")
        ticket_id, _, technician = rest.partition(" ")
        if sharing_id and sharing_id != running:
            view = SharingView(id=sharing_id, ticket_id=ticket_id, technician=technician, label=label)
            self.over(view, self.broken(Ending.CRASHED))

    @staticmethod
    def broken(ending: Ending) -> Record:
        """What is told when the screen process cannot tell it, or never ran."""
        from desktop_app.protocol.sharing import Record

        return Record(ending=ending, ended_at=datetime.now().astimezone())


def _facts(view: SharingView) -> dict[str, str]:
    return {"name": view.technician, "label": view.label}
