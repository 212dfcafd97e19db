"""The lines of a conversation as the console shows them, and those of its journal."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict

from desktop_app.domain.asking import Answer
from desktop_app.domain.ticket import EntryKind, Visibility
from desktop_app.helpdesk.console import words
from desktop_app.helpdesk.console.askable import with_titles
from desktop_app.helpdesk.console.tags import initials
from desktop_app.helpdesk.models import Attachment, Entry, Ticket
from desktop_app.helpdesk.models.people import first_name

_ASKED = (
    *("id", "ticket", "ticket__number", "ticket__read_seq", "seq", "kind", "visibility", "technician"),
    *("technician__name", "person__name", "body", "event", "facts", "created_at", "time__minutes"),
)


class Line(TypedDict):
    """One line, ready to be shown: a template looks into a mapping many times faster than into a row of a table.

    `came_from`: the number of the request that was merged into this one; 0 for its own lines. `minutes`: what was
    noted as time spent, or nothing.
    """

    is_event: bool
    is_internal: bool
    is_ours: bool
    is_solution: bool
    is_read: bool
    body: str
    words: str
    who: str
    initials: str
    when: str
    came_from: int
    minutes: int | None
    files: list[Attachment]


def conversation(ticket: Ticket) -> dict[str, list[Line]]:
    """For a page that shows it: its own lines, and those of what was merged into it, in the order of time."""
    # named one by one: asked for as "its own or of one merged into it", a database looks through all lines there are
    shown = [ticket.pk, *ticket.merged.values_list("pk", flat=True)]
    rows = Entry.objects.filter(ticket__in=shown).order_by("created_at", "ticket", "position").values(*_ASKED)
    files = _files(shown)
    return {"lines": [_line(row, files.get(row["id"], []), ticket) for row in rows]}


def _files(tickets: list[str]) -> dict[str, list[Attachment]]:
    """Those of each line."""
    found = defaultdict[str, list[Attachment]](list)
    for file in Attachment.objects.filter(entry__ticket__in=tickets).order_by("created_at", "pk"):
        found[str(file.entry_id)].append(file)
    return found


def _line(row: Mapping[str, Any], files: list[Attachment], ticket: Ticket) -> Line:
    is_ours, who = row["technician"] is not None, row["technician__name"] or row["person__name"] or ""
    return Line(
        is_event=row["kind"] == EntryKind.EVENT,
        is_internal=row["visibility"] == Visibility.INTERNAL,
        is_ours=is_ours,
        is_solution=row["kind"] == EntryKind.SOLUTION,
        is_read=is_ours and 0 < (row["seq"] or 0) <= row["ticket__read_seq"],
        body=row["body"],
        words=_happened(row["event"], row["facts"]),
        who=first_name(who) if is_ours else who,
        initials=initials(who),
        when=words.day_and_clock(row["created_at"]),
        came_from=0 if row["ticket"] == ticket.pk else row["ticket__number"],
        minutes=row["time__minutes"],
        files=files,
    )


@dataclass(frozen=True)
class JournalLine:
    """Something that happened with a request: what, who, when; never the text of it."""

    words: str
    who: str
    at: datetime


def journal_line(entry: Entry) -> JournalLine:
    """One line of the journal."""
    who = entry.technician or entry.person
    if entry.event == Answer.VALUE:
        happened = words.say("journal_value_given")
    elif entry.event:
        happened = _happened(entry.event, entry.facts)
    elif entry.kind == EntryKind.NOTE:
        happened = words.say("journal_note")
    else:
        happened = words.say("journal_reply" if entry.technician_id else "journal_message")
    return JournalLine(happened, who.name if who else "", entry.created_at)


def _happened(event: str, facts: dict[str, str]) -> str:
    if event in {"priority", "priority_raised"}:
        facts = {name: words.priority(fact) if name != "reason" else fact for name, fact in facts.items()}
    if event == "kind":
        facts = {name: words.spoken("console", f"kind_{fact}", {}) for name, fact in facts.items()}
    if event in {"case_step", "case_step_back"}:
        facts = {"step": words.spoken("console", f"case_step_{facts['step']}", {})}
    if event == "part":
        facts = {**facts, "part": words.spoken("console", f"part_{facts['part']}", {})}
    if event == "linked":
        facts = {**facts, "link": words.spoken("console", facts["link"], {})}
    if event == "rated":
        score = words.say(f"score_{facts['score']}")
        facts = {"score": f"{score}. {facts['comment']}" if facts.get("comment") else score}
    if "metric" in facts:
        facts = {**facts, "metric": words.say(f"promise_{facts['metric']}").lower()}
    return words.spoken("console", f"event_{event}", with_titles(facts)) if event else ""
