"""Recorded steps, read as what they are: somebody else's bytes, that may be no such file, or grow when unpacked."""

import zipfile
from collections.abc import Callable
from typing import TypeVar

from pydantic import ValidationError

from desktop_app.helpdesk import keeping
from desktop_app.helpdesk.models import Attachment
from desktop_app.protocol.steps import NAME, Step, Steps

_LARGEST_WORDS, _LARGEST_PICTURE = 256 * 1024, 24 * 1024 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, ValueError, OSError, NotImplementedError, RuntimeError)

T = TypeVar("T")


def steps(kept: Attachment) -> list[Step]:
    """What was done, in order; nothing when the file holds no steps."""

    def read(file: zipfile.ZipFile) -> list[Step]:
        return Steps.model_validate_json(_bytes(file, NAME, _LARGEST_WORDS)).steps

    return _open(kept, read) or []


def picture(kept: Attachment, number: int) -> bytes:
    """The PNG of a step, counted from 1; nothing when there is none."""
    raw = _open(kept, lambda file: _bytes(file, f"{number}.png", _LARGEST_PICTURE)) or b""
    return raw if raw.startswith(_PNG) else b""


def _open(kept: Attachment, read: Callable[[zipfile.ZipFile], T]) -> T | None:
    try:
        with keeping.opened(kept.sha256) as raw, zipfile.ZipFile(raw) as file:
            return read(file)
    except (*_BROKEN, ValidationError):
        return None


def _bytes(file: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Only what lies there as it is: our own program packs nothing, so nothing can grow. Raises ValueError."""
    told = file.getinfo(name)
    if told.compress_type != zipfile.ZIP_STORED or told.file_size > most:
        raise ValueError(name)
    return file.read(told)
