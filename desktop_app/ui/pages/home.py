"""Home: what is known to be down, the question, the search, eight tiles, this computer, the last request."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import SupportError
from desktop_app.ui import health, texts, theme
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.pages.home_cards import ComputerCard, RequestCard
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.widgets.buttons import Tile
from desktop_app.ui.widgets.field import SearchField
from desktop_app.ui.widgets.flow import Grid
from desktop_app.ui.widgets.labels import Text
from desktop_app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from desktop_app.domain.fix import Run
    from desktop_app.protocol.desk import Incident


class HomePage(Page):
    """The keyboard starts in the search field."""

    topics = frozenset({"tickets", "incidents", "outbox", "desk"})

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.content.setSpacing(0)
        self.greeting = Text(self.tr("Hello"), "body", "text_2", self)
        self._gap = QWidget(self)
        self._gap.hide()
        self._gap.setFixedHeight(theme.px(24))
        self.content.addWidget(self._gap)
        self.title = Text(self.tr("What’s going wrong?"), "display", parent=self)
        self.search = SearchField(
            self.tr("What’s going wrong?"),
            self.tr("Say it in your own words, e.g. “the printer won’t print”"),
            parent=self,
        )
        self.search.typed.connect(self._search)
        self.search.entered.connect(lambda: self.navigate("search"))
        self.tiles = self._make_tiles()
        self.computer = ComputerCard(navigate, self)
        self.request = RequestCard(navigate, self)
        self.request.hide()
        cards = Grid(2, 280, self, gap=16, is_reversed_when_narrow=True)
        cards.add(self.computer)
        cards.add(self.request)
        for widget, gap in ((self.greeting, 0), (self.title, 12), (self.search, 16), (self.tiles, 24), (cards, 0)):
            self.content.addWidget(widget)
            self.content.addSpacing(theme.px(gap))
        self._know_the_name()

    def _make_tiles(self) -> Grid:
        tiles = Grid(4, 120, self)
        for words, icon, said in (
            (self.tr("Printing"), "printer", self.tr("the printer won’t print")),
            (self.tr("Internet, Wi-Fi"), "wifi-high", self.tr("no internet")),
            (self.tr("Email"), "envelope-simple", self.tr("email")),
            (self.tr("Password"), "key", self.tr("password")),
            (self.tr("Sound and video"), "video-camera", self.tr("no sound")),
            (self.tr("Slow computer"), "gauge", self.tr("slow computer")),
            (self.tr("An app"), "app-window", self.tr("app frozen")),
            (self.tr("Something else"), "dots-three-circle", ""),
        ):
            tile = Tile(words, icon, tiles)
            page = ("search", {"text": said}) if said else ("compose", {})
            tile.clicked.connect(lambda _checked=False, page=page: self.navigate(page[0], **page[1]))
            tiles.add(tile)
        return tiles

    def first_focus(self) -> QWidget:
        """The search field."""
        return self.search

    def go_back(self) -> bool:
        """Nowhere to go from home."""
        return False

    def show_page(self, **arguments: Any) -> None:
        """Look at everything again, each thing for itself."""
        super().show_page(**arguments)
        self.search.edit.clear()
        for topic in ("incidents", "tickets"):
            self.refresh(topic)
        services = self.services
        known = health.last(services)
        if known is not None:
            self.computer.show_health(known)
        self.tasks.run(self, lambda: health.look(services), self.computer.show_health, self.computer.show_trouble)

    def refresh(self, topic: str) -> None:
        """What stands at the top, or requests."""
        services = self.services
        if topic in {"incidents", "desk"}:
            self.run(lambda: _first_things(services), self._show_first)
        else:
            self.run(lambda: services.tickets.overview(), self.request.show_tickets)

    def _know_the_name(self) -> None:
        computer = self.services
        self.tasks.run(self, lambda: computer.computer.person().name, self._greet, nothing)

    def _greet(self, name: str) -> None:
        first = name.split()[0] if " " in name else ""  # a login is no name to call somebody by
        if first:
            self.greeting.set_words(self.tr("Hello {name}").format(name=first))

    def _search(self, words: str) -> None:
        if words:
            self.navigate("search", text=self.search.edit.text())

    def _show_first(self, found: "FirstThings") -> None:
        """One notice: what is wrong here and now, then what is known to be down, then what was left in the middle."""
        notice: Notice | None = None
        if found.troubles:
            notice = self._trouble(found.troubles[0])
        elif found.incidents:
            notice = self._incident(found.incidents[0])
        elif found.runs:
            notice = self._resume(found.runs[0])
        self.show_notice(notice)
        self._gap.setVisible(notice is not None)

    def _trouble(self, trouble: SupportError) -> Notice:
        sentence = texts.explain(trouble)
        links = [(self.tr("I have read this"), lambda: self._read(trouble))]
        return Notice("warning", texts.first_sentence(sentence), texts.rest_of(sentence), links, parent=self)

    def _read(self, trouble: SupportError) -> None:
        services = self.services
        self.run(lambda: services.troubles.mark_read(trouble), lambda _: self.refresh("incidents"))
        self.search.setFocus()

    def _incident(self, incident: "Incident") -> Notice:
        links: list[tuple[str, Callable[[], object]]] = []
        if incident.link is not None and incident.link.url.startswith(("https://", "http://")):
            url = incident.link.url
            links.append((texts.of(incident.link.label), lambda: QDesktopServices.openUrl(QUrl(url))))
        if not incident.subscribed:
            links.append((self.tr("Tell me when it is fixed"), lambda: self._subscribe(incident.id)))
        began = incident.since
        moment = texts.clock(began) if texts.days_ago(began) == 0 else texts.moment(began)
        since = self.tr("Since {moment}.").format(moment=moment)
        told = " " + self.tr("We will tell you when it is fixed.") if incident.subscribed else ""
        return Notice(
            "warning", texts.of(incident.title), f"{since} {texts.of(incident.text)}{told}", links, parent=self
        )

    def _subscribe(self, incident_id: str) -> None:
        services = self.services
        self.run(lambda: services.desk.subscribe(incident_id), lambda _: self.refresh("incidents"))

    def _resume(self, run: "Run") -> Notice:
        title = self.tr("A guided fix was left in the middle.")
        link = (self.tr("Go on with it"), lambda: self.navigate("fix", run_id=run.id))
        return Notice(
            "info", title, self.tr("Nothing more was changed. You can finish it or take it back."), [link], parent=self
        )


class FirstThings(NamedTuple):
    """What may stand at the top, in this order."""

    troubles: list[SupportError]
    incidents: "list[Incident]"
    runs: "list[Run]"


def _first_things(services: Services) -> FirstThings:
    return FirstThings(services.troubles.unread(), services.desk.incidents(), services.fixes.open_runs())
