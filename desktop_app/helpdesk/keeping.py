"""The bytes of files, each once under its SHA-256: in the data folder, or in a bucket of S3's kind."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO, cast

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files import File
from django.core.files.storage import Storage, storages

from desktop_app.domain.errors import SupportError

_DIGEST = re.compile(r"[0-9a-f]{64}")
_log = logging.getLogger(__name__)


class Silent(SupportError):
    """The bucket does not answer, or not as it should; nothing was changed in it."""

    key = "files_silent"


class Locked(SupportError):
    """The bucket cannot be used as it was named; `why` is its own word."""

    key = "files_locked"


class _Local(File):  # type: ignore[type-arg]  # it cannot be told when it runs
    """A local file that may be moved to its place instead of being copied."""

    def temporary_file_path(self) -> str:
        return str(self.name)


def keep(file: Path, digest: str) -> None:
    """Put a local file in its place. Raises Silent, OSError; the file may be gone afterwards."""
    with file.open("rb") as source, _asked() as place:
        place.save(_name(digest), _Local(source, str(file)))


def opened(digest: str) -> IO[bytes]:
    """The bytes, all of them at hand before the first is read. Raises FileNotFoundError, Silent."""
    with _asked() as place:
        return cast("IO[bytes]", place.open(_name(digest)).file)


def brought_at(digest: str) -> datetime | None:
    """When they were last brought; none when they are not here. Raises Silent."""
    with _asked() as place:
        return place.get_modified_time(_name(digest)) if place.exists(_name(digest)) else None


def remove(digest: str) -> None:
    """Nothing happens when they are not there. Raises Silent."""
    with _asked() as place:
        place.delete(_name(digest))


def every() -> Iterator[str]:
    """The SHA-256 of each, in order; what else lies in the bucket is not ours. Raises Silent."""
    with _asked() as place, suppress(FileNotFoundError):
        for folder in sorted(place.listdir("")[0]):
            yield from sorted(filter(_DIGEST.fullmatch, place.listdir(folder)[1]))


def require() -> None:
    """Raises Silent when the place of files does not answer now."""
    with _asked() as place, suppress(FileNotFoundError):
        place.listdir("00")


def answers() -> bool:
    """Whether files can be read and brought now."""
    try:
        require()
    except Silent:
        return False
    return bool(settings.DATA.is_dir())


def begin() -> None:
    """Before anything is served: a bucket that says no is told. Raises Locked; one that is away may come back."""
    try:
        require()
    except ValueError as error:  # an endpoint that is no address
        raise Locked(why=str(error)) from error
    except Silent as error:
        if _is_no(error.__cause__):
            raise Locked(why=str(error.__cause__)) from error


@contextmanager
def _asked() -> Iterator[Storage]:
    try:
        yield storages["attachments"]
    except ImproperlyConfigured as error:
        raise Locked(why="django-storages[s3] is not installed") from error
    except _failures() as error:
        _log.warning("the bucket of files: %s", error)
        raise Silent from error


def _failures() -> tuple[type[Exception], ...]:
    if not settings.BUCKET:
        return ()
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError

    return BotoCoreError, ClientError, Boto3Error


def _is_no(error: BaseException | None) -> bool:
    from botocore.exceptions import ClientError, HTTPClientError

    if isinstance(error, ClientError):
        return bool(error.response["ResponseMetadata"]["HTTPStatusCode"] < 500)
    return not isinstance(error, HTTPClientError)  # no keys, no such name: nothing was asked


def _name(digest: str) -> str:
    return f"{digest[:2]}/{digest}"
