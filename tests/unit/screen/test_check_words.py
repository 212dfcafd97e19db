"""The words that both sides read aloud. `VECTORS` is what the browser's derivation must give as well."""

import re
import unicodedata
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from desktop_app import resources
from desktop_app.domain.check_words import Proof, check_words, commitment, holds
from desktop_app.domain.words import LANGUAGES, Language

COUNTING = ":".join(f"{byte:02X}" for byte in range(32))
BACKWARDS = ":".join(f"{byte:02X}" for byte in range(255, 223, -1))
SAME = ":".join(["A5"] * 32)

# fingerprint and nonce of the browser, of the machine, the commitment of the browser, and the two places in the list
VECTORS = [
    (
        COUNTING,
        "00" * 32,
        BACKWARDS,
        "ff" * 32,
        "e24429aa5a784746b01d845e80370ff712f8605a58a9ab6e774e31f94df76100",
        (120, 138),
    ),
    (
        BACKWARDS,
        "ff" * 32,
        COUNTING,
        "00" * 32,
        "5c9fe2afda7a703801603480896bfeb2aefa7b0938a1923264ab7fdb0f991adc",
        (148, 7),
    ),
    (
        SAME,
        "0123456789abcdef" * 4,
        COUNTING,
        "fedcba9876543210" * 4,
        "ec38a03a42e15068a6c441af42463b26a4ad97983132bb698f986705d0ee4627",
        (67, 61),
    ),
]

bytes_32 = st.binary(min_size=32, max_size=32)
proofs = st.builds(
    lambda name, nonce: Proof(":".join(f"{byte:02X}" for byte in name), nonce.hex()), name=bytes_32, nonce=bytes_32
)
NUMBERS = [f"{number:03}" for number in range(256)]


def _list(language: Language) -> list[str]:
    return resources.words("check_words")["list"][language].split()


def _plain(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))


@pytest.mark.parametrize(("browser", "its_nonce", "machine", "nonce", "promised", "places"), VECTORS)
def test_the_vectors(
    browser: str, its_nonce: str, machine: str, nonce: str, promised: str, places: tuple[int, int]
) -> None:
    one, other = Proof(browser, its_nonce), Proof(machine, nonce)
    assert commitment(one) == promised
    assert check_words(one, other, NUMBERS) == (NUMBERS[places[0]], NUMBERS[places[1]])


@given(browser=proofs, machine=proofs, liars=st.lists(proofs, min_size=20, max_size=20, unique=True))
def test_who_sits_in_between_is_heard(browser: Proof, machine: Proof, liars: list[Proof]) -> None:
    """He shows each side his own certificate, and has one guess in 65,536."""
    between = [liar for liar in liars if liar not in (browser, machine)]
    unheard = [liar for liar in between if check_words(liar, machine, NUMBERS) == check_words(browser, liar, NUMBERS)]
    assert len(unheard) < 2


@given(proofs, proofs)
def test_nobody_else_opens_a_promise(browser: Proof, other: Proof) -> None:
    assume(browser != other)
    assert holds(commitment(browser), browser)
    assert not holds(commitment(browser), other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_whole(language: Language) -> None:
    words = _list(language)
    assert len(words) == len(set(words)) == 256
    assert not [word for word in words if not (4 <= len(word) <= 9 and word.isalpha())]
    assert words == sorted(words, key=_plain)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_look_alike(language: Language) -> None:
    pairs = combinations(map(_plain, _list(language)), 2)
    assert not [(one, other) for one, other in pairs if Levenshtein.distance(one, other, score_cutoff=1) < 2]


# How French sounds, roughly: enough to hear that two spellings are one word.
SOUNDS = [
    ("ph", "f"), ("eau|au", "o"), ("qu|k|c(?=[aoulrt])", "k"), ("c(?=[eiy])|ç|ss|sc(?=[eiy])", "s"),
    ("gu(?=[eiy])", "g"), ("(?<=[aeiou])s(?=[aeiou])", "z"), ("(ain|ein|in|im|aim|un)(?![aeiouymn])", "1"),
    ("(an|am|en|em)(?![aeiouymn])", "2"), ("(on|om)(?![aeiouymn])", "3"), ("ai|ei|et$|er$|ez$|es$|ee$", "e"),
    ("y", "i"), ("h", ""), (r"(.)\1", r"\1"), ("[estxdpz]+$", ""),
]  # fmt: skip


def _sound(word: str) -> str:
    heard = _plain(word)
    for written, spoken in SOUNDS:
        heard = re.sub(written, spoken, heard)
    return heard


def test_no_two_french_words_sound_alike() -> None:
    assert _sound("chaîne") == _sound("chêne")
    assert _sound("balai") == _sound("ballet")
    assert _sound("seau") == _sound("sot")
    heard: dict[str, list[str]] = {}
    for word in _list("fr"):
        heard.setdefault(_sound(word), []).append(word)
    assert not [words for words in heard.values() if len(words) > 1]


# What a stranger might take badly, and words that have a homophone which is not on the list.
UNSAID = {
    "fr": {"andouille", "boudin", "buse", "chameau", "cochon", "cornichon", "cruche", "dinde", "gourde", "grue",
           "morue", "moule", "patate", "pigeon", "thon", "truie", "vache", "balai", "ancre", "encre", "cygne", "seau"},
    "en": {"beaver", "cock", "pussy", "tits", "shag", "flower", "flour", "pear", "bear"},
    "de": {"Affe", "Esel", "Möse", "Muschel", "Pfeife", "Pflaume", "Schwanz", "Ziege", "Zwerg"},
    "nl": {"doos", "eikel", "ezel", "hoer", "kut", "kwal", "lul", "muts", "pik", "poes", "slet", "varken"},
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_hurts_when_said(language: Language) -> None:
    assert not set(_list(language)) & UNSAID[language]
