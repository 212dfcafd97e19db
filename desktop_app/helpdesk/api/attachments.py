"""Files: their bytes come in a stream to the disk, and go out as a download that no browser runs."""

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import quote

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import FileResponse, HttpRequest
from ninja import Query, Router, Schema

from desktop_app.domain.ticket import LARGEST_FILE, LARGEST_SNAPSHOT, Visibility
from desktop_app.helpdesk import keeping
from desktop_app.helpdesk.api.parts import place_of
from desktop_app.helpdesk.api.words import attachment_word
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Attachment, Person
from desktop_app.helpdesk.prepared import add
from desktop_app.helpdesk.refusal import Refused
from desktop_app.protocol import tickets as words
from desktop_app.protocol.base import Id

router = Router(tags=["attachments"])
_CHUNK = 64 * 1024
_MEDIA_TYPE = re.compile(r"[a-z0-9]+/[a-z0-9.+-]+")
_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069]")


class Whole(Schema):
    """What a whole file is held to."""

    sha256: str = ""
    parts: bool = False


class Readable(Protocol):
    """A body, or a file of a form."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes more; none at the end."""


@router.put("attachments/{attachment_id}", response=words.Attachment)
def bring(
    request: HttpRequest,
    attachment_id: Id,
    filename: str,
    kind: words.AttachmentKind = "file",
    whole: Query[Whole] = Whole(),  # noqa: B008 -- ninja reads it once
) -> words.Attachment:
    """Hand over a file before the entry that claims it; the same id again changes nothing.

    With `sha256` (hexadecimal) only bytes of that digest are kept. 100 MB at most, a computer report 50 MB. With
    `parts` the file is made of the parts that were brought before, and the body is empty.
    """
    person: Person = request.auth.person  # type: ignore[attr-defined]  # ninja sets it to what the token names
    limit = LARGEST_SNAPSHOT if kind == "snapshot" else LARGEST_FILE
    digest, size = (
        _joined(person, attachment_id, limit, whole.sha256) if whole.parts else store(request, limit, whole.sha256)
    )
    kept = _kept(
        Attachment(
            pk=attachment_id,
            person=person,
            filename=harmless_name(filename),
            media_type=media_type(request.content_type or ""),
            kind=kind,
            size=size,
            sha256=digest,
        )
    )
    if kept.person_id != person.id or kept.sha256 != digest:
        raise Conflict("id_taken")
    return attachment_word(kept)


def _kept(brought: Attachment) -> Attachment:
    """Of two that bring the same id, at once or later, the first stores it and the other finds it."""
    try:
        with transaction.atomic():
            add(brought)
    except IntegrityError:
        if (found := Attachment.objects.filter(pk=brought.pk).first()) is None:
            raise  # whose file it is has gone meanwhile: the sender asks again
        return found
    return brought


def _joined(person: Person, attachment_id: str, limit: int, sha256: str) -> tuple[str, int]:
    """The file that was brought in parts; when it is whole already, as it is kept. Its parts go, unless it may be asked
    for again: the place of files did not answer.
    """
    place = place_of(person, attachment_id)
    kept = Attachment.objects.filter(pk=attachment_id, person=person).first()
    if kept is not None and not place.is_file():
        return kept.sha256, kept.size
    try:
        with place.open("rb") as parts:
            made = store(parts, limit, sha256)
    except FileNotFoundError as error:
        raise Refused(409, "part_misplaced") from error
    except Refused:
        place.unlink(missing_ok=True)
        raise
    place.unlink(missing_ok=True)
    return made


@router.get("attachments/{attachment_id}", response={200: None})
def fetch(request: HttpRequest, attachment_id: Id) -> FileResponse:
    """The bytes, for whoever can read the entry that brought it."""
    person: Person = request.auth.person  # type: ignore[attr-defined]
    kept = Attachment.objects.get(
        pk=attachment_id, entry__ticket__requester=person, entry__visibility=Visibility.PUBLIC
    )
    return download(kept)


def download(kept: Attachment) -> FileResponse:
    """A file that is saved, never shown as a page of ours."""
    response = FileResponse(keeping.opened(kept.sha256), content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(kept.filename)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def harmless_name(name: str) -> str:
    """A file name without folders, control characters and signs that turn its direction around."""
    cleaned = _NOT_IN_A_NAME.sub("_", name).strip(". ")
    return cleaned[-200:] or "file"


def media_type(told: str) -> str:
    """What its bringer calls it, when that is a name of such a thing."""
    told = told.lower()
    return told if len(told) <= 100 and _MEDIA_TYPE.fullmatch(told) else "application/octet-stream"


def store(source: Readable, limit: int, expected: str = "") -> tuple[str, int]:
    """The SHA-256 of the bytes, kept under it, and their count; nothing is left of what is too large or not that
    `expected` digest. Raises Refused, Silent.
    """
    folder = Path(settings.ATTACHMENTS)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as out:
            digest, size = _spool(source, out, limit)
        _check(digest, expected)
        keeping.keep(Path(temporary), digest)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return digest, size


def _check(digest: str, expected: str) -> None:
    if expected and digest != expected.lower():
        raise Refused(422, "file_changed")


def _spool(source: Readable, out: IO[bytes], limit: int) -> tuple[str, int]:
    """Chunk by chunk: a large file never lies in memory."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise Refused(413, "file_too_large", limit=limit // 1024 // 1024)
        digest.update(chunk)
        out.write(chunk)
    out.flush()
    os.fsync(out.fileno())
    return digest.hexdigest(), size
