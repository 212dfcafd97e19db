"""One frozen morning at the town hall of Valclair: what the pages of the shell are drawn with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop_app.domain.findings.finding import Finding, Severity
from desktop_app.domain.fix import Run, RunState
from desktop_app.domain.journal import JournalEntry, JournalKind
from desktop_app.domain.ticket import Stage, Status
from desktop_app.domain.words import Language
from desktop_app.protocol.base import new_id
from desktop_app.protocol.desk import Availability, Incident, IncidentLink, Organisation
from desktop_app.protocol.tickets import Author, Ticket
from desktop_app.services.desk import DeskStatus
from desktop_app.services.search import Answer

NOW = datetime(2026, 3, 21, 9, 44, tzinfo=UTC).astimezone()
PATIENCE_S = 60
"""How long a fact may take to come: the processor may be somebody else's for a while."""
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
CLOSED_NOW = replace(ONLINE, availability=CLOSED)
BUSY = replace(ONLINE, availability=Availability(state="busy", people=2))
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
