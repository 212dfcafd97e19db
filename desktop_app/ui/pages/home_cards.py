"""The two cards of the home page: this computer, and the last request."""

from collections.abc import Sequence, Set
from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.ticket import ENDED
from desktop_app.ui import health, texts, theme
from desktop_app.ui.health import Health
from desktop_app.ui.pages import Navigate
from desktop_app.ui.pages.finding_answer import answer
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.widgets.avatar import Avatar
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.flow import EndRow, Flow
from desktop_app.ui.widgets.labels import Picture, Text, separator
from desktop_app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Ticket
    from desktop_app.ui.pages import Services

_MOST = 2
_Line = tuple[str, str, str, str]
"""Icon, its colour, words, and the id of what answers them (nothing for none)."""


class ComputerCard(Card):
    """At most two things to settle, one line for all that is well."""

    def __init__(self, navigate: Navigate, parent: QWidget) -> None:
        super().__init__(parent)
        self._navigate = navigate
        self.column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(8))
        self.column.setSpacing(0)
        see_all = button(self.tr("See all"), "link", act=lambda: navigate("my_computer"))
        see_all.setAccessibleDescription(self.tr("Your computer"))
        self.column.addWidget(EndRow(Text(self.tr("Your computer"), "head", parent=self), see_all, self))
        self.column.addSpacing(theme.px(4))
        self._lines: list[QWidget] = []
        self._told: list[_Line] = []
        self._is_due = False
        self._put([("hourglass", "text_3", self.tr("We are having a look…"), "")])

    def show_last(self, services: "Services") -> None:
        """What the last look found; the next one is due."""
        self._is_due = True
        known = health.last(services)
        if known is not None:
            self.show_health(known)

    def look_if_due(self, services: "Services", tasks: Tasks) -> None:
        """Look again, once what stands first is drawn: both at once would hold up the drawing."""
        is_due, self._is_due = self._is_due, False
        if is_due:
            tasks.run(self, lambda: health.look(services), self.show_health, self.show_trouble)

    def show_trouble(self, error: object) -> None:
        """It could not be looked at; the full page says why."""
        nothing(error)
        self._put([("info", "text_2", self.tr("We could not look at it just now."), "")])

    def show_health(self, found: Health) -> None:
        """What deserves attention, and the rest in one line."""
        wrong = found.to_settle
        lines: list[_Line] = [
            (health.icon(f), health.token(f), health.title(f), f.fix_id or found.articles.get(f.key, ""))
            for f in wrong[:_MOST]
        ]
        if len(wrong) > _MOST:
            lines.append(("list-bullets", "text_2", self.tr("%n more thing(s)", "", len(wrong) - _MOST), ""))
        elif wrong:
            lines.append(("check-circle", "success", self.tr("Everything else is fine"), ""))
        else:
            lines.append(("check-circle", "success", self.tr("Your computer is fine"), ""))
        if lines != self._told:  # the same again takes no button from under a finger
            self._put(lines, [answer(found, f, self._navigate, "link") for f in wrong[:_MOST]])

    def _put(self, lines: list[_Line], answers: Sequence[QWidget | None] = ()) -> None:
        self._told = lines
        for widget in self._lines:
            widget.hide()
            widget.deleteLater()
        self._lines = []
        for (icon, token, words, _), end in zip_longest(lines, answers):
            if self._lines:
                self._keep(separator(self))
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, theme.px(8), 0, theme.px(8))
            row.setSpacing(theme.px(10))
            row.addWidget(Picture(icon, token, 18, line), 0, Qt.AlignmentFlag.AlignTop)
            label = Text(words, "line", parent=line)
            row.addWidget(EndRow(label, end, line, gap=8) if end is not None else label, 1)
            self._keep(line)

    def _keep(self, widget: QWidget) -> None:
        self._lines.append(widget)
        self.column.addWidget(widget)


class RequestCard(Card):
    """The most recent open request, and who has the next move.

    What is said of it changes with the news; its buttons stay while they lead to the same, for they may be half pressed
    or hold the keyboard.
    """

    def __init__(self, navigate: Navigate, parent: QWidget) -> None:
        super().__init__(parent)
        self._navigate = navigate
        self._words: QWidget | None = None
        self._ways: QWidget | None = None
        self._leads: tuple[str, int, int] | None = None
        self.column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        self.column.addStretch(1)
        self.column.addSpacing(theme.px(4))

    def show_tickets(self, tickets: "list[Ticket]", refused: Set[str] = frozenset()) -> None:
        """Draw it; hidden when nothing is open. `refused`: the requests in which something does not leave as it is."""
        still_open = [ticket for ticket in tickets if ticket.status not in ENDED]
        self.setVisible(bool(still_open))
        if not still_open:
            return
        first = next((one for one in still_open if one.id in refused), still_open[0])
        _discard(self._words)
        self._words = self._tell(first, is_refused=first.id in refused)
        self.column.insertWidget(0, self._words)
        leads = (first.id, first.number, len(still_open) - 1)
        if leads != self._leads:
            _discard(self._ways)
            self._leads, self._ways = leads, self._lead(*leads)
            self.column.addWidget(self._ways)

    def _tell(self, ticket: "Ticket", *, is_refused: bool) -> QWidget:
        content = Card(self, padding=0, kind="plain")
        column = content.column
        word, tone = texts.status(ticket.status, ticket.stage)
        if is_refused:
            word, tone = self.tr("Message not sent"), "danger"
        elif not ticket.number:
            word, tone = self.tr("Not sent yet"), ""
        column.addWidget(EndRow(Text(self.tr("Your request"), "head"), Pill(word, tone), content))
        column.addWidget(Text(ticket.subject, "strong"))
        column.addWidget(self._last_words(ticket))
        return content

    def _lead(self, ticket_id: str, number: int, others: int) -> QWidget:
        ways = QWidget(self)
        line = Flow(ways, gap=16)
        line.addWidget(
            button(self.tr("Open the conversation"), act=lambda: self._navigate("conversation", ticket_id=ticket_id))
        )
        if others:
            line.addWidget(
                button(self.tr("%n other request(s)", "", others), "link", act=lambda: self._navigate("requests"))
            )
        elif number:
            told = Text(self.tr("no. {number}").format(number=number), "cap")
            told.setWordWrap(False)
            line.addWidget(told)
        return ways

    def _last_words(self, ticket: "Ticket") -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        author = ticket.last_author
        ago = texts.ago(ticket.updated_at)
        if author is not None and not author.mine and author.name:
            row.addWidget(Avatar(author.name, 28, parent=line))
            words = self.tr("{name} answered you {ago}").format(name=author.name.split()[0], ago=ago)
        elif ticket.assignee:
            row.addWidget(Avatar(ticket.assignee, 28, parent=line))
            words = self.tr("{name} is taking care of it").format(name=ticket.assignee.split()[0])
        elif ticket.number:
            words = self.tr("You wrote {ago}. Someone will answer you here.").format(ago=ago)
        else:
            words = self.tr("It will leave as soon as the help desk can be reached.")
        row.addWidget(Text(words, "sub", parent=line), 1)
        return line


def _discard(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
