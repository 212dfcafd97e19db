"""Requests and their lines in words: what the list and the conversation draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.asking import Answer, Asked
from desktop_app.domain.ticket import ENDED, EntryKind, Stage, Status
from desktop_app.ui import texts
from desktop_app.ui.pages.conversations.asked import Repair, card, open_questions, value_name
from desktop_app.ui.pages.conversations.opinion import scores
from desktop_app.ui.widgets.asked_card import CardView
from desktop_app.ui.widgets.call_wish import told
from desktop_app.ui.widgets.message import FileView, MessageView
from desktop_app.ui.widgets.plain_words import harmless

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Attachment, Entry, Ticket
    from desktop_app.services.tickets import Conversation, Line

_NAME_LENGTH = 60
_LONGEST_VALUE = 200


@dataclass(frozen=True)
class TicketRow:
    """A request in the list. `state` is words; `icon` and `token` only repeat them."""

    id: str
    number: str
    when: str
    subject: str
    state: str
    icon: str
    token: str
    is_unread: bool

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        news = QCoreApplication.translate("Conversations", "new message") if self.is_unread else ""
        return ", ".join(part for part in (self.subject, self.state, news, self.number, self.when) if part)


@dataclass(frozen=True)
class EventView:
    """Something that happened between two messages."""

    id: str
    icon: str
    sentence: str


def row_of(ticket: Ticket, now: datetime, *, is_refused: bool = False) -> TicketRow:
    """The request as the list shows it. `is_refused`: something in it does not leave as it is."""
    number = QCoreApplication.translate("Conversations", "No. {number}").format(number=ticket.number)
    state, icon, token = _refused() if is_refused else state_of(ticket)
    is_mine = ticket.last_author is not None and ticket.last_author.mine
    is_unread = ticket.last_seq > ticket.read_seq and not is_mine
    when = _when(ticket.updated_at, now)
    return TicketRow(
        ticket.id, number if ticket.number else "", when, harmless(ticket.subject), state, icon, token, is_unread
    )


def _when(at: datetime, now: datetime) -> str:
    """Today a time, this week a day, then a date."""
    days = (now.astimezone().date() - at.astimezone().date()).days
    if days <= 0:
        return texts.clock(at)
    return texts.weekday(at) if days < 7 else texts.date(at)


def _refused() -> tuple[str, str, str]:
    return QCoreApplication.translate("Conversations", "Message not sent"), "warning", "danger"


def state_of(ticket: Ticket) -> tuple[str, str, str]:
    """What the list says of a request: words, icon, token of the colour."""
    if not ticket.number:
        return QCoreApplication.translate("Conversations", "Leaves when the network is back"), "clock", "text_2"
    if ticket.status is Status.PENDING_REQUESTER:
        return QCoreApplication.translate("Conversations", "Waiting for your reply"), "hourglass", "warning"
    if ticket.status is Status.CANCELLED:
        return QCoreApplication.translate("Conversations", "Withdrawn"), "minus", "text_2"
    if ticket.status is Status.MERGED and ticket.joined_to:
        joined = QCoreApplication.translate("Conversations", "Joined to no. {number}")
        return joined.format(number=ticket.joined_to), "link", "text_2"
    if ticket.status in ENDED:
        return QCoreApplication.translate("Conversations", "Solved"), "check", "success"
    return _going_on(ticket), "", "accent"


def _going_on(ticket: Ticket) -> str:
    who = harmless(ticket.assignee)
    if ticket.stage is Stage.SENT:
        return QCoreApplication.translate("Conversations", "Sent")
    if not who:
        return QCoreApplication.translate("Conversations", "In progress")
    return QCoreApplication.translate("Conversations", "In progress, with {name}").format(name=who.split()[0])


def line_views(conversation: Conversation, fixes: Mapping[str, Repair]) -> list[MessageView | EventView | CardView]:
    """The lines of a conversation; what was asked and has no answer yet is a card.

    `fixes`: what this computer knows of the repairs that are asked for, by entry.
    """
    waiting = open_questions(conversation)
    return [
        card(line.entry, fixes.get(line.entry.id, Repair()))
        if line.entry.id in waiting
        else _line_view(line, conversation.ticket.seen_seq)
        for line in conversation.lines
    ]


def _line_view(line: Line, seen_seq: int) -> MessageView | EventView:
    entry = line.entry
    if entry.kind is EntryKind.EVENT or entry.event:
        return _unsent(line) if line.state == "failed" else event_view(entry)
    return MessageView(
        entry.id,
        author=harmless(entry.author.name)[:_NAME_LENGTH] or texts.capital(_somebody()),
        is_mine=entry.author.mine,
        body=entry.body,
        caption=_caption(line, seen_seq),
        state=line.state,
        reason=_reason(line),
        files=tuple(_file(file) for file in entry.attachments),
        progress=_progress(line),
    )


def _reason(line: Line) -> str:
    """Why it did not leave."""
    return line.reason or (texts.in_words("errors", line.error) if line.state == "failed" and line.error else "")


def _unsent(line: Line) -> EventView:
    """What was said and not taken says so: it did not happen."""
    view = event_view(line.entry)
    words = QCoreApplication.translate("Conversations", "Not sent: {what} {why}")
    return EventView(view.id, "warning-circle", words.format(what=view.sentence, why=harmless(_reason(line))).strip())


def _progress(line: Line) -> tuple[float, str] | None:
    """How far the files of a message have come, as a part and in words."""
    if line.part is None:
        return None
    whole = sum(file.size for file in line.entry.attachments)
    words = QCoreApplication.translate("Conversations", "{done} of {size} sent")
    return line.part, words.format(done=texts.size(round(line.part * whole)), size=texts.size(whole))


def _somebody() -> str:
    return QCoreApplication.translate("Conversations", "IT support")


def _caption(line: Line, seen_seq: int) -> str:
    """When it was written and, of one's own, how far it has come."""
    at = texts.clock(line.entry.created_at)
    if not line.entry.author.mine:
        return at
    if line.state == "sent" and line.entry.seq <= seen_seq:
        return QCoreApplication.translate("Conversations", "{time}, read").format(time=at)
    states = {
        "sent": QCoreApplication.translate("Conversations", "{time}, received"),
        "queued": QCoreApplication.translate("Conversations", "{time}, waiting for the network"),
        "sending": QCoreApplication.translate("Conversations", "{time}, being sent"),
        "unknown": QCoreApplication.translate("Conversations", "{time}, we are checking whether it arrived"),
        "failed": QCoreApplication.translate("Conversations", "{time}, not sent"),
    }
    return states[line.state].format(time=at)


