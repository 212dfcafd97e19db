"""A part of a page that scrolls by itself, never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui import theme


class Scroll(QScrollArea):
    """Holds one content at a time; the keyboard passes through it to what is inside."""

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, 0, 0), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margins = tuple(theme.px(side) for side in margins)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_content(self, content: QWidget) -> None:
        """Show `content` from its top; the one before goes."""
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inside)
        column.setContentsMargins(*self._margins)
        column.addWidget(content)
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.setWidget(inside)
        self.verticalScrollBar().setValue(0)
