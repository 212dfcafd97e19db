"""Home: what is known to be down, the question, the search, eight tiles, this computer, the last request."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import SupportError
from desktop_app.domain.identity import Asks
from desktop_app.domain.words import Language
from desktop_app.services.outbox import refused
from desktop_app.ui import texts, theme
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.pages.home_cards import ComputerCard, RequestCard
from desktop_app.ui.pages.sign_in_row import SignInCard
from desktop_app.ui.pages.unclaimed_card import UnclaimedCard
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.widgets.buttons import Tile
from desktop_app.ui.widgets.field import SearchField
from desktop_app.ui.widgets.flow import Grid
from desktop_app.ui.widgets.labels import Text
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.nudge_card import NudgeCard, Told

if TYPE_CHECKING:
    from desktop_app.domain.fix import Run
    from desktop_app.protocol.desk import Incident
    from desktop_app.protocol.tickets import Ticket
    from desktop_app.services.enrolment import Who


class HomePage(Page):
    """The keyboard starts in the search field."""

    topics = frozenset({"tickets", "incidents", "outbox", "desk", "nudges"})

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.content.setSpacing(0)
        self.greeting = Text(self.tr("Hello"), "body", "text_2", self)
        self._first: tuple[tuple[object, ...], Notice | None] = ((), None)
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
        self.sign_in, self.unclaimed = SignInCard(self), UnclaimedCard(self)
        self.sign_in.row.changed.connect(self.unclaimed.look)
        self.nudge = NudgeCard(self)
        self.nudge.pressed.connect(self._answer_nudge)
        cards = Grid(2, 280, self, gap=16, is_reversed_when_narrow=True)
        cards.add(self.computer)
        cards.add(self.request)
        above = ((self.greeting, 0), (self.title, 12), (self.search, 16), (self.tiles, 24))
        for widget, gap in (*above, (self.sign_in, 0), (self.unclaimed, 0), (self.nudge, 0), (cards, 0)):
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
        for topic in ("incidents", "tickets", "nudges"):
            self.refresh(topic)
        services = self.services
        self.sign_in.look()
        self.unclaimed.look()
        self.computer.show_last(services)

    def refresh(self, topic: str) -> None:
        """What stands at the top, or requests."""
        services = self.services

        def without_first(error: SupportError) -> None:
            self.report(error)
            self.computer.look_if_due(services, self.tasks)

        if topic in {"incidents", "desk"}:
            self.tasks.run(self, lambda: _first_things(services), self._show_first, without_first)
        elif topic == "nudges":
            language = texts.language()
            self.run(lambda: _told(services, language), self.nudge.show_told)
        else:
            self.run(lambda: _requests(services), lambda seen: self.request.show_tickets(*seen))

    def _answer_nudge(self, answer: str) -> None:
        services, told = self.services, self.nudge.told
        if told is None:
            return
        if answer == "fix":
            self.navigate("fix", fix_id=told.fix_id)
            return
        verb = services.nudges.later if answer == "later" else services.nudges.never
        self.run(verb, lambda _: self._nudge_left(answer))

    def _nudge_left(self, answer: str) -> None:
        self.nudge.show_told(None)
        self.search.setFocus()
        never = self.tr("You will not hear of this again. You can change that in the settings.")
        self.announce(self.tr("Not now. Nothing was changed.") if answer == "later" else never)

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
        """What stands at the top is drawn again only when it differs, or when an error has taken its place.

        Somebody may be pressing a link of it, or have the keyboard there.
        """
        told = (texts.now().date(), *found.told())
        if (told, self._notice) != self._first:
            self._draw_first(found)
            self._first = (told, self._notice)
        self.computer.look_if_due(self.services, self.tasks)

    def _draw_first(self, found: "FirstThings") -> None:
        """One notice: what is wrong here and now, then what is known to be down, then what was left in the middle."""
        notice: Notice | None = None
        if found.troubles:
            notice = self._trouble(found.troubles[0])
        elif found.incidents:
            met = next((one for one in found.incidents if one.id == found.met), found.incidents[0])
            notice = self._incident(met, is_met=met.id == found.met)
        elif found.runs:
            notice = self._resume(found.runs[0])
        elif found.who is not None:
            notice = self._introduce(found.who)
        self.show_notice(notice)
        self._gap.setVisible(notice is not None)
        self.computer.look_if_due(self.services, self.tasks)

    def _trouble(self, trouble: SupportError) -> Notice:
        sentence = texts.explain(trouble)
        links = [(self.tr("I have read this"), lambda: self._read(trouble))]
        return Notice("warning", texts.first_sentence(sentence), texts.rest_of(sentence), links, parent=self)

    def _read(self, trouble: SupportError) -> None:
        services = self.services
        self.run(lambda: services.troubles.mark_read(trouble), lambda _: self.refresh("incidents"))
        self.search.setFocus()

    def _incident(self, incident: "Incident", *, is_met: bool) -> Notice:
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
        if is_met:
            told = " " + self.tr("It was noticed on this computer too. IT support is working on it.") + told
        return Notice(
            "warning", texts.of(incident.title), f"{since} {texts.of(incident.text)}{told}", links, parent=self
        )

    def _subscribe(self, incident_id: str) -> None:
        services = self.services
        self.write(lambda: services.desk.subscribe(incident_id), lambda _: self.refresh("incidents"))

    def _introduce(self, who: "Who") -> Notice:
        """Once: whether the account's name and address are right."""
        named = self.tr("{name}, {email}") if who.email else self.tr("{name}, without an e-mail address")
        links: list[tuple[str, Callable[[], object]]] = [
            (self.tr("That is right"), lambda: self._confirm(who)),
            (self.tr("Change"), lambda: self.navigate("settings")),
        ]
        title = self.tr("This is how IT support will know you.")
        return Notice("info", title, named.format(name=who.name, email=who.email), links, parent=self)

    def _confirm(self, who: "Who") -> None:
        enrolment = self.services.enrolment
        self.run(lambda: enrolment.confirm(who.name, who.email), lambda _: self.refresh("incidents"))
        self.search.setFocus()

    def _resume(self, run: "Run") -> Notice:
        title = self.tr("A guided fix was left in the middle.")
        link = (self.tr("Go on with it"), lambda: self.navigate("fix", run_id=run.id))
        return Notice(
            "info", title, self.tr("Nothing more was changed. You can finish it or take it back."), [link], parent=self
        )


