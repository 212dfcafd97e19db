"""Privacy: everything that was sent, seen, changed, granted or refused, by day; undo from here, see what left."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import FolderReadOnly
from desktop_app.domain.fix import RunState
from desktop_app.domain.journal import JournalEntry, JournalKind
from desktop_app.ui import texts, theme
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.pages.setting_rows import SettingRows
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import Card, ListCard
from desktop_app.ui.widgets.field import SearchField
from desktop_app.ui.widgets.flow import EndRow, Grid
from desktop_app.ui.widgets.labels import Picture, Text
from desktop_app.ui.widgets.reading import ReadingDialog
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.states import Blank

if TYPE_CHECKING:
    from desktop_app.domain.fix import Run

_ICONS = {
    JournalKind.SENT: "paper-plane-tilt",
    JournalKind.CHANGED: "wrench",
    JournalKind.UNDONE: "arrow-counter-clockwise",
    JournalKind.SEEN: "eye",
    JournalKind.GRANTED: "check",
    JournalKind.REFUSED: "prohibit",
}
_SHOWN = {
    "all": set(JournalKind),
    "sent": {JournalKind.SENT},
    "seen": {JournalKind.SEEN, JournalKind.GRANTED, JournalKind.REFUSED},
    "changed": {JournalKind.CHANGED, JournalKind.UNDONE},
}
_AT_ONCE = 60
_MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Told:
    """The journal as it is read: each line with its sentence, and the repairs that can still be taken back."""

    lines: tuple[tuple[JournalEntry, str], ...] = ()
    undoable: frozenset[str] = field(default_factory=frozenset)


class JournalPage(Page):
    """Filtered by kind and by words; the newest lines first."""

    topics = frozenset({"outbox"})

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        export = button(self.tr("Export"), icon="download-simple", act=self._export)
        about = self.tr("Everything IT support was sent, saw or changed. This journal stays on this computer.")
        self.set_title(self.tr("Privacy"), about, export)
        self.content.setSpacing(theme.px(8))
        self._told = Told()
        self._limit = _AT_ONCE
        self._shown: list[QWidget] = []
        self.counters = Grid(3, 150, self, gap=12)
        self.content.addWidget(self.counters)
        if services.settings.value("fixes.counted"):
            self.content.addWidget(self._counting())
        self.content.addSpacing(theme.px(8))
        kinds = [
            ("all", self.tr("All")),
            ("sent", self.tr("Sent")),
            ("seen", self.tr("Seen")),
            ("changed", self.tr("Changed")),
        ]
        self.filter = Segmented(self.tr("Show"), kinds, parent=self)
        self.filter.chosen.connect(self._draw)
        self.search = SearchField(self.tr("Search the journal"), self.tr("Search"), is_large=False, parent=self)
        self.search.setFixedWidth(theme.px(220))
        self.search.typed.connect(self._draw)
        self.content.addWidget(EndRow(self._left(self.filter), self.search, self))

    def _counting(self) -> ListCard:
        """The policy asks for counts of repairs: what leaves is said, and whether it may is for the person to say."""
        settings = self.services.settings
        rows = SettingRows(settings, lambda key, value: self.write(lambda: settings.set(key, value)))
        card = ListCard(self)
        what = self.tr("IT support asks for it. What leaves: the day, which repair, whether it helped. Nothing else.")
        card.add(rows.switch_row("fixes.counted_here", what))
        return card

    def show_page(self, **arguments: Any) -> None:
        """Read the journal."""
        super().show_page(**arguments)
        self.refresh("outbox")

    def refresh(self, topic: str) -> None:  # noqa: ARG002 -- one topic
        """Read it again."""
        services = self.services
        self.run(lambda: _read(services), self._keep)

    def _left(self, widget: QWidget) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget)
        row.addStretch(1)
        return box

    def _keep(self, told: Told) -> None:
        if told != self._told or not self._shown:
            self._told = told
            self._count()
            self._draw()

    def _count(self) -> None:
        recent = [entry for entry, _ in self._told.lines if texts.now() - entry.at < _MONTH]
        sent = sum(entry.kind == JournalKind.SENT for entry in recent)
        seen = sum(entry.kind == JournalKind.SEEN for entry in recent)
        repairs = len({entry.run_id for entry in recent if entry.kind == JournalKind.CHANGED})
        undoable = len(self._told.undoable)
        self.counters.clear()
        can = " " + self.tr("%n can be undone", "", undoable) if undoable else ""
        for title, words in (
            (self.tr("Sent, last 30 days"), self.tr("%n time(s)", "", sent)),
            (self.tr("Screen looked at"), self.tr("%n time(s)", "", seen)),
            (self.tr("Repairs"), self.tr("%n repair(s)", "", repairs) + ("," + can if can else "")),
        ):
            card = Card(self.counters, padding=12)
            card.column.setSpacing(0)
            card.column.addWidget(Text(title, "cap", parent=card))
            card.column.addWidget(Text(words, "head", parent=card))
            card.column.addStretch(1)
            self.counters.add(card)

    def _draw(self, _change: str = "") -> None:
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown = []
        wanted, words = _SHOWN[self.filter.value()], self.search.text().casefold()
        lines = [line for line in self._told.lines if line[0].kind in wanted and words in line[1].casefold()]
        for day, of_day in groupby(lines[: self._limit], key=lambda line: texts.day(line[0].at)):
            self._draw_day(day, of_day)
        if len(lines) > self._limit:
            self._add(button(self.tr("Show more"), act=self._show_more))
        if not lines:
            self._draw_empty(is_filtered=bool(self._told.lines))

    def _draw_day(self, day: str, lines: Iterable[tuple[JournalEntry, str]]) -> None:
        gap = QWidget(self)
        gap.setFixedHeight(1)
        self._add(gap)
        self._add(Text(day, "eyebrow", parent=self))
        card = ListCard(self)
        for entry, sentence in lines:
            card.add(self._line(entry, sentence))
        self._add(card)

    def _draw_empty(self, *, is_filtered: bool) -> None:
        if is_filtered:
            self._add(Blank("magnifying-glass", self.tr("Nothing of that kind was written down.")))
            return
        why = self.tr("As soon as something is sent, looked at or changed, it is written down here.")
        self._add(Blank("shield-check", self.tr("Nothing has left this computer."), why))

    def _line(self, entry: JournalEntry, sentence: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.px(16), theme.px(11), theme.px(16), theme.px(11))
        row.setSpacing(theme.px(8))
        time = Text(texts.clock(entry.at), "cap", parent=line)
        time.setWordWrap(False)
        time.setMinimumWidth(theme.px(52))
        words = QWidget(line)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(sentence, "strong", parent=words))
        link = self._link(entry, sentence)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Picture(_ICONS[entry.kind], "text_2", 18, line), 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(theme.px(4))
        row.addWidget(EndRow(words, link, line) if link is not None else words, 1)
        return line

    def _link(self, entry: JournalEntry, sentence: str) -> QWidget | None:
        link = None
        if entry.kind == JournalKind.CHANGED and entry.run_id in self._told.undoable:
            link = button(self.tr("Undo"), "link small", act=lambda: self._undo(entry.run_id))
        elif entry.payload:
            link = button(self.tr("See what was sent"), "link small", act=lambda: self._see(entry, sentence))
        elif entry.run_id:
            link = button(self.tr("Details"), "link small", act=lambda: self.navigate("fix", run_id=entry.run_id))
        if link is not None:
            link.setAccessibleDescription(sentence)
        return link

    def _undo(self, run_id: str) -> None:
        services = self.services
        self.run(lambda: services.fixes.undo(run_id), self._undone)

    def _undone(self, _run: object) -> None:
        self.announce(self.tr("Taken back."))
        self.refresh("outbox")

    def _see(self, entry: JournalEntry, sentence: str) -> None:
        services = self.services
        self.run(
            lambda: services.journal.payload(entry.id),
            lambda sent: ReadingDialog(sentence, self.tr("These are the very bytes that left."), sent, self).open(),
        )

    def _export(self) -> None:
        dialog = QFileDialog(self, self.tr("Export the journal"), str(Path.home() / "rescousse.txt"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, file: str) -> None:
        """Write the whole journal to `file`, as text."""
        services = self.services
        done = self.tr("The journal was exported.")
        self.run(lambda: _write(Path(file), services.journal.export()), lambda _: self.announce(done))

    def _show_more(self) -> None:
        self._limit += _AT_ONCE
        self._draw()

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self.content.addWidget(widget)


def _read(services: Services) -> Told:
    now = texts.now()
    undoable = frozenset(run.id for run in services.fixes.history() if _may_undo(run, now))
    lines = ((entry, texts.in_words("journal", entry.key, **entry.facts)) for entry in services.journal.entries())
    return Told(tuple(lines), undoable)


def _may_undo(run: "Run", now: Any) -> bool:
    return run.state != RunState.UNDONE and run.undo_until is not None and run.undo_until > now


def _write(file: Path, words: str) -> None:
    try:
        file.write_text(words, encoding="utf-8")
    except OSError as error:
        raise FolderReadOnly(folder=str(file.parent)) from error
