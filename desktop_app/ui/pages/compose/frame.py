"""The face of a new request: notices, two columns or one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.pages.compose.enclosed import Attached
from desktop_app.ui.pages.compose.questions import Questions
from desktop_app.ui.widgets.basics import button, picture, text
from desktop_app.ui.widgets.notice import Notice

_RIGHT_WIDTH = 252
_BETWEEN = 22
_TWO_COLUMNS = 620


class Summary(QFrame):
    """Several things are missing: one sentence each, with a way to its field. It takes the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.setProperty("tone", "danger")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(12))
        row.addWidget(picture("warning-circle", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(2))
        row.addLayout(self._column, 1)
        self.hide()

    def show_faults(self, faults: list[tuple[str, QWidget]]) -> None:
        """Hidden when there are fewer than two."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(len(faults) > 1)
        if len(faults) < 2:
            return
        title = self.tr("%n point(s) to complete before sending", "", len(faults))
        self._column.addWidget(text(title, "strong"))
        for sentence, field in faults:
            self._column.addWidget(button(sentence, "link", act=field.setFocus), 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(f"{title}. {' '.join(sentence for sentence, _ in faults)}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class RequestForm(QWidget):
    """Everything that scrolls: notices, questions on the left, what goes with them on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        kept = self.tr("Your request is kept on this computer and leaves by itself as soon as the network is back.")
        self.offline = Notice(
            "", self.tr("You are offline. Carry on, nothing will be lost."), kept, icon="wifi-slash", parent=self
        )
        self.offline.hide()
        self.summary = Summary(self)
        for notice in (self.offline, self.summary):
            column.addWidget(notice)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(_BETWEEN))
        self.questions, self.attached = Questions(self), Attached(self)
        self._columns.addWidget(self.questions, 1)
        self._columns.addWidget(self.attached)
        column.addLayout(self._columns)
        column.addStretch(1)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped anywhere on the page."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        self.questions.story.insertFromMimeData(event.mimeData())
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        """The letters have their size only now."""
        super().showEvent(event)
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        """Two columns, or one below the other when `width` is short."""
        is_wide = width >= theme.px(_TWO_COLUMNS)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self.attached.setMaximumWidth(theme.px(_RIGHT_WIDTH) if is_wide else 16_777_215)
        self.attached.setMinimumWidth(theme.px(_RIGHT_WIDTH) if is_wide else 0)
        self.questions.arrange(width if not is_wide else width - theme.px(_RIGHT_WIDTH + _BETWEEN))


class ClearQuestion(QMessageBox):
    """Asked before the text goes; Escape keeps it."""

    def __init__(self, clear: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setText(self.tr("Clear everything you have written here?"))
        yes = self.addButton(self.tr("Clear the text"), QMessageBox.ButtonRole.DestructiveRole)
        no = self.addButton(self.tr("Keep my text"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(no)
        self.setEscapeButton(no)
        yes.clicked.connect(clear)