def _file(file: Attachment) -> FileView:
    icons = {"screenshot": "image", "snapshot": "desktop", "steps": "list-bullets", "recording": "video-camera"}
    name = file.filename
    if file.kind == "snapshot":
        name = QCoreApplication.translate("Conversations", "Computer report")
    return FileView(file.id, name, texts.size(file.size), icons.get(file.kind, "file-text"))


def _given(entry: Entry) -> str:
    """What went with an answer."""
    results = {
        "fixed": QCoreApplication.translate("Conversations", "it helped."),
        "not_fixed": QCoreApplication.translate("Conversations", "it did not help."),
        "undone": QCoreApplication.translate("Conversations", "it was taken back."),
        "stopped": QCoreApplication.translate("Conversations", "it was stopped, nothing was changed."),
    }
    if (seconds := entry.facts.get("seconds", "")).isdecimal():
        return texts.minutes(max(1, round(int(seconds[:6]) / 60)))
    if wish := entry.facts.get("call_back", ""):
        return told(wish)
    if (score := entry.facts.get("score", "")).isdecimal():
        return scores().get(int(score), "").lower()
    return results.get(entry.facts.get("result", "")) or harmless(entry.facts.get("value", ""))[:_LONGEST_VALUE]


_EVENT_ICONS = {
    "taken": "check",
    "resolved": "check-circle",
    "closed": "check-circle",
    "reopened": "arrow-counter-clockwise",
    "snapshot_sent": "desktop",
    Asked.VALUE: "eye",
    Asked.REPORT: "desktop",
    Asked.FIX: "wrench",
    Asked.SCREEN: "monitor",
    Answer.SCREEN: "monitor",
    Answer.NOT_SHOWN: "x",
    "screen_started": "eye",
    "screen_lost": "eye-slash",
    "screen_recorded": "video-camera",
    Answer.VALUE: "eye",
    Answer.REPORT: "desktop",
    Answer.FIX: "wrench",
    Answer.REFUSED: "x",
    Answer.UNKNOWN: "x",
    "rated": "smiley",
    "call_wished": "phone",
}


