"""Large files in parts: what has arrived stays when the line is cut or a computer is switched off meanwhile."""

import os
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from ninja import Router

from desktop_app.domain.ticket import LARGEST_FILE
from desktop_app.helpdesk.models import Attachment, Person
from desktop_app.helpdesk.refusal import Refused
from desktop_app.protocol import tickets as words
from desktop_app.protocol.base import Id

router = Router(tags=["attachments"])
_KEPT_S = 7 * 24 * 3600
_MEBIBYTE = 1024 * 1024


@router.get("attachments/{attachment_id}/parts", response=words.Received)
def received(request: HttpRequest, attachment_id: Id) -> words.Received:
    """How much of a file has arrived: all of it, a part, or nothing yet."""
    person: Person = request.auth.person  # type: ignore[attr-defined]  # ninja sets it to what the token names
    whole = Attachment.objects.filter(pk=attachment_id, person=person).first()
    return words.Received(size=whole.size if whole else _size(place_of(person, attachment_id)))


@router.put("attachments/{attachment_id}/parts", response=words.Received)
def bring_part(request: HttpRequest, attachment_id: Id, offset: int) -> words.Received:
    """Hand over the bytes from `offset` on, 8 MB at most; those that had arrived already change nothing.

    409 when something is missing before them. The file is whole with `PUT attachments/{id}?parts=true`; parts of a file
    that is never made whole are thrown away after a week.
    """
    person: Person = request.auth.person  # type: ignore[attr-defined]
    place = place_of(person, attachment_id)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    have, content = _size(place), request.read(words.LARGEST_PART + 1)
    if not 0 <= offset <= have:
        raise Refused(409, "part_misplaced")
    if len(content) > words.LARGEST_PART or offset + len(content) > LARGEST_FILE:
        limit = words.LARGEST_PART if len(content) > words.LARGEST_PART else LARGEST_FILE
        raise Refused(413, "file_too_large", limit=limit // _MEBIBYTE)
    if offset == 0:
        _throw_away_old(place.parent)
    _write(place, offset, content)
    return words.Received(size=_size(place))


def place_of(person: Person, attachment_id: str) -> Path:
    """Where the parts of one person's file lie; nobody else can add to it."""
    return Path(settings.ATTACHMENTS).parent / "parts" / f"{person.pk}-{attachment_id}"


def _size(place: Path) -> int:
    return place.stat().st_size if place.is_file() else 0


def _write(place: Path, offset: int, content: bytes) -> None:
    with os.fdopen(os.open(place, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
        file.seek(offset)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _throw_away_old(folder: Path) -> None:
    for left in folder.iterdir():
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _KEPT_S:
                left.unlink()
