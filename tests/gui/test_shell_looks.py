"""Looks and words: the style sheet, contrast, icons, times and states in four languages."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import resources
from desktop_app.domain.errors import SupportError
from desktop_app.domain.ticket import Stage, Status
from desktop_app.domain.words import LANGUAGES
from desktop_app.ui import icons, texts, theme


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_sheet_has_no_gap_left(name: Any) -> None:
    for file in ("app", "contrast"):
        words = resources.path(f"style/{file}.qss").read_text(encoding="utf-8")
        filled = theme.sheet(words, theme.Look(name, 1.5))
        assert "@" not in filled
        assert "font-size: 22px" in filled, "15 px at 150 %"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_can_be_read_on_its_ground(name: str) -> None:
    colors = theme.tokens()["color"][name]
    for ground in ("bg", "surface", "sunken", "raised", "hover", "accent_soft"):
        for words in ("text", "text_2", "text_3", "accent_text"):
            assert _contrast(colors[words], colors[ground]) >= 4.5, (words, ground)
    for pair in (("on_accent", "accent"), ("on_danger", "danger_solid"), ("mask_text", "mask_bg")):
        assert _contrast(colors[pair[0]], colors[pair[1]]) >= 4.5
    assert _contrast(colors["focus"], colors["bg"]) >= 3


def _contrast(one: str, other: str) -> float:
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_icon_draws_something_and_an_unknown_one_too(qapp: QApplication) -> None:
    names = [file.stem for file in resources.path("icons").glob("*.svg")]
    assert len(names) > 100
    for name in (*names, "an-icon-we-do-not-have"):
        drawn = icons.pixmap(name, "text", 24).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name


NOW = datetime(2026, 3, 21, 9, 44, tzinfo=UTC)
TIMES = {
    "fr": (
        "9\xa0h\xa044",
        "il y a 6\xa0min",
        "hier à 22\xa0h",
        "mercredi à 9\xa0h\xa044",
        "Aujourd’hui, 21 mars",
        "1er mars",
    ),
    "en": ("9:44", "6 min ago", "yesterday at 22:00", "Wednesday at 9:44", "Today, 21 March", "1 March"),
    "de": ("9:44 Uhr", "vor 6 Min.", "gestern um 22 Uhr", "Mittwoch um 9:44 Uhr", "Heute, 21. März", "1. März"),
    "nl": ("9.44 uur", "6 min geleden", "gisteren om 22 uur", "woensdag om 9.44 uur", "Vandaag, 21 maart", "1 maart"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("greenwich")
def test_times_are_said_as_people_say_them(wear: Any, language: Any) -> None:
    wear(language)
    texts.set_clock(lambda: NOW)
    said = (
        texts.clock(NOW),
        texts.ago(NOW - timedelta(minutes=6)),
        texts.moment(NOW - timedelta(hours=11, minutes=44)),
        texts.moment(NOW - timedelta(days=3)),
        texts.day(NOW),
        texts.date(NOW - timedelta(days=20)),
    )
    assert said == TIMES[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_word(wear: Any, language: Any) -> None:
    wear(language)
    for status in Status:
        for stage in Stage:
            word, tone = texts.status(status, stage)
            assert word
            assert tone in {"", "accent", "success", "warning", "danger"}


def test_a_failure_without_a_sentence_still_says_that_nothing_is_lost(wear: Any, caplog: Any) -> None:
    class New(SupportError):
        key = "not_written_yet"

    assert "Nothing was lost" in texts.explain(New())
    caplog.clear()
