"""What lies on the way out, on macOS: the gateway, names, neighbours, how much gets through."""
# ruff: noqa: ARG002 -- every system has the same shape

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_card import Card, Echo
from desktop_app.adapters.actions.network.link_linux_way import HEADERS, TOO_LARGE, read_echo

# Where the system itself looks whether a page wants a sign-in
_OUTSIDE = "http://captive.apple.com/hotspot-detect.html"


class MacWay:
    """Measured with the tools that ship with the system."""

    def answers(self, here: Here, card: Card) -> bool:
        """A call first, then whether its hardware is known."""
        if here.run("ping", "-n", "-q", "-c", "1", "-t", "2", card.gateway).code == 0:
            return True
        known = here.run("arp", "-n", card.gateway).out
        return " at " in known and "incomplete" not in known

    def reach(self, here: Here) -> str:
        """As the system does: a page of one word, or another page in its place."""
        said = here.run("curl", "--silent", "--max-time", "4", _OUTSIDE)
        if said.code != 0:
            return "limited"
        return "full" if "Success" in said.out else "portal"

    def resolves(self, here: Here, host: str) -> bool:
        """As every program asks."""
        return "address" in here.run("dscacheutil", "-q", "host", "-a", "name", host).out

    def is_taken(self, here: Here, card: Card) -> bool | None:
        """Known for version 6 only: no tool of the system asks about version 4."""
        return True if card.is_taken else None

    def echo(self, here: Here, address: str, calls: int) -> Echo | None:
        """`ping`, five a second."""
        return read_echo(here.run("ping", "-n", "-q", "-c", str(calls), "-i", "0.2", address, deadline_s=20).out)

    def passes(self, here: Here, address: str, size: int) -> bool:
        """`ping` that forbids cutting the packet in two."""
        ran = here.run("ping", "-n", "-D", "-c", "2", "-i", "0.2", "-t", "2", "-s", str(size - HEADERS), address)
        return ran.code == 0 or bool(TOO_LARGE.search(ran.out + ran.err))
