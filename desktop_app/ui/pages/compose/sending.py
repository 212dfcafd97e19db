"""From the form to the request: everything is read and written on a worker, nothing is lost when a part is missing."""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from uuid_utils import uuid7

from desktop_app.domain.errors import NotFound, TooLarge
from desktop_app.domain.words import Language
from desktop_app.services.attachments import LIMIT_BYTES
from desktop_app.services.tickets import Draft
from desktop_app.ui.pages import Services
from desktop_app.ui.pages.compose.form import Form

if TYPE_CHECKING:
    from desktop_app.services.drafts import Drafts

DRAFT = "request"
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Enclosed:
    """A file that goes with the request: `path` of the disk, or `picture`, the name of the draft that holds it."""

    name: str
    size: int
    path: str = ""
    picture: str = ""


def looked_at(path: str) -> Enclosed:
    """A file of the disk, before it is added. Raises TooLarge and NotFound."""
    file = Path(path)
    try:
        size = file.stat().st_size
        is_file = file.is_file()
    except OSError as error:
        raise NotFound(name=file.name) from error
    if not is_file:
        raise NotFound(name=file.name)
    if size > LIMIT_BYTES:
        raise TooLarge(name=file.name, size=f"{size / _MEBIBYTE:.0f} MB", limit=f"{LIMIT_BYTES // _MEBIBYTE} MB")
    return Enclosed(file.name, size, path=path)


def keep_picture(drafts: Drafts, picture: QImage, name: str) -> Enclosed:
    """Write a picture into the drafts, where a kill does not lose it. Raises DiskFull."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants a text
    draft, raw = f"{DRAFT}:picture:{uuid7()}", bytes(content.data())
    drafts.save(draft, {"name": name, "png": base64.b64encode(raw).decode("ascii")})
    return Enclosed(name, len(raw), picture=draft)


def picture_of(drafts: Drafts, draft: str) -> tuple[str, bytes]:
    """Name and PNG bytes of a kept picture; empty bytes when it is gone."""
    kept = drafts.load(draft)
    return str(kept.get("name", "")), base64.b64decode(str(kept.get("png", "")))


@dataclass(frozen=True)
class Restored:
    """A draft, the files of it that still exist, and the names of those that do not."""

    form: Form
    files: tuple[Enclosed, ...]
    gone: tuple[str, ...]


def restored(drafts: Drafts) -> Restored:
    """What was being written when the page was last left, or the program last died."""
    form = Form.from_draft(drafts.load(DRAFT))
    found: list[Enclosed] = []
    gone: list[str] = []
    for path in form.files:
        try:
            found.append(looked_at(path))
        except (NotFound, TooLarge):
            gone.append(Path(path).name)
    for draft in form.pictures:
        name, raw = picture_of(drafts, draft)
        found.append(Enclosed(name, len(raw), picture=draft))
    return Restored(form, tuple(found), tuple(gone))


def send(services: Services, form: Form, report: bytes | None, language: Language) -> str:
    """Hand the request over; its id. On disk when it returns, and only then is the draft forgotten.

    Raises TooLarge, NotFound, DiskFull: the draft stays.
    """
    attempts = [services.fixes.attempt(run_id, language) for run_id in form.attempts] if form.sends_attempts else []
    with tempfile.TemporaryDirectory(prefix="rescousse-") as folder:
        pictures = _written(services.drafts, form.pictures, Path(folder))
        draft = Draft(
            subject=form.subject,
            body=form.text.strip(),
            impact=form.impact,
            blocked=form.blocked,
            call_back=form.call_back,
            files=(*(Path(file) for file in form.files), *pictures),
            snapshot=report if form.sends_snapshot else None,
            attempts=tuple(attempts),
        )
        ticket_id = services.tickets.create(draft)
    forget(services.drafts, form)
    return ticket_id


def forget(drafts: Drafts, form: Form) -> None:
    """The draft and its pictures go: it was sent, or given up."""
    for picture in form.pictures:
        drafts.discard(picture)
    drafts.discard(DRAFT)


def _written(drafts: Drafts, pictures: Sequence[str], folder: Path) -> list[Path]:
    files = []
    for place, draft in enumerate(pictures, 1):
        name, raw = picture_of(drafts, draft)
        if raw:
            file = folder / f"{Path(name).stem or 'image'}-{place}.png"
            file.write_bytes(raw)
            files.append(file)
    return files
