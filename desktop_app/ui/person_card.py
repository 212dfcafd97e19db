"""The card "Talk to someone": always in the same place, it says the true wait, or the telephone number."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui import texts, theme
from desktop_app.ui.situation import Known
from desktop_app.ui.widgets.buttons import LaidOut, button
from desktop_app.ui.widgets.flow import empty
from desktop_app.ui.widgets.labels import Dot, Picture, Text

if TYPE_CHECKING:
    from desktop_app.protocol.desk import Availability
    from desktop_app.ui.pages import Navigate


class PersonCard(QFrame):
    """Drawn anew from what is known."""

    def __init__(self, navigate: "Navigate", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigate = navigate
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme.px(12)] * 4)
        self._column.setSpacing(0)
        self.show_known(Known())

    def show_known(self, known: Known) -> None:
        """Whichever of its states holds."""
        empty(self._column)
        desk = known.desk
        if desk is None:
            self._head(self.tr("Talk to someone"))
            self._act(self.tr("Write to us"), "note-pencil", "compose")
        elif not desk.online:
            self._show_away(desk.telephone, is_known=desk.enrolled or desk.organisation is not None)
        elif known.in_hand is not None:
            self._head(known.in_hand.assignee)
            self._line(self.tr("is taking care of your request"))
            self._act(self.tr("Open"), "chats", "conversation", ticket_id=known.in_hand.id)
        else:
            self._show_there(desk.availability)
        self.setAccessibleName(". ".join(label.words for label in self.findChildren(Text)))

    def _show_there(self, there: "Availability | None") -> None:
        if there is not None and there.state == "closed":
            self._head(self.tr("Closed"))
            if there.opens_at is not None:
                self._line(self.tr("Opens {moment}").format(moment=texts.moment(there.opens_at)))
            self._act(self.tr("Leave a message"), "", "compose")
            return
        self._head(self.tr("Talk to someone"))
        if there is not None and there.state == "available":
            self._line(self.tr("%n person(s) available", "", there.people), dot="success")
        elif there is not None:
            self._line(self.tr("Everyone is busy right now"), dot="warning")
        if there is not None and there.wait_minutes is not None:
            self._line(wait_words(there.wait_minutes))
        self._act(self.tr("Chat"), "chats", "compose", live=True)

    def _show_away(self, telephone: str, *, is_known: bool) -> None:
        self._head(self.tr("Offline") if is_known else self.tr("Not connected yet"), icon="wifi-slash")
        if telephone:
            self._line(self.tr("The help desk cannot be reached. By telephone:"))
            number = Text(telephone, "head", parent=self)
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addSpacing(theme.px(4))
            self._column.addWidget(number)
        else:
            self._line(self.tr("Carry on, nothing will be lost."))

    def _head(self, words: str, icon: str = "") -> None:
        head = Text(words, "strong", parent=self)
        if not icon:
            self._column.addWidget(head)
            return
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Picture(icon, "text_2", 18, self))
        row.addWidget(head, 1)
        self._column.addLayout(row)

    def _line(self, words: str, dot: str = "") -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        if dot:
            row.addWidget(Dot(dot, self))
        row.addWidget(Text(words, "cap", "text_2", self), 1)
        if self._column.count() == 1:
            self._column.addSpacing(theme.px(4))
        self._column.addLayout(row)

    def _act(self, words: str, icon: str, page: str, **arguments: object) -> None:
        act = button(words, "tight", icon=icon, act=lambda: self._navigate(page, **arguments))
        act.setSizePolicy(act.sizePolicy().Policy.Ignored, act.sizePolicy().Policy.Fixed)
        self._column.addSpacing(theme.px(10))
        self._column.addWidget(act)


class CallButton(LaidOut):
    """The same help in the rail: an icon above two words."""

    least = 62

    def __init__(self, navigate: "Navigate", parent: QWidget | None = None) -> None:
        super().__init__("call", "", parent)
        words = Text(self.tr("Talk to someone"), "mini", "text", self)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._page = "compose"
        self._arguments: dict[str, object] = {"live": True}
        self.setAccessibleName(words.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, theme.px(8), 2, theme.px(6))
        column.setSpacing(theme.px(3))
        column.addWidget(Picture("chats", "text", 20, self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        self.give_mouse_up()
        self.clicked.connect(lambda: navigate(self._page, **self._arguments))

    def show_known(self, known: Known) -> None:
        """Its tool tip says what the card would; it opens the conversation when there is one."""
        if known.in_hand is not None and known.is_online:
            self._page, self._arguments = "conversation", {"ticket_id": known.in_hand.id}
        else:
            self._page, self._arguments = "compose", {"live": known.is_online}
        telephone = known.desk.telephone if known.desk is not None and not known.desk.online else ""
        self.setToolTip(telephone)
        self.setAccessibleDescription(telephone)


def wait_words(minutes: int) -> str:
    """Réponse en 4 min environ."""
    pattern = QCoreApplication.translate("PersonCard", "Reply in about {wait}")
    return pattern.format(wait=texts.minutes(max(1, minutes)))
