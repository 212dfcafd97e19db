"""Signing in by the organisation's account: the browser is opened from here, and here is said how it went."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import BrowserMissing, SupportError
from desktop_app.domain.identity import Asks
from desktop_app.ui import theme
from desktop_app.ui.pages import Page, Services
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import ListCard, Row
from desktop_app.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from desktop_app.domain.identity import Verified
    from desktop_app.services.identity import SignIn


class SignInRow(Row):
    """A row of `page`; network and key store are a worker's matter. `changed`: somebody else sits here now.

    `is_asking`: it stands there unasked, and may be put off; `put_off` says that it was.
    """

    changed = Signal()
    put_off = Signal()

    def __init__(self, page: Page, *, is_asking: bool = False) -> None:
        links = QWidget(page)
        super().__init__("", "…", icon="shield-check", end=links, parent=page)
        self._page, self._is_asking = page, is_asking
        self.go = button(self.tr("Sign in"), act=self._begin)
        self.stop = button(self.tr("Cancel"), act=self._cancel)
        self.leave = button(self.tr("Sign out"), "link", act=self._sign_out)
        self.later = button(self.tr("Not now"), "link", act=self._put_off)
        self.later.setAccessibleDescription(self.tr("Sign in with your organisation"))
        line = Flow(links, gap=20, line_gap=2, at_end=True)
        for act in (self.go, self.later, self.stop, self.leave):
            line.addWidget(act)
            act.hide()

    def look(self) -> None:
        """How it stands."""
        services = self._page.services
        self._page.run(lambda: services.identity.state(), self.show_state)

    def show_state(self, state: "SignIn") -> None:
        """In words, and what can be done."""
        self.title.set_words(self._title(state))
        self.below.set_words(self._told(state))
        self._offer(go=not state.is_in, leave=state.verified is not None)

    def _title(self, state: "SignIn") -> str:
        if state.is_in:
            return self.tr("You are signed in")
        return self.tr("Sign in again") if state.verified else self.tr("Sign in with your organisation")

    def _told(self, state: "SignIn") -> str:
        if state.verified is not None:
            return self._told_of(state.verified, state)
        if state.asks is Asks.REQUIRED:
            return self.tr(
                "What you write is kept here, and leaves once you have signed in and said that it is yours. "
                "Your browser opens."
            )
        return self.tr("IT support then knows for certain that it is you. Your browser opens.")

    def _told_of(self, who: "Verified", state: "SignIn") -> str:
        if not state.is_in:
            return self.tr("{name}: what {by} confirmed has ended.").format(name=who.name, by=who.by)
        said = self.tr("{name}, verified by {by}.").format(name=who.name, by=who.by)
        unkept = self.tr("It cannot be kept in this computer’s keyring: you will be asked again.")
        return said if state.is_kept else f"{said} {unkept}"

    def _offer(self, *, go: bool = False, stop: bool = False, leave: bool = False) -> None:
        self.go.set_ready()
        self.later.setVisible(go and self._is_asking)
        for act, is_offered in ((self.go, go), (self.stop, stop), (self.leave, leave)):
            act.setVisible(is_offered)

    def _begin(self) -> None:
        services = self._page.services
        self.go.set_busy(self.tr("Opening your browser…"))
        self._page.tasks.run(self, lambda: services.identity.begin(), self._open, self._failed)

    def _open(self, address: str) -> None:
        if not QDesktopServices.openUrl(QUrl(address)):
            self._cancel()
            self._failed(BrowserMissing())
            return
        services = self._page.services
        self.below.set_words(self.tr("Go on in your browser, then come back here."))
        self._page.announce(self.below.words)
        self._offer(stop=True)
        self.stop.setFocus()
        self._page.tasks.run(self, lambda: _finished(services), self._done, self._failed)

    def _cancel(self) -> None:
        services = self._page.services
        self._page.run(lambda: services.identity.cancel())

    def _put_off(self) -> None:
        services = self._page.services
        self._page.run(lambda: services.identity.put_off(), self._left_for_later)

    def _left_for_later(self, _: "SignIn") -> None:
        self._page.announce(self.tr("You can sign in at any time, in the settings."))
        self.put_off.emit()

    def _sign_out(self) -> None:
        services = self._page.services
        self.leave.setEnabled(False)
        self._page.tasks.run(self, lambda: _left(services), self._done, self._failed)

    def _done(self, state: "SignIn") -> None:
        self.leave.setEnabled(True)
        self.show_state(state)
        self._page.announce(f"{self.title.words}. {self.below.words}")
        self.changed.emit()

    def _failed(self, error: SupportError) -> None:
        self.leave.setEnabled(True)
        self._page.report(error)
        self.look()


class SignInCard(QWidget):
    """The row on the home page, while somebody may sign in who has not."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.row = SignInRow(page, is_asking=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        card = ListCard(self)
        card.add(self.row)
        column.addWidget(card)
        self.row.changed.connect(self.look)
        self.row.put_off.connect(self._leave)
        self.hide()

    def look(self) -> None:
        """Where the policy is silent nothing is asked."""
        services = self._page.services
        if services.settings.value("identity.sign_in") != Asks.OFF:
            self._page.run(lambda: services.identity.state(), self._show)

    def _show(self, state: "SignIn") -> None:
        self.row.show_state(state)
        self.setVisible(not state.is_in and not state.is_put_off)

    def _leave(self) -> None:
        self.hide()
        if (where := self._page.first_focus()) is not None:
            where.setFocus()


def _finished(services: Services) -> "SignIn":
    state = services.identity.finish()
    services.live.retry()
    return state


def _left(services: Services) -> "SignIn":
    state = services.identity.sign_out()
    services.live.retry()
    return state
