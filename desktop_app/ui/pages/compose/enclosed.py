"""The right column of a new request: screenshot, computer report, steps tried, files."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.services.attachments import STEPS
from desktop_app.ui import theme
from desktop_app.ui.pages.compose.sending import Enclosed
from desktop_app.ui.widgets.basics import Button, Text, button, text
from desktop_app.ui.widgets.consent_card import LinesCard
from desktop_app.ui.widgets.field import ErrorLine
from desktop_app.ui.widgets.plain_words import harmless, middle_cut
from desktop_app.ui.widgets.switch import Switch


class Shot(QWidget):
    """The screenshot, small; it is described in words for those who do not see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Screenshot, small"))

    def show_picture(self, image: QImage) -> None:
        """Draw `image`, scaled down."""
        wide = image.scaled(
            QSize(520, 260), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._picture = QPixmap.fromImage(wide)
        self.update()

    def sizeHint(self) -> QSize:
        """As in the design."""
        return QSize(theme.px(200), theme.px(126))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture in a frame."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, 6, 6)
        painter.fillPath(path, theme.color("sunken"))
        painter.setClipPath(path)
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        painter.setClipping(False)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.end()


class Attached(QWidget):
    """What goes with the request, each part with a way to leave it out."""

    shot_asked = Signal()
    shot_removed = Signal()
    steps_asked = Signal()
    window_asked = Signal()
    files_asked = Signal()
    file_removed = Signal(object)
    review_asked = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._add_shot(column)
        column.addSpacing(theme.px(8))
        column.addWidget(text(self.tr("Also attached"), "strong"))
        self._card = QVBoxLayout()
        column.addLayout(self._card)
        self.steps = _wide(button(self.tr("Record the steps"), "small", icon="mouse-simple", act=self.steps_asked.emit))
        column.addWidget(self.steps)
        self.add = _wide(button(self.tr("Add a file"), "small", icon="paperclip", act=self.files_asked.emit))
        column.addWidget(self.add)
        self.error = ErrorLine(self)
        column.addWidget(self.error)
        column.addWidget(text(self.tr("You can also drop files here, or paste a picture."), "cap"))
        column.addStretch(1)
        self.report = Switch(self.tr("Computer report"), is_on=True, parent=self)
        self.tried = Switch(self.tr("What was tried"), is_on=True, parent=self)
        for switch in (self.report, self.tried):
            switch.toggled.connect(lambda _: self.changed.emit())
        self._report_line, self._tried_line = self._lines()
        self.list: list[Enclosed] = []
        self._steps = 0
        self.draw()

    def _add_shot(self, column: QVBoxLayout) -> None:
        column.addWidget(text(self.tr("Screenshot"), "strong"))
        self._shot = Shot(self)
        self._shot.hide()
        column.addWidget(self._shot)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.take = _wide(button(self.tr("Take a screenshot"), "small", icon="camera", act=self.shot_asked.emit))
        self.drop = _wide(button(self.tr("Remove"), "small", icon="trash", act=self.shot_removed.emit))
        self.drop.setAccessibleName(self.tr("Remove the screenshot"))
        self.drop.hide()
        row.addWidget(self.take)
        row.addWidget(self.drop)
        column.addLayout(row)
        window = button(self.tr("Only one window"), "small", icon="app-window", act=self.window_asked.emit)
        column.addWidget(_wide(window))
        self.shot_hint = text(self.tr("This window steps aside first. You see the picture before it leaves."), "cap")
        column.addWidget(self.shot_hint)

    def _lines(self) -> tuple[QWidget, Text]:
        report = QWidget(self)
        column = QVBoxLayout(report)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(text(self.tr("Computer report"), "sub", tone="text"))
        self.counts = text("", "cap")
        self.counts.hide()
        column.addWidget(self.counts)
        self.review = button(self.tr("See and change"), "link", act=self.review_asked.emit)
        self.review.setAccessibleName(self.tr("See and change the computer report"))
        column.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        return report, text("", "sub", tone="text")

    def say(self, sentence: str) -> None:
        """What could not be attached and why, under the button; nothing takes it away."""
        self.error.say(sentence)

    def show_shot(self, image: QImage | None) -> None:
        """A picture to show, or none any more."""
        self._shot.setVisible(image is not None)
        self.drop.setVisible(image is not None)
        if image is not None:
            self._shot.show_picture(image)
        self.take.set_words(self.tr("Take again") if image is not None else self.tr("Take a screenshot"))

    def show_steps(self, steps: int) -> None:
        """So many guided fixes were tried; none: the line goes."""
        self._steps = steps
        self.draw()

    def show_files(self, files: list[Enclosed]) -> None:
        """The files and pictures, each with a button to remove it."""
        self.list = files
        self.draw()

    def draw(self) -> None:
        """Build the card again from what is known."""
        old = self._card.takeAt(0)
        for kept in (self._report_line, self._tried_line, self.report, self.tried):
            kept.setParent(self)
            kept.hide()
        if old is not None and (widget := old.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        card = LinesCard(self, is_dense=True)
        card.add_line("desktop", _shown(self._report_line), _shown(self.report))
        if self._steps:
            self._tried_line.set_words(self.tr("%n guided fix(es) tried", "", self._steps))
            card.add_line("wrench", _shown(self._tried_line), _shown(self.tried))
        for file in self.list:
            card.add_line(_icon(file), *self._file(file))
        self._card.addWidget(card)

    def _file(self, file: Enclosed) -> tuple[QWidget, QWidget]:
        name = harmless(file.name)
        label = text(middle_cut(name, 26), "sub", tone="text")
        label.setToolTip(name)
        label.setAccessibleName(name)
        remove = button(self.tr("Remove {name}").format(name=name), "icon small", "x", act=self._removing(file))
        return label, remove

    def _removing(self, file: Enclosed) -> Callable[[], None]:
        def pressed() -> None:
            self.file_removed.emit(file)

        return pressed


def _icon(file: Enclosed) -> str:
    if file.picture.endswith(STEPS):
        return "list-bullets"
    return "image" if file.picture else "file-text"


def _shown(widget: QWidget) -> QWidget:
    widget.show()
    return widget


def _wide(one: Button) -> Button:
    one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return one
