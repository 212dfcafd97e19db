"""Where somebody writes: pictures and files that are dropped or pasted go beside the words."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextEdit, QWidget


class WritingField(QTextEdit):
    """Plain text, as high as its words: `_fit` is asked for at each change. Tab leaves the field."""

    files_given = Signal(list)
    picture_given = Signal(QImage)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())

    def _fit(self) -> None:
        raise NotImplementedError

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Pictures and files too."""
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text goes into the field, everything else beside it; nothing anywhere while it is closed."""
        if self.isReadOnly():
            return
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_given.emit(files)
        elif source.hasImage():
            self.picture_given.emit(QImage(source.imageData()))
        else:
            self.insertPlainText(source.text())
