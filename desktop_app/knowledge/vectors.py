"""Vectors of texts that are known beforehand, a byte a number: computed when a pack is built, or at first use."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop_app.knowledge.meaning import Encoder, Vectors

FILE = "vectors.npz"
"""Where a pack has its own."""

# A vector of 512 numbers has length 1, so none of them comes near a third
_STEPS = 400
_KEPT_AFTER = 500


class KnownVectors:
    """An encoder that remembers. `prebuilt` are only read; what they lack is asked of the encoder, and kept in `file`.

    Files are read when the encoder is there.
    """

    def __init__(self, prebuilt: Iterable[Path] = (), file: Path | None = None) -> None:
        self._prebuilt = tuple(prebuilt)
        self._file = file
        self._encoder: Encoder | None = None
        self._rows: dict[str, NDArray[np.int8]] = {}
        self._own: dict[str, NDArray[np.int8]] = {}
        self._used: set[str] = set()

    def of(self, encoder: Encoder) -> KnownVectors:
        """Itself, in front of `encoder`."""
        if self._encoder is None:
            self._own = _read(self._file) if self._file else {}
            self._rows = {key: row for file in self._prebuilt for key, row in _read(file).items()} | self._own
        self._encoder = encoder
        return self

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A row a text, of length 1 but for the rounding."""
        import numpy as np

        keys = [_key(text) for text in texts]
        self._used.update(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._rows}
        for start in range(0, len(missing), _KEPT_AFTER):
            self._learn(list(missing.items())[start : start + _KEPT_AFTER])
        steps: Vectors = np.stack([self._rows[key] for key in keys]).astype(np.float32)
        return steps / np.float32(_STEPS)

    def keep_only_used(self) -> int:
        """Forget what nobody asked for; how many are left."""
        left = {key: row for key, row in self._own.items() if key in self._used}
        if self._file and len(left) != len(self._own):
            _write(self._file, left)
        self._own = left
        return len(left)

    def _learn(self, missing: Sequence[tuple[str, str]]) -> None:
        import numpy as np

        assert self._encoder, "`of` comes first"  # noqa: S101
        rows = np.rint(self._encoder.encode([text for _, text in missing]) * _STEPS)
        fresh = dict(zip((key for key, _ in missing), rows.clip(-127, 127).astype(np.int8), strict=True))
        self._rows.update(fresh)
        self._own.update(fresh)
        if self._file:
            _write(self._file, self._own)


def _write(file: Path, rows: dict[str, NDArray[np.int8]]) -> None:
    """All of `rows`, or the file stays as it was."""
    import numpy as np

    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    with fresh.open("wb") as stream:
        np.savez(stream, keys=np.array(list(rows)), rows=np.stack(list(rows.values())))
    fresh.replace(file)


def _read(file: Path) -> dict[str, NDArray[np.int8]]:
    """Nothing when there is no such file, or it is damaged: its texts are then asked again."""
    import numpy as np

    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as kept:
            return dict(zip(map(str, kept["keys"]), kept["rows"], strict=True))
    except (OSError, EOFError, ValueError, KeyError, BadZipFile):
        return {}


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
