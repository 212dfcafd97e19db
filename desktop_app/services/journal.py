"""The user's own journal: only ever added to, each line chained to the one before, what was sent kept byte for byte."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from uuid_utils import uuid7

from desktop_app.domain.errors import NotFound
from desktop_app.domain.journal import JournalEntry, JournalKind

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class ChainedEntry:
    """A line and its link: the SHA-256 over the link before and the line itself."""

    entry: JournalEntry
    link: str


class JournalRows(Protocol):
    """The table of lines, oldest first."""

    def add(self, line: ChainedEntry) -> None:
        """Append a line."""

    def last_link(self) -> str:
        """The link of the newest line, or nothing."""

    def all(self) -> list[ChainedEntry]:
        """Every line, oldest first."""


class JournalStore(Protocol):
    """What the journal needs of the disk."""

    @property
    def journal(self) -> JournalRows:
        """The table of lines."""

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing."""

    def keep_blob(self, content: bytes) -> str:
        """Keep bytes; their digest."""

    def blob(self, digest: str) -> bytes:
        """The bytes of a digest. Raises NotFound."""


class Journal:
    """Everything sent, seen, changed, granted or refused on this computer."""

    def __init__(self, store: JournalStore) -> None:
        self._store = store

    def record(
        self,
        kind: JournalKind,
        key: str,
        facts: Mapping[str, str] = _NOTHING,
        run_id: str = "",
        payload: bytes = b"",
    ) -> JournalEntry:
        """Append a line, durable when it returns; `payload` are the exact bytes that left. Raises DiskFull."""
        digest = self._store.keep_blob(payload) if payload else ""
        entry = JournalEntry(str(uuid7()), datetime.now(UTC), kind, key, dict(facts), run_id, digest)
        with self._store.transaction():
            link = chain(self._store.journal.last_link(), entry)
            self._store.journal.add(ChainedEntry(entry, link))
        return entry

    def entries(self, kind: JournalKind | None = None) -> list[JournalEntry]:
        """The lines, newest first."""
        lines = [line.entry for line in reversed(self._store.journal.all())]
        return [entry for entry in lines if kind in {None, entry.kind}]

    def payload(self, entry_id: str) -> bytes:
        """The bytes that left with that line. Raises NotFound."""
        for line in self._store.journal.all():
            if line.entry.id == entry_id and line.entry.payload:
                return self._store.blob(line.entry.payload)
        raise NotFound(name=entry_id)

    def first_broken(self) -> str:
        """The id of the first line that was changed after it was written, or misses its neighbour; else nothing."""
        before = ""
        for line in self._store.journal.all():
            if line.link != chain(before, line.entry):
                return line.entry.id
            before = line.link
        return ""

    def export(self) -> str:
        """The whole journal as text, oldest first, one line each with its link, to be kept elsewhere."""
        return "".join(_exported(line) for line in self._store.journal.all())


def chain(before: str, entry: JournalEntry) -> str:
    """The link of `entry` after the link `before`."""
    return hashlib.sha256((before + _canonical(entry)).encode()).hexdigest()


def _canonical(entry: JournalEntry) -> str:
    line = [entry.id, entry.at.isoformat(), entry.kind.value, entry.key, dict(entry.facts), entry.run_id, entry.payload]
    return json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _exported(line: ChainedEntry) -> str:
    entry = line.entry
    facts = " ".join(f"{name}={value!r}" for name, value in sorted(entry.facts.items()))
    parts = (entry.at.isoformat(), entry.kind.value, entry.key, facts, entry.payload, line.link)
    return "\t".join(parts) + "\n"
