"""How each system finds the addresses behind names: whom it asks, what it remembers, how it connects again."""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from desktop_app.adapters.actions import privileged
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.runner import Ran, ToolMissing, ToolTooSlow
from desktop_app.domain.action import ActionFailed

_PATIENCE_S = 6
_RECONNECT_S = 35
# A neighbour that has just gone is asked for about this long before the system gives it up
_PROBED_S = 9
_IN_DOUBT = ("STALE", "DELAY", "PROBE")
_TICK_S = 0.5
# systemd-resolved: whom it asks itself; what it tells the programs is only itself
_RESOLV = ("run/systemd/resolve/resolv.conf", "etc/resolv.conf")


@dataclass(frozen=True)
class Seen:
    """The way out and the name servers. `connection` is what `reconnect` takes; nothing when it is not ours to do."""

    gateway: str = ""
    servers: tuple[str, ...] = ()
    resolves: bool = False
    connection: str = ""


class System(Protocol):
    """One system."""

    def look(self, here: Here, name: str) -> Seen:
        """What is set, and whether programs find `name` (never when it is empty)."""

    def has_lost(self, here: Here, gateway: str) -> bool:
        """Whether the next machine on the way out is known to be gone."""

    def forget(self, here: Here) -> bool:
        """Forgets the remembered addresses; False when this is refused or nothing remembers."""

    def reconnect(self, here: Here, connection: str) -> bool:
        """Joins the same network again, in one step that leaves no gap when it is cut; False when it is refused."""


def worked(here: Here, *args: str, deadline_s: float = _PATIENCE_S) -> Ran:
    """What a tool answers; a missing or slow one answers nothing with code 127."""
    with suppress(ToolMissing, ToolTooSlow):
        return here.run(*args, deadline_s=deadline_s)
    return Ran(127, "", "")


class Linux:
    """NetworkManager where it is, and glibc."""

    def look(self, here: Here, name: str) -> Seen:
        """The route of `ip`, the servers of resolv.conf, the answer of `getent`."""
        routes = read_json(worked(here, "ip", "-j", "route", "show", "default").out)
        routes = routes or read_json(worked(here, "ip", "-6", "-j", "route", "show", "default").out)
        route = routes[0] if routes else {}
        gateway, card = str(route.get("gateway") or route.get("dev") or ""), str(route.get("dev") or "")
        resolves = bool(name) and worked(here, "getent", "ahosts", name).code == 0
        return Seen(gateway, tuple(_servers(here)), resolves, self._connection(here, card))

    def _connection(self, here: Here, card: str) -> str:
        rows = worked(here, "nmcli", "-t", "-f", "UUID,DEVICE", "connection", "show", "--active").out.splitlines()
        return next((uuid for uuid, _, device in (row.partition(":") for row in rows) if device == card), "")

    def has_lost(self, here: Here, gateway: str) -> bool:
        """It answers no ping (many never do), and the table of neighbours has given it up."""
        if worked(here, "ping", "-c", "1", "-W", "1", gateway).code == 0:
            return False
        until = time.monotonic() + _PROBED_S
        while (state := self._neighbour(here, gateway)) in _IN_DOUBT and time.monotonic() < until:
            time.sleep(_TICK_S)
        return state in ("FAILED", "INCOMPLETE")

    def _neighbour(self, here: Here, gateway: str) -> str:
        rows = read_json(worked(here, "ip", "-j", "neigh", "show", gateway).out)
        return "".join(str(word) for row in rows for word in _words(row.get("state")))

    def forget(self, here: Here) -> bool:
        """systemd-resolved and nscd, whichever runs."""
        tools = (("resolvectl", "flush-caches"), ("nscd", "--invalidate=hosts"))
        codes = [worked(here, *tool).code for tool in tools]
        return 0 in codes or privileged.did(here, "names.flush")

    def reconnect(self, here: Here, connection: str) -> bool:
        """`nmcli connection up` on a connection that is up joins it anew, address and name servers included."""
        ran = worked(here, "nmcli", "-w", "30", "connection", "up", "uuid", connection, deadline_s=_RECONNECT_S)
        return ran.code == 0 or privileged.did(here, "network.restart")


def _words(states: object) -> list[object]:
    return states if isinstance(states, list) else []


def _servers(here: Here) -> Iterator[str]:
    for name in _RESOLV:
        with suppress(OSError):
            text = here.at(name).read_text(encoding="utf-8", errors="replace")
            words = [line.split() for line in text.splitlines()]
            found = [row[1] for row in words if len(row) > 1 and row[0] == "nameserver"]
            if found:
                yield from found
                return


