"""Puts on the screen what the service says of a sharing, and carries back what the person answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.domain.consent import CONTROL_S, LASTS_S, Capability, Ending
from desktop_app.services.sharing_view import SharingView, Stage, StepAsked
from desktop_app.ui import texts
from desktop_app.ui.sharing.guest import GuestDesk
from desktop_app.ui.tasks import Tasks, nothing

if TYPE_CHECKING:
    from desktop_app.protocol.screen_channel import Draw, Move
    from desktop_app.services.sharing import Sharings
    from desktop_app.ui.services import Services
    from desktop_app.ui.sharing.bar import Bar
    from desktop_app.ui.sharing.border import Border
    from desktop_app.ui.sharing.careful import Careful
    from desktop_app.ui.sharing.pointer import Overlay

_OWN_EVERY_MS = 250


class SharingDesk(QObject):
    """`showing` is emitted with the sentence for the tray, empty when nothing is shared; `ended` with why it is over.

    `recorded`: whether it is recorded now. `chat_asked` with the request to open.
    """

    showing = Signal(str)
    recorded = Signal(bool)
    ended = Signal(str)
    chat_asked = Signal(str)
    _heard = Signal()
    _pointed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._sharings: Sharings | None = None
        self._has_joined = False
        self._asked: StepAsked | None = None
        self._view = SharingView()
        self._question: Careful | None = None
        self._bar: Bar | None = None
        self._border: Border | None = None
        self._overlay: Overlay | None = None
        self._told_own: list[tuple[int, int, int, int]] = []
        self._guests = GuestDesk(services, tasks, self)
        self._guests.watching.connect(self._renew)
        self._owning = QTimer(self, interval=_OWN_EVERY_MS)
        self._owning.timeout.connect(self._tell_own)
        self._heard.connect(self._renew)
        self._pointed.connect(self._point)

    def look(self) -> None:
        """Something may be new."""
        services, heard, pointed = self._services, self._heard.emit, self._pointed.emit
        is_first, self._has_joined = not self._has_joined, True

        def looked() -> Sharings:
            if is_first:
                services.sharings.on_change(heard, pointed)
            services.sharings.look()
            return services.sharings

        self._tasks.run(self, looked, self._keep, nothing)
        self._guests.look()

    def stop(self, ending: Ending = Ending.USER) -> None:
        """At once, from any place: the bar, the tray, the key, on whose thread it goes past everything busy here."""
        self._guests.stop(ending)
        if self._sharings is not None:
            self._sharings.stop(ending)

    def close(self) -> None:
        """The program ends."""
        self._rest()

    def _keep(self, sharings: Sharings) -> None:
        self._sharings = sharings
        self._renew()

    def _renew(self) -> None:
        if self._sharings is None:
            return
        before, self._view = self._view, self._sharings.view
        view = self._view
        if view.stage is Stage.SHARING:
            self._show_sharing(view)
        elif view.stage in {Stage.ASKING, Stage.UNASKED}:
            if before.stage is not view.stage:
                self._ask_first(view)
        elif view.stage is Stage.REST and before.stage is not Stage.REST:
            self._rest()
            if before.is_underway and view.ending:
                self.ended.emit(_why(view))
        elif view.ending is Ending.UNABLE and before.id != view.id:
            self.ended.emit(_why(view))

    def _ask_first(self, view: SharingView) -> None:
        from desktop_app.ui.sharing.consent import Consent
        from desktop_app.ui.sharing.picked import Picked
        from desktop_app.ui.sharing.unasked import Unasked

        if view.stage is Stage.UNASKED:
            unasked = Unasked(view)
            unasked.refused.connect(lambda: self._do(lambda sharings: sharings.dismiss()))
            self._put(unasked)
            return
        consent = Picked(view) if view.is_picked_later else Consent(view)
        consent.refused.connect(lambda: self.stop(Ending.REFUSED))
        consent.differed.connect(lambda: self.stop(Ending.DIFFERENT))
        consent.allowed.connect(self._allow)
        self._put(consent)

    def _allow(self, seconds: int, window: int | None, monitor: str) -> None:
        self._do(lambda sharings: sharings.allow(seconds, window, monitor))

    def _show_sharing(self, view: SharingView) -> None:
        if self._bar is None:
            self._begin(view)
        assert self._bar is not None  # noqa: S101 - begun
        assert self._border is not None  # noqa: S101
        self._bar.show_view(view, self._guests.name)
        self.recorded.emit(Capability.RECORDING in view.left_s)
        self.showing.emit(self._bar.sentence(view))
        is_control = Capability.CONTROL in view.left_s
        if view.area is not None and not view.is_picked_later:
            self._border.show_around(_points(view.area), is_control=is_control)
        if self._overlay is not None:
            self._overlay.is_control = is_control
        if view.asked != self._asked:
            self._ask_step(view.asked)

    def _begin(self, view: SharingView) -> None:
        from desktop_app.ui.sharing.bar import Bar
        from desktop_app.ui.sharing.border import Border
        from desktop_app.ui.sharing.pointer import Overlay

        screen = self._question.screen() if self._question else QGuiApplication.primaryScreen()
        self._close_question()
        self._bar, self._border, self._overlay = Bar(), Border(), Overlay()
        self._bar.stopped.connect(self.stop)
        self._bar.guest_dismissed.connect(self._guests.stop)
        self._bar.paused.connect(lambda on: self._do(lambda sharings: sharings.pause(paused=on)))
        self._bar.paused.connect(self._guests.pause)
        self._bar.muted.connect(lambda on: self._do(lambda sharings: sharings.mute(muted=on)))
        self._bar.chat_asked.connect(lambda: self.chat_asked.emit(self._view.ticket_id))
        self._bar.withdrawn.connect(lambda step: self._do(lambda sharings: sharings.deny(Capability(step))))
        self._bar.show_view(view)
        self._bar.place(screen.availableGeometry())
        self._bar.show()
        self._overlay.begin(view.first_name, screen.virtualGeometry())
        self._owning.start()
        keys, stop = str(self._services.settings.value("sharing.stop_key")), self.stop
        self._tasks.run(self, lambda: self._services.computer.stop_keys.bind(keys, stop), nothing, nothing)

    def _ask_step(self, asked: StepAsked | None) -> None:
        from desktop_app.ui.sharing.step import StepQuestion

        self._close_question()
        self._asked = asked
        if asked is None:
            return
        folder = str(received())
        question = StepQuestion(self._view, asked, folder)
        look_s = max(1, self._view.left_s.get(Capability.LOOK, CONTROL_S))
        seconds = min(look_s, LASTS_S.get(asked.capability, look_s))
        yes = (asked.capability, seconds, folder, asked.number)
        question.granted.connect(lambda: self._do(lambda sharings: sharings.grant(*yes)))
        question.refused.connect(lambda: self._do(lambda sharings: sharings.deny(asked.capability)))
        self._put(question)
        corner = QGuiApplication.primaryScreen().availableGeometry().bottomRight()
        question.move(corner.x() - question.width() - 40, corner.y() - question.sizeHint().height() - 72)

    def _put(self, question: Careful) -> None:
        self._close_question()
        self._question = question
        question.show()
        question.raise_()
        question.activateWindow()
        if self._bar is not None:
            self._tell_own()

    def _close_question(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            question.finish()
            question.deleteLater()

    def _do(self, act: Callable[[Sharings], object]) -> None:
        """What is written down before it counts is done on a worker."""
        sharings = self._sharings
        if sharings is not None:
            self._tasks.run(self, lambda: act(sharings), nothing, nothing)

    def _point(self, what: Move | Draw) -> None:
        if self._overlay is not None:
            self._overlay.take(what, QGuiApplication.primaryScreen().devicePixelRatio())

    def _tell_own(self) -> None:
        """Where the bar and the question are, whenever that is new."""
        ours = (self._bar, self._question, self._guests.question)
        own = [_pixels(window) for window in ours if window is not None and window.isVisible()]
        if own != self._told_own and self._sharings is not None:
            self._told_own = own
            self._sharings.own(own)
            self._guests.own(own)

    def _rest(self) -> None:
        self._close_question()
        self._owning.stop()
        if self._bar is not None and self._border is not None and self._overlay is not None:
            for window in (self._bar, self._border, self._overlay):
                window.hide()
                window.close()
            self._bar.deleteLater()
            self._overlay.deleteLater()
            self._services.computer.stop_keys.close()
        self._bar = self._border = self._overlay = None
        self._told_own, self._asked = [], None
        self.recorded.emit(False)
        self.showing.emit("")


def received() -> Path:
    """The folder that files of a technician come to."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return Path(place or Path.home()) / "Rescousse"


def _why(view: SharingView) -> str:
    return texts.in_words("journal", f"screen_over_{view.ending}", name=view.technician, label=view.label)


def _points(area: tuple[int, int, int, int]) -> QRect:
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    return QRect(*(round(length / ratio) for length in area))


def _pixels(window: QWidget) -> tuple[int, int, int, int]:
    ratio, frame = window.devicePixelRatio(), window.frameGeometry()
    sides = frame.x() * ratio, frame.y() * ratio, frame.width() * ratio, frame.height() * ratio
    left, top, wide, high = (round(side) for side in sides)
    return left, top, wide, high
