"""Requests and their lines in words: what the list and the conversation draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.ticket import ENDED, EntryKind, Stage, Status
from desktop_app.ui import texts
from desktop_app.ui.widgets.message import FileView, MessageView
from desktop_app.ui.widgets.plain_words import harmless

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Attachment, Entry, Ticket
    from desktop_app.services.tickets import Line

_NAME_LENGTH = 60


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


def row_of(ticket: Ticket, now: datetime) -> TicketRow:
    """The request as the list shows it."""
    number = QCoreApplication.translate("Conversations", "No. {number}").format(number=ticket.number)
    state, icon, token = state_of(ticket)
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


def state_of(ticket: Ticket) -> tuple[str, str, str]:
    """What the list says of a request: words, icon, token of the colour."""
    if not ticket.number:
        return QCoreApplication.translate("Conversations", "Leaves when the network is back"), "clock", "text_2"
    if ticket.status is Status.PENDING_REQUESTER:
        return QCoreApplication.translate("Conversations", "Waiting for your reply"), "hourglass", "warning"
    if ticket.status is Status.CANCELLED:
        return QCoreApplication.translate("Conversations", "Withdrawn"), "minus", "text_2"
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


def line_view(line: Line) -> MessageView | EventView:
    """One line of the conversation."""
    entry = line.entry
    if entry.kind is EntryKind.EVENT or entry.event:
        return event_view(entry)
    return MessageView(
        entry.id,
        author=harmless(entry.author.name)[:_NAME_LENGTH] or texts.capital(_somebody()),
        is_mine=entry.author.mine,
        body=entry.body,
        caption=_caption(line),
        state=line.state,
        reason=line.reason,
        files=tuple(_file(file) for file in entry.attachments),
    )


def _somebody() -> str:
    return QCoreApplication.translate("Conversations", "IT support")


def _caption(line: Line) -> str:
    at = texts.clock(line.entry.created_at)
    if not line.entry.author.mine:
        return at
    states = {
        "sent": QCoreApplication.translate("Conversations", "{time}, received"),
        "queued": QCoreApplication.translate("Conversations", "{time}, waiting for the network"),
        "sending": QCoreApplication.translate("Conversations", "{time}, being sent"),
        "unknown": QCoreApplication.translate("Conversations", "{time}, we are checking whether it arrived"),
        "failed": QCoreApplication.translate("Conversations", "{time}, not sent"),
    }
    return states[line.state].format(time=at)


def _file(file: Attachment) -> FileView:
    icons = {"screenshot": "image", "snapshot": "desktop"}
    name = file.filename
    if file.kind == "snapshot":
        name = QCoreApplication.translate("Conversations", "Computer report")
    return FileView(file.id, name, texts.size(file.size), icons.get(file.kind, "file-text"))


_EVENT_ICONS = {
    "taken": "check",
    "resolved": "check-circle",
    "closed": "check-circle",
    "reopened": "arrow-counter-clockwise",
    "snapshot_sent": "desktop",
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
    }
    sentence = sentences.get(entry.event, QCoreApplication.translate("Conversations", "Your request has moved on."))
    at = texts.clock(entry.created_at)
    return EventView(
        entry.id, _EVENT_ICONS.get(entry.event, "info"), f"{texts.capital(sentence.format(name=who))} {at}"
    )
