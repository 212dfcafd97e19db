"""A help desk made again from an archive of `backup`: all of it is checked before anything of it counts."""

import hashlib
import json
import re
import shutil
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from desktop_app.domain.errors import SupportError
from desktop_app.helpdesk import keeping
from desktop_app.helpdesk.backup import DATABASE, FORMAT, MANIFEST, SECRETS, run_postgresql

_NAME = re.compile(
    "|".join(
        [*map(re.escape, (DATABASE, MANIFEST, *SECRETS)), r"attachments/[0-9a-f]{2}/[0-9a-f]{64}|parts/[0-9a-f-]{73}"]
    )
)


class BrokenArchive(SupportError):
    """Cut off, changed, or not an archive of a help desk. Nothing was restored."""

    key = "archive_broken"


class NotEmpty(SupportError):
    """There is a help desk already where this one would go. Nothing was changed."""

    key = "restore_not_empty"


class OtherDatabase(SupportError):
    """The archive is of the other kind of database; `kind` is its own."""

    key = "restore_other_database"


def restore(archive: Path, data: Path, database: str) -> int:
    """Into a folder, and a database, that hold nothing yet; how many attachments.

    Raises BrokenArchive, NotEmpty, OtherDatabase, BackupFailed, Silent, OSError.
    """
    if data.exists() and any(data.iterdir()):
        raise NotEmpty(where=str(data))
    data.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".restoring-", dir=data.parent))
    try:
        told = _unpacked(archive, folder)
        if told["kind"] != ("postgresql" if database else "sqlite"):
            raise OtherDatabase(kind=told["kind"])
        if settings.BUCKET:
            _bring_to_bucket(folder / "attachments")
        _fill(folder / DATABASE, database)
        if data.exists():
            data.rmdir()
        folder.rename(data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return sum(name.startswith("attachments/") for name in told["files"])


def _bring_to_bucket(folder: Path) -> None:
    """What is there already stays: files are named by what is in them."""
    for file in sorted(folder.glob("??/*")):
        keeping.keep(file, file.name)
    shutil.rmtree(folder, ignore_errors=True)


def _unpacked(archive: Path, folder: Path) -> dict[str, Any]:
    """Its manifest, after every file was found to be what it says."""
    try:
        with tarfile.open(archive, "r:") as members:
            found = {member.name: _unpack(members, member, folder) for member in members}
        told: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
        is_whole = told["format"] == FORMAT and DATABASE in told["files"]
        if not is_whole or {name: found[name] for name in found if name != MANIFEST} != told["files"]:
            raise BrokenArchive
    except (tarfile.TarError, EOFError, ValueError, KeyError, TypeError, FileNotFoundError) as error:
        raise BrokenArchive from error
    (folder / MANIFEST).unlink()
    return told


def _unpack(members: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> str:
    """The digest of what was written; only names of ours, only plain files."""
    source = members.extractfile(member) if member.isreg() and _NAME.fullmatch(member.name) else None
    if source is None:
        raise BrokenArchive
    file = folder / member.name
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with file.open("xb") as out:
        shutil.copyfileobj(source, out)
    file.chmod(0o600)
    with file.open("rb") as written:
        return hashlib.file_digest(written, "sha256").hexdigest()


def _fill(copy: Path, database: str) -> None:
    if database:
        line = ["pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
        _require_empty(database)
        run_postgresql([*line, f"--dbname={urlsplit(database).path.lstrip('/')}", str(copy)], database)
        copy.unlink()
        return
    with closing(sqlite3.connect(copy)) as found:
        if found.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise BrokenArchive
    copy.rename(copy.with_name("helpdesk.sqlite3"))


def _require_empty(database: str) -> None:
    import psycopg

    with psycopg.connect(database) as connection:
        count = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    if count and count[0]:
        raise NotEmpty(where="the database")
