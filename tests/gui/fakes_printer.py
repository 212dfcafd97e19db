"""A printer that is stuck, and a guided fix that frees it: the true service on a fake queue."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from desktop_app.domain.action import ActionShape, Given, Plan, Result, Saved, Say
from desktop_app.domain.errors import BadFixFile, FixBusy, NotFound
from desktop_app.domain.fix import Choice, Consent, Fix, Step, StepKind
from desktop_app.domain.journal import JournalKind
from desktop_app.domain.words import Language, Text
from desktop_app.services.fix_record import Record
from desktop_app.services.fixes import Fixes

NOW = datetime(2026, 3, 21, 9, 45, tzinfo=UTC)


def words(fr: str, en: str = "", de: str = "", nl: str = "") -> Text:
    return {"fr": fr, "en": en or fr, "de": de or fr, "nl": nl or fr}


PRINTER = Fix(
    id="printer",
    title=words(
        "L’imprimante n’imprime plus",
        "The printer does not print",
        "Der Drucker druckt nicht mehr",
        "De printer print niet meer",
    ),
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
                "fine": words(
                    "Rien ne bloque l’impression.", "Nothing is blocking the printer.", "Nichts blockiert den Druck."
                ),
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
                Choice(
                    "green",
                    words("Vert ou bleu, fixe", "Green or blue, steady", "Grün oder blau, dauernd", "Groen of blauw"),
                ),
                Choice(
                    "orange", words("Orange ou rouge", "Orange or red", "Orange oder rot", "Oranje of rood"), "person"
                ),
                Choice("off", words("Éteint", "Off", "Aus", "Uit"), "person"),
                Choice(
                    "cannot_tell",
                    words("Je ne peux pas le voir", "I can’t tell", "Das weiß ich nicht", "Ik kan het niet zien"),
                ),
            ),
        ),
        Step(
            "free",
            StepKind.REPAIR,
            words("Débloquer les documents", "Free the documents", "Dokumente freigeben", "Documenten vrijgeven"),
            action="clear_queue",
            outcomes={
                "cleared": words("{count} documents retirés", "{count} documents removed", "{count} Dokumente entfernt")
            },
            consent=Consent(
                changes=words(
                    "« Rapport-mars » et « Planning » sortent de la file d’attente. Vous pourrez les relancer.",
                    "“Rapport-mars” and “Planning” leave the queue. You can print them again.",
                    "„Rapport-mars“ und „Planning“ verlassen die Warteschlange. Sie können sie erneut drucken.",
                ),
                keeps=words(
                    "Vos fichiers et vos réglages.",
                    "Your files and your settings.",
                    "Ihre Dateien und Ihre Einstellungen.",
                ),
                permission=words(
                    "Aucune autorisation n’est demandée.", "No permission is needed.", "Es ist keine Erlaubnis nötig."
                ),
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
                "fine": words(
                    "Rien ne bloque l’impression.", "Nothing is blocking the printer.", "Nichts blockiert den Druck."
                ),
                "stuck": words(
                    "Un document bloque encore.", "One document is still stuck.", "Ein Dokument hängt noch."
                ),
            },
            goes_to={"stuck": "person"},
        ),
    ),
    success=words(
        "Votre imprimante fonctionne.", "Your printer works.", "Ihr Drucker funktioniert.", "Uw printer werkt."
    ),
    prevention=words(
        "Si cela revient chaque semaine, dites-le à l’assistance : l’imprimante a peut-être besoin d’une mise à jour."
    ),
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
    """A queue with two stuck documents. `during` runs in the middle of the change; `is_stubborn`: no help."""

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

    def forget(self, name: str, saved: Saved) -> None:
        self.calls.append(f"forget {name}")


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

    def remove(self, run_id: str) -> None:
        self.kept.pop(run_id, None)

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
        self,
        kind: JournalKind,
        key: str,
        facts: Mapping[str, str] = {},
        run_id: str = "",
        payload: bytes = b"",
    ) -> object:
        self.lines.append((kind, key))
        return None


@dataclass
class FakeSettings:
    """Settings by key."""

    values: dict[str, Any] = field(default_factory=dict)

    def value(self, key: str) -> Any:
        usual = {
            "language": "fr",
            "send_with_enter": True,
            "technical_details": False,
            "fixes.locked": [],
            "snapshot.sections_off": [],
            "ask_opinion": True,
        }
        return self.values.get(key, usual.get(key))

    def set(self, key: str, value: object) -> None:
        self.values[key] = value


def printer_fixes(
    actions: FakeActions | None = None, fix: Fix = PRINTER, language: Language = "fr"
) -> tuple[Fixes, FakeActions]:
    """The true service on a fake printer."""
    acts = actions or FakeActions()
    service = Fixes(FakePacks(fix), acts, FakeRuns(), FakeJournal(), FakeSettings(), language=lambda: language)
    return service, acts
