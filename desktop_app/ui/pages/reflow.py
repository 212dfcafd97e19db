"""A page that stays usable with large text in a small window: header and footer then scroll with the rest."""

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.decision import Footer
from desktop_app.ui.widgets.scroll import Scroll

_LEAST_BETWEEN = 200


class ReflowPage(Page):
    """Has a `decision` footer. Header and footer stay as long as something is left between them."""

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self._reflow_soon = QTimer(self)
        self.decision = Footer(self)
        self._whole.addWidget(self.decision)
        self._whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._around: Scroll | None = None
        self._reflow_soon.setSingleShot(True)
        self._reflow_soon.timeout.connect(self._reflow)

    def is_short(self) -> bool:
        """Whether header and footer leave too little room between them."""
        taken = sum(_tall(part, self.width()) for part in (self._head, self.decision))
        return self.height() - taken < theme.px(_LEAST_BETWEEN)

    def minimumSizeHint(self) -> QSize:
        """However large the text: what does not fit scrolls."""
        return QSize(200, 200)

    def grow(self, is_on: bool) -> None:
        """Parts that scroll by themselves take their full height, or scroll again."""

    def zones(self) -> tuple[QWidget, ...]:
        """Header, content, footer."""
        return self._head, self._middle, self.decision

    def _reflow(self) -> None:
        if self.is_short() == (self._around is not None):
            return
        parts = (self._head, self._middle, self.decision)
        for part in parts:
            self._whole.removeWidget(part)
        old, self._around = self._around, None
        if old is None:
            self._around = Scroll()
            content = QWidget()
            column = QVBoxLayout(content)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            self._around.set_content(content)
            self._whole.addWidget(self._around)
        else:
            column = self._whole
        for part in parts:
            column.addWidget(part, 1 if part is self._middle else 0)
        if old is not None:
            old.hide()
            old.deleteLater()
        self.grow(old is None)

    def event(self, event: QEvent) -> bool:
        """Other words in header or footer may need another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._reflow_soon.start(0)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is room."""
        super().resizeEvent(event)
        self._reflow_soon.start(0)


def _tall(part: QWidget, width: int) -> int:
    if part.isHidden():
        return 0
    layout = part.layout()
    if layout is None:
        return part.minimumSizeHint().height()
    return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
