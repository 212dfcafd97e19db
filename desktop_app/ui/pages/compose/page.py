"""The page of a new request. The text is kept one second after the last key, and again when the page is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import SupportError
from desktop_app.services.desk import DeskStatus
from desktop_app.ui import texts
from desktop_app.ui.pages import Navigate, Services
from desktop_app.ui.pages.compose import sending
from desktop_app.ui.pages.compose.face import ComposeFace
from desktop_app.ui.pages.compose.form import Form
from desktop_app.ui.tasks import Tasks

if TYPE_CHECKING:
    from desktop_app.protocol.tickets import Ticket

_KEEP_AFTER_MS = 1000


class ComposePage(ComposeFace):
    """Questions, what goes with them, and a receipt once the request is accepted."""

    topics = frozenset({"desk", "tickets"})

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self._is_loaded = False
        self._ticket_id = ""
        self._asked: dict[str, Any] = {}
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_AFTER_MS)
        self._keep.timeout.connect(self.keep_now)
        self._connect()
        self._draw_footer()

    def _connect(self) -> None:
        questions = self.form.questions
        questions.changed.connect(self._changed)
        questions.story.picture_given.connect(self.enclosures.add_picture)
        questions.story.files_given.connect(self.enclosures.add_files)
        self.form.attached.changed.connect(self._changed)
        self.form.attached.review_asked.connect(self._review)
        self.enclosures.changed.connect(self._changed)
        self.receipt.opened.connect(lambda: self.navigate("conversation", ticket_id=self._ticket_id))
        self.receipt.left.connect(lambda: self.navigate("home"))

    def show_page(self, **asked: Any) -> None:
        """Bring up what was typed so far.

        `text` and `run_id`: what led here, kept with the request; `wants_call`: ask to be called; `review`: the
        computer report as it was looked through, `sends_report`: whether it goes; `reviews`: look through it first;
        `sends`: hand over at once, everything was on the screen before; `captures`: take a picture of the screen first;
        `picture`: a screenshot that was looked through.
        """
        self._asked = asked
        self._show_form(is_form=True)
        services, is_loaded = self.services, self._is_loaded
        self.run(
            lambda: (services.desk.status(), None if is_loaded else sending.restored(services.drafts)), self._looked
        )

    def _looked(self, found: tuple[DeskStatus, sending.Restored | None]) -> None:
        status, draft = found
        self._show_desk(status)
        if draft is not None and not self._is_loaded:
            self.form.questions.fill(draft.form)
            self.enclosures.restore(draft)
            self._is_loaded = True
        self._follow(self._asked)

    def _follow(self, asked: dict[str, Any]) -> None:
        questions = self.form.questions
        questions.suggest(str(asked.get("text") or ""))
        if asked.get("wants_call"):
            questions.answer.choose("call")
        if run_id := str(asked.get("run_id") or ""):
            self.enclosures.add_attempt(run_id)
        self._bring(asked)
        self.enclosures.take_report()
        self._changed()
        if asked.get("reviews"):
            self._review()
        elif asked.get("sends"):
            self.send()
        elif asked.get("captures"):
            self.form.attached.shot_asked.emit()

    def _bring(self, asked: dict[str, Any]) -> None:
        """What was looked through on another page: the computer report, a screenshot, recorded steps."""
        if asked.get("review") is not None:
            self.enclosures.use(asked["review"])
        if "sends_report" in asked:
            self.form.attached.report.setChecked(bool(asked["sends_report"]))
        if asked.get("picture") is not None:
            self.enclosures.use_shot(asked["picture"])
        if asked.get("steps") is not None:
            self.enclosures.add_steps(asked["steps"])

    def refresh(self, topic: str) -> None:
        """The desk came back or went, or the number of the request arrived."""
        services, wanted = self.services, self._ticket_id
        if topic == "desk":
            self.run(lambda: services.desk.status(), self._show_desk)
        elif wanted and self._is_receipt:
            self.run(lambda: services.tickets.conversation(wanted).ticket, self._show_receipt)

    def _changed(self) -> None:
        self.form.questions.first.setVisible(self.value().is_treated_first)
        self.form.questions.show_faults(())
        self.form.summary.hide()
        self._keep.start()

    def keep_now(self) -> None:
        """Write the draft. Nothing is written before the old draft was read, or an empty page would replace it."""
        self._keep.stop()
        if not self._is_loaded:
            return
        services, form = self.services, self.value()

        def keep() -> None:
            if form.is_blank:
                services.drafts.discard(sending.DRAFT)
            else:
                services.drafts.save(sending.DRAFT, form.as_draft())

        self.write(keep, lambda _: self._note(self.tr("Draft saved at {time}").format(time=texts.clock(texts.now()))))

    def send(self) -> None:
        """Hand the request over, unless something is missing."""
        form = self.value()
        faults = self.form.questions.show_faults(form.faults())
        self.form.summary.show_faults(faults)
        if faults:
            self.announce(" ".join(sentence for sentence, _ in faults), is_urgent=True)
            if len(faults) == 1:
                faults[0][1].setFocus()
            return
        self._keep.stop()
        self.decision.set_busy(self.tr("Sending…"))
        self.form.setEnabled(False)
        services, language, report = self.services, texts.language(), self.enclosures.report_work()

        def hand_over() -> Ticket:
            ticket_id = sending.send(services, form, report(), language)
            return services.tickets.conversation(ticket_id).ticket

        self.write(hand_over, self._sent)

    def _sent(self, ticket: Ticket) -> None:
        self.form.setEnabled(True)
        self._ticket_id = ticket.id
        self.receipt.promise_call(self.form.questions.call_words())
        self._start_anew()
        self._show_form(is_form=False)
        self._show_receipt(ticket)
        self.receipt.open.setFocus()

    def _show_receipt(self, ticket: Ticket) -> None:
        self.announce(self.receipt.show_ticket(ticket, is_online=self._is_online))

    def _start_anew(self) -> None:
        self.form.questions.fill(Form())
        self.enclosures.start_anew()
        self.show_notice(None)
        self._keep.stop()

    def report(self, error: SupportError) -> None:
        """Something foreseen: the text stays on the screen, the sentence says what to do."""
        self.form.setEnabled(True)
        super().report(error)
        self._draw_footer()

    def clear(self) -> None:
        """Forget what was typed, here and on disk."""
        services, form = self.services, self.value()
        self._start_anew()
        self.write(lambda: sending.forget(services.drafts, form))

    def _review(self) -> None:
        self.keep_now()
        self.navigate(
            "snapshot", review=self.enclosures.review, purpose="request", about=self.form.questions.story.toPlainText()
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page keeps the text at once."""
        if self._keep.isActive():
            self.keep_now()
        super().hideEvent(event)
