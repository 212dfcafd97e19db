"""Everything that is kept about one person, in a file for them."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from django.forms.models import model_to_dict

from desktop_app.domain.ticket import Visibility
from desktop_app.helpdesk import audit, keeping
from desktop_app.helpdesk.audit import Act
from desktop_app.helpdesk.models import Attachment, Identity, Person, Technician, Ticket

_TICKET = (
    "number", "subject", "status", "impact", "blocked", "priority", "kind", "language", "call_back", "created_at",
    "updated_at", "first_answer_at", "resolved_at", "score",
)  # fmt: skip
_ENTRY = ("id", "kind", "event", "facts", "body", "created_at")
_IDENTITY = ("issuer", "subject", "by", "proven_at")
_DEVICE = ("id", "hostname", "system", "machine", "enrolled_at", "last_seen", "revoked_at")


def write(person: Person, to: Path, by: Technician | None) -> int:
    """A ZIP of `person.json` and their files; how many files. Internal notes of the team are not theirs to have.

    Raises Silent, and leaves no half of it.
    """
    files = list(_files(person))
    audit.write(Act.EXPORTED, by, person, what="person")
    try:
        _pack(person, files, to)
    except keeping.Silent:
        to.unlink()
        raise
    return len(files)


def _pack(person: Person, files: list[Attachment], to: Path) -> None:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("person.json", json.dumps(_told(person), ensure_ascii=False, indent=2, default=str))
        for file in files:
            with suppress(FileNotFoundError), keeping.opened(file.sha256) as kept:
                _add(archive, _name(file), kept)


def _add(archive: zipfile.ZipFile, name: str, kept: IO[bytes]) -> None:
    with archive.open(name, "w") as member:
        shutil.copyfileobj(kept, member)


def _told(person: Person) -> dict[str, Any]:
    return {
        "person": model_to_dict(person, fields=["login", "name", "email", "language"]) | {"id": person.pk},
        "identity": Identity.objects.filter(person=person).values(*_IDENTITY).first(),
        "devices": list(person.devices.values(*_DEVICE)),
        "requests": [_request(ticket) for ticket in person.tickets.order_by("number")],
    }


def _request(ticket: Ticket) -> dict[str, Any]:
    entries = ticket.entries.filter(visibility=Visibility.PUBLIC).order_by("position").prefetch_related("attachments")
    lines = [
        {name: getattr(entry, name) for name in _ENTRY} | {"files": [_name(file) for file in entry.attachments.all()]}
        for entry in entries
    ]
    tried = list(ticket.attempts.values("fix_id", "title", "result", "before", "after"))
    return {name: getattr(ticket, name) for name in _TICKET} | {"id": ticket.pk, "entries": lines, "tried": tried}


def _files(person: Person) -> Iterator[Attachment]:
    yield from Attachment.objects.filter(entry__ticket__requester=person, entry__visibility=Visibility.PUBLIC)
    yield from Attachment.objects.filter(person=person, entry=None)


def _name(file: Attachment) -> str:
    return f"files/{file.pk}-{file.filename}"
