"""A help desk in memory, requests in every state, and the true services of the desktop on a store of the test's own."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from desktop_app.adapters import folders
from desktop_app.adapters.store import Store, open_store
from desktop_app.domain.errors import HelpdeskUnreachable, RequestRefused
from desktop_app.domain.fix import Fix
from desktop_app.domain.ticket import EntryKind, Stage, Status
from desktop_app.domain.words import Language
from desktop_app.protocol.base import new_id
from desktop_app.protocol.desk import Availability, Incident, Opening, Organisation
from desktop_app.protocol.tickets import Attachment, Author, Entry, NewAnswer, NewEntry, NewTicket, Place, Ticket
from desktop_app.services.actions import Action, Kind, Upload
from desktop_app.services.desk import Desk
from desktop_app.services.drafts import Drafts
from desktop_app.services.fix_counts import FixCounts
from desktop_app.services.fixes import Fixes
from desktop_app.services.journal import Journal
from desktop_app.services.known_tickets import KnownTickets
from desktop_app.services.outbox import Outbox
from desktop_app.services.presence import Presence
from desktop_app.services.snapshots import Snapshots
from desktop_app.services.tickets import Tickets
from tests.gui.fakes import FakeKnowHow, FakeSearch
from tests.gui.fakes_computer import earlier_days, snapshots
from tests.gui.fakes_printer import NOW, PRINTER, FakeActions, FakeSettings, final, printer_fixes

SOFIA = Author(kind="technician", name="Sofia Laurent")
ME = Author(kind="requester", name="Camille Dubois", mine=True)


@dataclass
class FakeHelpdesk:
    """A help desk in memory. `is_down`: nothing answers; `refuses`: it says no, in its own words."""

    is_down: bool = False
    refuses: str = ""
    line: Place = field(default_factory=lambda: Place(rank=0))
    typed: list[str] = field(default_factory=list)
    proxy_names: Any = None
    arrives: tuple[int, ...] = ()
    meanwhile: Callable[[], object] = lambda: None
    received: list[dict[str, Any]] = field(default_factory=list)
    uploads: dict[str, tuple[Upload, bytes]] = field(default_factory=dict)

    def articles(self, _tag: str) -> tuple[str, list[Any]] | None:
        self._answer()
        return None

    def newer(self, path: str, kind: Any, tag: str, most_bytes: int) -> Any:
        self._answer()
        return None

    def _answer(self) -> None:
        if self.is_down:
            raise HelpdeskUnreachable
        if self.refuses:
            raise RequestRefused(detail=self.refuses)

    def upload(self, upload: Upload, content: bytes, told: Callable[[int], None]) -> None:
        self._answer()
        told(0)
        for arrived in self.arrives:
            self.meanwhile()
            told(arrived)
        self.uploads[upload.id] = (upload, content)

    def perform(self, action: Action) -> str:
        self._answer()
        self.received.append(json.loads(action.body))
        if action.kind is Kind.CREATE:
            new = NewTicket.model_validate_json(action.body)
            return ticket(
                new.subject,
                id=new.id,
                number=4830,
                assignee="",
                status=Status.NEW,
                stage=Stage.SENT,
                answer_by=NOW + timedelta(hours=4),
            ).model_dump_json()
        if action.kind is Kind.REPLY:
            reply = NewEntry.model_validate_json(action.body)
            return entry(action.ticket_id, 90, reply.body, ME, id=reply.id).model_dump_json()
        if action.kind is Kind.ANSWER:
            said = NewAnswer.model_validate_json(action.body)
            facts = {"asked": said.asked, "value": said.value, "result": said.attempt.result if said.attempt else ""}
            told = {"id": said.id, "kind": EntryKind.EVENT, "event": said.answer, "facts": facts}
            return entry(action.ticket_id, 91, "", ME, **told).model_dump_json()
        if action.kind is Kind.OPINION:
            said = json.loads(action.body)
            told = {"id": said["id"], "kind": EntryKind.EVENT, "event": "rated", "facts": {"score": str(said["score"])}}
            return entry(action.ticket_id, 92, "", ME, **told).model_dump_json()
        if action.kind is Kind.CALL_BACK:
            facts = {"call_back": json.loads(action.body)["call_back"]}
            told = {"id": action.id, "kind": EntryKind.EVENT, "event": "call_wished", "facts": facts}
            return entry(action.ticket_id, 80 + len(self.received), "", ME, **told).model_dump_json()
        return ticket("", id=action.ticket_id, status=Status.CLOSED, stage=Stage.SOLVED).model_dump_json()

    def find(self, action: Action) -> str | None:
        return None

    def tickets(self) -> list[Ticket]:
        self._answer()
        return []

    def entries(self, ticket_id: str, after: int) -> list[Entry]:
        return []

    def attachment(self, attachment_id: str) -> bytes:
        self._answer()
        return b"%PDF-1.7"

    def mark_read(self, ticket_id: str, seq: int) -> None:
        self._answer()

    def place(self, _ticket_id: str) -> Place:
        self._answer()
        return self.line

    def tell_typing(self, ticket_id: str) -> None:
        self._answer()
        self.typed.append(ticket_id)

    def availability(self) -> Availability:
        self._answer()
        return Availability(state="available", people=3, wait_minutes=4)

    def organisation(self) -> Organisation:
        names: dict[Language, str] = {"fr": "Assistance", "en": "IT support", "de": "IT-Hilfe", "nl": "Hulp bij IT"}
        opening = Opening(start=NOW + timedelta(days=1), end=NOW + timedelta(days=1, hours=2))
        telephone = "01 99 00 12 34"
        return Organisation(name="Mairie de Valclair", desk_name=names, telephone=telephone, openings=[opening])

    def incidents(self) -> list[Incident]:
        return []


def ticket(subject: str, **changes: Any) -> Ticket:
    """A request that Sofia works on."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "number": 4821,
        "subject": subject or "Sans titre",
        "status": Status.OPEN,
        "stage": Stage.WORKING,
        "assignee": "Sofia Laurent",
        "created_at": NOW - timedelta(hours=2),
        "updated_at": NOW - timedelta(minutes=1),
    }
    return Ticket(**(usual | changes))


