"""Files: their bytes come in a stream to the disk, and go out as a download that no browser runs."""

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, HttpRequest
from ninja import Router

from desktop_app.domain.ticket import Visibility
from desktop_app.helpdesk.api.words import attachment_word
from desktop_app.helpdesk.conversations import Conflict
from desktop_app.helpdesk.models import Attachment, Person
from desktop_app.helpdesk.refusal import Refused
from desktop_app.protocol import tickets as words
from desktop_app.protocol.base import Id

router = Router(tags=["attachments"])
_CHUNK = 64 * 1024
_MEDIA_TYPE = re.compile(r"[a-z0-9]+/[a-z0-9.+-]+")
_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069]")


class Readable(Protocol):
    """A body, or a file of a form."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes more; none at the end."""


@router.put("attachments/{attachment_id}", response=words.Attachment)
def bring(
    request: HttpRequest, attachment_id: Id, filename: str, kind: words.AttachmentKind = "file", sha256: str = ""
) -> words.Attachment:
    """Hand over a file before the entry that claims it; the same id again changes nothing.

    With `sha256` (hexadecimal) only bytes of that digest are kept. 100 MB at most, a computer report 50 MB.
    """
    person: Person = request.auth.person  # type: ignore[attr-defined]  # ninja sets it to what the token names
    digest, size = store(request, words.LARGEST_SNAPSHOT if kind == "snapshot" else words.LARGEST_FILE, sha256)
    # one statement on every database: of two that bring the same id at once, one stores it and the other finds it
    kept, _ = Attachment.objects.get_or_create(
        pk=attachment_id,
        defaults={
            "person": person,
            "filename": harmless_name(filename),
            "media_type": media_type(request.content_type or ""),
            "kind": kind,
            "size": size,
            "sha256": digest,
        },
    )
    if kept.person_id != person.id or kept.sha256 != digest:
        raise Conflict("id_taken")
    return attachment_word(kept)


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
    response = FileResponse(path_of(kept.sha256).open("rb"), content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(kept.filename)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def path_of(digest: str) -> Path:
    """Where the bytes of a SHA-256 lie."""
    return Path(settings.ATTACHMENTS, digest[:2], digest)


def harmless_name(name: str) -> str:
    """A file name without folders, control characters and signs that turn its direction around."""
    cleaned = _NOT_IN_A_NAME.sub("_", name).strip(". ")
    return cleaned[-200:] or "file"


def media_type(told: str) -> str:
    """What its bringer calls it, when that is a name of such a thing."""
    told = told.lower()
    return told if len(told) <= 100 and _MEDIA_TYPE.fullmatch(told) else "application/octet-stream"


def store(source: Readable, limit: int, expected: str = "") -> tuple[str, int]:
    """The bytes, in a file named by their SHA-256, and their count; nothing is left of what is too large or not that
    `expected` digest. Raises Refused.
    """
    folder = Path(settings.ATTACHMENTS)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as out:
            digest, size = _spool(source, out, limit)
        _check(digest, expected)
        final = path_of(digest)
        final.parent.mkdir(mode=0o700, exist_ok=True)
        Path(temporary).replace(final)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
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
