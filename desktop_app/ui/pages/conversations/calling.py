"""To be rung instead of waiting: asked for beside the place in the line, and changed there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.call_back import read
from desktop_app.domain.errors import SupportError
from desktop_app.ui import theme
from desktop_app.ui.pages import Page, Services
from desktop_app.ui.widgets.basics import button, separator, text
from desktop_app.ui.widgets.call_wish import CallWish, promise
from desktop_app.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from desktop_app.protocol.desk import Organisation
    from desktop_app.protocol.tickets import Ticket


class CallForm(QWidget):
    """The two questions. `asked`: the wish as it travels; nothing can be changed until it is kept, or given back."""

    asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.call = CallWish(self)
        self.send = button(self.tr("Call me back"), "primary", act=self._ask)
        self.leave = button(self.tr("Cancel"), act=self.left.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.call)
        acts = Flow(gap=8)
        for act in (self.send, self.leave):
            acts.addWidget(act)
        column.addLayout(acts)
        self.call.telephone.returnPressed.connect(self._ask)
        self.call.changed.connect(lambda: self.call.show_fault(""))

    def give_back(self) -> None:
        """The wish could not be kept: it stands there, to be sent again."""
        self._set_busy(is_busy=False)
        self.call.telephone.setFocus()

    def _ask(self) -> None:
        if not self.send.isEnabled():
            return
        fault = self.call.fault()
        self.call.show_fault(fault)
        if fault:
            self.call.telephone.setFocus()
            return
        self._set_busy(is_busy=True)
        self.asked.emit(self.call.wish())

    def _set_busy(self, *, is_busy: bool) -> None:
        self.call.telephone.setReadOnly(is_busy)
        for act in (self.send, self.leave):
            act.setEnabled(not is_busy)


class CallMeBack(QWidget):
    """An offer, then the two questions, then what was promised. `form`: there while one is asked."""

    opened = Signal()
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = ""
        self.form: CallForm | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addSpacing(theme.px(4))
        column.addWidget(separator(self))
        self.promised = text("", "strong")
        self.offer = button("", icon="phone", act=self._open)
        offers = Flow(gap=8)
        offers.addWidget(self.offer)
        column.addWidget(self.promised)
        column.addLayout(offers)
        self.show_wish("")

    def show_wish(self, wish: str) -> None:
        """What is wished by now; what is being typed stays."""
        self._wish = wish
        self.promised.set_words(promise(wish) if wish else self.tr("Prefer not to wait?"))
        self.offer.set_words(self.tr("Change the call") if wish else self.tr("Call me back"))

    def propose(self, openings: Sequence[tuple[datetime, datetime]], telephone: str) -> None:
        """When the help desk can call, and the number known already, unless something is written."""
        if self.form is None:
            return
        call, known = self.form.call, read(self._wish)
        call.show_openings(openings)
        if not call.telephone.text():
            slot = self._wish.partition(";")[0] if known.starts else ""
            call.fill(known.phone or telephone, slot)

    def close_form(self) -> None:
        """Nothing is asked any more; what was typed goes."""
        form, self.form = self.form, None
        if form is None:
            return
        had_focus = form.isAncestorOf(self.focusWidget())
        form.hide()
        form.deleteLater()
        self.offer.show()
        if had_focus:
            self.offer.setFocus()

    def _open(self) -> None:
        self.form = CallForm(self)
        self.form.asked.connect(self.asked)
        self.form.left.connect(self.close_form)
        self._column.addWidget(self.form)
        self.offer.hide()
        self.form.call.telephone.setFocus()
        self.opened.emit()


class Calls(QObject):
    """Asks for a call in the request that is looked at; also without a network."""

    changed = Signal()

    def __init__(self, page: Page, card: CallMeBack) -> None:
        super().__init__(page)
        self._page, self._card, self._ticket_id = page, card, ""
        card.opened.connect(self._look)
        card.asked.connect(self._ask)

    def follow(self, ticket: Ticket) -> None:
        """That request is looked at."""
        if ticket.id != self._ticket_id:
            self._ticket_id = ticket.id
            self._card.close_form()
        self._card.show_wish("" if ticket.called else ticket.call_back)

    def _look(self) -> None:
        services = self._page.services
        self._page.run(lambda: (services.desk.status().organisation, _remembered(services)), self._propose)

    def _propose(self, found: tuple[Organisation | None, str]) -> None:
        organisation, telephone = found
        openings = organisation.openings if organisation else ()
        self._card.propose([(opening.start, opening.end) for opening in openings], telephone)

    def _ask(self, wish: str) -> None:
        tickets, ticket_id = self._page.services.tickets, self._ticket_id
        self._page.tasks.write(
            self,
            lambda: tickets.ask_call(ticket_id, wish),
            lambda _: self._close(ticket_id),
            lambda error: self._give_back(ticket_id, error),
        )

    def _close(self, ticket_id: str) -> None:
        if ticket_id == self._ticket_id:
            self._card.close_form()
        self.changed.emit()

    def _give_back(self, ticket_id: str, error: SupportError) -> None:
        if ticket_id == self._ticket_id and self._card.form is not None:
            self._card.form.give_back()
        self._page.report(error)


def _remembered(services: Services) -> str:
    """The number given last, in whichever request."""
    wishes = (read(ticket.call_back).phone for ticket in services.tickets.overview())
    return next((phone for phone in wishes if phone), "")