def entry(ticket_id: str, seq: int, body: str, author: Author = SOFIA, **changes: Any) -> Entry:
    """A line of a conversation, one minute after the one before."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "ticket_id": ticket_id,
        "seq": seq,
        "author": author,
        "body": body,
        "created_at": NOW - timedelta(minutes=30 - seq),
    }
    return Entry(**(usual | changes))


class Desktop(SimpleNamespace):
    """The true services on a true store in a folder of the test, with a help desk in memory."""

    settings: Any
    desk: Desk
    tickets: Tickets
    drafts: Drafts
    outbox: Outbox
    presence: Presence
    fixes: Fixes
    fix_counts: FixCounts
    snapshots: Snapshots
    search: Any
    know_how: Any
    journal: Journal
    store: Store
    helpdesk: FakeHelpdesk
    actions: FakeActions

    def know(self, known: Ticket, *lines: Entry) -> Ticket:
        """The help desk told us of this request."""
        last = lines[-1] if lines else None
        words = {"last_seq": last.seq, "last_author": last.author, "last_words": last.body} if last else {}
        known = known.model_copy(update=words)
        here = KnownTickets(self.store)
        here.take(known, lines, here.words().get(known.id))
        return known

    def go_offline(self) -> None:
        self.helpdesk.is_down = True
        self.desk.refresh()


def desktop(
    home: Path, *, fix: Fix = PRINTER, actions: FakeActions | None = None, language: Language = "fr"
) -> Desktop:
    """Services as the window gives them to the pages; online."""
    store, helpdesk, settings = open_store(folders.find({"RESCOUSSE_HOME": str(home)})), FakeHelpdesk(), FakeSettings()
    journal = Journal(store)
    outbox = Outbox(store, helpdesk, journal)
    fixes, acts = printer_fixes(actions, fix, language)
    desk = Desk(helpdesk, store, outbox)
    made = Desktop(
        settings=settings,
        desk=desk,
        presence=Presence(helpdesk, desk),
        tickets=Tickets(store, outbox, helpdesk, settings),  # type: ignore[arg-type]
        drafts=Drafts(store),
        outbox=outbox,
        journal=journal,
        fixes=fixes,
        fix_counts=FixCounts(lambda: outbox, settings),
        snapshots=snapshots(settings),
        search=FakeSearch(),
        know_how=FakeKnowHow(),
        store=store,
        helpdesk=helpdesk,
        actions=acts,
    )
    made.desk.refresh()
    return made


def file_of(name: str, **changes: Any) -> Attachment:
    """A file that came with a message."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "filename": name,
        "media_type": "application/pdf",
        "size": 48_200,
        "sha256": "0" * 64,
    }
    return Attachment(**(usual | changes))


def sample_requests(home: Desktop) -> Ticket:
    """Four requests, the first one open."""
    first = ticket("Impossible d’imprimer depuis Word")
    lines = [
        entry(first.id, 1, "Quand j’imprime depuis Word, un message apparaît et rien ne sort.", ME),
        entry(first.id, 2, "", kind=EntryKind.EVENT, event="taken", facts={"name": "Sofia Laurent"}),
        entry(
            first.id,
            3,
            "Bonjour Camille, j’ai tout reçu. Le logiciel de l’imprimante a changé le 13 mars, cela vient de là.",
        ),
        entry(first.id, 4, "D’accord. C’est urgent, j’ai un conseil à 14 h.", ME),
        entry(
            first.id,
            5,
            "Voici la marche à suivre : https://aide.valclair.example/imprimante",
            attachments=[file_of("marche-a-suivre.pdf")],
        ),
    ]
    others = (
        ("Accès au dossier Budget", 4790, Status.PENDING_REQUESTER, Stage.WORKING, 4),
        ("Deuxième écran", 4655, Status.CLOSED, Stage.SOLVED, 18),
        ("Mot de passe oublié", 4512, Status.CLOSED, Stage.SOLVED, 37),
    )
    for subject, number, status, stage, days in others:
        home.know(ticket(subject, number=number, status=status, stage=stage, updated_at=NOW - timedelta(days=days)))
    return home.know(first, *lines)


__all__ = ["NOW", "PRINTER", "FakeActions", "Fixes", "earlier_days", "final", "snapshots"]
