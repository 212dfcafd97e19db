"""Starts the help desk: prepares its data, serves, and says where once it really answers."""

import contextlib
import json
import os
import secrets
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uvicorn

_LOOPBACK = {"", "0.0.0.0", "::"}  # noqa: S104 -- replaced by loopback in what is printed


def set_up(data: Path, database: str = "") -> None:
    """Make Django ready for this process: folder, secret, settings, migrations."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make_secret(data / "secret-key")
    os.environ["RESCOUSSE_HELPDESK_DATA"] = str(data)
    os.environ["RESCOUSSE_HELPDESK_DATABASE"] = database
    os.environ["DJANGO_SETTINGS_MODULE"] = "desktop_app.helpdesk.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def serve(data: Path, database: str, host: str, port: int) -> int:
    """Serve until told to stop (SIGTERM, Ctrl+C). Prints `{"url":…,"console":…}` once it answers."""
    set_up(data, database)
    import uvicorn

    from desktop_app.helpdesk.asgi import application
    from desktop_app.helpdesk.jobs.clock import Clock

    listening = _listen(host, port)
    config = uvicorn.Config(
        application,
        log_config=None,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=2,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1",
    )
    server = uvicorn.Server(config)
    announce = server.startup

    async def startup(sockets: list[socket.socket] | None = None) -> None:
        await announce(sockets)
        _say_where(listening)

    server.startup = startup  # type: ignore[method-assign]
    server.capture_signals = lambda: _stopped_by_signals(server)  # type: ignore[method-assign]
    clock = Clock()
    clock.start()
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    clock.stop()
    return 0


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
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host, port))
    return listening


def _say_where(listening: socket.socket) -> None:
    host, port = listening.getsockname()[:2]
    host = "127.0.0.1" if host in _LOOPBACK else f"[{host}]" if ":" in host else host
    url = f"http://{host}:{port}"
    sys.stdout.write(json.dumps({"url": url, "console": f"{url}/console/"}) + "\n")
    sys.stdout.flush()


def _make_secret(file: Path) -> None:
    """Once; a second program that starts at the same moment reads the first one's."""
    with contextlib.suppress(FileExistsError):
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(secrets.token_urlsafe(50))
