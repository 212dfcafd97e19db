"""The numbers of pseudonyms, on this machine only.

No value is kept: each is stored as a keyed hash (HMAC-SHA-256) beside its number, and the key lies next to it in the
same private folder. So the same value gets the same number for ever, and whoever has a document without the key can
neither read a value from it nor confirm a guess.
"""

import hmac
import os
import sqlite3
import threading
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from desktop_app.domain.errors import PseudonymsRenewed

_KEY_BYTES = 32
_HASH_BYTES = 16
_WAIT_S = 2.0
"""How long another process of ours is waited for."""
_TABLE = """create table if not exists numbers (
    kind text not null, mark blob not null, number integer not null,
    primary key (kind, mark), unique (kind, number)
) without rowid"""
_FIND = "select number from numbers where kind = ? and mark = ?"
_ADD = "insert into numbers select ?1, ?2, 1 + coalesce(max(number), ?3) from numbers where kind = ?1 returning number"


class PseudonymFile:
    """Numbers values and remembers them in `folder`; processes that do so at the same time agree.

    A folder that cannot be read or written costs stability, never a snapshot.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._key = b""
        self._table: sqlite3.Connection | None = None
        self._spare: dict[str, dict[bytes, int]] = {}
        self._base = 0
        self._is_renewed = self._is_closed = False

    @property
    def warning(self) -> PseudonymsRenewed | None:
        """That stand-ins begin anew, because a file was lost or damaged; None when all is well."""
        return PseudonymsRenewed() if self._is_renewed else None

    def number(self, kind: str, value: str) -> int:
        """The number of `value` among those of its kind, from 1; the same one every time."""
        with self._lock:
            self._open()
            text = f"{kind}\0{value}".encode("utf-8", "surrogatepass")
            mark = hmac.new(self._key, text, sha256).digest()[:_HASH_BYTES]
            with suppress(sqlite3.Error):
                if self._table is not None:
                    return _number(self._table, kind, mark, self._base)
            return self._spared(kind, mark)

    def keep(self) -> None:
        """Write new numbers to the disk, and let other processes give theirs."""
        with self._lock:
            if self._table is None:
                return
            with suppress(sqlite3.Error):
                if self._table.in_transaction:
                    self._table.execute("commit")
            self._table.close()
            self._table, self._is_closed = None, True

    def _spared(self, kind: str, mark: bytes) -> int:
        """A number for this run only. What is on the disk may have the first ones: these are far from them."""
        if self._table is not None and not self._base:
            self._base = _far()
        given = self._spare.setdefault(kind, {})
        return given.setdefault(mark, self._base + len(given) + 1)

    def _open(self) -> None:
        if self._key and not self._is_closed:
            return
        numbers, key = self._folder / "numbers.db", self._folder / "key"
        if key.exists() and not numbers.exists():
            self._is_renewed, self._base = True, _far()
        self._table = self._opened_or_new(numbers)
        self._key = self._key or _whole(key) or self._made_key(key)
        self._is_closed = False

    def _opened_or_new(self, numbers: Path) -> sqlite3.Connection | None:
        try:
            return _opened(numbers)
        except (sqlite3.OperationalError, OSError):  # busy, or not ours to write
            self._base = _far() if numbers.is_file() else 0
            return None
        except sqlite3.DatabaseError:
            self._is_renewed, self._base = True, _far()
        with suppress(sqlite3.Error, OSError):
            numbers.unlink()
            return _opened(numbers)
        return None

    def _made_key(self, file: Path) -> bytes:
        """A new key. Processes that look for one at the same time make one, under the lock of the table."""
        with suppress(sqlite3.Error):
            if self._table is not None:
                self._table.execute("begin immediate")
        key = _whole(file)
        if not key:
            self._is_renewed = self._is_renewed or file.exists() or self._has_numbers()
            key = os.urandom(_KEY_BYTES)
            with suppress(OSError):
                _write(file, key)
        with suppress(sqlite3.Error):
            if self._table is not None and self._table.in_transaction:
                self._table.execute("commit")
        return key

    def _has_numbers(self) -> bool:
        with suppress(sqlite3.Error):
            return self._table is not None and self._table.execute("select 1 from numbers").fetchone() is not None
        return False


def _number(table: sqlite3.Connection, kind: str, mark: bytes, base: int) -> int:
    found = table.execute(_FIND, (kind, mark)).fetchone()
    if found is None and not table.in_transaction:
        table.execute("begin immediate")  # until `keep`: nobody else gives numbers meanwhile
        found = table.execute(_FIND, (kind, mark)).fetchone()
    return int((found or table.execute(_ADD, (kind, mark, base)).fetchone())[0])


def _far() -> int:
    """Any thousand: after a damage no number may stand for two values in two documents."""
    from secrets import randbelow  # long to load, and hardly a computer ever needs it

    return 1000 * (1 + randbelow(900))


def _opened(file: Path) -> sqlite3.Connection:
    """The table on the disk, readable by its owner only. Raises sqlite3.Error, OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    return _prepared(sqlite3.connect(file, timeout=_WAIT_S, isolation_level=None, check_same_thread=False))


def _prepared(table: sqlite3.Connection) -> sqlite3.Connection:
    try:
        table.execute(_TABLE)
    except sqlite3.Error:
        table.close()
        raise
    return table


def _whole(file: Path) -> bytes:
    """The key in `file`, or nothing when it is not one."""
    with suppress(OSError):
        found = file.read_bytes()
        return found if len(found) == _KEY_BYTES else b""
    return b""


def _write(file: Path, content: bytes) -> None:
    fresh = file.with_suffix(f".{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(content)
    fresh.replace(file)
