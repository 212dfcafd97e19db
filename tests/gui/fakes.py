"""Frozen values for the pages of the shell: the same house every time, no network, no disk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop_app.domain.errors import RefusedByPolicy, SupportError
from desktop_app.domain.findings.finding import Finding, Severity
from desktop_app.domain.fix import Fix, Run, RunState
from desktop_app.domain.journal import JournalEntry, JournalKind
from desktop_app.domain.setting import Setting, Source
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.ticket import Stage, Status
from desktop_app.domain.words import Language
from desktop_app.protocol.base import new_id
from desktop_app.protocol.desk import Availability, Incident, IncidentLink, Organisation
from desktop_app.protocol.tickets import Author, Ticket
from desktop_app.services.desk import DeskStatus
from desktop_app.services.search import Answer, Article
from desktop_app.services.settings import ROWS

NOW = datetime(2026, 3, 21, 9, 44, tzinfo=UTC).astimezone()
SOFIA = Author(kind="technician", name="Sofia Laurent")

ORGANISATION = Organisation(
    name="Mairie de Valclair",
    desk_name={"fr": "Assistance", "en": "IT support", "de": "IT-Hilfe", "nl": "Hulp bij IT"},
    telephone="01 99 00 12 34",
)
AVAILABLE = Availability(state="available", people=3, wait_minutes=4)
CLOSED = Availability(state="closed", opens_at=NOW + timedelta(hours=20, minutes=46))
ONLINE = DeskStatus(
    online=True, enrolled=True, organisation=ORGANISATION, availability=AVAILABLE, telephone="01 99 00 12 34"
)
OFFLINE = replace(ONLINE, online=False)
STRANGER = DeskStatus(online=False, enrolled=False, organisation=None, availability=None, telephone="")

INCIDENT = Incident(
    id=new_id(),
    title={
        "fr": "Messagerie lente",
        "en": "Email is slow",
        "de": "E-Mail ist langsam",
        "nl": "E-mail is traag",
    },
    text={
        "fr": "Nous y travaillons, aucun message n’est perdu. Dans le navigateur, votre boîte fonctionne normalement.",
        "en": "We are on it and nothing is lost. In the browser, your mailbox works normally.",
        "de": "Wir arbeiten daran, es geht nichts verloren. Im Browser funktioniert Ihr Postfach normal.",
        "nl": "We werken eraan, er gaat niets verloren. In de browser werkt uw mailbox gewoon.",
    },
    since=NOW - timedelta(minutes=94),
    link=IncidentLink(
        label={
            "fr": "Ouvrir ma boîte dans le navigateur",
            "en": "Open my mailbox in the browser",
            "de": "Postfach im Browser öffnen",
            "nl": "Mijn mailbox in de browser openen",
        },
        url="https://mail.valclair.example/",
    ),
)


def ticket(subject: str = "Impossible d’imprimer depuis Word", **changes: Any) -> Ticket:
    usual: dict[str, Any] = {
        "id": new_id(),
        "number": 4821,
        "subject": subject,
        "status": Status.OPEN,
        "stage": Stage.WORKING,
        "assignee": "Sofia Laurent",
        "last_author": SOFIA,
        "last_words": "J’ai tout reçu.",
        "last_seq": 3,
        "read_seq": 2,
        "created_at": NOW - timedelta(hours=2),
        "updated_at": NOW - timedelta(minutes=6),
    }
    return Ticket(**(usual | changes))


FINDINGS = (
    Finding(
        "disk_nearly_full",
        Severity.ATTENTION,
        "storage",
        {"free_bytes": 3_000_000_000, "total_bytes": 237_000_000_000},
        "disk_full",
    ),
    Finding("restart_overdue", Severity.ATTENTION, "os", {"days": 8}),
    Finding("network_fine_wifi", Severity.FINE, "network"),
    Finding("printers_fine", Severity.FINE, "printing", {"count": 3}),
    Finding("memory_fine", Severity.FINE, "memory", {"available_bytes": 8_300_000_000}),
)


@dataclass
class FakeDesk:
    known: DeskStatus = ONLINE
    down: list[Incident] = field(default_factory=list)
    subscribed: list[str] = field(default_factory=list)

    def status(self) -> DeskStatus:
        return self.known

    def refresh(self) -> DeskStatus:
        return self.known

    def incidents(self) -> list[Incident]:
        return [i.model_copy(update={"subscribed": i.id in self.subscribed}) for i in self.down]

    def subscribe(self, incident_id: str) -> None:
        self.subscribed.append(incident_id)


@dataclass
class FakeTickets:
    all: list[Ticket] = field(default_factory=lambda: [ticket()])

    def overview(self) -> list[Ticket]:
        return list(self.all)

    def unread(self) -> int:
        return sum(t.last_seq > t.read_seq for t in self.all)


@dataclass
class FakeOutbox:
    all: list[Any] = field(default_factory=list)

    def waiting(self) -> list[Any]:
        return list(self.all)


def printer_answers(language: Language) -> list[Answer]:
    titles = {
        "fr": (
            "L’imprimante n’imprime plus",
            "Mon imprimante n’est pas dans la liste",
            "Imprimer en recto verso ou en couleur",
            "Badger pour récupérer une impression",
        ),
        "en": (
            "The printer won’t print",
            "My printer is not in the list",
            "Print on both sides or in colour",
            "Fetch a print with your badge",
        ),
        "de": (
            "Der Drucker druckt nicht mehr",
            "Mein Drucker fehlt in der Liste",
            "Beidseitig oder farbig drucken",
            "Ausdrucke mit dem Ausweis abholen",
        ),
        "nl": (
            "De printer print niet meer",
            "Mijn printer staat niet in de lijst",
            "Dubbelzijdig of in kleur afdrukken",
            "Een afdruk ophalen met uw badge",
        ),
    }[language]
    return [
        Answer("fix", "print_queue_stuck", titles[0], "", 3, "printer"),
        Answer("fix", "wrong_default_printer", titles[1], "", 2, "plus"),
        Answer("article", "print-both-sides", titles[2], "", 1, "article"),
        Answer("article", "print-badge", titles[3], "", 2, "article"),
    ]


@dataclass
class FakeSearch:
    asked: list[str] = field(default_factory=list)

    def search(self, text: str, lang: Language, limit: int = 8) -> list[Answer]:
        self.asked.append(text)
        known = ("imprim", "print", "druck", "guichet")
        return printer_answers(lang) if text.lower().startswith(known) or "imprimante" in text else []

    def article(self, id: str, lang: Language) -> Article:  # noqa: A002
        body = (
            "# Imprimer en recto verso ou en couleur\n\nDans la fenêtre d’impression, ouvrez **Propriétés**.\n\n"
            "## Recto verso\n\n1. Choisissez « Recto verso ».\n2. Gardez « Bord long » pour un document debout.\n\n"
            "## En couleur\n\n- La couleur est réservée aux plans.\n- Voir [la page d’aide](https://aide.valclair.example/).\n\n"
            "![suivi](https://ailleurs.example/pixel.png)\n"
        )
        return Article(id, printer_answers(lang)[2].title, body if lang == "fr" else body.split("\n", 1)[1])


def entry(kind: JournalKind, key: str, at: datetime, facts: Mapping[str, str], **more: str) -> JournalEntry:
    return JournalEntry(new_id(), at, kind, key, facts, **more)


def sample_journal() -> list[JournalEntry]:
    printer = "L’imprimante n’imprime plus"
    return [
        entry(
            JournalKind.CHANGED,
            "fix_changed",
            NOW - timedelta(minutes=26),
            {"step": "Débloquer les documents", "fix": printer},
            run_id="run-1",
        ),
        entry(
            JournalKind.SENT,
            "snapshot_sent",
            NOW - timedelta(minutes=102),
            {"label": "Impossible d’imprimer depuis Word"},
            payload="x",
        ),
        entry(
            JournalKind.SENT,
            "create_sent",
            NOW - timedelta(minutes=103),
            {"label": "Impossible d’imprimer depuis Word"},
            payload="x",
        ),
        entry(
            JournalKind.REFUSED,
            "fix_refused",
            NOW - timedelta(days=3, hours=2),
            {"step": "Vider le dossier temporaire", "fix": "Disque plein"},
            run_id="run-0",
        ),
    ]


@dataclass
class FakeJournal:
    all: list[JournalEntry] = field(default_factory=sample_journal)

    def entries(self, kind: JournalKind | None = None) -> list[JournalEntry]:
        return [e for e in self.all if kind in {None, e.kind}]

    def payload(self, entry_id: str) -> bytes:
        return b'{"schema":"rescousse.snapshot/1","sections":{"os":{"name":"Debian"}}}'

    def export(self) -> str:
        return "".join(f"{e.at.isoformat()}\t{e.key}\n" for e in self.all)


@dataclass
class FakeFixes:
    runs: list[Run] = field(default_factory=list)
    interrupted: list[Run] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)

    def all(self) -> list[Fix]:
        return []

    def open_runs(self) -> list[Run]:
        return self.interrupted

    def history(self) -> list[Run]:
        return [replace(r, state=RunState.UNDONE) if r.id in self.undone else r for r in self.runs]

    def undo(self, run_id: str) -> Run:
        self.undone.append(run_id)
        return next(r for r in self.history() if r.id == run_id)


def run(state: RunState = RunState.FIXED, **changes: Any) -> Run:
    usual: dict[str, Any] = {
        "id": "run-1",
        "fix_id": "L’imprimante n’imprime plus",
        "started_at": NOW - timedelta(minutes=27),
        "state": state,
        "current": "",
        "steps": (),
        "undo_until": NOW + timedelta(days=7),
        "ended_at": NOW - timedelta(minutes=26),
    }
    return Run(**(usual | changes))


@dataclass
class FakeSnapshots:
    found: tuple[Finding, ...] = FINDINGS
    error: SupportError | None = None
    taken: int = 0

    def take(self, sections: Any = None, timeout_s: float = 5) -> Snapshot:
        if self.error:
            raise self.error
        self.taken += 1
        return Snapshot(NOW - timedelta(minutes=1), {})

    def findings(self, snapshot: Snapshot) -> list[Finding]:
        return list(self.found)


@dataclass
class FakeSettings:
    values: dict[str, Any] = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)
    relaxed: list[str] = field(default_factory=list)
    listeners: list[Callable[[str], None]] = field(default_factory=list)

    def get(self, key: str) -> Setting[Any]:
        source = Source.POLICY if key in self.locked else Source.USER
        return Setting(key, self.values.get(key, ROWS[key].default), source, locked=key in self.locked)

    def value(self, key: str) -> Any:
        return self.get(key).value

    def set(self, key: str, value: object) -> None:
        if key in self.locked:
            raise RefusedByPolicy(setting=key)
        self.values[key] = value
        for callback in self.listeners:
            callback(key)

    def relaxations(self) -> list[str]:
        return self.relaxed

    def on_change(self, callback: Callable[[str], None]) -> None:
        self.listeners.append(callback)


class FakeLive:
    def __init__(self) -> None:
        self.changed: Callable[[str, str | None], None] | None = None
        self.retried = 0

    def start(self, changed: Callable[[str, str | None], None]) -> None:
        self.changed = changed

    def stop(self) -> None:
        self.changed = None

    def retry(self) -> None:
        self.retried += 1


@dataclass(frozen=True)
class Person:
    name: str = "Camille Dubois"


class FakeComputer:
    def person(self) -> Person:
        return Person()


class House:
    """What bootstrap's house gives to the window; each service can be replaced before the pages are built."""

    def __init__(self, **changes: Any) -> None:
        self.settings: Any = FakeSettings()
        self.desk: Any = FakeDesk()
        self.tickets: Any = FakeTickets()
        self.drafts: Any = None
        self.outbox: Any = FakeOutbox()
        self.journal: Any = FakeJournal()
        self.fixes: Any = FakeFixes([run()])
        self.search: Any = FakeSearch()
        self.snapshots: Any = FakeSnapshots()
        self.live: Any = FakeLive()
        self.computer: Any = FakeComputer()
        for name, value in changes.items():
            setattr(self, name, value)
