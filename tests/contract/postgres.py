"""A PostgreSQL of the system's package in a folder that goes away, run by the account that such servers ask for."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

_names = count(1)


class Postgres:
    """A running server; `database()` makes one."""

    def __init__(self, programs: Path, folder: Path, port: int) -> None:
        self._programs, self._folder, self._port = programs, folder, port

    def database(self, like: str = "") -> str:
        """The URL of a fresh database; with all that is in the one at the URL `like`."""
        name = f"desk{next(_names)}"
        model = ["-T", like.rpartition("/")[2]] if like else []
        self.run("createdb", "-h", "127.0.0.1", "-p", str(self._port), "-U", "postgres", *model, name)
        return f"postgresql://postgres@127.0.0.1:{self._port}/{name}"

    def run(self, program: str, *arguments: str) -> None:
        """One of the server's own programs, as its own account."""
        line = [str(self._programs / program), *arguments]
        subprocess.run([*_as_postgres(), *line], check=True, capture_output=True, cwd=self._folder)


def programs() -> Path | None:
    """Where the newest installed server lies; None when there is none, or nobody who may run it."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found or (os.geteuid() == 0 and not (_has_account() and shutil.which("runuser"))):
        return None
    return found[-1].parent


@contextmanager
def running(where: Path) -> Iterator[Postgres]:
    """A server on a free port of loopback, for as long as the block lasts."""
    folder = Path(tempfile.mkdtemp(prefix="desk-postgres-"))
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    server = Postgres(where, folder, _free_port())
    data = folder / "data"
    try:
        server.run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8")
        server = _started(where, folder)
        yield server
        server.run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _started(where: Path, folder: Path, tries: int = 5) -> Postgres:
    """Another program may take the port before the server does: then it is another one."""
    server = Postgres(where, folder, _free_port())
    options = f"-p {server._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    try:
        server.run("pg_ctl", "-D", str(folder / "data"), "-w", "-l", str(folder / "log"), "-o", options, "start")
    except subprocess.CalledProcessError:
        if tries == 1:
            raise
        return _started(where, folder, tries - 1)
    return server


def _as_postgres() -> list[str]:
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


def _has_account() -> bool:
    return any(entry.pw_name == "postgres" for entry in pwd.getpwall())


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
