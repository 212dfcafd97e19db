"""Where a reply is written: Enter sends and Shift+Enter makes a new line, or the other way round, by the settings."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.ui import theme
from desktop_app.ui.widgets.basics import button, text
from desktop_app.ui.widgets.field import ErrorLine
from desktop_app.ui.widgets.flow import EndRow, Flow
from desktop_app.ui.widgets.plain_words import harmless, middle_cut
from desktop_app.ui.widgets.writing import WritingField

_MOST_LINES = 6


class ReplyField(WritingField):
    """As high as its words, up to six lines."""

    send_asked = Signal()
    focused = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sends_with_enter = True
        self.setProperty("kind", "bare")
        self.document().setDocumentMargin(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame around it shows the focus."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And loses it."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _fit(self) -> None:
        most = _MOST_LINES * self.fontMetrics().lineSpacing() + 4
        wanted = round(self.document().size().height()) + 2
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(min(max(wanted, theme.line_px("body")), most))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(theme.px(80), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, with or without Shift."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if has_control or has_shift != self.sends_with_enter:
                self.send_asked.emit()
                return
            self.insertPlainText("\n")
            return
        super().keyPressEvent(event)


class Composer(QFrame):
    """The field, the files that go with it, and Send. It keeps no draft itself: `changed` says that there is one.

    `files_given`: chosen or dropped, for whoever knows where they go; `correction_left`: it is not corrected after all.
    """

    sent = Signal(str, list)
    changed = Signal()
    shot_asked = Signal()
    steps_asked = Signal()
    files_given = Signal(list)
    correction_left = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.files: list[str] = []
        self._is_busy = False
        self._dialog: QFileDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        column.setSpacing(theme.px(6))
        self.changing = text(self.tr("You are changing a message that was not sent."), "cap")
        leave = button(self.tr("Cancel"), "neutral small", act=self.correction_left.emit)
        self.correcting = EndRow(self.changing, leave, self)
        self.correcting.hide()
        column.addWidget(self.correcting)
        self.field = ReplyField(self)
        column.addWidget(self.field)
        self._list = QWidget(self)
        Flow(self._list, gap=6, line_gap=4)
        column.addWidget(self._list)
        self.error = ErrorLine(self)
        column.addWidget(self.error)
        self.send = button(self.tr("Send"), "primary", icon="paper-plane-right", act=self._send)
        column.addWidget(EndRow(self._beside(), self.send, self, gap=4))
        self.field.send_asked.connect(self._send)
        self.field.focused.connect(self._frame)
        self.field.files_given.connect(self.files_given)
        self.field.textChanged.connect(self._changed)
        self._draw_files()

    def _beside(self) -> QWidget:
        """What may go with the words; quiet."""
        beside = QWidget(self)
        flow, self._extras = Flow(beside, gap=4, line_gap=0), list[QWidget]()
        for words, icon, act in (
            (self.tr("File"), "paperclip", self._ask_files),
            (self.tr("Steps"), "mouse-simple", self.steps_asked.emit),
            (self.tr("Screenshot"), "camera", self.shot_asked.emit),
        ):  # the two short ones share a line in a small window
            self._extras.append(button(words, "neutral small", icon=icon, act=act))
            flow.addWidget(self._extras[-1])
        steps = self._extras[1]
        steps.setAccessibleName(self.tr("Record the steps"))  # the whole of it has no room in a small window
        steps.setToolTip(steps.accessibleName())
        self.hint = text("", "cap")
        self.hint.setWordWrap(False)
        flow.addWidget(self.hint)
        return beside

    def _frame(self, has_focus: bool) -> None:
        self.setProperty("active", has_focus)
        self.style().unpolish(self)
        self.style().polish(self)

    def set_up(self, placeholder: str, *, sends_with_enter: bool) -> None:
        """Whom one writes to, and which key sends."""
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.field.sends_with_enter = sends_with_enter
        self.hint.set_words(self.tr("Enter sends") if sends_with_enter else self.tr("Shift+Enter sends"))

    def fill(self, words: str, files: Sequence[str]) -> None:
        """What was written before; nobody is told that it changed."""
        self.blockSignals(True)
        self.field.setReadOnly(False)
        self.field.setPlainText(words)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.files = list(files)
        self._draw_files()
        self.blockSignals(False)

    def hold(self) -> None:
        """Empty, and nothing can be written or chosen, until it is filled."""
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.close()
        self.fill("", ())
        self.field.setReadOnly(True)
        self._enable()

    def set_busy(self, *, is_busy: bool) -> None:
        """While a message is on its way the next can be written, not sent."""
        if is_busy:
            self.send.set_busy(self.tr("Sending…"))
        elif self._is_busy:
            self.send.set_ready()
        self._is_busy = is_busy
        self._enable()

    def show_correcting(self, *, is_so: bool) -> None:
        """A message that was not sent is written anew: words alone."""
        self.correcting.setVisible(is_so)
        for extra in self._extras:
            extra.setVisible(not is_so)

    def words(self) -> str:
        """What is written."""
        return self.field.toPlainText()

    def say(self, sentence: str) -> None:
        """What kept the message from being accepted; the words stay."""
        self.error.say(sentence)

    def add_files(self, paths: Sequence[str]) -> None:
        """Attach files."""
        self.files += [path for path in paths if path not in self.files]
        self._draw_files()
        self.changed.emit()

    def _ask_files(self) -> None:
        self._dialog = QFileDialog(self, self.tr("Choose files to attach"))
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._dialog.filesSelected.connect(self.files_given)
        self._dialog.open()

    def _draw_files(self) -> None:
        flow = self._list.layout()
        while flow is not None and (item := flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for path in self.files:
            name = harmless(path.replace("\\", "/").rsplit("/", 1)[-1])
            chip = button(middle_cut(name, 30).replace("&", "&&"), "small", icon="x")
            chip.setAccessibleName(self.tr("Remove {name}").format(name=name))
            chip.setToolTip(self.tr("Remove {name}").format(name=name))
            chip.clicked.connect(lambda _checked=False, path=path: self._remove(path))
            if flow is not None:
                flow.addWidget(chip)
        self._list.setVisible(bool(self.files))
        self._enable()

    def _enable(self) -> None:
        is_held = self._is_busy or self.field.isReadOnly()
        self.send.setEnabled(not is_held and bool(self.words().strip() or self.files))

    def _remove(self, path: str) -> None:
        self.files = [kept for kept in self.files if kept != path]
        self._draw_files()
        self.field.setFocus()
        self.removed.emit(path)
        self.changed.emit()

    def _changed(self) -> None:
        self._enable()
        self.error.hide()
        self.changed.emit()

    def _send(self) -> None:
        if self.send.isEnabled():
            self.sent.emit(self.words().strip(), list(self.files))
