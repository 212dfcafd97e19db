"""The bar of a shared screen: who sees what, how long still, and the way to stop it. It can be moved, never hidden."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QMouseEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.domain.consent import Capability
from desktop_app.services.sharing_view import SharingView
from desktop_app.ui import theme
from desktop_app.ui.announce import announce
from desktop_app.ui.sharing.careful import MOST_OF_SCREEN
from desktop_app.ui.sharing.voice import MuteButton, heard
from desktop_app.ui.widgets.basics import Picture, Text, button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.plain_words import harmless

_WARNED_S = 60
_KEY = "F6"
"""Goes from any of our windows to the bar, as in other programs from one part of a window to the next."""
_STEPS = {"Ctrl+Left": (-1, 0), "Ctrl+Right": (1, 0), "Ctrl+Up": (0, -1), "Ctrl+Down": (0, 1)}
_STEP = 24
_WITHDRAWN = (Capability.POINT, Capability.CLIPBOARD, Capability.FILES, Capability.VOICE, Capability.RECORDING)
_URGENT = frozenset({Capability.CONTROL, Capability.RECORDING})
"""What is told at once, when it begins and when it ends."""


class Bar(QFrame):
    """`stopped`, `paused(bool)`, `chat_asked`, `withdrawn(capability)`, `guest_dismissed`, `muted(bool)`."""

    stopped = Signal()
    paused = Signal(bool)
    chat_asked = Signal()
    withdrawn = Signal(str)
    guest_dismissed = Signal()
    muted = Signal(bool)

    def __init__(self) -> None:
        hints = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, hints)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("kind", "sharing_bar")
        self.setWindowTitle("Rescousse")
        self._view, self._since, self._is_warned = SharingView(), QElapsedTimer(), False
        self._guest = ""
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(*[theme.px(length) for length in (16, 10, 12, 10)])
        self._parts.setSpacing(theme.px(12))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self._icon = Picture("eye", "accent_text", 20, self)
        row.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.who, self.left = Text("", "strong", parent=self), Text("", "mini", "text_2", parent=self)
        for label in (self.who, self.left):
            words.addWidget(label)
        row.addLayout(words, 1)
        self.back = button(self.tr("Take it back"), icon="hand-palm", act=self._take_back)
        self.pause = button(self.tr("Pause"), icon="pause", act=self._toggle_pause)
        self.chat = button(self.tr("Chat"), icon="chats", act=self.chat_asked.emit)
        self.stop = button(self.tr("Stop"), "stop", icon="stop", act=self.stopped.emit)
        self.steps = {step: button(self._no_more(step), "quiet", act=self._withdrawer(step)) for step in _WITHDRAWN}
        self.alone = button("", "quiet", act=self.guest_dismissed.emit)
        self._parts.addLayout(row, 1)
        self._add_acts()
        self._listen_to_keys()
        self._ticking = QTimer(self, interval=1000)
        self._ticking.timeout.connect(self._tick)

    def _add_acts(self) -> None:
        """What can be pressed, in the order of reading and of the keyboard."""
        beside = Flow(at_end=True)
        self._parts.addLayout(beside)
        self.mark = Pill(self.tr("Recording"), "danger", "record", self)
        beside.addWidget(self.mark)
        self.mute = MuteButton(self)
        self.mute.muted.connect(self.muted)
        acts = (self.back, *self.steps.values(), self.mute, self.alone, self.pause, self.chat, self.stop)
        for one in acts:
            beside.addWidget(one)
        for before, after in pairwise(acts):
            self.setTabOrder(before, after)

    def _listen_to_keys(self) -> None:
        everywhere = QShortcut(QKeySequence(_KEY), self, self.take_keyboard)
        everywhere.setContext(Qt.ShortcutContext.ApplicationShortcut)
        for keys, (x, y) in _STEPS.items():
            QShortcut(QKeySequence(keys), self, partial(self._step, x, y))
        hint = self.tr("{key} brings the keyboard here, Ctrl and the arrows move it.").format(key=_KEY)
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)

    def take_keyboard(self) -> None:
        """The keyboard goes to the first thing that can be pressed."""
        self.activateWindow()
        first = next(one for one in (self.back, self.pause, self.stop) if one.isVisible())
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self, f"{self.who.words}. {self.left.words}")

    def _step(self, x: int, y: int) -> None:
        """Never off the screen."""
        room = self.screen().availableGeometry()
        wanted = self.pos() + QPoint(x, y) * theme.px(_STEP)
        least, most = room.topLeft(), room.bottomRight() - QPoint(self.width(), self.height())
        self.move(max(least.x(), min(most.x(), wanted.x())), max(least.y(), min(most.y(), wanted.y())))

    def show_view(self, view: SharingView, guest: str = "") -> None:
        """What is allowed now, and who looks along."""
        before, self._view, self._guest = self._view, view, harmless(guest)
        self.alone.set_words(self.tr("Without {name}").format(name=self._guest))
        self.alone.setVisible(bool(guest))
        self._since.start()
        is_control = Capability.CONTROL in view.left_s
        words = self.sentence(view)
        if words != self.who.words:
            self.who.set_words(words)
            self.setAccessibleName(words)
            announce(self, words, is_urgent=not _URGENT.isdisjoint([*view.left_s, *before.left_s]))
        self._icon.set_picture("mouse-simple" if is_control else "eye", "control" if is_control else "accent_text")
        is_recorded = Capability.RECORDING in view.left_s
        self.setProperty("tone", "recorded" if is_recorded else "control" if is_control else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.back.setVisible(is_control)
        self.chat.setVisible(not is_control)
        self.pause.setVisible(not is_control)
        self.pause.set_words(self.tr("Go on") if view.is_paused else self.tr("Pause"))
        for step, one in self.steps.items():
            one.setVisible(step in view.left_s and not (is_control and step is Capability.POINT))
        self.mute.show_voices(view.voices)
        self.mark.setVisible(is_recorded)
        self.stop.set_words(self.tr("Stop everything") if is_control else self.tr("Stop"))
        self._tick()
        self._ticking.start()
        self._fit()

    def sentence(self, view: SharingView) -> str:
        """Who does what, as the bar and the tray icon say it."""
        if view.is_paused:
            pattern = self.tr("Paused: {name} sees a still picture")
        elif not view.is_connected:
            pattern = self.tr("Waiting for the line to {name}")
        elif Capability.CONTROL in view.left_s:
            resting, using = self.tr("You have the mouse, {name} waits"), self.tr("{name} uses your mouse and keyboard")
            pattern = resting if view.is_resting else using
        elif view.is_window:
            pattern = self.tr("{name} looks at this window")
        else:
            pattern = self.tr("{name} looks at your screen")
        said = pattern.format(name=harmless(view.first_name))
        both = self.tr("{said}, {guest} looks too").format(said=said, guest=self._guest) if self._guest else said
        film = self.tr("The screen is being recorded.") if Capability.RECORDING in view.left_s else ""
        return "\n".join(filter(None, (both, film, heard(view))))

    def place(self, screen: QRect) -> None:
        """At the top centre of `screen`, once; then where the person puts it."""
        self._fit()
        self.move(screen.center().x() - self.width() // 2, screen.top() + theme.px(14))

    def _fit(self) -> None:
        """As wide as it needs; where the screen has no room for that, the buttons go below the words."""
        room = round(self.screen().availableGeometry().width() * MOST_OF_SCREEN)
        width = self._wide(is_narrow=False)
        if width > room:
            width = min(room, self._wide(is_narrow=True))
        self.setFixedSize(width, self._parts.totalHeightForWidth(width))
        if self.isVisible():
            self._step(0, 0)  # what it grew by stays on the screen

    def _wide(self, *, is_narrow: bool) -> int:
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        for label in (self.who, self.left):
            label.setWordWrap(is_narrow)
        self._parts.invalidate()
        return self._parts.totalSizeHint().width()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it is known how large its letters are."""
        super().showEvent(event)
        self._fit()

    def _left_s(self, capability: Capability) -> int:
        return max(0, self._view.left_s.get(capability, 0) - int(self._since.elapsed() / 1000))

    def _tick(self) -> None:
        look, control = self._left_s(Capability.LOOK), self._left_s(Capability.CONTROL)
        if control:
            pattern = self.tr("Control: {control} still. Sharing: {look}.")
            self.left.set_words(pattern.format(control=self._length(control), look=self._length(look)))
        else:
            self.left.set_words(self.tr("{time} still").format(time=self._length(look)))
        if 0 < look <= _WARNED_S and not self._is_warned:
            announce(self, self.left.words)
        self._is_warned = look <= _WARNED_S

    def _length(self, seconds: int) -> str:
        pattern = self.tr("{minutes} min {seconds} s") if seconds >= 60 else self.tr("{seconds} s")
        return pattern.format(minutes=seconds // 60, seconds=seconds % 60)

    def _no_more(self, step: Capability) -> str:
        words = {
            Capability.POINT: self.tr("No more pointing"),
            Capability.CLIPBOARD: self.tr("No more clipboard"),
            Capability.FILES: self.tr("No more files"),
            Capability.VOICE: self.tr("No more talking"),
            Capability.RECORDING: self.tr("Stop recording"),
        }
        return words[step]

    def _withdrawer(self, step: Capability) -> Callable[[], None]:
        return lambda: self.withdrawn.emit(str(step))

    def _take_back(self) -> None:
        self.withdrawn.emit(str(Capability.CONTROL))

    def _toggle_pause(self) -> None:
        self.paused.emit(not self._view.is_paused)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Drag it anywhere."""
        window = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and window is not None:
            window.startSystemMove()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing hides it while the screen is shown."""
        event.setAccepted(not self._view.is_underway)