class Macos:
    """scutil and its kin."""

    def look(self, here: Here, name: str) -> Seen:
        """`route`, `scutil --dns`, `dscacheutil`; the connection is the name of its network service."""
        route = pairs(worked(here, "route", "-n", "get", "default").out)
        lines = worked(here, "scutil", "--dns").out.splitlines()
        found = [line.partition(": ")[2].strip() for line in lines if line.strip().startswith("nameserver[")]
        asked = worked(here, "dscacheutil", "-q", "host", "-a", "name", name).out if name else ""
        service = self._service(here, route.get("interface", ""))
        return Seen(route.get("gateway", ""), tuple(dict.fromkeys(found)), "ip_address:" in asked, service)

    def _service(self, here: Here, card: str) -> str:
        """The network service of a card, when the network gives it its address."""
        blocks = worked(here, "networksetup", "-listnetworkserviceorder").out.split("\n\n")
        block = next((block for block in blocks if f"Device: {card})" in block), "") if card else ""
        service = block.strip().partition("\n")[0].partition(") ")[2]
        is_given = service and "DHCP Configuration" in worked(here, "networksetup", "-getinfo", service).out
        return service if is_given else ""

    def has_lost(self, here: Here, gateway: str) -> bool:
        """An address that nobody has is `(incomplete)`."""
        if worked(here, "ping", "-c", "1", "-t", "1", gateway).code == 0:
            return False
        return "(incomplete)" in worked(here, "arp", "-n", gateway).out

    def forget(self, here: Here) -> bool:
        """What Directory Service remembers."""
        return worked(here, "dscacheutil", "-flushcache").code == 0

    def reconnect(self, here: Here, connection: str) -> bool:
        """Setting DHCP where it is set already asks for the address and the name servers again."""
        return worked(here, "networksetup", "-setdhcp", connection, deadline_s=_RECONNECT_S).code == 0


_LOOK = (
    "$r = Get-NetRoute -DestinationPrefix '0.0.0.0/0' -ErrorAction SilentlyContinue | "
    "Sort-Object {$_.RouteMetric + $_.InterfaceMetric} | Select-Object -First 1; "
    "$s = @(); if ($r) { $s = @((Get-DnsClientServerAddress -InterfaceIndex $r.ifIndex).ServerAddresses) }; "
    "$ok = $false; if ($env:RESCOUSSE_NAME) { "
    "try { $ok = @([Net.Dns]::GetHostAddresses($env:RESCOUSSE_NAME)).Count -gt 0 } catch { } }; "
    "@{gateway=[string]$r.NextHop; card=[string]$r.InterfaceAlias; servers=$s; resolves=$ok} | "
    "ConvertTo-Json -Depth 3 -Compress"
)
_LOST = (
    "if (Test-Connection -ComputerName $env:RESCOUSSE_GATEWAY -Count 1 -Quiet) { 'Reachable' } else { "
    "@(Get-NetNeighbor -IPAddress $env:RESCOUSSE_GATEWAY -ErrorAction SilentlyContinue | "
    "ForEach-Object { $_.State.ToString() }) -join ' ' }"
)


class Windows:
    """PowerShell; `netsh` and `ipconfig` where this user may use them."""

    def look(self, here: Here, name: str) -> Seen:
        """One question for everything."""
        told = json.loads(powershell(here, _LOOK, RESCOUSSE_NAME=name))
        servers = tuple(map(str, told.get("servers") or ()))
        return Seen(str(told["gateway"]), servers, bool(told["resolves"]), str(told["card"]))

    def has_lost(self, here: Here, gateway: str) -> bool:
        """The table of neighbours."""
        states = set(powershell(here, _LOST, RESCOUSSE_GATEWAY=gateway).split())
        return bool(states) and states <= {"Unreachable", "Incomplete"}

    def forget(self, here: Here) -> bool:
        """What the DNS client remembers."""
        return worked(here, "ipconfig", "/flushdns").code == 0 or privileged.did(here, "names.flush")

    def reconnect(self, here: Here, connection: str) -> bool:
        """Joins the same wireless network, or asks for the address again on a cable."""
        profile = _profile(worked(here, "netsh", "wlan", "show", "interfaces").out, connection)
        if profile:
            join = ("netsh", "wlan", "connect", f"name={profile}", f"interface={connection}")
            return worked(here, *join, deadline_s=_RECONNECT_S).code == 0
        ran = worked(here, "ipconfig", "/renew", connection, deadline_s=_RECONNECT_S)
        return ran.code == 0 or privileged.did(here, "network.restart")


def _profile(text: str, card: str) -> str:
    """The wireless network that `netsh wlan show interfaces` shows for this card; the words differ by language."""
    for block in text.split("\n\n"):
        values = [line.partition(": ")[2].strip() for line in block.splitlines() if ": " in line]
        if card in values and len(values) > 8:
            return next((v for k, v in pairs(block).items() if k.lower().startswith("prof")), "")
    return ""


SYSTEMS: dict[str, System] = {"linux": Linux(), "macos": Macos(), "windows": Windows()}


def pairs(text: str) -> dict[str, str]:
    """Lines of `key: value`."""
    rows = (line.partition(": ") for line in text.splitlines())
    return {key.strip(): value.strip() for key, _, value in rows if value}


def read_json(text: str) -> list[dict[str, object]]:
    """The rows of a tool that answers in JSON; none when it does not."""
    try:
        rows = json.loads(text or "[]")
    except ValueError as odd:
        raise ActionFailed(str(odd)) from odd
    return [row for row in rows if row] if isinstance(rows, list) else []
