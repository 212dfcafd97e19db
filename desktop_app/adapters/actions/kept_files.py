"""Settings files of programs, changed and put back byte by byte. What the program wrote since is not lost."""

import contextlib
import re
import shutil
import uuid
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.text_files import drop_draft, rewrite
from desktop_app.domain.action import ActionFailed

Edit = Callable[[str], str]
Merge = Callable[[str, str], str]
"""From the text as it was before and the text as it is now, the text to come back to."""

_TOKEN = re.compile("[0-9a-f]{32}")


def new_token() -> str:
    """A name for one change and what is kept for its way back."""
    return uuid.uuid4().hex


def text(file: Path) -> str:
    """What `file` says, ready to be written again byte by byte; nothing when it is not there."""
    try:
        return file.read_bytes().decode("utf-8", "surrogateescape")
    except (FileNotFoundError, NotADirectoryError):
        return ""


def before(here: Here, token: str, file: Path) -> str | None:
    """What `file` said before the change; None when nothing is kept."""
    kept = _kept(here, token, file)
    return text(kept) if kept.exists() else "" if _absent(kept).exists() else None


def change(here: Here, token: str, file: Path, edit: Edit) -> None:
    """Keeps `file` as it is, once, then writes it edited. Made twice, it only finishes."""
    if before(here, token, file) is None:
        _keep(_kept(here, token, file), file)
    _write(file, edit(text(file)))


def _keep(kept: Path, file: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if file.exists():
        rewrite(kept, text(file))
    else:
        _absent(kept).touch()


def restore(here: Here, token: str, file: Path, edit: Edit, merge: Merge) -> None:
    """The bytes of before when only we wrote since; else `merge` says what comes back into what is there now."""
    original, now = before(here, token, file), text(file)
    if original is None:
        return
    kept = _kept(here, token, file)
    if now != edit(original):
        _write(file, merge(original, now))
    elif _absent(kept).exists():
        file.unlink(missing_ok=True)
    else:
        _write(file, original)
    let_go(here, token, file)


def keep(here: Here, token: str, file: Path) -> Path:
    """The copy of a file that another program will rewrite, a database; made once, whole or not at all."""
    kept = _kept(here, token, file)
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = kept.with_suffix(".draft")
        shutil.copy2(file, draft)
        draft.replace(kept)
    return kept


def note(here: Here, token: str, file: Path, left: Path) -> None:
    """Remembers that we leave `file` as `left` is, to tell later whether somebody wrote since."""
    _kept(here, token, file).with_suffix(".after").write_text(_digest(left))


def is_whole_again(here: Here, token: str, file: Path) -> bool:
    """Whether `file` is what it was, put back when nobody wrote since; False when its content has to be merged."""
    kept = _kept(here, token, file)
    after = kept.with_suffix(".after")
    if _digest(file) == _digest(kept):
        return True
    if not after.exists() or after.read_text() != _digest(file):
        return False
    draft = file.with_name(f"{file.name}.rescousse-draft")
    shutil.copy2(kept, draft)
    draft.replace(file)
    return True


def let_go(here: Here, token: str, file: Path) -> None:
    """Deletes the copy of one file."""
    kept = _kept(here, token, file)
    for end in ("", ".after", ".draft", ".absent"):
        kept.with_suffix(end).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        kept.parent.rmdir()


def forget(here: Here, token: str) -> None:
    """Deletes what was kept."""
    shutil.rmtree(_folder(here, token), ignore_errors=True)


def _write(file: Path, new: str) -> None:
    if new != text(file):
        rewrite(file, new)
    elif file.parent.is_dir():
        drop_draft(file)


def _kept(here: Here, token: str, file: Path) -> Path:
    return _folder(here, token) / sha256(str(file).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _absent(kept: Path) -> Path:
    return kept.with_suffix(".absent")


def is_kept(here: Here, token: str, file: Path) -> bool:
    """Whether there is a copy of it."""
    return _kept(here, token, file).exists()


def _folder(here: Here, token: str) -> Path:
    if not _TOKEN.fullmatch(token):
        raise ActionFailed("nothing of ours has this name")
    return here.holding / token
