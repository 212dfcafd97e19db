"""A part of a page that scrolls by itself, never sideways; with large text in a small window the page scrolls."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui import theme


class Growing(QObject):
    """Makes a scroll area as high as its content while `is_on`, so that something around it scrolls instead."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self.is_on = False
        area.installEventFilter(self)
        self.watch()

    def watch(self) -> None:
        """The area has another content."""
        if (content := self._area.widget()) is not None:
            content.installEventFilter(self)
        self.fit()

    def set_on(self, is_on: bool) -> None:
        """Grow, or scroll again."""
        if is_on != self.is_on:
            self.is_on = is_on
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if is_on else Qt.ScrollBarPolicy.ScrollBarAsNeeded
            self._area.setVerticalScrollBarPolicy(policy)
            self.fit()

    def fit(self) -> None:
        """As high as the content is at this width."""
        widget = self._area.widget()
        if not self.is_on or widget is None:
            self._area.setMinimumHeight(0)
            return
        layout, width = widget.layout(), self._area.viewport().width()
        height = layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1
        self._area.setMinimumHeight(max(height, widget.minimumSizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width, other words."""
        if self.is_on and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.fit()
        return super().eventFilter(watched, event)


class Scroll(QScrollArea):
    """Holds one content at a time; the keyboard passes through it to what is inside."""

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, 0, 0), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        left, top, right, bottom = margins
        self._margins = (left, theme.px(top), right, theme.px(bottom))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.growing = Growing(self)

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
        self.growing.watch()
        self.verticalScrollBar().setValue(0)
