"""Starts the help desk: prepares its data, serves, and says where once it really answers."""

import asyncio
import contextlib
import gc
import json
import os
import secrets
import signal
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.helpdesk.secret_file import kept

if TYPE_CHECKING:
    import uvicorn

# Each keeps a connection to the database: PostgreSQL has a hundred of them for all processes, as it comes
_THREADS = 12
# Any number will do, as long as nobody else in the database takes it
_MIGRATING = 8450_2026
_LOOPBACK = {"", "0.0.0.0", "::"}  # noqa: S104 -- replaced by loopback in what is printed


def settle(data: Path, database: str, bucket: str) -> None:
    """Tell this process where everything is."""
    os.environ["RESCOUSSE_HELPDESK_DATA"] = str(data)
    os.environ["RESCOUSSE_HELPDESK_DATABASE"] = database
    os.environ["RESCOUSSE_HELPDESK_BUCKET"] = bucket
    os.environ["DJANGO_SETTINGS_MODULE"] = "desktop_app.helpdesk.settings"


def set_up(data: Path, database: str = "", bucket: str = "") -> None:
    """Make Django ready for this process: folder, secret, settings, migrations."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in ("secret-key", "metrics-token"):
        kept(data / name, lambda: secrets.token_urlsafe(50))
    settle(data, database, bucket)
    import django

    django.setup()
    _migrate()


def _migrate() -> None:
    """Bring the tables up to date; of several that start at once on one PostgreSQL, one does and the others wait."""
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor != "postgresql":
        call_command("migrate", verbosity=0, interactive=False)
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_MIGRATING])
        call_command("migrate", verbosity=0, interactive=False)
        cursor.execute("SELECT pg_advisory_unlock(%s)", [_MIGRATING])


def serve(host: str, port: int) -> int:
    """Serve what was set up until told to stop (SIGTERM, Ctrl+C). Prints `{"url":…,"console":…}` once it answers.

    Raises Locked.
    """
    import uvicorn

    from desktop_app.helpdesk import first_run, keeping
    from desktop_app.helpdesk.asgi import application
    from desktop_app.helpdesk.jobs.clock import Clock

    keeping.begin()
    first_run.announce()
    listening = _listen(host, port)
    config = uvicorn.Config(
        application,
        log_config=None,
        lifespan="off",
        server_header=False,
        access_log=False,  # who asked for what and from where is the proxy's to keep, or nobody's
        timeout_graceful_shutdown=2,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1",
    )
    server = uvicorn.Server(config)
    announce = server.startup

    async def startup(sockets: list[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_THREADS, "helpdesk-answer"))
        collect_seldom()
        await announce(sockets)
        _say_where(listening)
        _tell_systemd()

    server.startup = startup  # type: ignore[method-assign]
    server.capture_signals = lambda: _stopped_by_signals(server)  # type: ignore[method-assign]
    clock = Clock()
    clock.start()
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    clock.stop()
    return 0


def collect_seldom() -> None:
    """A full collection of garbage looks at everything that each open line holds: with ten thousand of them nobody is
    answered for a second. What is loaded now is not looked at again, and the whole is left to the clock.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 100_000)


@contextlib.contextmanager
def _stopped_by_signals(server: "uvicorn.Server") -> Iterator[None]:
    """SIGTERM and Ctrl+C end it in order, and the program with 0: to stop when asked is no failure."""
    before = {number: signal.signal(number, server.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # of TCP by name: asyncio lets nothing wait for the other side's word (TCP_NODELAY) on those alone, else each answer
    # takes 40 ms more
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host, port))
    return listening


def _say_where(listening: socket.socket) -> None:
    host, port = listening.getsockname()[:2]
    host = "127.0.0.1" if host in _LOOPBACK else f"[{host}]" if ":" in host else host
    url = f"http://{host}:{port}"
    sys.stdout.write(json.dumps({"url": url, "console": f"{url}/console/"}) + "\n")
    sys.stdout.flush()


def _tell_systemd() -> None:
    """That we answer, where it asked to hear it: the next process is stopped no sooner. Source: sd_notify(3)."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.sendto(b"READY=1", address.replace("@", "\0", 1) if address.startswith("@") else address)
