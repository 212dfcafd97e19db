"""A printer that is stuck, a desk that answers, requests in every state: what the pages are tried with."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from desktop_app.adapters import folders
from desktop_app.adapters.store import Store, open_store
from desktop_app.domain.action import ActionShape, Given, Plan, Result, Saved, Say
from desktop_app.domain.errors import BadFixFile, FixBusy, HelpdeskUnreachable, NotFound, RequestRefused
from desktop_app.domain.fix import Choice, Consent, Fix, Step, StepKind
from desktop_app.domain.journal import JournalKind
from desktop_app.domain.redaction.known import KnownValues
from desktop_app.domain.redaction.redactor import CountingFromOne
from desktop_app.domain.snapshot import Section, SectionStatus
from desktop_app.domain.ticket import EntryKind, Stage, Status
from desktop_app.domain.words import Language, Text
from desktop_app.protocol.base import new_id
from desktop_app.protocol.desk import Availability, Incident, Organisation
from desktop_app.protocol.tickets import Attachment, Author, Entry, NewEntry, NewTicket, Ticket
from desktop_app.services.desk import Desk
from desktop_app.services.drafts import Drafts
from desktop_app.services.fix_record import Record
from desktop_app.services.fixes import Fixes
from desktop_app.services.journal import Journal
from desktop_app.services.known_tickets import KnownTickets
from desktop_app.services.outbox import Action, Kind, Outbox, Upload
from desktop_app.services.snapshots import Snapshots
from desktop_app.services.tickets import Tickets

NOW = datetime(2026, 3, 21, 9, 45, tzinfo=UTC)


def words(fr: str, en: str = "", de: str = "", nl: str = "") -> Text:
    return {"fr": fr, "en": en or fr, "de": de or fr, "nl": nl or fr}


PRINTER = Fix(
    id="printer",
    title=words("L’imprimante n’imprime plus", "The printer does not print", "Der Drucker druckt nicht mehr", "De printer print niet meer"),
    summary=words("Nous cherchons ce qui bloque l’impression."),
    symptoms={"fr": ("imprimante",), "en": ("printer",), "de": ("drucker",), "nl": ("printer",)},
    icon="printer",
    systems=("linux",),
    minutes=3,
    steps=(
        Step(
            "look",
            StepKind.CHECK,
            words("Vérifier l’imprimante", "Check the printer", "Drucker prüfen", "Printer controleren"),
            action="queue",
            outcomes={
                "stuck": words(
                    "{count} documents bloquent l’impression.",
                    "{count} documents are blocking the printer.",
                    "{count} Dokumente blockieren den Druck.",
                    "{count} documenten blokkeren het afdrukken.",
                ),
                "fine": words("Rien ne bloque l’impression.", "Nothing is blocking the printer.", "Nichts blockiert den Druck."),
            },
            goes_to={"fine": "end"},
        ),
        Step(
            "lamp",
            StepKind.QUESTION,
            words("Regarder le voyant", "Look at the light", "Auf das Lämpchen sehen", "Kijk naar het lampje"),
            question=words(
                "De quelle couleur est le voyant de l’imprimante ?",
                "What colour is the light on the printer?",
                "Welche Farbe hat das Lämpchen am Drucker?",
                "Welke kleur heeft het lampje op de printer?",
            ),
            choices=(
                Choice("green", words("Vert ou bleu, fixe", "Green or blue, steady", "Grün oder blau, dauernd", "Groen of blauw")),
                Choice("orange", words("Orange ou rouge", "Orange or red", "Orange oder rot", "Oranje of rood"), "person"),
                Choice("off", words("Éteint", "Off", "Aus", "Uit"), "person"),
                Choice("cannot_tell", words("Je ne peux pas le voir", "I can’t tell", "Das weiß ich nicht", "Ik kan het niet zien")),
            ),
        ),
        Step(
            "free",
            StepKind.REPAIR,
            words("Débloquer les documents", "Free the documents", "Dokumente freigeben", "Documenten vrijgeven"),
            action="clear_queue",
            outcomes={"cleared": words("{count} documents retirés", "{count} documents removed", "{count} Dokumente entfernt")},
            consent=Consent(
                changes=words(
                    "« Rapport-mars » et « Planning » sortent de la file d’attente. Vous pourrez les imprimer de nouveau.",
                    "“Rapport-mars” and “Planning” leave the queue. You can print them again.",
                    "„Rapport-mars“ und „Planning“ verlassen die Warteschlange. Sie können sie erneut drucken.",
                ),
                keeps=words("Vos fichiers et vos réglages.", "Your files and your settings.", "Ihre Dateien und Ihre Einstellungen."),
                permission=words("Aucune autorisation n’est demandée.", "No permission is needed.", "Es ist keine Erlaubnis nötig."),
                undo=words(
                    "Un bouton « Annuler » reste disponible pendant 7 jours.",
                    "An Undo button stays available for 7 days.",
                    "Eine Schaltfläche „Rückgängig“ bleibt 7 Tage lang verfügbar.",
                ),
            ),
            button=words("Débloquer l’impression", "Free the printer", "Drucker wieder freigeben", "Printer vrijgeven"),
            seconds=20,
        ),
        Step(
            "prove",
            StepKind.VERIFY,
            words("Vérifier de nouveau", "Check again", "Noch einmal prüfen", "Opnieuw controleren"),
            action="queue",
            outcomes={
                "fine": words("Rien ne bloque l’impression.", "Nothing is blocking the printer.", "Nichts blockiert den Druck."),
                "stuck": words("Un document bloque encore.", "One document is still stuck.", "Ein Dokument hängt noch."),
            },
            goes_to={"stuck": "person"},
        ),
    ),
    success=words("Votre imprimante fonctionne.", "Your printer works.", "Ihr Drucker funktioniert.", "Uw printer werkt."),
    prevention=words("Si cela revient chaque semaine, dites-le à l’assistance : l’imprimante a peut-être besoin d’une mise à jour."),
)


def final(fix: Fix) -> Fix:
    """The same fix, whose repair has no way back."""
    steps = tuple(
        replace(step, consent=replace(step.consent, undo=None)) if step.consent else step for step in fix.steps
    )
    return replace(fix, steps=steps)


@dataclass
class FakePacks:
    """One fix."""

    fix: Fix = PRINTER

    def fixes(self) -> Mapping[str, Fix]:
        return {self.fix.id: self.fix}

    def faults(self) -> list[BadFixFile]:
        return []


@dataclass
class FakeActions:
    """A queue with two stuck documents. `during` runs in the middle of the change; `is_stubborn`: clearing does not help."""

    stuck: int = 2
    is_stubborn: bool = False
    calls: list[str] = field(default_factory=list)
    during: Callable[[], None] = lambda: None
    during_check: Callable[[], None] = lambda: None

    def shapes(self) -> Mapping[str, ActionShape]:
        linux = frozenset({"linux"})
        return {
            "queue": ActionShape("queue", "check", linux, frozenset({"stuck", "fine"}), frozenset({"count"}), {}),
            "clear_queue": ActionShape(
                "clear_queue", "repair", linux, frozenset({"cleared"}), frozenset({"count"}), {}, "queue", undoable=True
            ),
        }

    def check(self, name: str, given: Given) -> Result:
        self.during_check()
        self.calls.append(f"check {name}")
        if self.stuck:
            return Result("stuck", {"count": self.stuck}, f"lpstat: {self.stuck} jobs held")
        return Result("fine", {"count": 0}, "lpstat: empty")

    def plan(self, name: str, given: Given) -> Plan:
        return Plan({"jobs": self.stuck}, {"count": self.stuck})

    def apply(self, name: str, saved: Saved, say: Say) -> Result:
        say("queue_saved", 0.3)
        self.during()
        self.calls.append(f"apply {name}")
        if not self.is_stubborn:
            self.stuck = 0
        say("jobs_removed", 0.9)
        return Result("cleared", {"count": saved["jobs"]})

    def hindrance(self, name: str, saved: Saved) -> str:
        return ""

    def undo(self, name: str, saved: Saved) -> None:
        self.calls.append(f"undo {name}")
        self.stuck = int(saved["jobs"])


@dataclass
class FakeRuns:
    """Runs in memory."""

    kept: dict[str, Record] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    turn: threading.Condition = field(default_factory=threading.Condition)

    def save(self, record: Record) -> None:
        self.kept[record.id] = record

    def load(self, run_id: str) -> Record:
        if run_id not in self.kept:
            raise NotFound(name=run_id)
        return self.kept[run_id]

    def records(self) -> list[Record]:
        return list(reversed(self.kept.values()))

    @contextmanager
    def hold(self, name: str, wait_s: float = 0) -> Iterator[None]:
        with self.turn:
            if not self.turn.wait_for(lambda: name not in self.held, timeout=wait_s):
                raise FixBusy(fix=name, run="")
            self.held.add(name)
        try:
            yield
        finally:
            with self.turn:
                self.held.discard(name)
                self.turn.notify_all()

    def is_held(self, name: str) -> bool:
        return name in self.held


@dataclass
class FakeJournal:
    """What was written in the journal: kind and key."""

    lines: list[tuple[JournalKind, str]] = field(default_factory=list)

    def record(
        self, kind: JournalKind, key: str, facts: Mapping[str, str] = {}, run_id: str = "", payload: bytes = b""  # noqa: B006
    ) -> object:
        self.lines.append((kind, key))
        return None


@dataclass
class FakeSettings:
    """Settings by key."""

    values: dict[str, Any] = field(default_factory=dict)

    def value(self, key: str) -> Any:
        usual = {"language": "fr", "send_with_enter": True, "technical_details": False, "fixes.locked": [], "snapshot.sections_off": []}
        return self.values.get(key, usual.get(key))


def printer_fixes(actions: FakeActions | None = None, fix: Fix = PRINTER, language: Language = "fr") -> tuple[Fixes, FakeActions]:
    """The true service on a fake printer."""
    acts = actions or FakeActions()
    service = Fixes(FakePacks(fix), acts, FakeRuns(), FakeJournal(), FakeSettings(), language=lambda: language)
    return service, acts


SOFIA = Author(kind="technician", name="Sofia Laurent")
ME = Author(kind="requester", name="Camille Dubois", mine=True)


@dataclass
class FakeHelpdesk:
    """A help desk in memory. `is_down`: nothing answers; `refuses`: it says no, in its own words."""

    is_down: bool = False
    refuses: str = ""
    received: list[dict[str, Any]] = field(default_factory=list)
    uploads: dict[str, tuple[Upload, bytes]] = field(default_factory=dict)

    def _answer(self) -> None:
        if self.is_down:
            raise HelpdeskUnreachable
        if self.refuses:
            raise RequestRefused(detail=self.refuses)

    def upload(self, upload: Upload, content: bytes) -> None:
        self._answer()
        self.uploads[upload.id] = (upload, content)

    def perform(self, action: Action) -> str:
        self._answer()
        self.received.append(json.loads(action.body))
        if action.kind is Kind.CREATE:
            new = NewTicket.model_validate_json(action.body)
            return ticket(new.subject, id=new.id, number=4830, assignee="", status=Status.NEW, stage=Stage.SENT, answer_by=NOW + timedelta(hours=4)).model_dump_json()
        if action.kind is Kind.REPLY:
            reply = NewEntry.model_validate_json(action.body)
            return entry(action.ticket_id, 90, reply.body, ME, id=reply.id).model_dump_json()
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

    def availability(self) -> Availability:
        self._answer()
        return Availability(state="available", people=3, wait_minutes=4)

    def organisation(self) -> Organisation:
        names: dict[Language, str] = {"fr": "Assistance", "en": "IT support", "de": "IT-Hilfe", "nl": "Hulp bij IT"}
        return Organisation(name="Mairie de Valclair", desk_name=names, telephone="01 99 00 12 34")

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

    settings: FakeSettings
    desk: Desk
    tickets: Tickets
    drafts: Drafts
    outbox: Outbox
    fixes: Fixes
    snapshots: Snapshots
    journal: Journal
    store: Store
    helpdesk: FakeHelpdesk
    actions: FakeActions

    def know(self, known: Ticket, *lines: Entry) -> Ticket:
        """The help desk told us of this request."""
        last = lines[-1] if lines else None
        words = {"last_seq": last.seq, "last_author": last.author, "last_words": last.body} if last else {}
        known = known.model_copy(update=words)
        KnownTickets(self.store).take(known, lines)
        return known

    def go_offline(self) -> None:
        self.helpdesk.is_down = True
        self.desk.refresh()


def desktop(home: Path, *, fix: Fix = PRINTER, actions: FakeActions | None = None, language: Language = "fr") -> Desktop:
    """Services as the window gives them to the pages; online."""
    store, helpdesk, settings = open_store(folders.find({"RESCOUSSE_HOME": str(home)})), FakeHelpdesk(), FakeSettings()
    journal = Journal(store)
    outbox = Outbox(store, helpdesk, journal)
    fixes, acts = printer_fixes(actions, fix, language)
    made = Desktop(
        settings=settings,
        desk=Desk(helpdesk, store, outbox),
        tickets=Tickets(store, outbox, helpdesk, settings),  # type: ignore[arg-type]
        drafts=Drafts(store),
        outbox=outbox,
        journal=journal,
        fixes=fixes,
        snapshots=snapshots(settings),
        store=store,
        helpdesk=helpdesk,
        actions=acts,
    )
    made.desk.refresh()
    return made


def file_of(name: str, **changes: Any) -> Attachment:
    """A file that came with a message."""
    usual: dict[str, Any] = {"id": new_id(), "filename": name, "media_type": "application/pdf", "size": 48_200, "sha256": "0" * 64}
    return Attachment(**(usual | changes))


def sample_requests(home: Desktop) -> Ticket:
    """Four requests, the first one open."""
    first = ticket("Impossible d’imprimer depuis Word")
    lines = [
        entry(first.id, 1, "Quand j’imprime depuis Word, un message apparaît et rien ne sort.", ME),
        entry(first.id, 2, "", kind=EntryKind.EVENT, event="taken", facts={"name": "Sofia Laurent"}),
        entry(first.id, 3, "Bonjour Camille, j’ai tout reçu. Le logiciel de l’imprimante a changé le 13 mars, cela vient sûrement de là."),
        entry(first.id, 4, "D’accord. C’est urgent, j’ai un conseil à 14 h.", ME),
        entry(first.id, 5, "Voici la marche à suivre : https://aide.valclair.example/imprimante", attachments=[file_of("marche-a-suivre.pdf")]),
    ]
    others = (
        ("Accès au dossier Budget", 4790, Status.PENDING_REQUESTER, Stage.WORKING, 4),
        ("Deuxième écran", 4655, Status.CLOSED, Stage.SOLVED, 18),
        ("Mot de passe oublié", 4512, Status.CLOSED, Stage.SOLVED, 37),
    )
    for subject, number, status, stage, days in others:
        home.know(ticket(subject, number=number, status=status, stage=stage, updated_at=NOW - timedelta(days=days)))
    return home.know(first, *lines)


SECTIONS: dict[str, dict[str, Any]] = {
    "os": {"name": "Debian GNU/Linux", "version": "12", "computer_name": "PC-CAMILLE"},
    "hardware": {"maker": "Lenovo", "model": "ThinkPad T14", "serial": "PF3XK9QZ"},
    "network": {"host_name": "PC-CAMILLE"},
    "printing": {
        "default_printer": "Accueil, 2e étage",
        "printers": [
            {
                "name": "Accueil, 2e étage",
                "driver": "PCL 6 universel, 7.1.0",
                "connection": "ipp://10.4.7.31/ipp/print",
                "waiting": 2,
            }
        ],
        "jobs": [
            {"id": 41, "owner": "camille.dubois", "document": "Rapport-mars.docx", "size_bytes": 482_113},
            {"id": 42, "owner": "camille.dubois", "document": "Planning.xlsx", "size_bytes": 88_204},
        ],
    },
    "processes": {"count": 212},
}


@dataclass
class FakeCollectors:
    """The same computer every time; `packages` more programs than it has."""

    packages: int = 0

    def collect(self, sections: Sequence[str], deadline_s: float) -> dict[str, Section]:
        table = dict(SECTIONS)
        if self.packages:
            listed = [{"name": f"package {place}", "version": f"{place}.0"} for place in range(self.packages)]
            table["software"] = {"packages": listed}
        return {name: Section(name, SectionStatus.OK, 1.0, table[name]) for name in sections if name in table}


class FakeNumbering(CountingFromOne):
    """Pseudonyms that are not written anywhere."""

    def keep(self) -> None:
        pass


def snapshots(settings: FakeSettings, packages: int = 0) -> Snapshots:
    """The true service on a fake computer that knows its user, its name and its address."""
    known = KnownValues(users=("camille.dubois",), hosts=("PC-CAMILLE",), ips=("10.4.7.31",))
    return Snapshots(FakeCollectors(packages), FakeNumbering(), lambda: known, settings)