def event_view(entry: Entry) -> EventView:
    """Something that happened, as a sentence; an event of a newer help desk is told without its name."""
    who = harmless(entry.facts.get("name", "") or entry.author.name)[:_NAME_LENGTH] or _somebody()
    sentences = {
        "taken": QCoreApplication.translate("Conversations", "{name} has taken your request."),
        "assigned": QCoreApplication.translate("Conversations", "{name} has taken your request."),
        "released": QCoreApplication.translate("Conversations", "{name} has given your request back to the team."),
        "resolved": QCoreApplication.translate("Conversations", "{name} says that it is solved."),
        "closed": QCoreApplication.translate("Conversations", "You said that it is solved."),
        "reopened": QCoreApplication.translate("Conversations", "Your request is open again."),
        "waiting": QCoreApplication.translate("Conversations", "{name} is waiting for your reply."),
        "snapshot_sent": QCoreApplication.translate("Conversations", "You sent your computer report."),
        Asked.VALUE: QCoreApplication.translate("Conversations", "{name} asked to see one masked value: {value}."),
        Asked.REPORT: QCoreApplication.translate("Conversations", "{name} asked for your computer report."),
        Asked.FIX: QCoreApplication.translate("Conversations", "{name} suggested a repair."),
        Answer.VALUE: QCoreApplication.translate("Conversations", "You sent this value: {value}"),
        Answer.REPORT: QCoreApplication.translate("Conversations", "You sent your computer report."),
        Answer.FIX: QCoreApplication.translate("Conversations", "You tried the repair: {value}"),
        Asked.SCREEN: QCoreApplication.translate("Conversations", "{name} asked to see your screen."),
        Answer.SCREEN: QCoreApplication.translate("Conversations", "{name} saw your screen for {value}."),
        Answer.NOT_SHOWN: QCoreApplication.translate("Conversations", "Your screen was not shown to {name}."),
        "screen_started": QCoreApplication.translate("Conversations", "You let {name} see your screen."),
        "screen_lost": QCoreApplication.translate("Conversations", "{name} no longer sees your screen."),
        "screen_recorded": QCoreApplication.translate(
            "Conversations", "{value} of your screen were recorded for {name}."
        ),
        "call_wished": QCoreApplication.translate("Conversations", "You asked to be called back: {value}."),
        "rated": QCoreApplication.translate("Conversations", "You said how it went: {value}"),
        Answer.REFUSED: QCoreApplication.translate("Conversations", "You said “No, thank you”. Nothing was sent."),
        Answer.UNKNOWN: QCoreApplication.translate(
            "Conversations", "This computer does not know what was asked for. Nothing was sent."
        ),
    }
    is_screen = entry.facts.get("what") == Asked.SCREEN
    event = Answer.NOT_SHOWN if is_screen and entry.event == Answer.REFUSED else entry.event
    sentence = sentences.get(event, QCoreApplication.translate("Conversations", "Your request has moved on."))
    value = value_name(entry) if entry.event == Asked.VALUE else _given(entry)
    happened = texts.capital(sentence.format(name=who, value=value))
    return EventView(entry.id, _EVENT_ICONS.get(entry.event, "info"), f"{happened} {texts.clock(entry.created_at)}")
