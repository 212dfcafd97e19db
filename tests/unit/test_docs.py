"""The pages for administrators and technicians: the same in each language, and what they quote is written there."""

import re

import pytest

from desktop_app import resources
from desktop_app.domain.words import LANGUAGES
from desktop_app.privileged.verbs import VERBS
from desktop_app.services.settings import ROWS

QUOTES = {"en": "“([^”]+)”", "fr": "«\\s([^»]+)\\s»", "de": "„([^“]+)“", "nl": "“([^”]+)”"}
NOT_ON_A_BUTTON = {"es gibt etwas Neues", "er is iets nieuws", "something is new", "il y a du nouveau"}


def text(page: str, language: str) -> str:
    return resources.path(f"docs/{page}.{language}.md").read_text(encoding="utf-8")


def written(language: str) -> str:
    """All that the console and the window say."""
    files = [*resources.path("words").glob("*.toml"), *resources.translations().glob("*.ts")]
    return _plain("\n".join(file.read_text(encoding="utf-8") for file in files))


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words)


@pytest.mark.parametrize("page", ["administrator", "technician"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_tells_the_same(page: str, language: str) -> None:
    def shape(words: str) -> list[int]:
        return [len(re.findall(sign, words, re.MULTILINE)) for sign in ("^## ", r"^\|", "^- ", "^```", "https?://")]

    assert shape(text(page, language)) == shape(text(page, "en"))


@pytest.mark.parametrize("page", ["administrator", "technician"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_quoted_is_written_there(page: str, language: str) -> None:
    quoted = {_plain(words) for words in re.findall(QUOTES[language], text(page, language))} - NOT_ON_A_BUTTON
    assert quoted
    everything = written(language)
    assert not [words for words in quoted if words not in everything]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_settings_and_verbs_that_are_named_exist(language: str) -> None:
    words = text("administrator", language)
    named = set(re.findall(r"`((?:helpdesk|identity|snapshot|fixes|packs|privileged)\.[a-z_]+)", words))
    assert named <= set(ROWS)
    assert all(f"`{verb}`" in words for verb in VERBS)
