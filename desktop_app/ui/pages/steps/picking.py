"""A picture of one window: the person clicks it, and that click does nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_app.services.steps import picture_of
from desktop_app.ui.pages import Page
from desktop_app.ui.pages.steps.recording import Recording


class Picking(QObject):
    """Takes one picture and is gone."""

    def __init__(self, page: Page, done: Callable[[QImage | None], object]) -> None:
        super().__init__(page)
        self._page, self._done = page, done
        self._recording = Recording(page)
        self._recording.ended.connect(self._look)

    def start(self) -> None:
        """Where windows cannot be told apart there is no picture."""
        services = self._page.services
        self._page.run(lambda: services.steps.is_able(), self._begin)

    def _begin(self, is_able: bool) -> None:
        if is_able:
            self._recording.start(picks=True)
        else:
            self._finish(QImage())

    def _look(self) -> None:
        services = self._page.services

        def taken() -> QImage:
            clicks = services.steps.clicks()
            services.steps.forget()
            return QImage.fromData(picture_of(clicks[0])) if clicks else QImage()

        self._page.run(taken, self._finish)

    def _finish(self, picture: QImage) -> None:
        self._done(None if picture.isNull() else picture)
        self._recording.deleteLater()
        self.deleteLater()
