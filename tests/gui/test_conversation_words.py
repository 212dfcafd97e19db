"""Words from the wire: plain, whatever is in them, and no address is opened unseen."""

from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from desktop_app.domain.ticket import EntryKind
from desktop_app.ui.pages.conversations import RequestsPage
from desktop_app.ui.pages.conversations.links import LinkQuestion
from desktop_app.ui.widgets.message import Message, MessageView, WireText
from desktop_app.ui.widgets.plain_words import (
    addresses,
    articles,
    breakable,
    harmless,
    middle_cut,
    without_articles,
)
from tests.gui.fakes_flows import SOFIA, Desktop, entry, ticket
from tests.gui.stage import Stage as Show
from tests.gui.stage import words_on


def _page(stage: Show, home: Desktop, width: int = 744, **arguments: Any) -> RequestsPage:
    page = RequestsPage(home, stage.tasks, stage.navigate)
    stage.show(page, width, **arguments)
    return page


HOSTILE = (
    "<b>bold</b> <img src='file:///etc/passwd'> <a href='https://evil.example'>click</a>",
    "<script>alert(1)</script>",
    "invoice\u202egpj.exe",
    "a" * 5000,
    "https://xn--bnk-8na.example/" + "b" * 400 + "?x=<>&y=\"'",
    "\x00\x07\x1b[31mred",
    "{name} %1 %n {0}",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_from_the_wire_stay_plain_words(stage: Show, home: Desktop, words: str) -> None:
    author = SOFIA.model_copy(update={"name": words[:150]})
    opened = ticket(words[:200].replace("\x00", "") or "x", assignee=words[:150])
    event = entry(opened.id, 2, "", kind=EntryKind.EVENT, event="taken", facts={"name": words})
    home.know(
        opened, entry(opened.id, 1, words, author), event, entry(opened.id, 3, words, author, event="from_a_newer_desk")
    )
    page = _page(stage, home, ticket_id=opened.id)
    (message,) = page.room.lines.messages()
    shown = message.findChild(WireText)
    assert shown is not None
    assert shown.textFormat() == Qt.TextFormat.PlainText
    for label in page.findChildren(QLabel):
        assert not label.openExternalLinks()
        if label.textFormat() != Qt.TextFormat.PlainText:
            assert "<b>" not in label.text()
            assert "<img" not in label.text()
            assert "<a " not in label.text()
    assert "\u202e" not in words_on(page)
    stage.qtbot.waitUntil(lambda: not _sideways(page))


def _sideways(page: RequestsPage) -> list[QScrollArea]:
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisibleTo(page)]
    return [area for area in areas if (inside := area.widget()) and inside.width() > area.viewport().width() + 1]


def test_an_address_is_shown_in_full_before_it_is_opened(qtbot: Any) -> None:
    visited: list[QUrl] = []
    (address,) = addresses("Look at https://bank.example@evil.example/é?q=1.")
    assert address == "https://bank.example@evil.example/%C3%A9?q=1"
    question = LinkQuestion(address, None, visited.append)  # type: ignore[arg-type]
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(question)
    assert "evil.example" in question.text()
    assert "bank.example" not in question.text()
    assert address in question.informativeText().replace("\u200b", "")
    assert question.textFormat() == Qt.TextFormat.PlainText
    assert question.defaultButton() is question.stay
    question.stay.click()
    assert not visited
    question.go.click()
    assert visited == [QUrl(address)]


def test_only_web_addresses_become_links() -> None:
    assert addresses("javascript:alert(1) file:///etc/passwd data:text/html,x mailto:a@b ftp://x") == []
    assert addresses("http://bücher.example/ and http://bücher.example/") == ["http://xn--bcher-kva.example/"]


def test_names_cannot_disguise_themselves() -> None:
    assert harmless("photo\u202egpj.exe") == "photogpj.exe"
    assert middle_cut("a-very-long-name-of-a-file.pdf", 20) == "a-very-lo…a-file.pdf"
    assert breakable("x" * 65).count("\u200b") == 2


ARTICLE = "01a200e0-d89a-7173-b2fe-2c65f5771aa5"


def test_an_article_that_an_answer_names_is_a_button_and_no_address(qtbot: Any) -> None:
    asked: list[str] = []
    body = f"Voyez Imprimer en couleur (rescousse:article/{ARTICLE}), puis dites-moi."
    message = Message(MessageView("1", "Sofia", is_mine=False, body=body, caption="10:40"))
    qtbot.addWidget(message)
    message.article_asked.connect(asked.append)
    assert message.words.text() == "Voyez Imprimer en couleur, puis dites-moi."
    assert ARTICLE not in message.accessibleName()
    (read,) = [one for one in message.findChildren(QPushButton) if one.accessibleName() == "Read the article"]
    read.click()
    assert asked == [ARTICLE]


def test_what_only_looks_like_an_article_stays_words() -> None:
    for words in ("rescousse:article/x", "rescousse:fix/disk_full", f"rescousse:article/{ARTICLE[:-1]}"):
        assert articles(words) == []
        assert without_articles(words) == words
