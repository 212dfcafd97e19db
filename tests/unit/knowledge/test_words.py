"""Search by words: endings, accents, compounds, meanings of everyday words, codes, and a score that can say no."""

from typing import Any

import pytest

from desktop_app.domain.words import LANGUAGES
from desktop_app.knowledge.concepts import concepts
from desktop_app.knowledge.search import SearchIndex


def indexed(*documents: dict[str, Any]) -> SearchIndex:
    index = SearchIndex(meaning=False)
    index.index([{"body": "", **document} for document in documents])
    return index


def titles(lang: str, *texts: str) -> SearchIndex:
    return indexed(*({"id": text, "title": text, "lang": lang} for text in texts))


@pytest.mark.parametrize(
    ("lang", "asked", "found"),
    [
        ("fr", "ordi portable", "Votre ordinateur"),
        ("en", "wifi", "Wireless network"),
        ("de", "WLAN", "Drahtlose Netzwerke"),
        ("nl", "wifi", "Draadloos netwerk"),
        ("en", "laptop wont wake up", "Resume from suspend"),
    ],
)
def test_words_of_one_meaning_find_each_other(lang: str, asked: str, found: str) -> None:
    assert titles(lang, found, "Tips", "Holidays 2026").search(asked, lang, 1) == [found]


@pytest.mark.parametrize(
    ("lang", "asked", "found"),
    [
        ("de", "Drucker", "Druckerwarteschlange leeren"),
        ("de", "Warteschlange", "Druckerwarteschlange leeren"),
        ("nl", "wachtrij printer", "Printerwachtrij legen"),
    ],
)
def test_a_part_of_a_compound_finds_it(lang: str, asked: str, found: str) -> None:
    others = ("Drucker und Warteschlange", "printer en wachtrij", "Monitor", "Maus")
    assert found in titles(lang, found, *others).search(asked, lang, 3)


def test_accents_may_be_left_out() -> None:
    index = titles("fr", "Mot de passe oublié", "Mot de passe à changer", "Mot de passe du réseau")
    assert index.search("mot de passe oublie", "fr", 1) == ["Mot de passe oublié"]


def test_a_code_is_meant_as_it_is_written() -> None:
    index = titles("en", "Error 0x80070057", "Error 0x80070005")
    assert index.search("0x80070005", "en", 5) == ["Error 0x80070005"]
    assert index.search("0x80070006", "en", 5) == []


def test_an_article_in_another_language_is_found_by_what_it_means() -> None:
    of_desk = {"id": "a", "title": "Connect to a wireless network", "lang": "fr", "told_in": "en"}
    index = indexed(of_desk, {"id": "b", "title": "Changer de mot de passe", "lang": "fr"})
    assert index.search("le wifi ne marche pas", "fr", 1) == ["a"]


def test_a_wording_in_the_same_words_wins_over_the_words_apart() -> None:
    index = indexed(
        {
            "id": "apart",
            "title": "Printer",
            "body": "Nothing. Comes. Out.",
            "wordings": ["printer", "out"],
            "lang": "en",
        },
        {"id": "same", "title": "Queue", "wordings": ["nothing comes out of the printer"], "lang": "en"},
    )
    assert index.search("nothing comes out of the printer", "en", 1) == ["same"]


def test_a_question_about_something_else_stays_below_the_floor() -> None:
    index = titles("en", "Empty the print queue", "No sound from the speakers", "The disk is full")
    (_, near), *_ = index.scored("my printer has a full queue", "en", 1)
    strange = index.scored("quarterly holiday allowance for the empty post in Leeds", "en", 1)
    assert near >= index.floor
    assert not strange or strange[0][1] < index.floor


def test_typing_on_never_loses_what_was_found() -> None:
    index = titles("de", "Drucker einrichten", "Bildschirm einrichten", "Maus einrichten")
    for length in range(3, len("drucker") + 1):
        (found, score), *_ = index.scored("drucker"[:length], "de", 1)
        assert (found, score >= index.floor) == ("Drucker einrichten", True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_meaning_has_words_in_every_language(lang: str) -> None:
    def named(language: str) -> set[str]:
        return {concept for said in concepts(language)._meant.values() for concept in said}

    assert named(lang) == named("en")


def test_a_denied_word_does_not_mean_the_word() -> None:
    """ "no sound" is left with "sound", which is not the meaning of "mute"."""
    assert "=mute" not in set(concepts("en").of(["sound"]))


def test_words_that_differ_in_their_accents_alone_are_one() -> None:
    index = titles("fr", "Ça dépend des congés", "Les depends du congé", "Dépends-tu de lui ?", "Un congè")
    assert len(index.search("depends conge", "fr", 5)) == 4
