"""A real CUPS with printers that have a way in over the network, and somebody in front of it."""

import socket
from pathlib import Path

from tests.real_cups import RealCups

_WAYS = Path("/usr/lib/cups/backend")
LASER = "drv:///sample.drv/generpcl.ppd"


def way_in(printing: RealCups, *kinds: str) -> None:
    """Lets this CUPS print over the network, or over a cable."""
    for kind in kinds:
        (printing.folder / "bin/backend" / kind).symlink_to(_WAYS / kind)


def add(printing: RealCups, name: str, uri: str, driver: str = "raw") -> None:
    """A printer at `uri`."""
    printing.ask("lpadmin", "-p", name, "-E", "-v", uri, "-m", driver)
    printing.wait_for(lambda: f"printer {name} is idle" in printing.ask("lpstat", "-p"))


class NetworkPrinter:
    """A printer that takes what is sent to its port, while it is on."""

    def __init__(self) -> None:
        self.door = socket.socket()
        self.door.bind(("127.0.0.1", 0))
        self.uri = f"socket://127.0.0.1:{self.door.getsockname()[1]}"

    def switch_on(self) -> None:
        """From now on it accepts."""
        self.door.listen()

    def close(self) -> None:
        """It is gone."""
        self.door.close()


def states(printing: RealCups) -> str:
    """Every queue with what it does, without the times."""
    lines = [*printing.ask("lpstat", "-p").splitlines(), *printing.ask("lpstat", "-a").splitlines()]
    return "\n".join(line.partition(" since ")[0] for line in lines) + printing.ask("lpstat", "-v", "-d")
