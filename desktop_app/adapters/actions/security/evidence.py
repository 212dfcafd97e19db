"""What a specialist wants to know afterwards: written down on this computer before anything is stopped or moved."""

import hashlib
import json
import uuid
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

from desktop_app.adapters.actions.files.looking import readable
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.speed.startup_places import PLACES
from desktop_app.domain.action import ActionFailed

_LARGEST_BYTES = 200_000_000


def new_token() -> str:
    """A name for a file of evidence."""
    return uuid.uuid4().hex


def write(here: Here, token: str, about: Path | None = None) -> Path:
    """Programs, connections and what opens at sign-in, and of `about` its size and SHA-256. Written once."""
    file = _file(here, token)
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        table = {
            "at": datetime.now(UTC).isoformat(),
            "file": _of_file(about) if about else None,
            "programs": list(_programs()),
            "opens_at_sign_in": [entry.command for entry in PLACES[here.system].entries(here)],
        }
        draft = file.with_suffix(".draft")
        draft.write_text(json.dumps(table, ensure_ascii=True, indent=1), encoding="ascii")
        draft.chmod(0o600)
        draft.replace(file)
    return file


def drop(here: Here, token: str) -> None:
    """Deletes a file of evidence; nobody asked for it in time."""
    with suppress(ActionFailed):
        _file(here, token).unlink(missing_ok=True)


def _file(here: Here, token: str) -> Path:
    if len(token) != 32 or not token.isalnum():
        raise ActionFailed("no name of evidence")
    return here.holding / f"evidence-{token}.json"


def _of_file(path: Path) -> dict[str, Any]:
    with suppress(OSError):
        status = path.stat()
        is_small = path.is_file() and status.st_size <= _LARGEST_BYTES
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if is_small else ""
        return {"path": str(path), "name": readable(path), "size": status.st_size, "sha256": digest}
    return {"path": str(path)}


def _programs() -> Iterator[dict[str, Any]]:
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            with process.oneshot():
                about = {"pid": process.pid, "parent": process.ppid(), "name": process.name()}
                about |= {"started": process.create_time(), "user": process.username()}
            with suppress(psutil.AccessDenied):
                about |= {"exe": process.exe(), "command": process.cmdline()}
                about["connections"] = [_line(one) for one in process.net_connections("inet")]
            yield about


def _line(one: Any) -> str:
    return f"{':'.join(map(str, one.laddr))} {':'.join(map(str, one.raddr))} {one.status}"
