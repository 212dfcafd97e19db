"""Texts that never end: what takes the square of their length, or worse, would stop everything else meanwhile."""

import time
from collections.abc import Callable, Container

import pytest

from desktop_app.knowledge.articles import read_article
from desktop_app.knowledge.compounds import Compounds
from desktop_app.knowledge.language import first_sentence, words
from desktop_app.knowledge.search import SearchIndex
from desktop_app.services import search

_LETTERS = 100_000
# The square of the letters takes half a minute and more; what is right, a fraction of a second
_PATIENCE_S = 10
_TEXTS = {
    "spaces": " " * _LETTERS,
    "lines": "\n" * _LETTERS,
    "letters": "a" * _LETTERS,
    "marks": "a" + "\u0301\u0323" * (_LETTERS // 2),
    "brackets": "[" * _LETTERS,
    "links": "[a](" * (_LETTERS // 4),
    "sections": "<!-- " * (_LETTERS // 5),
}


def _all_words(text: str) -> None:
    assert all(len(form) <= 400 for form, _ in words(text, "de"))


def _index(text: str) -> None:
    index = SearchIndex(meaning=False)
    index.index([{"id": "long", "title": text, "body": text, "lang": "de"}])
    index.search(text, "de")


def _article(text: str) -> None:
    assert read_article("long.md", f"---\n{text}".encode())[1]


@pytest.mark.parametrize("read", [first_sentence, search._first_sentence, _all_words, _index, _article])
@pytest.mark.parametrize("text", _TEXTS.values(), ids=_TEXTS)
def test_a_text_without_end_is_read_in_no_time(read: Callable[[str], object], text: str) -> None:
    began = time.process_time()
    read(text)
    assert time.process_time() - began < _PATIENCE_S


class _Asked(Container[str]):
    """Words of four letters and more, but none that ends as the long one does; counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __contains__(self, word: object) -> bool:
        self.times += 1
        return set(str(word)) == {"a"}


def test_a_word_that_may_be_parted_anywhere_is_not_parted_in_every_way() -> None:
    known = _Asked()
    assert Compounds("de", known).parts("a" * 40 + "xxxx") == []
    assert known.times < 44 * 44 * 7


def test_a_word_longer_than_any_is_not_parted() -> None:
    known = _Asked()
    assert Compounds("de", known).parts("a" * _LETTERS) == []
    assert known.times == 0


def test_what_is_pasted_is_read_from_its_beginning() -> None:
    index = SearchIndex(meaning=False)
    index.index([{"id": "queue", "title": "Empty the print queue", "body": "", "lang": "en"}])
    assert index.search("print queue " + "and so on " * 1_000, "en") == ["queue"]
    assert index.search("and so on " * 1_000 + "print queue", "en") == []
