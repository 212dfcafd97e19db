"""« Are these yours? »: what was written before somebody signed in, each with a yes and a no. No answer means no."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.services.actions import Kind
from desktop_app.ui import texts, theme
from desktop_app.ui.pages import Page, Services
from desktop_app.ui.widgets.buttons import Button, button
from desktop_app.ui.widgets.cards import ListCard, Row
from desktop_app.ui.widgets.flow import Flow, empty

if TYPE_CHECKING:
    from desktop_app.services.unclaimed import Unclaimed


class UnclaimedRow(Row):
    """One of them. `decide` is given what to do with it, and whether it is settled then."""

    def __init__(self, one: "Unclaimed", decide: Callable[[Callable[[Services], None], bool], None]) -> None:
        links = QWidget()
        super().__init__(one.label or self.tr("Without a subject"), "…", end=links)
        self.one = one
        self._decide = decide
        self.mine = self._link(self.tr("It is mine"), self._claim)
        self.not_mine = self._link(self.tr("Not mine"), self._leave)
        self.delete = self._link(self.tr("Delete…"), self._ask)
        self.sure = self._link(self.tr("Yes, delete"), self._delete)
        self.keep = self._link(self.tr("Keep it"), self._show_left)
        line = Flow(links, gap=20, line_gap=2, at_end=True)
        for link in (self.mine, self.not_mine, self.delete, self.sure, self.keep):
            line.addWidget(link)
        if one.is_left:
            self._show_left()
        else:
            self._say(self._written(), self.mine, self.not_mine)

    def _link(self, words: str, act: Callable[[], object]) -> Button:
        made = button(words, "link", act=act)
        made.setAccessibleDescription(self.title.words)
        return made

    def _written(self) -> str:
        pattern = {
            Kind.CREATE.value: self.tr("A request, written {moment}"),
            Kind.REPLY.value: self.tr("A message, written {moment}"),
        }.get(self.one.kind, self.tr("Said {moment}"))
        return pattern.format(moment=texts.moment(self.one.since))

    def _say(self, words: str, *offered: Button) -> None:
        self.below.set_words(words)
        for link in (self.mine, self.not_mine, self.delete, self.sure, self.keep):
            link.setVisible(link in offered)

    def _claim(self) -> None:
        self._decide(lambda services: services.unclaimed.claim(self.one.id), True)

    def _leave(self) -> None:
        self._show_left()
        self._decide(lambda services: services.unclaimed.leave(self.one.id), False)

    def _show_left(self) -> None:
        self._say(self.tr("Not yours: kept here, unsent, for whoever wrote it."), self.mine, self.delete)
        self.delete.setFocus()

    def _ask(self) -> None:
        self._say(self.tr("Delete it for good? Nobody can bring it back."), self.keep, self.sure)
        self.keep.setFocus()

    def _delete(self) -> None:
        self._decide(lambda services: services.unclaimed.delete(self.one.id), True)


class UnclaimedCard(QWidget):
    """Hidden while there is nothing to ask. `shows_left`: also what they said is not theirs."""

    def __init__(self, page: Page, *, shows_left: bool = False) -> None:
        super().__init__(page)
        self._page, self._shows_left = page, shows_left
        self.rows: list[UnclaimedRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.px(16))
        self.hide()

    def look(self) -> None:
        """Whether there is something to ask of whoever sits here."""
        services = self._page.services
        self._page.run(lambda: _asked(services), self._show)

    def _show(self, found: "list[Unclaimed]") -> None:
        wanted = found if self._shows_left else [one for one in found if not one.is_left]
        if [one.id for one in wanted] == [row.one.id for row in self.rows]:
            return
        empty(self._column)
        self.rows = [UnclaimedRow(one, self._decide) for one in wanted]
        if self.rows:
            self._column.addWidget(self._draw())
        self.setVisible(bool(self.rows))

    def _draw(self) -> ListCard:
        card = ListCard(self)
        why = self.tr("Written on this computer before you signed in. It leaves only once you say that it is yours.")
        self.head = Row(self.tr("Are these yours?"), why, icon="question", tone="warning", parent=card)
        self._page.announce(f"{self.head.title.words} {why}")
        for row in (self.head, *self.rows):
            card.add(row)
        return card

    def _decide(self, act: Callable[[Services], None], is_settled: bool) -> None:
        services = self._page.services
        if is_settled:
            self._page.run(lambda: _acted(services, act), self._settled)
        else:
            self._page.run(lambda: act(services))

    def _settled(self, left: "list[Unclaimed]") -> None:
        self._show(left)
        where = self.rows[0].not_mine if self.rows else self._page.first_focus()
        if where is not None:
            where.setFocus()


def _asked(services: Services) -> "list[Unclaimed]":
    """Nothing while nobody is signed in who has to be."""
    held = services.unclaimed.waiting()
    return held if held and not services.identity.state().is_missing else []


def _acted(services: Services, act: Callable[[Services], None]) -> "list[Unclaimed]":
    act(services)
    return _asked(services)
