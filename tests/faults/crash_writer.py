"""A program that accepts and sends requests until somebody kills it; started once, then forked for every life.

Standard input names a home per line; each line forks a life whose process id is printed. A life prints the id of every
request the moment it was accepted.
"""

import os
import signal
import sys
import threading
from pathlib import Path

from desktop_app.adapters.folders import find
from desktop_app.adapters.helpdesk_client import HelpdeskClient
from desktop_app.adapters.http import exchange, verdicts  # noqa: F401 - loaded once for all lives
from desktop_app.adapters.policy.toml import TomlPolicy
from desktop_app.adapters.store import open_store
from desktop_app.adapters.user_settings import UserSettingsFile
from desktop_app.domain.errors import SupportError
from desktop_app.services.journal import Journal
from desktop_app.services.outbox import Outbox
from desktop_app.services.settings import Settings
from desktop_app.services.tickets import Draft, Tickets
from tests.unit.client.standin import TOKEN

EXCHANGE_S = 2


class FixedToken:
    """A token without a key store."""

    def token(self) -> str:
        return os.environ.get("CRASH_TOKEN", TOKEN)

    def renew(self, refused: str) -> str:
        return ""


def live(home: str, url: str, accepted: int) -> None:
    """Write on one thread and send on another, for ever. `accepted` is the file handle for ids."""
    folders = find({"RESCOUSSE_HOME": home})
    store = open_store(folders)
    nothing = folders.settings / "none.toml"
    settings = Settings(UserSettingsFile(nothing), TomlPolicy(nothing), {"helpdesk.url": url, "language": "fr"})
    client = HelpdeskClient(settings)
    client.use_tokens(FixedToken())
    outbox = Outbox(store, client, Journal(store))
    tickets = Tickets(store, outbox, client, settings)
    something = threading.Event()
    outbox.on_change(something.set)
    threading.Thread(target=_send, args=(outbox, something), daemon=True).start()
    _write(tickets, Path(home) / "note.bin", accepted)


def _write(tickets: Tickets, note: Path, accepted: int) -> None:
    tick = threading.Event()
    for place in range(10**6):
        files = (note,) if place % 3 == 0 else ()
        ticket_id = tickets.create(Draft(f"demande {place}", "texte", files=files))
        os.write(accepted, f"{ticket_id} {ticket_id}\n".encode())
        entry_id = tickets.reply(ticket_id, f"suite {place}")
        os.write(accepted, f"{ticket_id} {entry_id}\n".encode())
        tick.wait(0.03)


def _send(outbox: Outbox, something: threading.Event) -> None:
    while True:
        something.wait(0.05)
        something.clear()
        try:
            outbox.flush()
        except SupportError:
            continue


def main() -> None:
    """Fork a life per line until standard input ends."""
    url, accepted = sys.argv[1], os.open(sys.argv[2], os.O_WRONLY | os.O_APPEND)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            live(line.strip(), url, accepted)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
