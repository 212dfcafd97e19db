"""An article: Markdown, shown without loading anything from elsewhere."""

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop_app.ui import texts, theme
from desktop_app.ui.pages import Navigate, Page, Services
from desktop_app.ui.tasks import Tasks
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.flow import EndRow, Flow
from desktop_app.ui.widgets.labels import Text

if TYPE_CHECKING:
    from desktop_app.services.search import Article

_MEASURE = 620
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")


class ArticlePage(Page):
    """One article, whether it helped, and a person when it did not."""

    def __init__(self, services: Services, tasks: Tasks, navigate: Navigate, parent: QWidget | None = None) -> None:
        super().__init__(services, tasks, navigate, parent)
        self.reader = Reader(self)
        self.content.addWidget(self.reader)
        self.helped = Helped(self)
        self.helped.said.connect(self._rate)
        self.content.addWidget(self.helped)
        ask = button(self.tr("Ask a person"), icon="chats", act=lambda: self.navigate("compose", text=self.title.words))
        card = Card(self)
        card.column.addWidget(EndRow(Text(self.tr("That was not it?"), "strong", parent=card), ask, card))
        self.content.addWidget(card)
        self.set_title("")

    def show_page(self, **arguments: Any) -> None:
        """Show `article_id`."""
        super().show_page(**arguments)
        self.article_id, self._ticket_id = str(arguments.get("article_id", "")), str(arguments.get("ticket_id", ""))
        self.helped.hide()
        services, wanted, language = self.services, self.article_id, texts.language()
        self.run(lambda: services.search.article(wanted, language), self._show)

    def first_focus(self) -> QWidget:
        """The text, so that arrows scroll and a screen reader reads."""
        return self.reader

    def _show(self, article: "Article") -> None:
        self.set_title(article.title)
        if self._ticket_id:
            self.set_back(self.tr("Back to the request"), "conversation", ticket_id=self._ticket_id)
        else:
            self.set_back(self.tr("Back to the search"), "search")
        self.reader.show_markdown(article.markdown, article.title)
        self.helped.ask()
        self.helped.setVisible(article.is_of_desk)

    def _rate(self, helpful: bool) -> None:
        services, article_id = self.services, self.article_id
        self.run(
            lambda: services.desk.articles.rate(article_id, helpful=helpful),
            lambda _: self.announce(self.helped.thank()),
        )


class Helped(Card):
    """Asks whether an article of the help desk helped, and thanks for either answer."""

    said = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text("", "strong", parent=self)
        self.answers = QWidget(self)
        row = Flow(self.answers, gap=8, at_end=True)
        row.addWidget(button(self.tr("Yes"), act=lambda: self.said.emit(True)))
        row.addWidget(button(self.tr("No"), act=lambda: self.said.emit(False)))
        self.column.addWidget(EndRow(self.words, self.answers, self))

    def ask(self) -> None:
        """Before an answer."""
        self.words.set_words(self.tr("Did this help?"))
        self.answers.show()

    def thank(self) -> str:
        """After it; the words, to be said aloud."""
        self.words.set_words(self.tr("Thank you. The help desk will know."))
        self.answers.hide()
        return self.words.words


class Reader(QTextBrowser):
    """Grows with its text, so that only the page scrolls. Pictures and pages from elsewhere are never loaded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        words = _PICTURE.sub(r"\1", "\n".join(lines))
        self.document().setMarkdown(words, self.document().MarkdownFeature.MarkdownNoHTML)
        self._dress()

    def _open(self, url: QUrl) -> None:
        """The words of a link may say another place than it leads to: the whole address is asked for first."""
        from desktop_app.ui.pages.conversations.links import LinkQuestion

        if url.scheme() in {"https", "http"}:
            LinkQuestion(url.toString(QUrl.ComponentFormattingOption.FullyEncoded), self).open()
        elif url.scheme() == "mailto":
            QDesktopServices.openUrl(url)

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Nothing is loaded, from nowhere."""

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
            shape.setTopMargin(theme.px(14) if level else 0)
            shape.setBottomMargin(theme.px(6))
            cursor.setBlockFormat(shape)
            self._set_size(cursor, size, is_head=level > 0)
            self._underline_links(block)
            block = block.next()

    def _underline_links(self, block: QTextBlock) -> None:
        parts = block.begin()
        while not parts.atEnd():
            piece = parts.fragment()
            parts += 1
            if piece.charFormat().isAnchor():
                cursor = QTextCursor(self.document())
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                change = QTextCharFormat()
                change.setFontUnderline(True)
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
