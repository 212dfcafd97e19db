"""What lies on the way out, on Linux: the gateway, names, neighbours, how much gets through."""

import re

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_card import Card, Echo
from desktop_app.adapters.actions.network.link_linux_tools import asked_json, nmcli
from desktop_app.adapters.actions.runner import ToolTooSlow
from desktop_app.domain.action import ActionFailed

_UNDECIDED = ("DELAY", "PROBE", "STALE")
_MANAGER = "org.freedesktop.NetworkManager"
_CONNECTIVITY = (_MANAGER, "/org/freedesktop/NetworkManager", _MANAGER, "ConnectivityCheckEnabled")
# What `ping` adds to its load: 20 bytes of IP and 8 of ICMP
HEADERS = 28
TOO_LARGE = re.compile(r"frag needed|too long|too large", re.IGNORECASE)


class LinuxWay:
    """Measured with the tools of every desktop."""

    def answers(self, here: Here, card: Card) -> bool:
        """A call first; then whether the gateway's hardware is known, asked until that is decided."""
        if here.run("ping", "-n", "-c", "1", "-W", "1", card.gateway).code == 0:
            return True
        if self._neighbour(here, card) in _UNDECIDED:
            here.run("ping", "-n", "-c", "9", "-w", "9", card.gateway, deadline_s=12)
        return self._neighbour(here, card) in ("REACHABLE", "PERMANENT", "NOARP", *_UNDECIDED)

    def _neighbour(self, here: Here, card: Card) -> str:
        rows = asked_json(here, "neighbour", "show", card.gateway, "dev", card.name)
        return next((row["state"][0] for row in rows if row.get("state")), "")

    def reach(self, here: Here) -> str:
        """NetworkManager's own look outside; where nobody told it where to look, it would say `full` of anything."""
        ran = nmcli(here, "networking", "connectivity", "check", deadline_s=8)
        said = ran.out.strip() if ran.code == 0 else self._reach_when_slow(here)
        if said == "full" and not self._looks_outside(here):
            return "unknown"
        return {"full": "full", "portal": "portal", "limited": "limited", "none": "limited"}.get(said, "unknown")

    def _reach_when_slow(self, here: Here) -> str:
        """A look that takes longer than any page does finds nothing, whatever the one before it found."""
        before = nmcli(here, "networking", "connectivity").out.strip()
        return "limited" if before == "full" else before

    def _looks_outside(self, here: Here) -> bool:
        try:
            return "true" in here.run("busctl", "--system", "get-property", *_CONNECTIVITY).out
        except ActionFailed:
            return False

    def resolves(self, here: Here, host: str) -> bool:
        """As every program asks: hosts file, then name servers. Too slow counts as not."""
        try:
            return here.run("getent", "ahosts", host, deadline_s=8).code == 0
        except ToolTooSlow:
            return False

    def is_taken(self, here: Here, card: Card) -> bool | None:
        """Asks the whole network who has our address (RFC 5227); we do not answer ourselves."""
        address = next((text for text in card.addresses if "." in text), "")
        if card.is_taken or not address:
            return card.is_taken
        try:
            ran = here.run("arping", "-f", "-D", "-q", "-c", "2", "-w", "2", "-I", card.name, address)
        except ActionFailed:
            return None
        return {0: False, 1: True}.get(ran.code) if not ran.err else None

    def echo(self, here: Here, address: str, calls: int) -> Echo | None:
        """`ping`, five a second."""
        ran = here.run("ping", "-n", "-q", "-c", str(calls), "-i", "0.2", "-W", "1", address, deadline_s=15)
        return read_echo(ran.out)

    def passes(self, here: Here, address: str, size: int) -> bool:
        """`ping` that forbids cutting the packet in two; twice, as one may get lost."""
        words = ("ping", "-n", "-M", "do", "-c", "2", "-i", "0.2", "-W", "1", "-s", str(size - HEADERS), address)
        ran = here.run(*words)
        return ran.code == 0 or bool(TOO_LARGE.search(ran.out + ran.err))


def read_echo(text: str) -> Echo | None:
    """The two last lines of `ping -q`, of iputils, BSD and macOS."""
    lost, times = re.search(r"([\d.]+)% packet loss", text), re.search(r"= [\d.]+/([\d.]+)/", text)
    return Echo(float(lost[1]), float(times[1])) if lost and times else None
