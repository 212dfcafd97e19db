"""From the form to the request: everything is read and written on a worker, nothing is lost when a part is missing."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop_app.domain.errors import NotFound, TooLarge
from desktop_app.domain.ticket import LARGEST_FILE
from desktop_app.domain.words import Language
from desktop_app.services.tickets import Draft
from desktop_app.ui.pages import Services, pictures
from desktop_app.ui.pages.compose.form import Form

if TYPE_CHECKING:
    from desktop_app.services.drafts import Drafts

DRAFT = "request"


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
    if size > LARGEST_FILE:
        raise TooLarge.of(file.name, size, LARGEST_FILE)
    return Enclosed(file.name, size, path=path)


def keep_picture(drafts: Drafts, picture: QImage, name: str) -> Enclosed:
    """A picture that was taken or pasted, kept with the drafts. Raises DiskFull."""
    draft, size = pictures.keep(drafts, picture, name)
    return Enclosed(name, size, picture=draft)


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
        name, raw = pictures.load(drafts, draft)
        found.append(Enclosed(name, len(raw), picture=draft))
    return Restored(form, tuple(found), tuple(gone))


def send(services: Services, form: Form, report: bytes | None, language: Language) -> str:
    """Hand the request over; its id. On disk when it returns, and only then is the draft forgotten.

    Raises TooLarge, NotFound, DiskFull: the draft stays.
    """
    attempts = [services.fixes.attempt(run_id, language) for run_id in form.attempts] if form.sends_attempts else []
    with tempfile.TemporaryDirectory(prefix="rescousse-") as folder:
        shots = pictures.write(services.drafts, form.pictures, Path(folder))
        draft = Draft(
            subject=form.subject,
            body=form.text.strip(),
            impact=form.impact,
            blocked=form.blocked,
            call_back=form.call_back,
            files=(*(Path(file) for file in form.files), *shots),
            snapshot=report if form.sends_snapshot else None,
            attempts=tuple(attempts),
        )
        ticket_id = services.tickets.create(draft)
    services.fix_counts.requested([(attempt.fix_id, attempt.title) for attempt in attempts], datetime.now(UTC))
    forget(services.drafts, form)
    return ticket_id


def forget(drafts: Drafts, form: Form) -> None:
    """The draft and its pictures go: it was sent, or given up."""
    for picture in form.pictures:
        drafts.discard(picture)
    drafts.discard(DRAFT)
