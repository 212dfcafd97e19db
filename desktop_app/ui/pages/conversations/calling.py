"""To be rung instead of waiting: asked for beside the place in the line, and changed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.call_back import read
from desktop_app.ui import theme
from desktop_app.ui.pages import Page, Services
from desktop_app.ui.widgets.basics import button, separator, text
from desktop_app.ui.widgets.call_wish import CallWish, promise
from desktop_app.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from desktop_app.protocol.desk import Organisation
    from desktop_app.protocol.tickets import Ticket


class CallMeBack(QWidget):
    """An offer, then the two questions, then what was promised. `asked`: the wish as it travels."""

    opened = Signal()
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addSpacing(theme.px(4))
        column.addWidget(separator(self))
        self.promised = text("", "strong")
        self.offer = button("", icon="phone", act=self._open)
        self.call = CallWish(self)
        self.send = button(self.tr("Call me back"), "primary", act=self._ask)
        self.leave = button(self.tr("Cancel"), act=self._close)
        self._form = self._form_of(self.call)
        offers = Flow(gap=8)
        offers.addWidget(self.offer)
        column.addWidget(self.promised)
        column.addLayout(offers)
        column.addWidget(self._form)
        self.call.telephone.returnPressed.connect(self._ask)
        self.call.changed.connect(lambda: self.call.show_fault(""))
        self.show_wish("")

    def _form_of(self, call: CallWish) -> QWidget:
        form = QWidget(self)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(call)
        acts = Flow(gap=8)
        for act in (self.send, self.leave):
            acts.addWidget(act)
        column.addLayout(acts)
        return form

    def show_wish(self, wish: str) -> None:
        """What is wished by now; what is being typed stays."""
        self._wish = wish
        self.promised.set_words(promise(wish) if wish else self.tr("Prefer not to wait?"))
        self.offer.set_words(self.tr("Change the call") if wish else self.tr("Call me back"))
        self._show(is_form=self._form.isVisibleTo(self) and self._form.isEnabled())

    def start_anew(self) -> None:
        """Another request: nothing typed for the one before goes with it."""
        self.call.fill("", "")
        self._show(is_form=False)

    def propose(self, telephone: str) -> None:
        """The number known already, unless something is written."""
        known = read(self._wish)
        if not self.call.telephone.text():
            slot = self._wish.partition(";")[0] if known.starts else ""
            self.call.fill(known.phone or telephone, slot)

    def _open(self) -> None:
        self._show(is_form=True)
        self.opened.emit()
        self.call.telephone.setFocus()

    def _close(self) -> None:
        self.start_anew()
        self.offer.setFocus()

    def _ask(self) -> None:
        fault = self.call.fault()
        self.call.show_fault(fault)
        if fault:
            self.call.telephone.setFocus()
            return
        wish = self.call.wish()
        self._close()
        self.asked.emit(wish)

    def _show(self, *, is_form: bool) -> None:
        self._form.setVisible(is_form)
        self.offer.setVisible(not is_form)


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
            self._card.start_anew()
        self._card.show_wish("" if ticket.called else ticket.call_back)

    def _look(self) -> None:
        services = self._page.services
        self._page.run(lambda: (services.desk.status().organisation, _remembered(services)), self._propose)

    def _propose(self, found: tuple[Organisation | None, str]) -> None:
        organisation, telephone = found
        openings = organisation.openings if organisation else ()
        self._card.call.show_openings([(opening.start, opening.end) for opening in openings])
        self._card.propose(telephone)

    def _ask(self, wish: str) -> None:
        services, ticket_id = self._page.services, self._ticket_id
        self._page.run(lambda: services.tickets.ask_call(ticket_id, wish), lambda _: self.changed.emit())


def _remembered(services: Services) -> str:
    """The number given last, in whichever request."""
    wishes = (read(ticket.call_back).phone for ticket in services.tickets.overview())
    return next((phone for phone in wishes if phone), "")
