"""What goes with a request: files, pictures, screenshot, steps tried, computer report. The column only shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.errors import SupportError
from desktop_app.ui import texts
from desktop_app.ui.pages import Page, Services
from desktop_app.ui.pages.annotate.capture import Capture
from desktop_app.ui.pages.compose import sending
from desktop_app.ui.pages.compose.enclosed import Attached
from desktop_app.ui.pages.compose.form import Form
from desktop_app.ui.pages.compose.sending import Enclosed

if TYPE_CHECKING:
    from desktop_app.domain.review import Review


class Enclosures(QObject):
    """Adds and removes; reading and writing happen on a worker."""

    changed = Signal()

    def __init__(self, page: Page, column: Attached) -> None:
        super().__init__(page)
        self._page, self._column = page, column
        self._files: tuple[Enclosed, ...] = ()
        self._shot: Enclosed | None = None
        self._attempts: tuple[str, ...] = ()
        self._is_taking = False
        self._refused: Callable[[SupportError], None] = lambda error: column.say(texts.explain(error))
        self.review: Review | None = None
        column.file_removed.connect(self._remove)
        column.files_asked.connect(self.ask_files)
        column.shot_asked.connect(lambda: Capture(page).take(self._shot_taken))
        column.shot_removed.connect(self._remove_shot)
        column.steps_asked.connect(lambda: page.navigate("steps"))
        column.window_asked.connect(lambda: _pick(page, self._shot_taken))

    def into(self, form: Form) -> Form:
        """`form` with what goes with it."""
        pictures = [file.picture for file in self._files if file.picture]
        if self._shot:
            pictures.append(self._shot.picture)
        return replace(
            form,
            files=tuple(file.path for file in self._files if file.path),
            pictures=tuple(pictures),
            attempts=self._attempts,
            sends_snapshot=self._column.report.isChecked(),
            sends_attempts=self._column.tried.isChecked(),
        )

    def restore(self, draft: sending.Restored) -> None:
        """Show what a draft had; files that are gone are named."""
        added = tuple(file for file in self._files if file not in draft.files)
        self._files, self._attempts = (*draft.files, *added), draft.form.attempts
        self._column.report.setChecked(draft.form.sends_snapshot)
        self._column.tried.setChecked(draft.form.sends_attempts)
        if self._shot is None:
            self._column.show_shot(None)
        names = ", ".join(draft.gone)
        self._column.say(self.tr("No longer there: {names}").format(names=names) if names else "")
        self._draw()

    def start_anew(self) -> None:
        """Nothing goes with the next request yet, and its report is taken afresh."""
        self.review = None
        self._files, self._shot = (), None
        self._column.counts.hide()
        self.restore(sending.Restored(Form(), (), ()))

    def add_attempt(self, run_id: str) -> None:
        """A guided fix that was tried."""
        if run_id not in self._attempts:
            self._attempts = (*self._attempts, run_id)
            self._draw()
            self.changed.emit()

    def ask_files(self) -> None:
        """Let the person choose files."""
        dialog = QFileDialog(self._page, self.tr("Choose files to attach"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.add_files)
        dialog.open()

    def add_files(self, paths: Sequence[str]) -> None:
        """Attach files of the disk; one that is too large or gone is named below the list."""
        for path in paths:
            if all(path != file.path for file in self._files):
                self._page.tasks.run(self, partial(sending.looked_at, path), self._add, self._refused)

    def add_picture(self, picture: QImage) -> None:
        """Attach a pasted picture."""
        self._keep(picture, self.tr("Pasted picture"), self._add)

    def add_steps(self, kept: tuple[str, int]) -> None:
        """Attach recorded steps that were looked through, once."""
        draft, size = kept
        if all(draft != file.picture for file in self._files):
            self._add(Enclosed(self.tr("Recorded steps"), size, picture=draft))

    def _shot_taken(self, picture: QImage | None) -> None:
        if picture is not None:
            self._page.navigate("annotate", picture=picture, goes_to="compose")
            return
        hint = self.tr("No picture was taken. Take it with your own keys and paste it into the text.")
        self._column.shot_hint.set_words(hint)

    def use_shot(self, picture: QImage) -> None:
        """A screenshot that was looked through; it replaces the one before."""

        def kept(shot: Enclosed) -> None:
            self._shot = shot
            self.changed.emit()

        self._remove_shot()
        self._column.show_shot(picture)
        self._keep(picture, self.tr("Screenshot"), kept)

    def _keep(self, picture: QImage, name: str, done: Callable[[Enclosed], None]) -> None:
        services, image = self._page.services, picture.copy()
        self._page.tasks.run(self, lambda: sending.keep_picture(services.drafts, image, name), done, self._refused)

    def _remove_shot(self) -> None:
        shot, self._shot = self._shot, None
        self._column.show_shot(None)
        if shot is not None:
            self._forget(shot)
            self.changed.emit()

    def _add(self, file: Enclosed) -> None:
        self._files = (*self._files, file)
        self._column.say("")
        self._draw()
        self.changed.emit()

    def _remove(self, file: Enclosed) -> None:
        self._files = tuple(kept for kept in self._files if kept != file)
        self._draw()
        self._column.add.setFocus()
        self._forget(file)
        self.changed.emit()

    def _forget(self, file: Enclosed) -> None:
        if file.picture:
            services, name = self._page.services, file.picture
            self._page.run(lambda: services.drafts.discard(name))

    def _draw(self) -> None:
        self._column.show_steps(len(self._attempts))
        self._column.show_files(list(self._files))

    def use(self, review: Review) -> None:
        """The computer report as it was looked through."""
        self.review = review
        counts = review.counts
        words = self.tr("%n item(s)", "", counts.items)
        masked = self.tr("%n masked", "", counts.masked)
        self._column.counts.set_words(f"{words}, {masked}" if counts.masked else words)
        self._column.counts.show()

    def take_report(self) -> None:
        """Look at the computer now, so that it can be seen before it is sent."""
        if self._is_taking or self.review is not None:
            return
        self._is_taking = True
        services = self._page.services

        def taken(review: Review) -> None:
            self._is_taking = False
            if self.review is None:
                self.use(review)

        def failed(_error: SupportError) -> None:
            self._is_taking = False

        self._page.tasks.run(self, lambda: _taken(services), taken, failed)

    def report_work(self) -> Callable[[], bytes | None]:
        """For a worker: the very bytes that were to be seen, taken now when they were not taken yet."""
        review, services = self.review, self._page.services
        is_wanted = self._column.report.isChecked()

        def payload() -> bytes | None:
            return (review or _taken(services)).payload() if is_wanted else None

        return payload


def _taken(services: Services) -> Review:
    return services.snapshots.review(services.snapshots.take()).worked_out()


def _pick(page: Page, taken: Callable[[QImage | None], object]) -> None:
    from desktop_app.ui.pages.steps.picking import Picking  # it needs this package

    Picking(page, taken).start()
