"""Search in users' words: the right fix first, with typos, while typing, in each language."""

import random
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app import resources
from desktop_app.domain.errors import NotFound
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.knowledge.pack import Packs
from desktop_app.knowledge.search import SearchIndex
from desktop_app.knowledge.spelling import Spelling
from desktop_app.services.search import Search, documents_of
from tests.unit.fixes.conftest import Bench

PACKS = Packs([resources.path("packs/core")])
SEARCH = Search(PACKS)
FIXES = SearchIndex(meaning=False)
FIXES.index([one for lang in LANGUAGES for one in documents_of(PACKS, lang) if one["id"].startswith("fix:")])


def first(text: str, lang: Language) -> str:
    return next((answer.id for answer in SEARCH.search(text, lang)), "")


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("je n'arrive pas à imprimer", "fr", "print_queue_stuck"),
        ("JE N’ARRIVE PAS A IMPRIMER", "fr", "print_queue_stuck"),
        ("plus de son", "fr", "sound_muted"),
        ("disque pleins", "fr", "disk_full"),
        ("mot de passe oublie", "fr", "password_forgotten"),
        ("my computer has no more space", "en", "disk_full"),
        ("nothing comes out of the printer", "en", "print_queue_stuck"),
        ("certificat non valide", "fr", "clock_or_certificate"),
        ("Festplatte voll", "de", "disk_full"),
        ("Druckerwarteschlange hängt", "de", "print_queue_stuck"),
        ("geen geluid", "nl", "sound_muted"),
        ("ik wil iemand spreken", "nl", "phone_the_desk"),
    ],
)
def test_finds_the_right_help(text: str, lang: Language, found: str) -> None:
    assert first(text, lang) == found


@pytest.mark.parametrize("text", ["imprimnate bloquée", "lʼimprimente bloque", "imprimentes"])
def test_forgives_spelling(text: str) -> None:
    assert first(text, "fr") in ("print_queue_stuck", "default_printer_wrong")


def test_answers_while_one_types() -> None:
    for length in range(3, len("imprimante") + 1):
        assert "print_queue_stuck" in [answer.id for answer in SEARCH.search("imprimante"[:length], "fr")]


def slipped(text: str) -> str:
    """The text as it is typed in a hurry: two letters of one word have changed places, always the same two."""
    dice = random.Random(text)  # noqa: S311 -- slips of the finger
    words = [word for word in re.finditer(r"[^\W\d_]{5,}", text) if len(set(word[0][1:])) > 1]
    if not words:
        return text
    word = dice.choice(words)
    places = [n for n in range(word.start() + 1, word.end() - 1) if text[n] != text[n + 1]]
    place = dice.choice(places)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def said(who: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"said_{who}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("who", "typed", "first", "three"),
    [
        ("by_others", str, 0.92, 0.975),
        ("by_others", slipped, 0.915, 0.975),
        ("afresh", str, 0.92, 0.99),
        ("afresh", slipped, 0.9, 0.98),
    ],
)
def test_people_who_have_not_seen_the_keywords_are_understood(
    who: str, typed: Callable[[str], str], first: float, three: float
) -> None:
    """By words alone; with meaning the benchmark of search tells some points more."""
    asked = [
        ({f"fix:{fix}" for fix in by.get("fixes", [name])}, lang, typed(text))
        for name, by in said(who).items()
        for lang in LANGUAGES
        for text in by[lang]
    ]
    found = [(fixes, FIXES.search(text, lang, 3)) for fixes, lang, text in asked]
    assert sum(not fixes.isdisjoint(best[:1]) for fixes, best in found) >= first * len(asked)
    assert sum(not fixes.isdisjoint(best) for fixes, best in found) >= three * len(asked)


def test_what_was_said_is_about_the_fixes_that_there_are() -> None:
    assert set(said("by_others")) == set(PACKS.fixes())
    assert {fix for by in said("afresh").values() for fix in by["fixes"]} <= set(PACKS.fixes())


def test_every_symptom_finds_its_fix_among_the_first_three() -> None:
    lost = [
        (lang, wording)
        for fix in PACKS.fixes().values()
        for lang in LANGUAGES
        for wording in fix.symptoms[lang]
        if fix.id not in [answer.id for answer in SEARCH.search(wording, lang)][:3]
    ]
    assert lost == []


def test_fixes_come_before_articles() -> None:
    kinds = [answer.kind for answer in SEARCH.search("ordinateur lent", "fr")]
    assert kinds == sorted(kinds, key=lambda kind: kind != "fix")
    assert "article" in kinds


@pytest.mark.parametrize("text", ["", " ", "x", "?!", "zzzzqqq", "de la", "\u202f", "%_*"])
def test_nothing_found_is_an_empty_answer(text: str) -> None:
    assert SEARCH.search(text, "fr") == []


def test_forbidden_fixes_are_not_offered(bench: Bench) -> None:
    assert {answer.kind for answer in Search(PACKS, fixes=bench.fixes).search("imprimer", "fr")} <= {"article"}


def test_articles_open_in_each_language() -> None:
    for lang in LANGUAGES:
        assert SEARCH.article("vpn_connect", lang).markdown.startswith("1. ")
    with pytest.raises(NotFound):
        SEARCH.article("nothing", "fr")


def test_languages_do_not_mix() -> None:
    index = SearchIndex(meaning=False)
    index.index(
        [
            {"id": "a", "title": "Le chat", "body": "", "lang": "fr"},
            {"id": "b", "title": "The chat", "body": "", "lang": "en"},
        ]
    )
    assert index.search("chat", "fr", 5) == ["a"]
    assert index.search("chat", "de", 5) == []


def test_an_empty_index_answers() -> None:
    index = SearchIndex(meaning=False)
    index.index([])
    assert index.search("chat", "fr", 5) == []
    index.index([{"id": "a", "title": "", "body": "", "lang": "fr"}])
    assert index.search("chat", "fr", 5) == []


KNOWN = Spelling({"chat": 3, "chats": 2, "ordinateur": 1, "imprimante": 1, "0x80070057": 1})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chta", ["chat"]),
        ("chqt", ["chat"]),
        ("cchat", ["chat"]),
        ("chatss", ["chats"]),
        ("ordniatuer", ["ordinateur"]),
        ("imprimnate", ["imprimante"]),
    ],
)
def test_a_slip_finds_its_word_and_two_do_in_a_long_one(typed: str, meant: list[str]) -> None:
    assert KNOWN.nearest(typed) == meant


@pytest.mark.parametrize("typed", ["cha", "hcta", "impirmnaet", "0x80070058", "80070057"])
def test_short_words_codes_and_what_is_far_are_left_as_they_are(typed: str) -> None:
    assert KNOWN.nearest(typed) == []
