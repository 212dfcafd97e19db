"""An article on the screen: text and nothing else, asked about when it is the help desk's, its links asked before."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.domain.errors import DiskFull
from desktop_app.domain.words import Language
from desktop_app.services.search import Article
from desktop_app.ui.pages.article import ArticlePage
from desktop_app.ui.pages.conversations.links import LinkQuestion
from desktop_app.ui.tasks import Tasks
from tests.gui.fakes import FakeDesk, FakeSearch
from tests.gui.shell import Shell, shell

BODY = (
    "## À la borne\n\n<script>alert(1)</script> <b>gras</b> ![pixel](https://evil.example/p.png)\n\n"
    "[la page](https://aide.example/) [piège](file:///etc/passwd) [script](javascript:alert(1))"
)


@dataclass
class FakeArticles:
    rated: list[tuple[str, bool]] = field(default_factory=list)
    error: Exception | None = None

    def rate(self, article_id: str, *, helpful: bool) -> None:
        if self.error:
            raise self.error
        self.rated.append((article_id, helpful))


@dataclass
class OneArticle(FakeSearch):
    is_of_desk: bool = True

    def article(self, id: str, lang: Language) -> Article:  # noqa: A002
        return Article(id, "Recharger le badge", BODY, is_of_desk=self.is_of_desk)


class DeskWithArticles(FakeDesk):
    def __init__(self, error: Exception | None = None) -> None:
        super().__init__()
        self.articles = FakeArticles(error=error)


def opened(made: Shell) -> ArticlePage:
    page = made.open("article", article_id="a1")
    assert isinstance(page, ArticlePage)
    return page


def press_button(page: ArticlePage, words: str, made: Shell) -> None:
    (found,) = [one for one in page.helped.findChildren(QPushButton) if one.accessibleName() == words]
    found.setFocus(Qt.FocusReason.TabFocusReason)
    made.press(Qt.Key.Key_Space)


@pytest.mark.parametrize(("words", "helpful"), [("Yes", True), ("No", False)])
def test_an_opinion_is_asked_for_and_thanked_for(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, words: str, helpful: bool
) -> None:
    desk = DeskWithArticles()
    with shell(qtbot, tasks, tmp_path, search=OneArticle(), desk=desk) as made:
        page = opened(made)
        assert page.helped.words.words == "Did this help?"
        press_button(page, words, made)
        assert desk.articles.rated == [("a1", helpful)]
        assert page.helped.words.words.startswith("Thank you")
        assert not page.helped.answers.isVisible()
        made.open("home")
        assert opened(made).helped.answers.isVisible(), "another reading is asked about again"


def test_a_full_disk_is_said_and_nothing_is_thanked_for(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    desk = DeskWithArticles(DiskFull(folder="/home/x"))
    with shell(qtbot, tasks, tmp_path, search=OneArticle(), desk=desk) as made:
        page = opened(made)
        press_button(page, "Yes", made)
        assert page.helped.words.words == "Did this help?"
        assert page.helped.answers.isVisible()


def test_the_packs_articles_are_nobodys_to_judge(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, search=OneArticle(is_of_desk=False)) as made:
        assert not opened(made).helped.isVisible()


def test_what_is_hostile_is_text(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, search=OneArticle(), desk=DeskWithArticles()) as made:
        page = opened(made)
        shown = page.reader.toPlainText()
        assert "<script>alert(1)</script> <b>gras</b> pixel" in shown
        assert "evil.example" not in page.reader.document().toHtml()


def test_a_link_is_followed_only_after_its_whole_address_was_asked_for(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: went.append(url.toString()))
    with shell(qtbot, tasks, tmp_path, search=OneArticle(), desk=DeskWithArticles()) as made:
        page = opened(made)
        for address in ("file:///etc/passwd", "javascript:alert(1)", "rescousse:fix/disk_full", "smb://evil/x"):
            page.reader.anchorClicked.emit(QUrl(address))
        assert _question() is None
        page.reader.anchorClicked.emit(QUrl("https://aide.example/page"))
        question = _question()
        assert question is not None
        assert "aide.example" in question.text()
        question.reject()
        assert went == []


def _question() -> LinkQuestion | None:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, LinkQuestion)), None)
