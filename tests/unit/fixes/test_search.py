"""Search in users' words: the right fix first, with typos, while typing, in each language."""

import pytest

from desktop_app import resources
from desktop_app.domain.errors import NotFound
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.knowledge.pack import Packs
from desktop_app.knowledge.search import SearchIndex
from desktop_app.knowledge.spelling import slip_count
from desktop_app.services.search import Search
from tests.unit.fixes.conftest import Bench

PACKS = Packs([resources.path("packs/core")])
SEARCH = Search(PACKS)


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
    index = SearchIndex()
    index.index([])
    assert index.search("chat", "fr", 5) == []
    index.index([{"id": "a", "title": "", "body": "", "lang": "fr"}])
    assert index.search("chat", "fr", 5) == []


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("chat", "chat", 0), ("chat", "chta", 1), ("chat", "cha", 1), ("chat", "chats", 1), ("chat", "chut", 1)],
)
def test_slips(one: str, other: str, slips: int) -> None:
    assert slip_count(one, other, 2) == slips
    assert slip_count(other, one, 2) == slips


def test_too_many_slips_stop_counting() -> None:
    assert slip_count("imprimante", "ordinateur", 2) == 3
