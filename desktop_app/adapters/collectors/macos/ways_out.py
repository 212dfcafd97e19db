"""macOS: what `route`, `netstat` and `arp` say of the ways out and of the machines around."""

import re
from collections.abc import Iterator

from desktop_app.domain.sections.network import Neighbour, Route

_NEIGHBOUR = re.compile(r"^\S+ \(([\d.]+)\) at ([0-9a-f:]+) on (\S+)", re.MULTILINE)
_GROUPS = re.compile(r"^(22[4-9]|23\d|255)\.|\.255$")


def gateways_from(said: str) -> Iterator[Route]:
    """The way everywhere, as `route -n get default` says it."""
    gateway, card = (re.search(rf"^\s*{name}:\s*(\S+)", said, re.MULTILINE) for name in ("gateway", "interface"))
    if gateway:
        yield Route("default", gateway[1], card[1] if card else None)


def routes_from(said: str) -> Iterator[Route]:
    """The other ways, as `netstat -rn` says them: destination, gateway, flags, card."""
    for line in said.splitlines():
        words = line.split()
        if len(words) >= 4 and words[0][:1].isdigit() and not words[0].startswith("127"):
            is_gateway, is_host = "G" in words[2], "H" in words[2] or words[0].endswith("/32")
            if not is_host and not _GROUPS.match(words[0]):
                yield Route(words[0], words[1] if is_gateway else None, words[3])


def neighbours_from(said: str) -> Iterator[Neighbour]:
    """Machines spoken to, as `arp -an` says them; it leaves out zeros before a digit."""
    for address, mac, card in _NEIGHBOUR.findall(said):
        if not _GROUPS.search(address):
            yield Neighbour(address, ":".join(part.zfill(2) for part in mac.split(":")), card)