class FirstThings(NamedTuple):
    """What may stand at the top, in this order.

    `met` is the known incident that this computer shows; `who`: the account’s name, not confirmed yet.
    """

    troubles: list[SupportError]
    incidents: "list[Incident]"
    runs: "list[Run]"
    met: str = ""
    who: "Who | None" = None

    def told(self) -> tuple[object, ...]:
        """Everything, for comparing: two errors that say the same are the same."""
        return ([trouble.args for trouble in self.troubles], *self[1:])


def _first_things(services: Services) -> FirstThings:
    nudge = services.nudges.current()
    met = nudge.incident if nudge else ""
    who = services.enrolment.who() if services.desk.status().enrolled else None
    is_asked = services.settings.value("identity.sign_in") != Asks.REQUIRED  # there their own word is worth nothing
    unsure = who if who and not who.is_confirmed and is_asked else None
    return FirstThings(services.troubles.unread(), services.desk.incidents(), services.fixes.open_runs(), met, unsure)


def _requests(services: Services) -> "tuple[list[Ticket], frozenset[str]]":
    return services.tickets.overview(), refused(services.outbox.waiting())


def _told(services: Services, language: Language) -> Told | None:
    """What is told unasked, in words; nothing while a known incident explains it, for the notice says so."""
    nudge = services.nudges.current()
    if nudge is None or any(one.id == nudge.incident for one in services.desk.incidents()):
        return None
    return Told(nudge.fix_id, services.nudges.words(nudge, language))
