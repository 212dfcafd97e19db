"""What a browser keeps of one site: its cookies, one database for all sites, and its own folders of data."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from desktop_app.adapters.actions.browser.profiles import Profile
from desktop_app.domain.action import ActionFailed

# The table of cookies, its column of hosts, that of the last use
_TABLES = {"mozilla": ("moz_cookies", "host", "lastAccessed"), "chromium": ("cookies", "host_key", "last_access_utc")}
_DATABASES = {"mozilla": ("cookies.sqlite",), "chromium": ("Network/Cookies", "Cookies")}
FOLDERS = ("storage/default", "IndexedDB")
_MATCH = "(ltrim({host}, '.') = :site OR {host} LIKE '%.' || :site)"
_DRAFT = ".rescousse-draft"

Ready = Callable[[Path], None]
"""Told where the new database lies, just before it takes the place of the old one."""


def database(profile: Profile) -> Path | None:
    """The database of cookies."""
    files = (profile.folder / name for name in _DATABASES[profile.family])
    return next((file for file in files if file.is_file()), None)


def sites(profile: Profile) -> list[str]:
    """The sites that left something, the one used last first."""
    table, host, used = _TABLES[profile.family]
    rows = _read(profile, f"SELECT {host} FROM {table} GROUP BY {host} ORDER BY max({used}) DESC")  # noqa: S608
    names = (str(row[0]).lstrip(".").removeprefix("www.") for row in rows)
    return list(dict.fromkeys(names))


def count(profile: Profile, site: str) -> int:
    """How many cookies `site` left."""
    table, host, _ = _TABLES[profile.family]
    rows = _read(profile, f"SELECT count(*) FROM {table} WHERE {_match(host)}", site)  # noqa: S608
    return int(rows[0][0]) if rows else 0


def folders(profile: Profile, site: str) -> list[Path]:
    """The folders in which `site` keeps data of its own."""
    found = list(_folders(profile))
    return [folder for folder, host in found if host == site or host.endswith(f".{site}")]


def _folders(profile: Profile) -> Iterator[tuple[Path, str]]:
    """Firefox: `https+++www.example.org^userContextId=1`; Chromium: `https_www.example.org_0.indexeddb.leveldb`."""
    if profile.family == "mozilla":
        for folder in sorted((profile.folder / "storage/default").glob("http*+++*")):
            yield folder, folder.name.partition("+++")[2].partition("^")[0].partition("+")[0]
        return
    for folder in sorted((profile.folder / "IndexedDB").glob("http*_*_*.indexeddb.*")):
        yield folder, folder.name.partition("_")[2].rpartition("_")[0]


def _match(host: str) -> str:
    return _MATCH.format(host=host)


def _read(profile: Profile, question: str, site: str = "") -> list[tuple[Any, ...]]:
    """Rows read without a lock, as the browser may hold the database; none when it cannot be read."""
    file = database(profile)
    if file is None:
        return []
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as base:
        return base.execute(question, {"site": site}).fetchall()
    return []


def drop(profile: Profile, file: Path, site: str, ready: Ready) -> None:
    """Takes the cookies of `site` out of `file`: the old database or the new one, never half of it."""
    table, host, _ = _TABLES[profile.family]
    _rewrite(file, f"DELETE FROM {table} WHERE {_match(host)}", site, ready=ready)  # noqa: S608


def bring_back(profile: Profile, file: Path, site: str, kept: Path) -> None:
    """Puts the cookies that `site` had in `kept` back among those of `file`."""
    table, host, _ = _TABLES[profile.family]
    # The number of a row is not its own: it may have been given to another cookie since
    names = ", ".join(row[1] for row in _read(profile, f"PRAGMA table_info({table})") if row[1] != "id")
    source = f"SELECT {names} FROM kept.{table} WHERE {_match(host)}"  # noqa: S608
    _rewrite(file, f"INSERT OR REPLACE INTO {table} ({names}) {source}", site, kept)


def settle(file: Path) -> None:
    """Lets the database finish what a browser that died had begun, so that the file alone says everything."""
    if any(file.with_name(file.name + end).exists() for end in ("-wal", "-journal")):
        with suppress(sqlite3.Error), closing(sqlite3.connect(file)) as base:
            base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            base.execute("SELECT count(*) FROM sqlite_master")


def _rewrite(file: Path, question: str, site: str, kept: Path | None = None, ready: Ready = lambda _: None) -> None:
    draft = file.with_name(file.name + _DRAFT)
    try:
        shutil.copy2(file, draft)
        with closing(sqlite3.connect(draft)) as base, base:
            if kept:
                base.execute("ATTACH DATABASE :kept AS kept", {"kept": str(kept)})
            base.execute(question, {"site": site})
        ready(draft)
        draft.replace(file)
    except sqlite3.Error as problem:
        raise ActionFailed(f"{file.name}: {problem}") from problem
    finally:
        drop_draft(file)


def drop_draft(file: Path) -> None:
    """Removes what a program that died while rewriting left beside `file`."""
    for end in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + _DRAFT + end).unlink(missing_ok=True)
