"""The page of help: its pictures are shown, fit, and are named; what it says is written on buttons is."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument

from desktop_app import resources
from desktop_app.domain.words import LANGUAGES
from desktop_app.ui.pages.article_reader import Reader
from desktop_app.ui.pages.help import HelpPage
from desktop_app.ui.tasks import Tasks
from tests.gui.shell import Shell, shell

DOCS = resources.path("docs")
IMAGE = QTextDocument.ResourceType.ImageResource.value


def text(language: str) -> str:
    return (DOCS / f"help.{language}.md").read_text(encoding="utf-8")


def pictures(page: HelpPage) -> set[str]:
    return {each.toImageFormat().name() for each in page.reader.document().allFormats() if each.isImageFormat()}


def opened(made: Shell) -> HelpPage:
    made.open("home")
    made.press(Qt.Key.Key_F1)
    assert isinstance(made.window.page, HelpPage)
    return made.window.page


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_key_brings_it_up_with_its_pictures_inside_the_width(
    qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any, language: str
) -> None:
    wear(language, 150)
    with shell(qtbot, tasks, tmp_path, (720, 520)) as made:
        page = opened(made)
        assert page.title.words == text(language).partition("\n")[0].removeprefix("# ")
        assert len(pictures(page)) == 3
        shown = page.reader.document()
        loaded = [page.reader.loadResource(IMAGE, one) for one in pictures(page)]
        assert all(one is not None and not one.isNull() for one in loaded)
        assert shown.idealWidth() <= page.reader.viewport().width() + 1
        assert page.reader.hasFocus()


def test_a_picture_has_words_for_those_who_hear_it(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        heard = opened(made).reader.toPlainText()
        assert all(name in heard for name in re.findall(r"!\[([^\]]+)\]", text("en")))


def test_escape_leads_back(qtbot: Any, tasks: Tasks, tmp_path: Path, wear: Any) -> None:
    with shell(qtbot, tasks, tmp_path) as made:
        opened(made)
        made.press(Qt.Key.Key_Escape)
        assert not isinstance(made.window.page, HelpPage)


@pytest.mark.parametrize("name", ["../words/errors.toml", "/etc/passwd", "https://evil.example/p.png", "pictures/no"])
def test_nothing_but_its_own_pictures_is_loaded(qtbot: Any, name: str) -> None:
    reader = Reader(shipped=DOCS)
    qtbot.addWidget(reader)
    found = reader.loadResource(IMAGE, QUrl(name))
    assert found is None or found.isNull()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_says_is_written_there_is_written_there(language: str) -> None:
    catalogue = ET.parse(resources.translations() / f"rescousse_{language if language != 'en' else 'de'}.ts")  # noqa: S314 -- our own file
    field = "source" if language == "en" else "translation"
    written = {_plain(each.findtext(field) or "") for each in catalogue.iter("message")}
    assert {_plain(words) for words in re.findall(r"\*\*(.+?)\*\*", text(language))} <= written


def _plain(words: str) -> str:
    return " ".join(words.split()).rstrip(".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_tells_the_same(language: str) -> None:
    def shape(words: str) -> list[int]:
        return [len(re.findall(sign, words, re.MULTILINE)) for sign in (r"^## ", r"^!\[", r"\*\*.+?\*\*", r"^\| ")]

    assert shape(text(language)) == shape(text("en"))
