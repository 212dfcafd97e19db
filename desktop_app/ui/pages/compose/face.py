"""The face of the page: form or receipt, what the footer offers online and offline."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.services.desk import DeskStatus
from desktop_app.ui.pages import Navigate, Services
from desktop_app.ui.pages.compose.enclosures import Enclosures
from desktop_app.ui.pages.compose.form import Form
from desktop_app.ui.pages.compose.frame import ClearQuestion, RequestForm
from desktop_app.ui.pages.compose.receipt import Receipt
from desktop_app.ui.pages.reflow import ReflowPage
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.decision import Act, Plan
from desktop_app.ui.widgets.scroll import Growing


class ComposeFace(ReflowPage):
    """Shows; what is pressed becomes `send` or `clear` of the page."""

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.set_title(self.tr("New request"))
        self.set_back(self.tr("My requests"), "requests")
        self.form, self.receipt = RequestForm(self), Receipt(self)
        self.receipt.hide()
        for part in (self.form, self.receipt):
            self.content.addWidget(part)
        self._growing = Growing(self.scroller)
        self.enclosures = Enclosures(self, self.form.attached)
        self._is_online = self._is_receipt = False

    def send(self) -> None:
        """Hand the request over."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget what was typed."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """The text, or the receipt's button."""
        return self.receipt.open if self._is_receipt else self.form.questions.story

    def grow(self, is_on: bool) -> None:
        """The form takes its full height."""
        self._growing.set_on(is_on)

    def _show_form(self, *, is_form: bool) -> None:
        self._is_receipt = not is_form
        self.form.setVisible(is_form)
        self.receipt.setVisible(not is_form)
        self._draw_footer()

    def _show_desk(self, status: DeskStatus) -> None:
        openings = status.organisation.openings if status.organisation else ()
        self.form.questions.call.show_openings([(opening.start, opening.end) for opening in openings])
        if status.online != self._is_online or self.form.offline.isHidden() == (not status.online):
            self._is_online = status.online
            self.form.offline.setVisible(not status.online)
            self._draw_footer()

    def value(self) -> Form:
        """The request as it stands."""
        return self.enclosures.into(self.form.questions.answers())

    def _note(self, words: str) -> None:
        if self.decision.note is not None and not self.value().is_blank:
            self.decision.note.set_words(words)

    def _draw_footer(self) -> None:
        if self._is_receipt:
            self.decision.show_plan(Plan())
            return
        other = Act(self.tr("Clear"), lambda: ClearQuestion(self.clear, self).open())
        if not self._is_online:
            other = Act(self.tr("Copy the text"), self._copy, "copy")
        send = self.tr("Send the request") if self._is_online else self.tr("Send as soon as possible")
        note = self.tr("Your text is kept on this computer as you type.")
        self.decision.show_plan(Plan(note=note, refuse=other, primary=Act(send, self.send), focuses=False))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.value().text)
        self._note(self.tr("The text is copied."))
