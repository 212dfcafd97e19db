"""The text of an article: Markdown, shown without loading anything from elsewhere."""

import re
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop_app.ui import theme

_MEASURE = 620
_IMAGE = QTextDocument.ResourceType.ImageResource.value
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")


class Reader(QTextBrowser):
    """Grows with its text, so that only the page scrolls. Pictures and pages from elsewhere are never loaded.

    `shipped`: the folder of a text of our own, whose pictures may be shown.
    """

    def __init__(self, parent: QWidget | None = None, shipped: Path | None = None) -> None:
        super().__init__(parent)
        self._shipped = shipped
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._open)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMaximumWidth(theme.px(_MEASURE))
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda size: self.setFixedHeight(round(size.height()) + 8)
        )

    def show_markdown(self, markdown: str, title: str) -> None:
        """Show it; a first heading that repeats the page's title is left out."""
        lines = markdown.lstrip().splitlines()
        if lines and lines[0].lstrip("# ").strip() == title:
            lines = lines[1:]
        self.setAccessibleName(title)
        with_its_name = r"\g<0>\n\n*\1*"  # for those who hear it
        words = _PICTURE.sub(with_its_name if self._shipped else r"\1", "\n".join(lines))
        features = self.document().MarkdownFeature
        self.document().setMarkdown(words, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        self._dress()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)

    def _open(self, url: QUrl) -> None:
        """The words of a link may say another place than it leads to: the whole address is asked for first."""
        from desktop_app.ui.pages.conversations.links import LinkQuestion

        if url.scheme() in {"https", "http"}:
            LinkQuestion(url.toString(QUrl.ComponentFormattingOption.FullyEncoded), self).open()
        elif url.scheme() == "mailto":
            QDesktopServices.openUrl(url)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | None:
        """Nothing is loaded, from nowhere, but a picture that is shipped with its text."""
        file = self._shipped / QUrl(name).path() if self._shipped and kind == _IMAGE else None
        return QImage(str(file)) if file and self._shipped in file.resolve().parents else None

    def _dress(self) -> None:
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            shape = QTextBlockFormat(block.blockFormat())
            level = shape.headingLevel()
            size = theme.text_px("title" if level == 1 else "head" if level else "body")
            line = theme.line_px("title" if level == 1 else "head" if level else "body")
            shape.setLineHeight(line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
            stands_apart = block.textList() is None and cursor.currentTable() is None and block.position() > 0
            shape.setTopMargin(theme.px(14 if level else 6 if stands_apart else 0))
            shape.setBottomMargin(theme.px(6))
            cursor.setBlockFormat(shape)
            self._set_size(cursor, size, is_head=level > 0)
            self._dress_pieces(block)
            block = block.next()

    def _dress_pieces(self, block: QTextBlock) -> None:
        parts = block.begin()
        while not parts.atEnd():
            piece = parts.fragment()
            parts += 1
            if piece.charFormat().isAnchor():
                underlined = QTextCharFormat()
                underlined.setFontUnderline(True)
                self._change(piece, underlined)
            elif piece.charFormat().isImageFormat():
                narrowed = QTextImageFormat(piece.charFormat().toImageFormat())
                narrowed.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                self._change(piece, narrowed)

    def _change(self, piece: QTextFragment, change: QTextCharFormat) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(change)

    @staticmethod
    def _set_size(cursor: QTextCursor, size: int, *, is_head: bool) -> None:
        change = QTextCharFormat()
        change.setProperty(QTextFormat.Property.FontPixelSize.value, size)
        change.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        if is_head:
            change.setProperty(QTextFormat.Property.FontSizeAdjustment.value, 0)
            change.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(change)


def _dress_table(table: QTextTable) -> None:
    """Thin lines, air around the words, the full width, a head that stands out."""
    shape = QTextTableFormat()
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(theme.color("border"))
    shape.setCellPadding(theme.px(6))
    shape.setCellSpacing(0)
    shape.setTopMargin(theme.px(8))
    shape.setBottomMargin(theme.px(6))
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
    for column in range(table.columns()):
        _dress_head(table, column)


def _dress_head(table: QTextTable, column: int) -> None:
    cell, ground, strong = table.cellAt(0, column), QTextTableCellFormat(), QTextCharFormat()
    ground.setBackground(theme.color("sunken"))
    strong.setFontWeight(QFont.Weight.DemiBold)
    cell.setFormat(ground)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(strong)
