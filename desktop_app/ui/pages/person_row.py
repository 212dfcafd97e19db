"""Who IT support sees with the requests of this account, and how that is put right."""

from typing import TYPE_CHECKING

from desktop_app.domain.identity import Asks
from desktop_app.ui.asking_dialog import AskingDialog
from desktop_app.ui.pages import Page
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import Row

if TYPE_CHECKING:
    from desktop_app.services.enrolment import Who


class PersonDialog(AskingDialog):
    """An account may have no address."""

    optional = frozenset({1})


class PersonRow(Row):
    """A row of the settings of `page`; the account is asked on a worker."""

    def __init__(self, page: Page) -> None:
        self.change = button("", "link", act=self._ask)
        super().__init__("", end=self.change, parent=page)
        self._page, self._name, self._email = page, "", ""
        self.title.set_words(self.tr("You"))
        self.change.set_words(self.tr("Change"))
        self.change.setAccessibleDescription(self.tr("Name and e-mail address"))
        self.look()

    def look(self) -> None:
        """Who it is."""
        services = self._page.services
        self._page.run(lambda: services.enrolment.who(), self._show)

    def _show(self, who: "Who") -> None:
        self._name, self._email = who.name, who.email
        said = self.tr("{name}, {email}") if who.email else "{name}"
        self.below.set_words(said.format(name=who.name, email=who.email))
        self.below.show()
        self.change.setVisible(not who.by and not self._is_proven_only())

    def _is_proven_only(self) -> bool:
        return bool(self._page.services.settings.value("identity.sign_in") == Asks.REQUIRED)

    def _ask(self) -> None:
        why = self.tr("This is what IT support sees with your requests, and nobody else.")
        fields = [(self.tr("First name and name"), self._name), (self.tr("E-mail address"), self._email)]
        dialog = PersonDialog(why, fields, self._confirm, self._page)
        dialog.setWindowTitle(self.tr("You"))
        dialog.open()

    def _confirm(self, name: str, email: str) -> None:
        enrolment = self._page.services.enrolment
        self._page.run(lambda: enrolment.confirm(name, email), self._show)
