"""A help desk and a screen process in memory, a clock that is set by hand, and the true services around them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop_app.adapters import folders
from desktop_app.adapters.recordings import RecordingFolder
from desktop_app.adapters.store import open_store
from desktop_app.domain.consent import Ending
from desktop_app.domain.errors import HelpdeskUnreachable, RequestRefused
from desktop_app.domain.ticket import EntryKind, Stage, Status
from desktop_app.protocol.base import Word, new_id
from desktop_app.protocol.screen_lines import Over, Prepared, Words
from desktop_app.protocol.sharing import Answer, NewRecording, Offer, Ready, Record, Sharing
from desktop_app.protocol.tickets import Author, Entry, Ticket
from desktop_app.services.actions import Kind
from desktop_app.services.journal import Journal
from desktop_app.services.known_tickets import KnownTickets
from desktop_app.services.outbox import Outbox
from desktop_app.services.sharing import Parts, Sharings
from desktop_app.services.sharing_guests import Guests
from desktop_app.services.sharing_record import SharingRecords
from desktop_app.services.sharing_recordings import Recordings
from desktop_app.services.tickets import Tickets

FINGERPRINT = ":".join(["AB"] * 32)
NONCE = "0" * 64
READY = Ready(fingerprint=FINGERPRINT, nonce=NONCE)


@dataclass
class Film:
    """A recording as it was brought."""

    ticket_id: str
    word: NewRecording
    content: bytes


@dataclass
class Desk:
    """A help desk in memory. `is_down`: nothing answers."""

    items: dict[str, Sharing] = field(default_factory=dict)
    is_down: bool = False
    steps: list[tuple[str, Any]] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    films: list[Film] = field(default_factory=list)
    refusal: RequestRefused | None = None

    def _answer(self) -> None:
        if self.is_down:
            raise HelpdeskUnreachable

    def underway(self) -> list[Sharing]:
        self._answer()
        return [one for one in self.items.values() if one.state != "ended"]

    def one(self, ticket_id: str, sharing_id: str) -> Sharing:
        self._answer()
        return self.items[sharing_id]

    def ready(self, of: Sharing, ready: Ready) -> None:
        self._move(of, state="ready", ready=ready)
        self.steps.append(("ready", ready))

    def answer(self, of: Sharing, answer: Answer) -> None:
        self._move(of, state="shared", answer=answer)
        self.steps.append(("answer", answer))

    def _move(self, of: Sharing, **changes: Any) -> None:
        self._answer()
        self.items[of.id] = self.items[of.id].model_copy(update=changes)

    def offer(self, sharing_id: str, number: int = 0) -> None:
        self._move(self.items[sharing_id], state="offered", offer=Offer(round=number, sdp="v=0", nonce=NONCE))

    def upload(self, upload: Any, content: bytes, told: Any) -> None:
        self._answer()
        if self.refusal:
            raise self.refusal
        self.brought = content

    def perform(self, action: Any) -> str:
        self._answer()
        if action.kind is Kind.RECORDED:
            self.films.append(Film(action.ticket_id, NewRecording.model_validate_json(action.body), self.brought))
        else:
            self.records.append(Record.model_validate_json(action.body))
        return "{}"

    def find(self, action: Any) -> str | None:
        return None


class Process:
    """A screen process that says its words at once. `is_deaf`: it does not obey Stop."""

    def __init__(self, heard: Callable[[Word | None], object]) -> None:
        self.heard, self.said, self.is_closed, self.is_deaf = heard, list[Word](), False, False

    def say(self, word: Word) -> None:
        self.said.append(word)
        kind = self.kinds[-1]
        if kind == "prepare":
            self.heard(Prepared(ready=READY))
        elif kind == "offered":
            self.heard(Words(first="lavande", second="bateau"))
        elif kind == "stop" and not self.is_deaf:
            self.ends(Ending(word.ending))  # type: ignore[attr-defined]

    def ends(self, ending: Ending, **more: Any) -> None:
        self.heard(Over(record=Record(ending=ending, ended_at=datetime.now(UTC), **more)))
        self.heard(None)

    def close(self) -> None:
        self.is_closed = True

    @property
    def kinds(self) -> list[str]:
        return [word.kind for word in self.said]  # type: ignore[attr-defined]


class Settings(dict[str, Any]):
    def value(self, key: str) -> Any:
        return self[key]


class World:
    """The true services, with the desk and the process in memory. Time stands still until `pass_s`."""

    def __init__(self, home: Path) -> None:
        self.now, self.processes, self.cannot_start, self.is_able = 1000.0, list[Process](), False, True
        self.is_picked_later = False
        self.desk, self.home = Desk(), home
        self.store = open_store(folders.find({"RESCOUSSE_HOME": str(home)}))
        self.journal = Journal(self.store)
        self.outbox = Outbox(self.store, self.desk, self.journal)
        told = {"sharing.allowed": True, "sharing.hidden_windows": ["keepassxc"], "helpdesk.ca_file": "/etc/own.pem"}
        self.settings = Settings(told | {"sharing.voice": True, "sharing.recording": False})
        films = Recordings(RecordingFolder(home / "state" / "recordings"), self.store, self.outbox, self.journal)
        self.records = SharingRecords(self.outbox, self.journal, self.store.notes)
        tickets = Tickets(self.store, self.outbox, self.desk, self.settings)  # type: ignore[arg-type]
        here: Any = {
            "settings": self.settings,
            "language": lambda: "fr",
            "is_able": lambda: self.is_able,
            "is_picked_later": lambda: self.is_picked_later,
            "films": films,
        }
        parts = Parts(self.desk, self._start, tickets, self.records, **here)
        self.sharings = Sharings(parts, lambda: self.now)
        self.guests = Guests(parts, self.sharings, lambda: self.now)

    def _start(self, heard: Callable[[Word | None], object]) -> Process:
        if self.cannot_start:
            raise OSError
        self.processes.append(Process(heard))
        return self.processes[-1]

    def close(self) -> None:
        self.guests.close()
        self.sharings.close()
        self.store.close()

    def know(self, *, mine: bool = True, status: Status = Status.OPEN) -> str:
        """A request that this computer knows."""
        at = datetime.now(UTC)
        ticket = Ticket(
            id=new_id(), number=4821, subject="Impossible d’imprimer", status=status, stage=Stage.WORKING,
            created_at=at, updated_at=at, last_seq=1,
        )  # fmt: skip
        author = Author(kind="requester" if mine else "technician", name="Camille", mine=mine)
        line = Entry(
            id=new_id(), ticket_id=ticket.id, seq=1, kind=EntryKind.MESSAGE, author=author, body="x", created_at=at
        )
        KnownTickets(self.store).take(ticket, [line], None)
        return ticket.id

    def ask(self, ticket_id: str, joins: str | None = None) -> str:
        """Sofia asks to see the screen, or Jonas to look along."""
        sharing_id = new_id()
        self.desk.items[sharing_id] = Sharing(
            id=sharing_id, ticket_id=ticket_id, state="asked", joins=joins,
            technician="Jonas Weber" if joins else "Sofia Laurent", reason="Voir le message",
            asked_at=datetime.now(UTC), commitment="1" * 64,
        )  # fmt: skip
        return sharing_id

    def pass_s(self, seconds: float) -> None:
        self.now += seconds

    def told(self) -> list[str]:
        """The keys of the journal's lines, oldest first; what the outbox writes when it sends is left out."""
        return [line.key for line in reversed(self.journal.entries()) if line.key != "shared_sent"]
