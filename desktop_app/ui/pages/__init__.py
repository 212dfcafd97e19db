"""The pages, and what each of them is built on: the services it asks, its header, its scrolling content, its footer."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.errors import SupportError
from desktop_app.ui import texts, theme
from desktop_app.ui.announce import announce
from desktop_app.ui.services import Services
from desktop_app.ui.tasks import Tasks, nothing
from desktop_app.ui.widgets.buttons import Button, button
from desktop_app.ui.widgets.flow import EndRow, Flow, empty
from desktop_app.ui.widgets.labels import Text
from desktop_app.ui.widgets.notice import Notice

Navigate = Callable[..., None]
"""`navigate("fix", fix_id="…")`: brings a page up with these arguments."""

T = TypeVar("T")


class Page(QWidget):
    """A page: a back link and a title that stay, content that scrolls, a footer where a decision is taken.

    `is_flush` pages have no scrolling column of their own and fill `body` themselves. A page that is built inside its
    `parent` is styled once; one that moves there later is styled twice, which takes as long as building it.
    """

    topics: frozenset[str] = frozenset()
    is_flush = False

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.services, self.tasks, self.navigate = services, tasks, navigate
        self._back: tuple[str, dict[str, Any]] = ("home", {})
        self._notice: Notice | None = None
        self._footer: QFrame | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._head, self._middle = QWidget(self), QWidget(self)
        self.header = QVBoxLayout(self._head)
        self.header.setSpacing(theme.px(2))
        self._whole.addWidget(self._head)
        self.body = QVBoxLayout(self._middle)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._whole.addWidget(self._middle, 1)
        self.content = self._make_content()
        self._pad()

    def show_page(self, **arguments: Any) -> None:
        """It is brought up: show what `arguments` name."""

    def refresh(self, topic: str) -> None:
        """Something of `topic` (one of `topics`) is new."""

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard when the page is brought up; nothing for the first thing in it."""
        return None

    def go_back(self) -> bool:
        """Escape: back out one level, never losing text. False when there is nowhere to go."""
        self.navigate(self._back[0], **self._back[1])
        return True

    def zones(self) -> tuple[QWidget, ...]:
        """What F6 jumps between: header, content, footer."""
        return tuple(zone for zone in (self._head, self._middle, self._footer) if zone is not None)

    def run(self, work: Callable[[], T], done: Callable[[T], Any] = nothing) -> None:
        """Have `work` done on a worker thread, then `done` here; a foreseen failure becomes the page's notice."""
        self.tasks.run(self, work, done, self.report)

    def write(self, work: Callable[[], T], done: Callable[[T], Any] = nothing) -> None:
        """Like `run`, for what the person said and believes kept."""
        self.tasks.write(self, work, done, self.report)

    def report(self, error: SupportError) -> None:
        """Say in the page what went wrong, what is safe and what to do."""
        sentence = texts.explain(error)
        self.show_notice(Notice("warning", texts.first_sentence(sentence), texts.rest_of(sentence)))
        self.announce(sentence, is_urgent=True)

    def announce(self, words: str, *, is_urgent: bool = False) -> None:
        """Have a screen reader say it."""
        announce(self, words, is_urgent=is_urgent)

    def show_notice(self, notice: Notice | None) -> None:
        """One notice at the top of the content, in place of the one before."""
        if self._notice is not None:
            self._notice.deleteLater()
        self._notice = notice
        if notice is not None:
            self.content.insertWidget(0, notice)

    def set_title(self, words: str, below: str = "", end: QWidget | None = None) -> None:
        """The page's title, a sentence under it, something at its end."""
        empty(self.header)
        titles = QWidget(self)
        column = QVBoxLayout(titles)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.title = Text(words, "title", parent=titles)
        self.below_title = Text(below, "sub", parent=titles)
        self.below_title.setVisible(bool(below))
        column.addWidget(self.title)
        column.addWidget(self.below_title)
        self.header.addWidget(EndRow(titles, end, self) if end is not None else titles)
        self._pad()

    def set_back(self, words: str, page: str = "home", **arguments: Any) -> Button:
        """A link back above the title (call it after `set_title`); Escape goes there too."""
        self._back = (page, arguments)
        link = button(words, "back", icon="arrow-left", act=self.go_back)
        self.header.insertWidget(0, link, 0, Qt.AlignmentFlag.AlignLeft)
        self._pad()
        return link

    def set_footer(
        self, *, start: QWidget | None = None, note: QWidget | None = None, end: tuple[QWidget, ...] = ()
    ) -> None:
        """The decision: a quiet action on the left, a note, the primary on the far right; nothing takes it away."""
        if self._footer is not None:
            self._footer.hide()
            self._footer.deleteLater()
            self._footer = None
        if start is None and note is None and not end:
            return
        self._footer = QFrame(self)
        self._footer.setProperty("kind", "footer")
        self._footer_row = QHBoxLayout(self._footer)
        self._footer_row.addWidget(EndRow(_side_by_side([start, note]), _side_by_side(end, at_end=True), self._footer))
        self._whole.addWidget(self._footer)
        self._pad()

    def _make_content(self) -> QVBoxLayout:
        if self.is_flush:
            return self.body
        self.scroller = QScrollArea(self)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = _Scrolled()
        inside.setObjectName("scrolled")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(theme.px(16))
        whole.addLayout(column)
        whole.addStretch(1)
        self.scroller.setWidget(inside)
        self.body.addWidget(self.scroller)
        self.scroller.verticalScrollBar().rangeChanged.connect(self._pad)
        return column

    def _sides(self) -> int:
        return 24 if self.width() < 700 else 32

    def _pad(self) -> None:
        side = self._sides()
        top = 20 if self.width() < 700 else 28
        has_header = self.header.count() > 0
        self.header.setContentsMargins(side, top if has_header else 0, side, theme.px(14) if has_header else 0)
        if not self.is_flush:
            bar = self.scroller.verticalScrollBar()
            taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
            self.content.setContentsMargins(side, 4 if has_header else top, side - taken, 24)
        if self._footer is not None:
            self._footer_row.setContentsMargins(side, theme.px(14), side, theme.px(14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window has smaller margins."""
        super().resizeEvent(event)
        self._pad()


class _Scrolled(QWidget):
    """Wrapped words claim the height of their narrowest shape; here the height at the true width counts."""

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.minimumSize().width() if layout is not None else 0, 1)


def _side_by_side(widgets: Sequence[QWidget | None], *, at_end: bool = False) -> QWidget:
    together = QWidget()
    row = Flow(together, gap=12, line_gap=8, at_end=at_end)
    for widget in widgets:
        if widget is not None:
            row.addWidget(widget)
    return together


__all__ = ["Navigate", "Page", "Services"]
