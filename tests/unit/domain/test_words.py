"""Sentences in four languages."""

import pytest

from desktop_app.domain.words import NARROW_SPACE, NO_BREAK_SPACE, Text, french_spaces, in_language, nearest_language


def test_french_signs_keep_their_space() -> None:
    assert french_spaces("Ça va ? « Oui » : 50 %") == (
        f"Ça va{NARROW_SPACE}? «{NO_BREAK_SPACE}Oui{NO_BREAK_SPACE}»{NO_BREAK_SPACE}: 50{NO_BREAK_SPACE}%"
    )


def test_other_languages_are_left_as_they_are() -> None:
    text: Text = {"fr": "Quoi ?", "en": "What ?", "de": "Was ?", "nl": "Wat ?"}
    assert in_language(text, "en") == "What ?"


def test_gaps_are_filled() -> None:
    text: Text = {"fr": "{n} jours", "en": "{n} days", "de": "{n} Tage", "nl": "{n} dagen"}
    assert in_language(text, "de", n=3) == "3 Tage"


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de_AT.UTF-8", "de"), ("nl-BE", "nl"), ("fr_CA", "fr"), ("EN", "en"), ("pt", "fr"), ("", "fr")],
)
def test_the_nearest_language_serves(tag: str, language: str) -> None:
    assert nearest_language(tag) == language
