"""An article on the screen: text and nothing else, asked about when it is the help desk's, its links asked before."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextTable
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app import resources
from desktop_app.domain.errors import DiskFull
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.knowledge.pack import Packs
from desktop_app.services.know_how import Lead
from desktop_app.services.search import Article, Search
from desktop_app.ui.pages.article import ArticlePage
from desktop_app.ui.pages.conversations.links import LinkQuestion
from desktop_app.ui.tasks import Tasks
from tests.gui.fakes import FakeDesk, FakeKnowHow, FakeSearch
from tests.gui.shell import Shell, shell

BODY = (
    "## À la borne\n\n<script>alert(1)</script> <b>gras</b> ![pixel](https://evil.example/p.png)\n\n"
    "[la page](https://aide.example/) [piège](file:///etc/passwd) [script](javascript:alert(1))"
)


@dataclass
class FakeArticles:
    rated: list[tuple[str, bool]] = field(default_factory=list)
    given: list[tuple[str, str]] = field(default_factory=list)
    error: Exception | None = None

    def rate(self, article_id: str, *, helpful: bool, said: str = "", lang: Language = "fr") -> None:
        if self.error:
            raise self.error
        if said:
            self.given.append((said, lang))
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


def opened(made: Shell, **found: str) -> ArticlePage:
    page = made.open("article", article_id="a1", **found)
    assert isinstance(page, ArticlePage)
    return page


def press_button(page: ArticlePage, words: str, made: Shell) -> None:
    (found,) = [one for one in page.helped.findChildren(QPushButton) if one.accessibleName() == words]
    found.setFocus(Qt.FocusReason.TabFocusReason)
    made.press(Qt.Key.Key_Space)


def test_the_words_of_a_search_go_along_only_when_they_are_given(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any
) -> None:
    desk = DeskWithArticles()
    with shell(qtbot, tasks, tmp_path, search=OneArticle(), desk=desk) as made:
        page = opened(made, said=" mon  badge & moi ")
        assert not page.helped.give.isVisible()
        press_button(page, "Yes", made)
        assert desk.articles.given == []
        assert "mon badge && moi" in page.helped.give.text()
        page.helped.give.click()
        made.settle()
        assert [said for said, _ in desk.articles.given] == ["mon badge & moi"]
        assert not page.helped.give.isVisible()
        made.open("home")
        page = opened(made)
        press_button(page, "Yes", made)
        assert not page.helped.give.isVisible(), "nothing was searched for"


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


def test_the_fix_that_does_it_is_one_press_away(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    leads = FakeKnowHow([Lead("disk_full", "The disk is full", "hard-drive", 3)])
    with shell(qtbot, tasks, tmp_path, search=OneArticle(is_of_desk=False), know_how=leads) as made:
        page = opened(made)
        went: list[dict[str, Any]] = []
        monkeypatch.setattr(page, "navigate", lambda name, **where: went.append({"page": name, **where}))
        start = made.tab_to("Start")
        assert start.accessibleDescription() == "The disk is full"
        made.press(Qt.Key.Key_Space)
        assert went == [{"page": "fix", "fix_id": "disk_full", "said": "Recharger le badge"}]


def test_without_a_fix_none_is_offered(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path, search=OneArticle(is_of_desk=False)) as made:
        assert not opened(made).leads.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_and_lists_are_drawn_in_the_width_there_is(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, language: Language
) -> None:
    wear(language, 200)
    pack = Packs([resources.path("packs/core")])
    with shell(qtbot, tasks, tmp_path, (720, 520), search=Search(pack)) as made:
        page = made.open("article", article_id="message_web_codes")
        assert isinstance(page, ArticlePage)
        document = page.reader.document()
        tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
        assert [(table.rows(), table.columns()) for table in tables] == [(8, 3)]
        assert "|" not in page.reader.toPlainText()
        assert document.idealWidth() <= page.reader.viewport().width() + 1


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
