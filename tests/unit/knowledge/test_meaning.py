"""Search by meaning: what is remembered, what is fused, and what works without."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app import resources
from desktop_app.knowledge import meaning, search, vectors
from desktop_app.knowledge.meaning import Meanings
from desktop_app.knowledge.pack import Packs
from desktop_app.knowledge.search import SearchIndex
from desktop_app.knowledge.vectors import KnownVectors
from desktop_app.services.search import Search

DOCUMENTS: list[dict[str, Any]] = [
    {"id": "bin", "title": "Bring back a deleted file", "body": "It lies in the bin.", "lang": "en"},
    {"id": "queue", "title": "Empty the print queue", "body": "Jobs wait there.", "lang": "en"},
]


class Letters:
    """An encoder whose meaning is which letters there are."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        rows = np.zeros((len(texts), 512), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[[ord(letter) % 512 for letter in text]] = 1
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1), dtype=np.float32)


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> Letters:
    found = Letters()
    monkeypatch.setattr(search, "encoder", lambda: found)
    return found


def test_a_vector_is_asked_once_and_kept(tmp_path: Path) -> None:
    letters, file = Letters(), tmp_path / "deep" / "vectors.npz"
    first = KnownVectors(file=file).of(letters).encode(["lost", "found", "lost"])
    again = KnownVectors(file=file).of(letters).encode(["found", "lost"])
    assert letters.asked == ["lost", "found"]
    assert np.array_equal(first[[1, 0]], again)
    assert np.abs(first[0] - letters.encode(["lost"])[0].clip(max=127 / 400)).max() <= 1 / 400


def test_prebuilt_vectors_are_only_read(tmp_path: Path) -> None:
    prebuilt, letters = tmp_path / "prebuilt.npz", Letters()
    KnownVectors(file=prebuilt).of(letters).encode(["lost"])
    before = prebuilt.read_bytes()
    KnownVectors([prebuilt], tmp_path / "own.npz").of(letters).encode(["lost", "found"])
    assert letters.asked == ["lost", "found"]
    assert prebuilt.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing", b"\x93NUMPY"])
def test_a_damaged_file_is_made_again(tmp_path: Path, content: bytes) -> None:
    file, letters = tmp_path / "vectors.npz", Letters()
    file.write_bytes(content)
    KnownVectors(file=file).of(letters).encode(["lost"])
    KnownVectors(file=file).of(letters).encode(["lost"])
    assert letters.asked == ["lost"]


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    file, letters = tmp_path / "vectors.npz", Letters()
    KnownVectors(file=file).of(letters).encode(["old", "new"])
    known = KnownVectors(file=file).of(letters)
    known.encode(["new"])
    assert known.keep_only_used() == 1
    KnownVectors(file=file).of(letters).encode(["old"])
    assert letters.asked == ["old", "new", "old"]


def scored(*wordings: list[str]) -> list[float]:
    letters = Letters()
    told = [{**DOCUMENTS[0], "wordings": its} for its in wordings]
    return Meanings(told, letters, letters).scores(["zzz"])


def test_the_nearest_wordings_speak_for_their_document() -> None:
    near, far = scored(["zzz"], [])
    assert near > 0.4
    assert far == 0


def test_two_near_wordings_say_more_than_one_that_is_so_by_chance() -> None:
    by_chance, twice = scored(["zzz", "qqq", "qqq"], ["zq", "zq", "qqq"])
    assert 0 < by_chance < twice


def test_what_is_near_to_everything_counts_less() -> None:
    letters = Letters()
    told = [{"id": title, "title": title, "body": ""} for title in ("xy", "qy", "xz", "xw")]
    usual, alone, *_ = Meanings(told, letters, letters).scores(["y"])
    assert alone > usual > 0


def test_what_is_said_in_another_language_tells_what_is_meant(letters: Letters) -> None:
    index = SearchIndex()
    index.index([*DOCUMENTS, {**DOCUMENTS[1], "lang": "fr", "wordings": ["zzz"]}, {**DOCUMENTS[0], "lang": "de"}])
    alone = SearchIndex()
    alone.index(DOCUMENTS)
    assert [made.search("zzz", "en", 1) for made in (index, alone)] == [["queue"], []]


def test_what_stands_out_is_surer_than_what_is_one_of_many(letters: Letters) -> None:
    index = SearchIndex()
    alike = [("b", 0.6), ("c", 0.6)]
    assert index.sureness([("a", 0.6)]) > index.sureness([("a", 0.6), ("b", 0.1)]) > index.sureness(alike)
    assert index.sureness([]) == 0
    words = SearchIndex(meaning=False)
    assert words.sureness([("a", 0.6)]) == words.sureness(alike) == 0.6


def test_words_alone_until_told_to_understand(letters: Letters) -> None:
    index = SearchIndex(meaning=False)
    index.index(DOCUMENTS)
    assert index.search("qqq", "en") == []
    assert letters.asked == []
    assert index.understand("en")
    assert set(index.search("qqq bin", "en")) == {"bin", "queue"}


def test_everything_works_without_an_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "encoder", lambda: None)
    index = SearchIndex()
    index.index(DOCUMENTS)
    assert index.search("deleted", "en") == ["bin"]
    assert not SearchIndex(meaning=False).understand("en")


def test_the_spelling_is_corrected_before_the_meaning_is_asked(letters: Letters) -> None:
    index = SearchIndex()
    index.index(DOCUMENTS)
    index.search("prnit queue", "en")
    assert letters.asked[-2:] == ["prnit queue", "print queue"]


@pytest.mark.skipif(meaning.encoder() is None, reason="no encoder is installed here")
def test_another_language_is_understood_where_no_word_is_shared() -> None:
    index = SearchIndex()
    index.index(DOCUMENTS)
    assert index.search("j'ai jeté mon document par erreur", "en", 1) == ["bin"]


@pytest.mark.skipif(meaning.encoder() is None, reason="no encoder is installed here")
def test_the_program_understands_what_the_pack_does_not_say() -> None:
    core = resources.path("packs/core")
    made = Search(Packs([core]), vectors=KnownVectors([core / vectors.FILE]).of)
    assert made.understand("en")
    assert made.search("someone threw my spreadsheet away", "en")
    assert made.search("how long may a badger live", "en") == []
