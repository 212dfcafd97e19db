"""The VPN connections that each system knows: whether they are up, bringing one up, and down again."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.names_systems import worked
from desktop_app.adapters.actions.powershell import powershell, rows
from desktop_app.adapters.actions.runner import Ran

_CONNECT_S = 38
_TICK_S = 0.5
_COLON = re.compile(r"(?<!\\):")
_LISTED = re.compile(r'^[* ] \((\w+)\)\s+([0-9A-F-]{36})\s.*?"(.*)"', re.MULTILINE)
# What the tools say when a password, a certificate or a code is missing (in English: that is how they are run)
_SECRET = ("secret", "password", "passphrase", "credential", "authentication", "login failed", "token")
_REFUSED = ("not authorized", "insufficient privileges", "access denied", "permission denied")
# rasdial: the name or the password is wrong; the person has to say something
_RASDIAL_SECRET = (691, 703, 718, 734, 798)


@dataclass(frozen=True)
class Profile:
    """A VPN connection. `id` is what the system's tools take."""

    id: str
    name: str
    is_up: bool


class System(Protocol):
    """One system."""

    def profiles(self, here: Here) -> list[Profile] | None:
        """Every VPN connection of this computer; None when nothing here keeps any."""

    def connect(self, here: Here, profile: str) -> str:
        """Brings it up: `done`, `needs_secret`, `not_allowed` or `refused`."""

    def disconnect(self, here: Here, profile: str) -> None:
        """Takes it down; whoever asked looks whether it is."""


class Linux:
    """NetworkManager."""

    def profiles(self, here: Here) -> list[Profile] | None:
        """Connections of the kinds `vpn` and `wireguard`."""
        ran = worked(here, "nmcli", "-t", "-f", "UUID,TYPE,STATE,NAME", "connection", "show")
        if ran.code != 0:
            return None
        lines = (_COLON.split(line, maxsplit=3) for line in ran.out.splitlines())
        found = [row for row in lines if len(row) == 4 and row[1] in ("vpn", "wireguard")]
        return [Profile(row[0], row[3].replace(r"\:", ":"), row[2] == "activated") for row in found]

    def connect(self, here: Here, profile: str) -> str:
        """A password it does not know it asks the desktop for."""
        ask = ("nmcli", "-w", str(_CONNECT_S - 3), "connection", "up", "uuid", profile)
        return verdict(worked(here, *ask, deadline_s=_CONNECT_S))

    def disconnect(self, here: Here, profile: str) -> None:
        """Down; NetworkManager leaves the profile as it is."""
        worked(here, "nmcli", "-w", "8", "connection", "down", "uuid", profile, deadline_s=12)


class Macos:
    """`scutil --nc`."""

    def profiles(self, here: Here) -> list[Profile] | None:
        """Those of the network settings."""
        text = worked(here, "scutil", "--nc", "list").out
        return [Profile(number, name, state == "Connected") for state, number, name in _LISTED.findall(text)]

    def connect(self, here: Here, profile: str) -> str:
        """Started, then waited for."""
        ran = worked(here, "scutil", "--nc", "start", profile)
        if ran.code != 0:
            return verdict(ran)
        is_up = until(lambda: any(one.is_up for one in self.profiles(here) or () if one.id == profile))
        return "done" if is_up else "refused"

    def disconnect(self, here: Here, profile: str) -> None:
        """Stopped."""
        worked(here, "scutil", "--nc", "stop", profile)


_LIST = (
    "@(Get-VpnConnection -ErrorAction SilentlyContinue; "
    "Get-VpnConnection -AllUserConnection -ErrorAction SilentlyContinue) | "
    "Select-Object Name,@{n='State';e={$_.ConnectionStatus.ToString()}} | ConvertTo-Json -Compress"
)


class Windows:
    """The phone book of Windows: this person's and everybody's."""

    def profiles(self, here: Here) -> list[Profile] | None:
        """The name is the key."""
        told = rows(powershell(here, _LIST))
        return [Profile(str(row["Name"]), str(row["Name"]), row["State"] == "Connected") for row in told]

    def connect(self, here: Here, profile: str) -> str:
        """With the name and password that Windows remembers."""
        ran = worked(here, "rasdial", profile, deadline_s=_CONNECT_S)
        return "needs_secret" if ran.code in _RASDIAL_SECRET else verdict(ran)

    def disconnect(self, here: Here, profile: str) -> None:
        """Hung up."""
        worked(here, "rasdial", profile, "/disconnect")


SYSTEMS: dict[str, System] = {"linux": Linux(), "macos": Macos(), "windows": Windows()}


def verdict(ran: Ran) -> str:
    """What a tool's refusal means."""
    said = (ran.err or ran.out).lower()
    if ran.code == 0:
        return "done"
    if any(word in said for word in _REFUSED):
        return "not_allowed"
    return "needs_secret" if any(word in said for word in _SECRET) else "refused"


def until(fact: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether `fact` came true in time."""
    end = time.monotonic() + seconds
    while not (is_so := fact()) and time.monotonic() < end:
        time.sleep(_TICK_S)
    return is_so
