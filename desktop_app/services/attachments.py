"""Files on their way to the help desk: read once, limited, kept until they have arrived."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from uuid_utils import uuid7

from desktop_app.domain.errors import NotFound, TextTooLong, TooLarge
from desktop_app.domain.ticket import LARGEST_FILE, LARGEST_SNAPSHOT, LONGEST_MESSAGE
from desktop_app.services.actions import Upload

_LONGEST_NAME = 200
STEPS = ".steps.zip"
"""How the name of a file of recorded steps ends."""
_PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}


class BlobStore(Protocol):
    """Where bytes wait."""

    def keep_blob(self, content: bytes) -> str:
        """Keep bytes, durable; their digest. Raises DiskFull."""


@dataclass(frozen=True)
class Enclosure:
    """Bytes with the name and kind the technician will see."""

    filename: str
    media_type: str
    kind: str
    content: bytes


def check_length(text: str) -> None:
    """Raises TextTooLong for a text that the help desk would not take."""
    if len(text) > LONGEST_MESSAGE:
        raise TextTooLong(count=len(text), limit=LONGEST_MESSAGE)


def enclose(files: Iterable[Path], snapshot: bytes | None) -> list[Enclosure]:
    """Read everything that goes with a message. Raises TooLarge, NotFound."""
    enclosed = [_read(file) for file in files]
    if snapshot is not None:
        _limit("snapshot.json", len(snapshot), LARGEST_SNAPSHOT)
        enclosed.append(Enclosure("snapshot.json", "application/json", "snapshot", snapshot))
    return enclosed


def keep(enclosed: Iterable[Enclosure], store: BlobStore) -> tuple[Upload, ...]:
    """Write the bytes to disk, ready to be uploaded at any later time. Raises DiskFull."""
    return tuple(
        Upload(str(uuid7()), e.filename, e.media_type, e.kind, store.keep_blob(e.content), len(e.content))
        for e in enclosed
    )


def _read(file: Path) -> Enclosure:
    from mimetypes import guess_type

    try:
        _limit(file.name, file.stat().st_size, LARGEST_FILE)
        content = file.read_bytes()
    except OSError as error:
        raise NotFound(name=file.name) from error
    media_type = _PICTURES.get(file.suffix.lower()) or guess_type(file.name)[0] or "application/octet-stream"
    kind = "steps" if file.name.endswith(STEPS) else "file"
    return Enclosure(file.name[-_LONGEST_NAME:] or "file", media_type, kind, content)


def _limit(name: str, size: int, limit: int) -> None:
    if size > limit:
        raise TooLarge.of(name, size, limit)
