"""Home: what is known to be down, the question, the search, eight tiles, this computer, the last request."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.ticket import ENDED
from desktop_app.ui import health, texts, theme
from desktop_app.ui.health import Health
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.widgets.avatar import Avatar
from desktop_app.ui.widgets.buttons import Tile, button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.field import SearchField
from desktop_app.ui.widgets.flow import EndRow, Flow, Grid
from desktop_app.ui.widgets.labels import Picture, Text, separator
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from desktop_app.domain.fix import Run
    from desktop_app.protocol.desk import Incident
    from desktop_app.protocol.tickets import Ticket

_MOST = 2


class HomePage(Page):
    """The keyboard starts in the search field."""

    topics = frozenset({"tickets", "incidents", "outbox"})

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
        self.computer = _ComputerCard(navigate, self)
        self.request = _RequestCard(navigate, self)
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
        """Incidents, or requests."""
        services = self.services
        if topic == "incidents":
            self.run(lambda: (services.desk.incidents(), services.fixes.open_runs()), self._show_first)
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

    def _show_first(self, found: "tuple[list[Incident], list[Run]]") -> None:
        incidents, runs = found
        notice = self._incident(incidents[0]) if incidents else self._resume(runs[0]) if runs else None
        self.show_notice(notice)
        self._gap.setVisible(notice is not None)

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


class _ComputerCard(Card):
    """At most two things to settle, one line for all that is well."""

    def __init__(self, navigate: Navigate, parent: QWidget) -> None:
        super().__init__(parent)
        self._navigate = navigate
        self.column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(8))
        self.column.setSpacing(0)
        see_all = button(self.tr("See all"), "link", act=lambda: navigate("my_computer"))
        see_all.setAccessibleDescription(self.tr("Your computer"))
        self.column.addWidget(EndRow(Text(self.tr("Your computer"), "head", parent=self), see_all, self))
        self.column.addSpacing(theme.px(4))
        self._lines: list[QWidget] = []
        self._put([("hourglass", "text_3", self.tr("We are having a look…"), None)])

    def show_trouble(self, error: object) -> None:
        """It could not be looked at; the full page says why."""
        nothing(error)
        self._put([("info", "text_2", self.tr("We could not look at it just now."), None)])

    def show_health(self, found: Health) -> None:
        """What deserves attention, and the rest in one line."""
        wrong = found.to_settle
        lines = [(health.icon(f), health.token(f), health.title(f), _fixing(f, self._navigate)) for f in wrong[:_MOST]]
        if len(wrong) > _MOST:
            lines.append(("list-bullets", "text_2", self.tr("%n more thing(s)", "", len(wrong) - _MOST), None))
        elif wrong:
            lines.append(("check-circle", "success", self.tr("Everything else is fine"), None))
        else:
            lines.append(("check-circle", "success", self.tr("Your computer is fine"), None))
        self._put(lines)

    def _put(self, lines: list[tuple[str, str, str, QWidget | None]]) -> None:
        for widget in self._lines:
            widget.hide()
            widget.deleteLater()
        self._lines = []
        for icon, token, words, end in lines:
            if self._lines:
                self._keep(separator(self))
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, theme.px(8), 0, theme.px(8))
            row.setSpacing(theme.px(10))
            row.addWidget(Picture(icon, token, 18, line), 0, Qt.AlignmentFlag.AlignTop)
            label = Text(words, "line", parent=line)
            row.addWidget(EndRow(label, end, line, gap=8) if end is not None else label, 1)
            self._keep(line)

    def _keep(self, widget: QWidget) -> None:
        self._lines.append(widget)
        self.column.addWidget(widget)


def _fixing(finding: Any, navigate: Navigate) -> QWidget | None:
    if not finding.fix_id:
        return None
    link = button(health.action(finding), "link", act=lambda: navigate("fix", fix_id=finding.fix_id))
    link.setAccessibleDescription(health.sentence(finding))
    return link


class _RequestCard(Card):
    """The most recent open request, and who has the next move."""

    def __init__(self, navigate: Navigate, parent: QWidget) -> None:
        super().__init__(parent)
        self._navigate = navigate
        self._content: QWidget | None = None
        self.column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))

    def show_tickets(self, tickets: "list[Ticket]") -> None:
        """Draw it; hidden when nothing is open."""
        still_open = [ticket for ticket in tickets if ticket.status not in ENDED]
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
            self._content = None
        self.setVisible(bool(still_open))
        if still_open:
            self._content = self._draw(still_open[0], len(still_open) - 1)
            self.column.addWidget(self._content)

    def _draw(self, ticket: "Ticket", others: int) -> QWidget:
        content = Card(self, padding=0, kind="plain")
        column = content.column
        word, tone = texts.status(ticket.status, ticket.stage)
        if not ticket.number:
            word, tone = self.tr("Not sent yet"), ""
        column.addWidget(EndRow(Text(self.tr("Your request"), "head"), Pill(word, tone), content))
        column.addWidget(Text(ticket.subject, "strong"))
        column.addWidget(self._last_words(ticket))
        column.addStretch(1)
        column.addSpacing(theme.px(4))
        line = Flow(gap=16)
        line.addWidget(
            button(self.tr("Open the conversation"), act=lambda: self._navigate("conversation", ticket_id=ticket.id))
        )
        if others:
            line.addWidget(
                button(self.tr("%n other request(s)", "", others), "link", act=lambda: self._navigate("requests"))
            )
        elif ticket.number:
            number = Text(self.tr("no. {number}").format(number=ticket.number), "cap")
            number.setWordWrap(False)
            line.addWidget(number)
        column.addLayout(line)
        return content

    def _last_words(self, ticket: "Ticket") -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        author = ticket.last_author
        ago = texts.ago(ticket.updated_at)
        if author is not None and not author.mine and author.name:
            row.addWidget(Avatar(author.name, 28, parent=line))
            words = self.tr("{name} answered you {ago}").format(name=author.name.split()[0], ago=ago)
        elif ticket.assignee:
            row.addWidget(Avatar(ticket.assignee, 28, parent=line))
            words = self.tr("{name} is taking care of it").format(name=ticket.assignee.split()[0])
        elif ticket.number:
            words = self.tr("You wrote {ago}. Someone will answer you here.").format(ago=ago)
        else:
            words = self.tr("It will leave as soon as the help desk can be reached.")
        row.addWidget(Text(words, "sub", parent=line), 1)
        return line
