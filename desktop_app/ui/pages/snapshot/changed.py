"""What changed since a day when it worked: one row each, the likeliest cause first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.services import snapshot_words
from desktop_app.ui import texts, theme
from desktop_app.ui.turns import Turns
from desktop_app.ui.widgets.cards import ListCard
from desktop_app.ui.widgets.field import Select
from desktop_app.ui.widgets.flow import EndRow, Flow
from desktop_app.ui.widgets.labels import Picture, Text
from desktop_app.ui.widgets.pill import Pill
from desktop_app.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from desktop_app.services.changes import Since
    from desktop_app.services.snapshot_words import ChangeWords

_TONES = {"added": ("success", "plus"), "removed": ("danger", "minus"), "changed": ("warning", "arrow-right")}
_ROWS_IN_A_TURN = 6


class ChangedView(QWidget):
    """`day_chosen`: the person wants to compare with another day that is kept."""

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        self._column = column
        self.heading, self.about = Text("", "head", parent=self), Text("", "cap", "text_2", self)
        words = QWidget(self)
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.heading)
        lines.addWidget(self.about)
        self.days = Select(self.tr("Compare with another day"), "calendar-blank", self)
        self.days.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToContents)
        self.days.activated.connect(lambda place: self.day_chosen.emit(self.days.itemData(place)))
        column.addWidget(EndRow(words, self.days, self))
        self._scroll = Scroll()
        self._scroll.setAccessibleName(self.tr("What changed"))
        column.addWidget(self._scroll, 1)
        self._turns = Turns(self)

    def set_sides(self, side: int) -> None:
        """As much room at the sides as the page's header has."""
        self._column.setContentsMargins(side, theme.px(16), side, theme.px(12))

    def show_since(self, since: Since) -> None:
        """Draw what changed, a few rows at a time."""
        self._show_days(since)
        if since.day is None:
            self.heading.set_words(self.tr("There is nothing to compare with yet."))
            self.about.set_words(self.tr("Each day a small report is kept on this computer, and nowhere else."))
        else:
            self.heading.set_words(self.tr("Since {day}").format(day=_said(since.day)))
            likely = self.tr("The likeliest cause comes first.") if since.section else ""
            about = self.tr("Compared with a report kept on this computer.")
            self.about.set_words(f"{about} {likely}".strip())
        self._turns.draw(self._draw(since))

    def _show_days(self, since: Since) -> None:
        self.days.clear()
        for day in since.days:
            self.days.addItem(_said(day), day)
        if since.day is not None:
            self.days.setCurrentIndex(since.days.index(since.day))
        self.days.setVisible(len(since.days) > 1)

    def _draw(self, since: Since) -> Iterator[None]:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        card = ListCard(inside)
        column.addWidget(card)
        column.addStretch(1)
        card.setVisible(bool(since.told))
        self._scroll.set_content(inside)
        for number, change in enumerate(since.told, start=1):
            card.add(_Row(change, card))
            if number % _ROWS_IN_A_TURN == 0:
                yield
        for kind, count in since.more:
            more = self.tr("{kind}: %n more", "", count).format(kind=kind)
            column.insertWidget(column.count() - 1, Text(more, "cap", "text_2", inside))
        if since.day is not None and not since.told:
            column.insertWidget(0, Text(self.tr("Nothing of what we look at has changed."), "body", parent=inside))


class _Row(QWidget):
    """What happened, to what, and from what to what."""

    def __init__(self, change: ChangeWords, parent: QWidget) -> None:
        super().__init__(parent)
        tone, icon = _TONES[change.what]
        values = QWidget(self)
        line = Flow(values, gap=8, line_gap=2)
        if change.before and change.after:
            line.addWidget(self._before(change.before, values))
            line.addWidget(Picture("arrow-right", "text_3", 14, values))
        if change.after or change.before:
            line.addWidget(Text(change.after or change.before, "line", parent=values))
        values.setVisible(bool(change.before or change.after))
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(theme.px(16), theme.px(11), theme.px(16), theme.px(11))
        column.setSpacing(theme.px(4))
        title, pill = Text(change.title, "strong", parent=words), Pill(change.kind, tone, icon, words)
        column.addWidget(EndRow(title, pill, words))
        column.addWidget(values)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words)

    def _before(self, value: str, parent: QWidget) -> Text:
        """Struck through, and said so: the line alone is nothing to a screen reader."""
        text = Text(value, "line", "text_3", parent)
        font = text.font()
        font.setStrikeOut(True)
        text.setFont(font)
        text.setAccessibleName(self.tr("before: {value}").format(value=value))
        return text


def _said(day: date) -> str:
    return snapshot_words.day(datetime.combine(day, time(12)).astimezone().isoformat(), texts.language())
