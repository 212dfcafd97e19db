"""Frozen values for the pages of the shell: the same house every time, no network, no disk."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

from desktop_app import resources
from desktop_app.domain.errors import RefusedByPolicy, SupportError
from desktop_app.domain.findings.finding import Finding
from desktop_app.domain.fix import Fix, Run, RunState
from desktop_app.domain.journal import JournalEntry, JournalKind
from desktop_app.domain.nudge import Nudge
from desktop_app.domain.setting import Setting, Source
from desktop_app.domain.shortcut import KeysState
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.words import Language
from desktop_app.protocol.desk import Incident
from desktop_app.protocol.tickets import Ticket
from desktop_app.services.desk import DeskStatus
from desktop_app.services.know_how import Lead
from desktop_app.services.nudges import NudgeWords
from desktop_app.services.search import Answer, Article
from desktop_app.services.settings import ROWS
from desktop_app.services.troubles import Troubles
from tests.gui.fakes_computer import FakeEnrolment, FakeIdentity, FakeUnclaimed
from tests.gui.fakes_sharing import Sharings
from tests.gui.values import FINDINGS, NOW, ONLINE, printer_answers, run, sample_journal, ticket


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


@dataclass
class FakeSearch:
    asked: list[str] = field(default_factory=list)

    def understand(self, lang: Language) -> bool:
        return False

    def search(self, text: str, lang: Language, limit: int = 8) -> list[Answer]:
        self.asked.append(text)
        known = ("imprim", "print", "druck", "guichet")
        return printer_answers(lang) if text.lower().startswith(known) or "imprimante" in text else []

    def topics(self, text: str, lang: Language) -> tuple[str, ...]:
        return ("printing",) if "imprim" in text or "print" in text else ()

    def article(self, id: str, lang: Language) -> Article:  # noqa: A002
        body = (
            "# Imprimer en recto verso ou en couleur\n\nDans la fenêtre d’impression, ouvrez **Propriétés**.\n\n"
            "## Recto verso\n\n1. Choisissez « Recto verso ».\n2. Gardez « Bord long » pour un document debout.\n\n"
            "## En couleur\n\n- La couleur est réservée aux plans.\n- Voir [la page d’aide](https://aide.valclair.example/).\n\n"
            "![suivi](https://ailleurs.example/pixel.png)\n"
        )
        return Article(id, printer_answers(lang)[2].title, body if lang == "fr" else body.split("\n", 1)[1])


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


@dataclass
class FakeSnapshots:
    found: tuple[Finding, ...] = FINDINGS
    error: SupportError | None = None
    taken: int = 0
    known: Any = None

    def know(self, facts: Any) -> None:
        self.known = facts

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


@dataclass
class FakeKnowHow:
    leads: list[Lead] = field(default_factory=list)
    reading: Lead | None = None
    known: dict[str, str] = field(default_factory=dict)

    def fixes_of(self, article_id: str, language: Language) -> list[Lead]:
        return self.leads

    def article_of(self, fix_id: str, language: Language) -> Lead | None:
        return self.reading

    def answers(self) -> dict[str, str]:
        return self.known


@dataclass
class FakeNudges:
    nudge: Nudge | None = None
    answered: list[str] = field(default_factory=list)
    due: bool = False

    def is_due(self) -> bool:
        return self.due

    def current(self) -> Nudge | None:
        return self.nudge

    def words(self, nudge: Nudge, language: Language) -> NudgeWords:
        title, button = (resources.sentence("nudges", f"{nudge.kind}{part}", language) for part in ("", "_action"))
        return NudgeWords(title, "4,1 GB / 256 GB", button)

    def later(self) -> None:
        self.answered.append("later")
        self.nudge = None

    def never(self) -> None:
        self.answered.append("never")
        self.nudge = None


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


class FakeKeys:
    def __init__(self) -> None:
        self.state: KeysState = "off"
        self.pressed: Callable[[], object] | None = None
        self.bound: list[str] = []

    def bind(self, text: str, pressed: Callable[[], object]) -> None:
        self.bound.append(text)
        self.pressed = pressed

    def close(self) -> None:
        self.pressed = None


class FakeComputer:
    is_still = is_quiet = False

    def __init__(self) -> None:
        self.keys = FakeKeys()

    def person(self) -> Person:
        return Person()

    def wants_quiet(self) -> bool:
        return self.is_quiet

    def wants_less_motion(self) -> bool:
        return self.is_still

    def start_beside(self, *arguments: str, done: Callable[[], object] = lambda: None) -> None:
        """Nothing is started."""


@dataclass
class Ground:
    """Disk, settings or key store: whatever has a fault."""

    fault: SupportError | None = None
    warning: SupportError | None = None


class House:
    """What bootstrap's house gives to the window; each service can be replaced before the pages are built."""

    def __init__(self, **changes: Any) -> None:
        self.settings: Any = FakeSettings()
        self.desk: Any = FakeDesk()
        self.tickets: Any = FakeTickets()
        self.drafts = self.fix_counts = self.steps = cast("Any", None)
        self.presence: Any = SimpleNamespace(place=lambda _: None, who_types=lambda _: "", tell_typing=lambda _: None)
        self.outbox: Any = FakeOutbox()
        self.journal: Any = FakeJournal()
        self.fixes: Any = FakeFixes([run()])
        self.search: Any = FakeSearch()
        self.snapshots, self.know_how = cast("Any", FakeSnapshots()), cast("Any", FakeKnowHow())
        self.nudges: Any = FakeNudges()
        self.live, self.unclaimed = cast("Any", FakeLive()), cast("Any", FakeUnclaimed())
        self.sharings, self.guests = cast("Any", Sharings()), cast("Any", Sharings())
        self.client: Any = SimpleNamespace(system_proxy=None)
        self.computer: Any = FakeComputer()
        self.troubles: Any = Troubles(Ground(), Ground(), Ground())
        self.enrolment, self.identity = cast("Any", FakeEnrolment()), cast("Any", FakeIdentity())
        vars(self).update(changes)
