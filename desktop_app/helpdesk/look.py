"""The organisation's own logo and colour on the console: taken only when everybody can read what is drawn with it."""

import hashlib
import struct

from django.core.files.uploadedfile import UploadedFile

from desktop_app.domain.contrast import ENOUGH, WHITE, contrast, is_colour, shades
from desktop_app.helpdesk.models import Organisation
from desktop_app.helpdesk.models.desk import Logo

OURS = "#0B6073"
"""The accent of the design, which is drawn without a style sheet of its own."""

LARGEST_LOGO = 200_000
"""Bytes."""

MOST_PIXELS = 1024
"""Of one side."""

_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_SIZE_ENDS = len(_PNG) + 8


def take(organisation: Organisation, colour: str, file: "UploadedFile[bytes] | None") -> str:
    """Put both into `organisation`, which the caller saves; the key of what is wrong. Nothing given changes nothing."""
    logo = file.read(LARGEST_LOGO + 1) if file else b""
    if logo and not is_logo(logo):
        return "look_no_logo"
    if colour and not is_colour(colour):
        return "look_no_colour"
    if colour and contrast(colour, WHITE) < ENOUGH:
        return "look_too_light"
    if colour:
        organisation.colour = "" if colour.upper() == OURS else colour.upper()
    if logo:
        organisation.logo_mark = hashlib.sha256(logo).hexdigest()[:16]
        Logo.objects.update_or_create(pk=1, defaults={"picture": logo})
    return ""


def is_logo(content: bytes) -> bool:
    """Whether it is a PNG of a size that a page can carry; what is drawn in it is no concern of ours."""
    if len(content) > LARGEST_LOGO or not content.startswith(_PNG) or len(content) < _SIZE_ENDS:
        return False
    sides = struct.unpack(">II", content[len(_PNG) : _SIZE_ENDS])
    return all(0 < side <= MOST_PIXELS for side in sides)


def style(colour: str) -> str:
    """The style sheet that draws with `colour` what is ours by default."""
    drawn = "".join(f"--{name}:light-dark({day},{night});" for name, (day, night) in shades(colour).items())
    return ":root{" + drawn + "}\n"
