"""The map from values to pseudonyms, on this machine only.

Not even the map holds a value: each is kept as a keyed hash (HMAC-SHA-256), and the key lies in the same private
folder. So the
same value gets the same pseudonym for ever, and whoever reads the file alone learns nothing.
"""

import hmac
import json
import os
import secrets
import threading
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_KEY_BYTES = 32
_HASH_CHARACTERS = 24


class PseudonymFile:
    """Numbers values and remembers them in `folder`.

    A folder that cannot be written costs stability, never a snapshot.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._key = b""
        self._numbers: dict[str, dict[str, int]] = {}
        self._is_changed = False

    def number(self, kind: str, value: str) -> int:
        """The number of `value` among those of its kind, from 1; the same one every time."""
        with self._lock:
            self._load()
            known = self._numbers.setdefault(kind, {})
            mark = hmac.new(self._key, f"{kind}\0{value}".encode("utf-8", "surrogatepass"), sha256).hexdigest()
            if mark[:_HASH_CHARACTERS] not in known:
                known[mark[:_HASH_CHARACTERS]] = max(known.values(), default=0) + 1
                self._is_changed = True
            return known[mark[:_HASH_CHARACTERS]]

    def keep(self) -> None:
        """Write new numbers to the disk. Nothing happens when there are none, or the folder is read-only."""
        with self._lock:
            if not self._is_changed:
                return
            with suppress(OSError):
                merged = _merged(_read(self._map), self._numbers)
                _write(self._map, json.dumps(merged).encode())
                self._is_changed = False

    @property
    def _map(self) -> Path:
        return self._folder / "numbers.json"

    def _load(self) -> None:
        if self._key:
            return
        self._key = _key(self._folder / "key")
        self._numbers = _read(self._map)


def _key(file: Path) -> bytes:
    with suppress(OSError):
        found = file.read_bytes()
        if len(found) == _KEY_BYTES:
            return found
    key = secrets.token_bytes(_KEY_BYTES)
    with suppress(OSError):
        _write(file, key)
    return key


def _read(file: Path) -> dict[str, dict[str, int]]:
    """The map on the disk; a broken one is begun anew."""
    with suppress(OSError, ValueError, AttributeError, TypeError):
        table = json.loads(file.read_bytes())
        return {str(kind): {str(mark): int(number) for mark, number in marks.items()} for kind, marks in table.items()}
    return {}


def _merged(
    stored: Mapping[str, Mapping[str, int]], ours: Mapping[str, Mapping[str, int]]
) -> dict[str, dict[str, int]]:
    """What another run wrote meanwhile stays; ours wins where both gave a number."""
    return {kind: {**stored.get(kind, {}), **ours.get(kind, {})} for kind in {*stored, *ours}}


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = file.with_suffix(f".{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(content)
    fresh.replace(file)
