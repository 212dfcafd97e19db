"""What lies on the way out, on Windows: the gateway, names, how much gets through."""
# ruff: noqa: ARG002 -- every system has the same shape

import json
from typing import Any

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network import link_windows_words as words
from desktop_app.adapters.actions.network.link_card import Card, Echo
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.domain.action import ActionFailed

_HEADERS = 28
_THERE = ("Reachable", "Stale", "Delay", "Probe", "Permanent")
_LEVELS = {"InternetAccess": "full", "ConstrainedInternetAccess": "portal", "LocalAccess": "limited"}


def tried(here: Here, script: str, **given: str) -> str:
    """What a script prints; nothing when Windows refuses to run it."""
    try:
        return powershell(here, script, 20, **given).strip()
    except ActionFailed:
        return ""


def told(text: str) -> dict[str, Any]:
    """The JSON of a script; ActionFailed when it is none."""
    try:
        answer = json.loads(text)
    except ValueError as odd:
        raise ActionFailed(f"powershell: {odd}") from odd
    return answer if isinstance(answer, dict) else {}


class WindowsWay:
    """Measured with PowerShell's own words."""

    def answers(self, here: Here, card: Card) -> bool:
        """A call first, then whether its hardware is known."""
        if self.echo(here, card.gateway, 1) or self.echo(here, card.gateway, 5):
            return True
        return tried(here, words.NEIGHBOUR, RESCOUSSE_HOST=card.gateway) in _THERE

    def reach(self, here: Here) -> str:
        """What Windows found outside."""
        return _LEVELS.get(self.outside(here).get("level", ""), "unknown")

    def outside(self, here: Here) -> dict[str, Any]:
        """What Windows found outside, and what it costs."""
        return told(tried(here, words.OUTSIDE) or "{}")

    def resolves(self, here: Here, host: str) -> bool:
        """Hosts file, then name servers."""
        return bool(tried(here, words.RESOLVE, RESCOUSSE_HOST=host))

    def is_taken(self, here: Here, card: Card) -> bool | None:
        """Windows looks for itself whenever it takes an address."""
        return card.is_taken

    def echo(self, here: Here, address: str, calls: int) -> Echo | None:
        """One line a call: `Success 12`, `TimedOut 0`."""
        replies = self._called(here, address, calls, 32)
        times = [float(time) for status, time in replies if status == "Success"]
        return Echo(100 * (1 - len(times) / len(replies)), sum(times) / len(times)) if times else None

    def passes(self, here: Here, address: str, size: int) -> bool:
        """Packets that must not be cut in two."""
        return any(
            status in ("Success", "PacketTooBig") for status, _ in self._called(here, address, 2, size - _HEADERS)
        )

    def _called(self, here: Here, address: str, calls: int, load: int) -> list[list[str]]:
        given = {"RESCOUSSE_HOST": address, "RESCOUSSE_CALLS": str(calls), "RESCOUSSE_LOAD": str(load)}
        return [line.split() for line in tried(here, words.CALL, **given).splitlines() if len(line.split()) == 2]
