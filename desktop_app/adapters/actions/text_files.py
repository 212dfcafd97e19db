"""Small text files of the user, changed whole: the old one or the new one, never half of it."""

import os
from pathlib import Path


def rewrite(file: Path, text: str) -> None:
    """Replaces the content of `file` (what it points to, when it is a link) and keeps its rights."""
    target = file.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    drop_draft(target)
    draft = _draft(target)
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(text.encode("utf-8", "surrogateescape"))
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(mode)
        draft.replace(target)
    finally:
        drop_draft(target)


def drop_draft(file: Path) -> None:
    """Removes what a program that died while rewriting `file` left beside it: it may hold a password."""
    _draft(file.resolve()).unlink(missing_ok=True)


def _draft(target: Path) -> Path:
    return target.with_name(f".{target.name}.rescousse-draft")
