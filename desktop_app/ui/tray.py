"""The icon near the clock: its state by shape, a native menu, the system's notifications. Works where there is none."""

from typing import TYPE_CHECKING, Any, Literal, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QKeySequence, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop_app.ui import icons, theme
from desktop_app.ui.situation import Known, Situation

if TYPE_CHECKING:
    from desktop_app.ui.pages import Navigate

State = Literal["plain", "dot", "eye", "record", "slash"]
_SIDES = (16, 22, 24, 32, 48, 64)
_HOUR_MS = 3_600_000


def picture(state: State) -> QIcon:
    """The lifebuoy as it is, with a dot, an eye, a ring and a dot, or struck through: told apart without colours."""
    result = QIcon()
    for side in _SIDES:
        result.addPixmap(_drawn(state, side))
    return result


def _drawn(state: State, side: int) -> QPixmap:
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPixmap(drawn.rect(), icons.logo(side))
    if state == "slash":
        _strike(painter, side)
    elif state != "plain":
        _mark(painter, side, state)
    painter.end()
    return drawn


def _strike(painter: QPainter, side: int) -> None:
    """A line across, with a gap around it, as on every icon that means "not there"."""
    start, end = QPointF(side * 0.08, side * 0.08), QPointF(side * 0.92, side * 0.92)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setPen(QPen(QColor(0, 0, 0), side * 0.26, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(start, end)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(QPen(theme.color("border_strong"), side * 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(start, end)


def _mark(painter: QPainter, side: int, state: State) -> None:
    """A disc at the top right, cut out of the ring; with an eye while the screen is looked at, a dot while recorded."""
    wide = side * (0.46 if state == "dot" else 0.62)
    disc = QRectF(side - wide, 0, wide, wide)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setBrush(QColor(0, 0, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(disc.adjusted(-side * 0.06, 0, 0, side * 0.06))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(theme.color("accent" if state == "eye" else "danger_solid"))
    painter.drawEllipse(disc)
    if state == "record":
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.drawEllipse(disc.center(), wide * 0.37, wide * 0.37)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawEllipse(disc.center(), wide * 0.24, wide * 0.24)
    if state == "eye":
        eye = disc.adjusted(wide * 0.18, wide * 0.32, -wide * 0.18, -wide * 0.32)
        painter.setBrush(theme.color("on_accent"))
        painter.drawEllipse(eye)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(eye.center(), wide * 0.1, wide * 0.1)


class Wishes(Protocol):
    """What the person wants."""

    def value(self, key: str) -> Any:
        """The setting in force."""


class Tray(QObject):
    """Six entries and a line of status. `quit_asked` by the last entry, `stop_asked` to end a shared screen."""

    quit_asked = Signal()
    stop_asked = Signal()

    def __init__(
        self,
        situation: Situation,
        navigate: "Navigate",
        settings: "Wishes",
        parent: QObject | None = None,
        icon: QSystemTrayIcon | None = None,
    ) -> None:
        super().__init__(parent)
        self._situation, self._navigate, self._settings = situation, navigate, settings
        self._told_ticket = self._sharing = ""
        self._is_recorded = False
        self._quiet = QTimer(self, singleShot=True, interval=_HOUR_MS)
        self._quiet.timeout.connect(self._show_known)
        self._menu = QMenu()
        self._icon = icon or QSystemTrayIcon()
        self._icon.setParent(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self._open_told)
        situation.changed.connect(self._show_known)
        situation.answered.connect(self._tell_answer)
        not_sent, why = self.tr("A message was not sent"), self.tr("Nothing is lost. Open it to see why.")
        situation.refused.connect(lambda ticket_id: self.tell(not_sent, why, ticket_id))
        self.rebuild()

    @property
    def is_there(self) -> bool:
        """Whether this desktop shows such icons now; one that starts later than we do is found then."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Show it; a desktop without such icons ignores it."""
        self._icon.show()

    def close(self) -> None:
        """Take it away."""
        self._icon.hide()
        self._menu.deleteLater()

    def rebuild(self) -> None:
        """Another language: the same entries in it."""
        self._menu.clear()
        self._status = self._entry("", "info")
        self._status.setEnabled(False)
        if self._sharing:
            self._entry(self.tr("Stop showing my screen"), "stop", self.stop_asked.emit)
        self._menu.addSeparator()
        self._help = self._entry(self.tr("Ask for help"), "lifebuoy", lambda: self._navigate("home"))
        self.show_keys()
        self._requests = self._entry(self.tr("My requests"), "chat-circle-text", self._open_requests)
        self._entry(self.tr("Take a screenshot"), "camera", lambda: self._navigate("compose", captures=True))
        self._menu.addSeparator()
        self._not_now = self._entry(self.tr("Do not disturb for 1 h"), "bell", self._toggle_quiet)
        self._not_now.setCheckable(True)
        self._entry(self.tr("Privacy"), "shield-check", lambda: self._navigate("journal"))
        self._menu.addSeparator()
        self._entry(self.tr("Quit"), "sign-out", self.quit_asked.emit)
        self._show_known()

    def show_keys(self) -> None:
        """The keys that do the same from any program."""
        self._help.setShortcut(QKeySequence(str(self._settings.value("global_key"))))

    def show_sharing(self, words: str) -> None:
        """The screen is shown: `words` say to whom; empty when it is not. Meanwhile nothing is notified."""
        has_begun_or_ended, self._sharing = bool(words) != bool(self._sharing), words
        if has_begun_or_ended:
            self.rebuild()
        else:
            self._show_known()

    def show_recorded(self, is_recorded: bool) -> None:
        """The screen that is shown is recorded, or is not."""
        self._is_recorded = is_recorded

    def _entry(self, words: str, icon: str, act: object = None) -> QAction:
        action = QAction(icons.icon(icon, "text", 18), words, self._menu)
        if callable(act):
            action.triggered.connect(lambda _checked=False: act())
        self._menu.addAction(action)
        return action

    def _open_requests(self) -> None:
        answered = self._situation.known.answered
        if answered is not None:
            self._navigate("conversation", ticket_id=answered.id)
        else:
            self._navigate("requests")

    def _toggle_quiet(self) -> None:
        if self._quiet.isActive():
            self._quiet.stop()
        else:
            self._quiet.start()
        self._show_known()

    def _show_known(self) -> None:
        known = self._situation.known
        words = self._sharing or self.status_words(known)
        self._status.setText(words)
        self._not_now.setChecked(self._quiet.isActive())
        answered = known.answered
        if answered is not None and answered.last_author is not None:
            pattern = self.tr("Answer from {name}, no. {number}")
            self._requests.setText(pattern.format(name=answered.last_author.name, number=answered.number))
        else:
            self._requests.setText(self.tr("My requests"))
        shown: State = "record" if self._is_recorded else "eye"
        self._icon.setIcon(picture(shown if self._sharing else state_of(known)))
        self._icon.setToolTip(self.tr("Rescousse: {status}").format(status=words))

    def status_words(self, known: Known) -> str:
        """The state in words; the icon only repeats it."""
        if known.desk is None:
            return self.tr("Connecting…")
        if not known.is_online and known.waiting:
            return self.tr("Offline, %n message(s) kept", "", known.waiting)
        if not known.is_online:
            return self.tr("Offline")
        if known.refused:
            return self.tr("A message was not sent")
        if known.unread:
            return self.tr("%n unread answer(s)", "", known.unread)
        return self.tr("Connected to IT support")

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self._navigate("home")

    def _tell_answer(self, author: str, number: int, ticket_id: str) -> None:
        """The words of an answer stay out of a notification: it may show on a locked screen."""
        title = self.tr("{name} answered you").format(name=author.split()[0] if author else self.tr("IT support"))
        self.tell(title, self.tr("Request no. {number}").format(number=number), ticket_id)

    def tell_nudge(self, title: str) -> None:
        """What will stop the work, said by a notification alone: it waits on the home page for whoever has none."""
        if self._shows_messages() and not self._quiet.isActive() and not self._sharing:
            self._told_ticket = ""
            words = self.tr("Open Rescousse to see what can be done.")
            self._situation.unless_quiet(lambda: self._icon.showMessage(title, words, picture("plain")))

    def _open_told(self) -> None:
        if self._told_ticket:
            self._navigate("conversation", ticket_id=self._told_ticket)
        else:
            self._navigate("home")

    def _shows_messages(self) -> bool:
        return self.is_there and QSystemTrayIcon.supportsMessages()

    def tell(self, title: str, words: str, ticket_id: str = "") -> None:
        """A notification of the system, which opens that request; without one, the window's entry in the task bar asks
        for attention.
        """
        if not self._quiet.isActive() and not self._sharing and self._settings.value("notify_answers"):
            self._told_ticket = ticket_id
            self._situation.unless_quiet(lambda: self._show_words(title, words))

    def _show_words(self, title: str, words: str) -> None:
        if self._shows_messages():
            self._icon.showMessage(title, words, picture("plain"))
            return
        for window in QGuiApplication.topLevelWindows():
            window.alert(0)


def state_of(known: Known) -> State:
    """Which of the four shapes."""
    if known.desk is not None and not known.is_online:
        return "slash"
    return "dot" if known.unread else "plain"
