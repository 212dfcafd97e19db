"""The face of the review: header with search, sections on the left, lines or bytes on the right, counts below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.pages import Navigate, Services
from desktop_app.ui.pages.reflow import ReflowPage
from desktop_app.ui.pages.snapshot.changed import ChangedView
from desktop_app.ui.pages.snapshot.payload import PayloadView
from desktop_app.ui.pages.snapshot.rows import RowList
from desktop_app.ui.pages.snapshot.sections import SectionList
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.basics import button, picture, text
from desktop_app.ui.widgets.field import SearchField
from desktop_app.ui.widgets.flow import EndRow
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.segmented import Segmented

_LIST_WIDTH, _LIST_WIDTH_SMALL = 264, 224
_SIDE_BY_SIDE, _WIDE = 540, 700
_ANY_WIDTH = 16_777_215


class ReviewFrame(ReflowPage):
    """Two columns, or the sections above the lines where there is little room."""

    is_flush = True

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        options = [
            ("rows", self.tr("In words")),
            ("changed", self.tr("What changed")),
            ("raw", self.tr("Exactly what leaves")),
        ]
        self.view = Segmented(self.tr("How to see it"), options)
        name = self.tr("Search a word or a name in the report")
        self.search = SearchField(name, self.tr("Search a word, a name"), is_large=False)
        self.search.setMinimumWidth(min(theme.px(252), 440))
        self.search.setMaximumWidth(theme.px(300))
        self.set_title(" ", " ")
        self._link = self.set_back(self.tr("My computer"))
        self.header.addSpacing(theme.px(8))
        self.header.addWidget(EndRow(self.view, self.search, self))
        self.set_purpose("look")
        self.body.addWidget(_line("separator"))
        self.sections, self._left = SectionList(), Scroll((12, 12, 8, 12))
        self._left.set_content(self.sections)
        self._left.setAccessibleName(self.tr("Sections"))
        self._between = _line("upright")
        self._reviewed = QWidget(self)
        self._columns = QHBoxLayout(self._reviewed)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        for part, stretch in ((self._left, 0), (self._between, 0), (self._make_right(), 1)):
            self._columns.addWidget(part, stretch)
        self.changed = ChangedView(self)
        self.changed.hide()
        for view in (self._reviewed, self.changed):
            self.body.addWidget(view, 1)
        self.counts = self._make_counts()
        self._arrange()

    def _make_right(self) -> QWidget:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(24, theme.px(16), 24, theme.px(12))
        column.setSpacing(theme.px(8))
        self._head_words, self._head_count = text("", "head"), text("", "cap")
        self._head_count.setWordWrap(False)
        column.addWidget(EndRow(self._head_words, self._head_count, right))
        self._why = text("", "cap", tone="text_2")
        column.addWidget(self._why)
        self.hide_all = button(self.tr("Mask all of these"), "small", icon="eye-slash")
        self.hide_all.hide()
        column.addWidget(self.hide_all, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget(right)
        self.list, self.payload = RowList(right), PayloadView(right)
        for part in (self.list, self.payload):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        self._hint = text(self.tr("Choose a line to mask or show it. A masked value is not sent."), "cap")
        column.addWidget(self._hint)
        return right

    def _make_counts(self) -> QWidget:
        counts = QWidget(self)
        column = QVBoxLayout(counts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._strong, self._masked = text("", "strong"), text("", "cap", tone="text_2")
        column.addWidget(self._strong)
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(picture("eye-slash", "text_2", 14))
        row.addWidget(self._masked, 1)
        column.addLayout(row)
        counts.hide()
        return counts

    def width_of_lines(self) -> int:
        """How wide the right side is."""
        return self._stack.width()

    def set_purpose(self, purpose: str) -> None:
        """The title says to whom it goes."""
        title = self.tr("Check what you send to IT support")
        below = self.tr("Nothing leaves without your yes. Personal data that was recognised is already masked.")
        if purpose == "look":
            title, below = self.tr("Your computer report"), self.tr("Nothing of this leaves unless you send it.")
        self.title.set_words(title)
        self.below_title.set_words(below)
        back = {"request": self.tr("New request"), "asked": self.tr("My requests")}
        self._link.set_words(back.get(purpose, self.tr("My computer")))

    def show_waiting(self) -> None:
        """A report is being taken."""
        self.show_heading(self.tr("We are looking at your computer…"), "")

    def show_heading(self, words: str, count: str, why: str = "") -> None:
        """What the right side shows, and why it helps."""
        self._why.set_words(why)
        self._why.setVisible(bool(why) and not self._is_tight())
        self._head_words.set_words(words)
        self._head_count.set_words(count)
        self.list.setAccessibleName(f"{words}, {count}" if count else words)

    def show_counts(self, strong: str, masked: str) -> None:
        """How much leaves, live."""
        self._strong.set_words(strong)
        self._masked.set_words(masked)
        self.counts.setAccessibleName(f"{strong}. {masked}")

    def show_changed(self, *, is_on: bool) -> None:
        """What changed, in place of sections and lines; there is nothing to search in it."""
        self._reviewed.setVisible(not is_on)
        self.changed.setVisible(is_on)
        self.search.setVisible(not is_on)

    def show_parts(self, *, has_query: bool, is_raw: bool, query: str) -> None:
        """Lines or bytes; the button that masks all that was found."""
        self._stack.setCurrentIndex(1 if is_raw else 0)
        self._hint.setVisible(not is_raw and not self._is_tight())
        self.hide_all.setVisible(has_query and not is_raw)
        self.hide_all.set_words(self.tr("Mask “{words}” everywhere").format(words=query))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns or one."""
        super().resizeEvent(event)
        self._arrange()

    def _is_tight(self) -> bool:
        """Whether what explains has to make room for the lines themselves."""
        return self.height() < theme.px(560)

    def grow(self, is_on: bool) -> None:
        """All sections are seen, and some lines."""
        self._left.growing.set_on(is_on)
        self._stack.setMinimumHeight(theme.px(240) if is_on else 0)

    def _arrange(self) -> None:
        has_room = self.width() >= theme.px(_SIDE_BY_SIDE)
        direction = QHBoxLayout.Direction.LeftToRight if has_room else QHBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._between.setVisible(has_room)
        self.changed.set_sides(self._sides())
        wide = theme.px(_LIST_WIDTH if self.width() >= theme.px(_WIDE) else _LIST_WIDTH_SMALL)
        self._left.setMinimumWidth(wide if has_room else 0)
        self._left.setMaximumWidth(wide if has_room else _ANY_WIDTH)
        is_low = not has_room and not self.is_short()
        self._left.setMaximumHeight(max(theme.px(110), self.height() // 4) if is_low else _ANY_WIDTH)


def _line(kind: str) -> QFrame:
    line = QFrame()
    line.setProperty("kind", kind)
    return line
