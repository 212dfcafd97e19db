"""The window: side bar, one page at a time, built when it is first visited. It holds no truth of its own."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget
from shiboken6 import isValid

from desktop_app.ui import icons, theme
from desktop_app.ui.announce import announce
from desktop_app.ui.caret import Caret
from desktop_app.ui.focus import FocusRing
from desktop_app.ui.leaving import leave
from desktop_app.ui.pages import Page, Services
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.situation import Situation
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.turns import Turns

PAGES = {
    "home": ("home", "HomePage", "home"),
    "search": ("search", "SearchPage", "home"),
    "article": ("article", "ArticlePage", "home"),
    "fix": ("fix", "FixPage", "home"),
    "snapshot": ("snapshot", "SnapshotPage", "my_computer"),
    "compose": ("compose", "ComposePage", "requests"),
    "annotate": ("annotate", "AnnotatePage", "requests"),
    "steps": ("steps", "StepsPage", "requests"),
    "requests": ("conversations", "RequestsPage", "requests"),
    "conversation": ("conversations", "RequestsPage", "requests"),
    "my_computer": ("my_computer", "MyComputerPage", "my_computer"),
    "journal": ("journal", "JournalPage", "journal"),
    "settings": ("settings", "SettingsPage", "settings"),
    "help": ("help", "HelpPage", "settings"),
}
"""Name of a page: its module, its class, and what the side bar marks. Names with one class share one page."""

_SIZE, _LEAST, _RAIL_BELOW = (960, 680), (720, 520), 840
_LONGEST_CHAIN = 5000
_DRESSED_AT_ONCE = 24

Visit = tuple[str, dict[str, Any]]
"""The name of a page, and what its `show_page` is told."""


class Window(QWidget):
    """`has_tray` says where it goes when it is closed."""

    def __init__(
        self, services: Services, tasks: Tasks, situation: Situation, memory: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._situation, self._memory = services, tasks, situation, memory
        self.has_tray = False
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, set[str]] = {}
        self._here: Visit = ("home", {})
        self._arriving = Turns(self)
        self._sidebar: Sidebar | None = None
        self.setWindowTitle("Rescousse")
        self.setWindowIcon(icons.logo(64))
        self.setMinimumSize(*_LEAST)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._stack = QStackedWidget(self)
        self._row.addWidget(self._stack, 1)
        self._ring = FocusRing(self)
        self._caret = Caret(self)
        self.resize(*_SIZE)
        remember_place(self, memory)
        self._situation.changed.connect(self._show_known)
        self._add_keys()
        self._build_sidebar()

    @property
    def page(self) -> Page | None:
        """What is in front."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def navigate(self, name: str, **arguments: Any) -> None:
        """Bring the page `name` up; `arguments` are passed to its `show_page`.

        A page that is seen for the first time is built and dressed over some turns of the event loop, and shown then:
        all at once would hold up what is typed meanwhile.
        """
        here = self._here = (name, arguments)
        if self._pages and _key(name) not in self._pages:
            self._arriving.draw(_arrive(lambda: self._built(name), lambda: self._show(here), lambda: self._fill(here)))
        else:
            self._show(here)
            self._fill(here)

    def _fill(self, here: Visit) -> None:
        name, arguments = here
        if self._here is here:
            page = self._built(name)
            with self._tasks.drawing():
                for topic in self._stale.pop(_key(name), set()):
                    page.refresh(topic)
                page.show_page(**arguments)
            _focus(page, says_title=self.isVisible())

    def _show(self, here: Visit) -> None:
        """Bring the page of `here` up; somebody who has gone on meanwhile is left where they are."""
        if self._here is here:
            self._stack.setCurrentWidget(self._built(here[0]))
            self._mark()

    def hear(self, topic: str, _ticket_id: str) -> None:
        """News: the page in front looks again now, the others when they come up."""
        for key, page in self._pages.items():
            if topic not in page.topics:
                continue
            if page is self._stack.currentWidget() and self.isVisible():
                page.refresh(topic)
            else:
                self._stale.setdefault(key, set()).add(topic)

    def bring_up(self, name: str = "", **arguments: Any) -> None:
        """Show the window in front, on the page `name` or where it was."""
        if name or not self._pages:
            self.navigate(name or "home", **arguments)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def rebuild(self) -> None:
        """Another language or text size: build what is shown again, and stay on the same page."""
        old, self._pages = list(self._pages.values()), {}
        self._stale.clear()
        self._build_sidebar()
        name, arguments = self._here
        if old:
            self.navigate(name, **arguments)
        for page in old:
            self._stack.removeWidget(page)
            page.deleteLater()

    def _built(self, name: str) -> Page:
        key = _key(name)
        if key not in self._pages:
            module, page_class, _ = PAGES[name]
            made: Page = getattr(import_module(f"desktop_app.ui.pages.{module}"), page_class)(
                self._services, self._tasks, self.navigate, self._stack
            )
            self._pages[key] = made
            self._stack.addWidget(made)
        return self._pages[key]

    def _build_sidebar(self) -> None:
        is_rail = self._wants_rail()
        if self._sidebar is not None:
            self._row.removeWidget(self._sidebar)
            self._sidebar.setParent(None)
            self._sidebar.deleteLater()
        self._sidebar = Sidebar(self.navigate, is_rail=is_rail, parent=self)
        self._is_rail = is_rail
        self._row.insertWidget(0, self._sidebar)
        QWidget.setTabOrder(self._sidebar, self._stack)
        self._show_known()
        self._mark()
        self._ring.raise_()

    def _wants_rail(self) -> bool:
        return self.width() < _RAIL_BELOW or theme.scale() >= 1.5 or self.height() < theme.px(500)

    def _mark(self) -> None:
        if self._sidebar is not None:
            self._sidebar.mark(PAGES[self._here[0]][2])

    def _show_known(self) -> None:
        if self._sidebar is not None:
            self._sidebar.show_known(self._situation.known)

    def _add_keys(self) -> None:
        for keys, act in (
            ("F1", lambda: self.navigate("help")),
            ("F6", lambda: self._jump(1)),
            ("Shift+F6", lambda: self._jump(-1)),
            ("Escape", self._back_out),
            ("Ctrl+F", lambda: self.navigate("search")),
            ("Ctrl+N", lambda: self.navigate("compose")),
            ("Ctrl+,", lambda: self.navigate("settings")),
            ("Ctrl+1", lambda: self.navigate("home")),
            ("Ctrl+2", lambda: self.navigate("requests")),
            ("Ctrl+3", lambda: self.navigate("my_computer")),
            ("Ctrl+Q", leave),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _back_out(self) -> None:
        page = self.page
        if page is None or self._here[0] == "home" or not page.go_back():
            self.close()

    def _jump(self, step: int) -> None:
        """F6: side bar, page header, content, footer, and around."""
        page = self.page
        zones: list[QWidget] = [zone for zone in (self._sidebar, *(page.zones() if page else ())) if zone is not None]
        focused = QApplication.focusWidget()
        here = next((at for at, zone in enumerate(zones) if focused is not None and zone.isAncestorOf(focused)), 0)
        for offset in range(1, len(zones) + 1):
            first = _first_reachable(zones[(here + step * offset) % len(zones)])
            if first is not None:
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bar or rail."""
        super().resizeEvent(event)
        if self._sidebar is not None and self._wants_rail() != self._is_rail:
            self._build_sidebar()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the ring knows which hand moves."""
        super().showEvent(event)
        if self.windowHandle() is not None:
            self._ring.watch(self.windowHandle())
            self._caret.watch(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        """It stays within reach: behind the tray icon, or minimised where there is none. Quitting is a separate act."""
        self._memory.setValue("window/place", self.saveGeometry())
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.isSavingSession():
            super().closeEvent(event)
            return
        event.ignore()
        if self.has_tray:
            self.hide()
        else:
            self.showMinimized()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours: the icon of the window follows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setWindowIcon(icons.logo(64))


def _arrive(build: Callable[[], Page], *then: Callable[[], None]) -> Iterator[None]:
    """Build a page, give what is in it its fonts and colours, a few at a time, and do what comes `then`."""
    inside = build().findChildren(QWidget)
    for first in range(0, len(inside), _DRESSED_AT_ONCE):
        yield
        for widget in filter(isValid, inside[first : first + _DRESSED_AT_ONCE]):
            widget.ensurePolished()
    for act in then:
        yield
        act()


def _focus(page: Page, *, says_title: bool) -> None:
    wanted = page.first_focus()
    if wanted is not None:
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
    title = getattr(page, "title", None)
    if title is not None and says_title:
        page.setAccessibleName(title.words)
        announce(page, title.words)


def _key(name: str) -> str:
    """Names of one class share a page."""
    return ":".join(PAGES[name][:2])


def remember_place(window: QWidget, memory: QSettings) -> None:
    """Put `window` where it stood when it was closed."""
    place = memory.value("window/place")
    if isinstance(place, QByteArray):
        window.restoreGeometry(place)


def load_pages() -> None:
    """Load the code of every page; on a worker, so that the first visit of a page does not wait for the disk."""
    for module, _, _ in PAGES.values():
        import_module(f"desktop_app.ui.pages.{module}")


def _first_reachable(zone: QWidget) -> QWidget | None:
    """The first thing in a zone that Tab would reach."""
    inside = {zone, *zone.findChildren(QWidget)}
    here: QWidget | None = zone
    for _ in range(_LONGEST_CHAIN):
        if here is None:
            return None
        if here in inside and here.isVisible() and here.isEnabled() and here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return here
        here = here.nextInFocusChain()
    return None
