"""Bytes kept as files under their own SHA-256: attachments waiting to leave, and what was sent."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from threading import get_ident
from typing import Protocol

from desktop_app.adapters.folders import PRIVATE_FILE, explain_os_error, make_private, sync_folder
from desktop_app.domain.errors import NotFound


class Blobs(Protocol):
    """Where bytes are kept; the digest is their only name."""

    def put(self, content: bytes) -> str:
        """Keep `content`, durable when it returns; its SHA-256 in hexadecimal. Raises DiskFull."""

    def get(self, digest: str) -> bytes:
        """The bytes kept under `digest`. Raises NotFound, also when they are no longer what they were."""

    def has(self, digest: str) -> bool:
        """Whether bytes of that digest are kept."""

    def remove(self, digest: str) -> None:
        """Forget them; nothing happens when they are not there."""


class FileBlobs:
    """One private file per content, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Written beside, synced, then renamed: a crash leaves the whole file or none."""
        digest = hashlib.sha256(content).hexdigest()
        if not self.has(digest):
            try:
                self._write(digest, content)
            except OSError as error:
                raise explain_os_error(error, self._folder) from error
        return digest

    def get(self, digest: str) -> bytes:
        """Read back and compared with its digest."""
        try:
            content = (self._folder / digest).read_bytes()
        except OSError as error:
            raise NotFound(name=digest[:12]) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise NotFound(name=digest[:12])
        return content

    def has(self, digest: str) -> bool:
        """Whether the file is there."""
        return bool(digest) and (self._folder / digest).is_file()

    def remove(self, digest: str) -> None:
        """One file less."""
        with suppress(OSError):
            (self._folder / digest).unlink(missing_ok=True)

    def _write(self, digest: str, content: bytes) -> None:
        make_private(self._folder)
        partial = self._folder / f"{digest}.{os.getpid()}-{get_ident()}.part"
        try:
            with os.fdopen(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, PRIVATE_FILE), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(self._folder / digest)
        except BaseException:
            with suppress(OSError):
                partial.unlink()
            raise
        sync_folder(self._folder)


class MemoryBlobs:
    """The same for a home where nothing can be written."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        """Kept until the program ends."""
        digest = hashlib.sha256(content).hexdigest()
        self._kept[digest] = content
        return digest

    def get(self, digest: str) -> bytes:
        """The same bytes."""
        try:
            return self._kept[digest]
        except KeyError as error:
            raise NotFound(name=digest[:12]) from error

    def has(self, digest: str) -> bool:
        """Whether they were put."""
        return digest in self._kept

    def remove(self, digest: str) -> None:
        """They are put no more."""
        self._kept.pop(digest, None)
