"""Settings: one page, takes effect at once. What the organisation decided is shown, locked, with who decided it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import ProxyWantsPassword, SupportError
from desktop_app.domain.identity import Asks
from desktop_app.domain.words import LANGUAGES
from desktop_app.ui import texts, theme
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.pages.about_row import AboutRow
from desktop_app.ui.pages.person_row import PersonRow
from desktop_app.ui.pages.setting_rows import SettingRows, word
from desktop_app.ui.pages.sign_in_row import SignInRow
from desktop_app.ui.pages.unclaimed_card import UnclaimedCard
from desktop_app.ui.proxy_dialog import ProxyDialog
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.turns import Turns
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import ListCard, Row
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import Text
from desktop_app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from desktop_app.services.desk import DeskStatus

_ROWS_AT_ONCE = 3
_NATIVE = QKeySequence.SequenceFormat.NativeText
_NAMES = {"fr": "Français", "en": "English", "de": "Deutsch", "nl": "Nederlands"}
"""Each language in itself, so that it is found by whoever reads only that one."""


class SettingsPage(Page):
    """Every control writes its setting; the listeners of the settings do the rest."""

    topics = frozenset({"desk"})

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.set_title(self.tr("Settings"))
        self.content.setSpacing(theme.px(8))
        self._rows = SettingRows(services.settings, self._set)
        self._tell_relaxations()
        self._desk_row = Row(self.tr("IT support"), "…", end=self._check_link(), parent=self)
        self._about_row = AboutRow(self)
        self._person_row = PersonRow(self)
        self._unclaimed = UnclaimedCard(self, shows_left=True)
        self._us = [self._desk_row, self._person_row, *self._sign_in(), self._help_row(), self._about_row]
        for row in self._us:
            row.hide()
        Turns(self).draw(self._draw())

    def _draw(self) -> Iterator[None]:
        yield from self._section(self.tr("Display"), self._display())
        yield from self._section(self.tr("Messages and start-up"), self._messages())
        yield from self._section(self.tr("IT support"), self._us)
        for row in self._us:
            row.show()
        self.content.addWidget(self._unclaimed)
        yield from self._section(self.tr("Keyboard"), self._shortcuts())

    def show_page(self, **arguments: Any) -> None:
        """Say whether the help desk answers."""
        super().show_page(**arguments)
        self.refresh("desk")
        self._unclaimed.look()

    def refresh(self, topic: str) -> None:  # noqa: ARG002 -- one topic
        """The help desk's line."""
        services = self.services
        self.tasks.run(self, lambda: services.desk.status(), self._show_desk, nothing)

    def _tell_relaxations(self) -> None:
        """A policy that weakens a promise is said in plain words, first."""
        relaxed = self.services.settings.relaxations()
        if relaxed:
            said = " ".join(texts.in_words("settings", f"{word(key)}_relaxed") for key in relaxed)
            self.show_notice(Notice("warning", self.tr("Your IT team has relaxed a protection."), said))

    def _display(self) -> Iterator[Row]:
        languages = [("auto", self.tr("Same as the system")), *((code, _NAMES[code]) for code in LANGUAGES)]
        themes = [("system", self.tr("Same as the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        percent = self.tr("{size}%")
        sizes = [(str(size), percent.format(size=size)) for size in (100, 125, 150, 200)]
        yield self._rows.list_row("language", languages, "globe")
        yield self._rows.segmented_row("theme", themes, str)
        yield self._rows.segmented_row("text_size", sizes, int, self.tr("On top of the system’s own setting"))
        yield self._rows.motion_row()

    def _messages(self) -> Iterator[Row]:
        hidden = self.tr("The words of the message do not appear on the lock screen")
        yield self._rows.switch_row("notify_answers", hidden)
        yield self._rows.switch_row("nudges.on", self.tr("Once a day at most: disk full, password about to end…"))
        yield from self._rows.silenced_rows()
        yield self._rows.switch_row("sharing.allowed", self.tr("You are asked each time, and can stop at any moment"))
        yield self._rows.switch_row("sharing.voice", self.tr("No microphone opens before your yes, each time anew"))
        yield self._rows.switch_row("send_with_enter", self.tr("Shift and Enter start a new line"))
        yield self._rows.switch_row("start_at_login", self.tr("Stays quietly near the clock"))
        yield self._rows.switch_row("technical_details", self.tr("Exact names and figures beside the plain words"))

    def _set(self, key: str, value: object) -> None:
        settings = self.services.settings
        self.write(lambda: settings.set(key, value))

    def _check_link(self) -> QWidget:
        self.check_button = button(self.tr("Check the connection"), "link", act=self._check)
        self.name_button = button(self.tr("Give name and password"), act=lambda: ProxyDialog(self._name, self).open())
        self.name_button.hide()
        links = QWidget(self)
        row = Flow(links, gap=20, line_gap=2, at_end=True)
        row.addWidget(self.name_button)
        row.addWidget(self.check_button)
        return links

    def _name(self, name: str, password: str) -> None:
        services = self.services
        self.tasks.run(self, lambda: services.desk.name_at_proxy(name, password), lambda _: self._check(), self._unkept)

    def _unkept(self, error: SupportError) -> None:
        self.report(error)
        self._check()

    def _check(self) -> None:
        self.check_button.set_busy(self.tr("Checking…"))
        services = self.services

        def look() -> "DeskStatus":
            status = services.desk.refresh()
            services.live.retry()
            return status

        self.tasks.run(self, look, self._checked, self._not_checked)

    def _checked(self, status: "DeskStatus") -> None:
        self.check_button.set_ready()
        self._show_desk(status)
        self.announce(self._desk_row.below.words)

    def _not_checked(self, error: Any) -> None:
        self.check_button.set_ready()
        self.report(error)

    def _show_desk(self, status: "DeskStatus") -> None:
        if status.organisation is not None:
            self._desk_row.title.set_words(status.organisation.name)
        if status.online:
            said = self.tr("Connected")
        elif status.trouble is not None:
            said = texts.explain(status.trouble)
        else:
            said = self.tr("Not connected yet")
        self._desk_row.below.set_words(said)
        self._desk_row.below.show()
        self.name_button.setVisible(isinstance(status.trouble, ProxyWantsPassword))
        if status.release is not None:
            self._about_row.tell(status.release)

    def _sign_in(self) -> Iterator[Row]:
        if self.services.settings.value("identity.sign_in") != Asks.OFF:
            row = SignInRow(self)
            row.changed.connect(self._person_row.look)
            row.changed.connect(self._unclaimed.look)
            row.look()
            yield row

    def _help_row(self) -> Row:
        read = button(self.tr("Read"), "link", act=lambda: self.navigate("help"))
        below = self.tr("Two pages, with pictures. They work without a network.")
        return Row(self.tr("How Rescousse helps you"), below, end=read)

    def _keys_row(self) -> Row:
        now = str(self.services.settings.value("global_key"))
        known = dict.fromkeys([now, "Ctrl+Shift+F1", "Ctrl+Alt+F1", "Ctrl+Alt+H"]) | {"": None}
        options = [(keys, QKeySequence(keys).toString(_NATIVE) or self.tr("No keys")) for keys in known]
        below = {
            "taken": self.tr("Another program has these keys: choose others"),
            "elsewhere": self.tr("This desktop binds keys in its own settings: give some to “rescousse open”"),
        }
        return self._rows.list_row("global_key", options, "keyboard", below.get(self.services.computer.keys.state, ""))

    def _shortcuts(self) -> Iterator[Row]:
        yield self._keys_row()
        for words, keys in (
            (self.tr("How Rescousse helps you"), "F1"),
            (self.tr("Search"), "Ctrl+F"),
            (self.tr("New request"), "Ctrl+N"),
            (self.tr("Home, My requests, My computer"), "Ctrl+1, 2, 3"),
            (self.tr("Settings"), "Ctrl+,"),
            (self.tr("From one part of the window to the next"), "F6"),
            (self.tr("Back"), self.tr("Esc")),
            (self.tr("Quit"), "Ctrl+Q"),
        ):
            key = Text(keys, "key")
            key.setWordWrap(False)
            yield Row(words, is_strong=False, end=key)

    def _section(self, title: str, rows: Iterable[Row]) -> Iterator[None]:
        """A few rows for each turn."""
        if self.content.count():
            self.content.addSpacing(theme.px(4))
        self.content.addWidget(Text(title, "eyebrow", parent=self))
        card = ListCard(self)
        self.content.addWidget(card)
        for number, row in enumerate(rows, 1):
            card.add(row)
            if number % _ROWS_AT_ONCE == 0:
                yield
        yield
