"""The time between Start and Stop: our window steps aside, the bar stays, each click is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.pages import Page
from desktop_app.ui.pages.steps.bar import RecordingBar
from desktop_app.ui.tasks import nothing

if TYPE_CHECKING:
    from desktop_app.services.steps import Recorder


class Recording(QObject):
    """`ended` once, however it ended; `True` when it could record at all."""

    ended = Signal(bool)
    _heard = Signal()
    _stop_pressed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._recorder: Recorder | None = None
        self._has_begun = False
        self.bar: RecordingBar | None = None
        self._heard.connect(self._look)
        self._stop_pressed.connect(self.stop)

    def start(self, *, picks: bool = False) -> None:
        """The bar first; then clicks are recorded, or the one that chooses a window."""
        keys = str(self._page.services.settings.value("sharing.stop_key"))
        self.bar = RecordingBar(keys, picks=picks)
        self.bar.stopped.connect(self.stop)
        self.bar.place(self._page.screen().availableGeometry())
        self.bar.show()
        self._page.window().hide()
        services, heard = self._page.services, self._heard.emit
        self._has_begun = False

        def begin() -> Recorder:
            services.steps.begin(heard, picks=picks)
            services.computer.stop_keys.bind(keys, self._stop_pressed.emit)
            return services.steps

        self._page.tasks.run(self, begin, self._begun, lambda _: self._end(could=False))

    def stop(self) -> None:
        """Nothing more is recorded."""
        if self.bar is None:
            return
        if self._recorder is not None:
            self._recorder.end()
        self._end(could=True)

    def _begun(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self.destroyed.connect(recorder.end)  # without the bar nothing is recorded, whatever took it away
        if self.bar is None:  # stopped meanwhile
            recorder.end()
        else:
            self._look()

    def _look(self) -> None:
        recorder, bar = self._recorder, self.bar
        if recorder is None or bar is None:
            return
        bar.show_count(len(recorder.clicks()))
        self._has_begun = self._has_begun or recorder.is_recording
        if recorder.is_over:
            self._end(could=self._has_begun)

    def _end(self, *, could: bool) -> None:
        bar, self.bar, self._recorder = self.bar, None, None
        if bar is None:
            return
        bar.hide()
        bar.deleteLater()
        services = self._page.services

        def close() -> None:
            services.steps.end()
            services.computer.stop_keys.close()

        self._page.tasks.run(self, close, nothing, nothing)
        window = self._page.window()
        window.show()
        window.raise_()
        window.activateWindow()
        self.ended.emit(could)
