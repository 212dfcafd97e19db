"""The hosts file, as far as the service touches it: forged lines become comments, and such comments lines again.

Which lines are forged is for this program's own list to say, never for the caller.
"""

import os
from io import FileIO
from pathlib import Path

from desktop_app.adapters.actions.network.hosts_file import listed, off, on


def clean(file: Path, token: str) -> None:
    """Marks each line that diverts a site of the list. Raises OSError."""
    text = _read(file)
    _write(file, text, off(text, set(listed(text)), token))


def restore(file: Path, token: str) -> None:
    """Takes the marks with this token away. Raises OSError."""
    text = _read(file)
    _write(file, text, on(text, token))


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "surrogateescape")


def _write(file: Path, before: str, after: str) -> None:
    """In place: beside the file the service may write nothing. What cannot be written whole leaves what was there."""
    if before == after:
        return
    with file.open("r+b", buffering=0) as stream:
        try:
            _put(stream, after)
        except OSError:
            _put(stream, before)  # its room on the disk is there already
            raise


def _put(stream: FileIO, text: str) -> None:
    """All of it, and on the disk."""
    stream.seek(0)
    left = memoryview(text.encode("utf-8", "surrogateescape"))
    while left:
        left = left[stream.write(left) :]
    stream.truncate()
    os.fsync(stream.fileno())
