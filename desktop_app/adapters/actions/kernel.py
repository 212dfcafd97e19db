"""What the kernel of Linux says of a device: a folder of files with a word each."""

from pathlib import Path


def word(file: Path) -> str:
    """The word in `file`; empty when there is none."""
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def number(file: Path) -> int | None:
    """The number in `file`; None when there is none."""
    found = word(file)
    return int(found) if found.isdigit() else None
