"""All of the help desk in one archive, made while it serves: the database as of one moment, then every attachment,
and what has arrived of those that are not whole yet.

The last member, `manifest.json`, has the SHA-256 of all others: an archive that was cut off has none.
"""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from urllib.parse import parse_qsl, unquote, urlsplit

from desktop_app.domain.errors import SupportError
from desktop_app.helpdesk import keeping

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database"
SECRETS = ("secret-key", "metrics-token", "pack-key.json")


class BackupFailed(SupportError):
    """The database's own program said no, or is not there; `why` is its word."""

    key = "backup_failed"


def back_up(data: Path, database: str, to: Path) -> int:
    """Write the archive, readable by its owner alone; how many attachments are in it. Raises BackupFailed, Silent."""
    partial = to.with_name(f"{to.name}.partial")
    digests: dict[str, str] = {}
    try:
        with (
            os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out,
            tarfile.open(fileobj=out, mode="w") as archive,
            tempfile.TemporaryDirectory(dir=to.parent) as folder,
        ):
            copy = Path(folder, DATABASE)
            _copy_postgresql(database, copy) if database else _copy_sqlite(data / "helpdesk.sqlite3", copy)
            _add(archive, copy, DATABASE, digests)
            for name in SECRETS:
                if (data / name).exists():
                    _add(archive, data / name, name, digests)
            count = _add_attachments(archive, digests)
            _add_parts(archive, data / "parts", copy, digests)
            _add_manifest(archive, "postgresql" if database else "sqlite", digests)
        partial.replace(to)
    except OSError as error:
        raise BackupFailed(why=error.strerror or "the disk refused") from error
    finally:
        partial.unlink(missing_ok=True)
    return count


def _add_attachments(archive: tarfile.TarFile, digests: dict[str, str]) -> int:
    """One that is removed meanwhile was removed on purpose."""
    count = 0
    for digest in keeping.every():
        with suppress(FileNotFoundError), keeping.opened(digest) as source:
            _add_open(archive, source, f"attachments/{digest[:2]}/{digest}", digests)
            count += 1
    return count


def _add_parts(archive: tarfile.TarFile, folder: Path, copy: Path, digests: dict[str, str]) -> None:
    """What has arrived of files that are not whole yet; each is put aside in `copy` first, for more may arrive."""
    for file in sorted(folder.glob("*")):
        with suppress(FileNotFoundError):
            _add(archive, Path(shutil.copyfile(file, copy)), f"parts/{file.name}", digests)


def _add(archive: tarfile.TarFile, file: Path, name: str, digests: dict[str, str]) -> None:
    with file.open("rb") as source:
        _add_open(archive, source, name, digests)


def _add_open(archive: tarfile.TarFile, source: IO[bytes], name: str, digests: dict[str, str]) -> None:
    digests[name] = hashlib.file_digest(source, "sha256").hexdigest()  # type: ignore[arg-type]  # all that we open are
    source.seek(0)
    member = archive.gettarinfo(arcname=name, fileobj=source)
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    archive.addfile(member, source)


def _add_manifest(archive: tarfile.TarFile, kind: str, digests: dict[str, str]) -> None:
    told = {"format": FORMAT, "kind": kind, "made_at": datetime.now(UTC).isoformat(), "files": digests}
    content = json.dumps(told, indent=1).encode()
    member = tarfile.TarInfo(MANIFEST)
    member.size, member.mode = len(content), 0o600
    archive.addfile(member, io.BytesIO(content))


def _copy_sqlite(source: Path, copy: Path) -> None:
    """SQLite's own online copy: writers go on meanwhile."""
    if not source.exists():
        raise BackupFailed(why="there is no help desk in this folder")
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(copy)) as made:
        live.backup(made)
        made.execute("PRAGMA journal_mode=DELETE")


def _copy_postgresql(database: str, copy: Path) -> None:
    run_postgresql(["pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={copy}"], database)


def run_postgresql(line: list[str], database: str) -> None:
    """One of PostgreSQL's programs; the address goes by the environment, where no list of processes shows it."""
    try:
        done = subprocess.run(  # noqa: S603 -- an argument list of our own
            line, env={**os.environ, **_environment(database)}, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise BackupFailed(why=f"{line[0]} is not installed") from error
    if done.returncode:
        raise BackupFailed(why=done.stderr.strip()[-300:])


def _environment(database: str) -> dict[str, str]:
    parts = urlsplit(database)
    told = dict(parse_qsl(parts.query))
    found = {
        "PGHOST": told.get("host", parts.hostname or ""),
        "PGPORT": told.get("port", str(parts.port or "")),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": parts.path.lstrip("/"),
        "PGSSLMODE": told.get("sslmode", ""),
    }
    return {name: value for name, value in found.items() if value}
