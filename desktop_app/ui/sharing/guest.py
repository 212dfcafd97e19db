"""A second technician on a shared screen: asked about by words of their own, then named in the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.consent import Ending
from desktop_app.services.sharing_view import SharingView, Stage
from desktop_app.ui.tasks import Tasks, nothing

if TYPE_CHECKING:
    from desktop_app.protocol.screen_lines import Rectangle
    from desktop_app.services.sharing_guests import Guests
    from desktop_app.ui.services import Services
    from desktop_app.ui.sharing.consent import Consent


class GuestDesk(QObject):
    """`watching` is emitted when something about it is new; `name` says who looks along."""

    watching = Signal()
    _heard = Signal()

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._guests: Guests | None = None
        self._has_joined = False
        self._view = SharingView()
        self._told: list[Rectangle] = []
        self.question: Consent | None = None
        self._heard.connect(self._renew)

    @property
    def name(self) -> str:
        """Who looks along; empty when nobody does."""
        return self._view.first_name if self._view.stage is Stage.SHARING else ""

    def look(self) -> None:
        """Something may be new."""
        services, heard = self._services, self._heard.emit
        is_first, self._has_joined = not self._has_joined, True

        def looked() -> Guests:
            if is_first:
                services.guests.on_change(heard)
            services.guests.look()
            return services.guests

        self._tasks.run(self, looked, self._keep, nothing)

    def stop(self, ending: Ending = Ending.USER) -> None:
        """This one looks no more; the first goes on."""
        if self._guests is not None:
            self._guests.stop(ending)

    def pause(self, paused: bool) -> None:
        """What stands still does so for everybody."""
        if self._guests is not None:
            self._guests.pause(paused=paused)

    def own(self, windows: list[Rectangle]) -> None:
        """Where the bar and the questions are now."""
        self._told = windows
        if self._guests is not None:
            self._guests.own(windows)

    def _keep(self, guests: Guests) -> None:
        self._guests = guests
        self._renew()

    def _renew(self) -> None:
        if self._guests is None:
            return
        before, self._view = self._view, self._guests.view
        if self._view.stage is not before.stage:
            self._close_question()
            if self._view.stage is Stage.ASKING:
                self._ask(self._guests)
            elif self._view.stage is Stage.SHARING:
                self._guests.own(self._told)
            self.watching.emit()

    def _ask(self, guests: Guests) -> None:
        from desktop_app.ui.sharing.along import Along

        question = Along(self._view, guests.joined)
        question.refused.connect(lambda: self.stop(Ending.REFUSED))
        question.differed.connect(lambda: self.stop(Ending.DIFFERENT))
        question.allowed.connect(lambda: self._tasks.run(self, guests.allow_same, nothing, nothing))
        self.question = question
        question.show()
        question.raise_()
        question.activateWindow()

    def _close_question(self) -> None:
        question, self.question = self.question, None
        if question is not None:
            question.finish()
            question.deleteLater()
