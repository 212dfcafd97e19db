"""A secret in a file of the data folder, that all processes of one help desk share."""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def kept(file: Path, make: Callable[[], str]) -> str:
    """What the file holds; made when there is none, whole at once: of two that make it, the first one's holds."""
    with suppress(FileNotFoundError):
        return file.read_text(encoding="ascii")
    written = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    written.touch(mode=0o600)
    written.write_text(make(), encoding="ascii")
    with suppress(FileExistsError):
        os.link(written, file)
    written.unlink()
    return file.read_text(encoding="ascii")
