"""Pictures, and recorded steps, that wait to be sent: kept with the drafts, where a kill does not lose them.

A picture is a PNG of new pixels.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from uuid_utils import uuid7

from desktop_app.services.attachments import STEPS as SUFFIX

if TYPE_CHECKING:
    from desktop_app.services.drafts import Drafts

_PREFIX = "picture:"


def keep(drafts: Drafts, picture: QImage, name: str) -> tuple[str, int]:
    """Write a picture into the drafts; what it is called there, and its size in bytes. Raises DiskFull.

    Only pixels are kept: a pasted picture may bring words, a place or a thumbnail with it.
    """
    from desktop_app.ui.pages.annotate.ink import burnt
    from desktop_app.ui.pages.annotate.marks import Drawing

    return _keep(drafts, png(burnt(picture, Drawing())), f"{name}.png")


def keep_steps(drafts: Drafts, file: bytes, name: str) -> tuple[str, int]:
    """The same for the file of recorded steps."""
    return _keep(drafts, file, name + SUFFIX)


def _keep(drafts: Drafts, raw: bytes, name: str) -> tuple[str, int]:
    draft = f"{_PREFIX}{uuid7()}/{name}"
    drafts.save(draft, {"name": name.partition(".")[0], "png": base64.b64encode(raw).decode("ascii")})
    return draft, len(raw)


def png(picture: QImage) -> bytes:
    """The bytes of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants a text
    return bytes(content.data())


def is_picture(name: str) -> bool:
    """Whether that is what a kept picture is called, and not the path of a file."""
    return name.startswith(_PREFIX)


def load(drafts: Drafts, draft: str) -> tuple[str, bytes]:
    """Name and bytes of what was kept; empty bytes when it is gone."""
    kept = drafts.load(draft)
    return str(kept.get("name", "")), base64.b64decode(str(kept.get("png", "")))


def write(drafts: Drafts, names: Iterable[str], folder: Path) -> list[Path]:
    """What was kept as files of a folder; what is gone is left out."""
    files = []
    for place, draft in enumerate(names, 1):
        name, raw = load(drafts, draft)
        if raw:
            suffix = SUFFIX if draft.endswith(SUFFIX) else ".png"
            file = folder / f"{Path(name).stem or 'image'}-{place}{suffix}"
            file.write_bytes(raw)
            files.append(file)
    return files
