"""Linux: the tables of /proc/net, which write addresses as the processor holds them."""

import socket
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from itertools import chain, pairwise

from desktop_app.adapters.collectors.linux import netlink
from desktop_app.adapters.collectors.scopes import scope
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.network import Address, Listener, Neighbour, Route

Open = tuple[int, str, bool]
"""A port, its protocol, and whether only this machine itself can reach it."""
_LISTENING = "0A"
_ASK, _FAMILIES = 20, (socket.AF_INET, socket.AF_INET6)
"""SOCK_DIAG_BY_FAMILY, of each family."""
_TAKEN = 0x08
_MOST = 100


def routes(tree: Tree) -> Iterator[Route]:
    """The ways out, IPv4 and IPv6; the destination of the last resort is `default`."""
    for line in tree.lines("proc/net/route")[1:]:
        words = line.split()
        if len(words) > 7 and int(words[3], 16) & 1:
            wide = bin(int(words[7], 16)).count("1")
            to = "default" if wide == 0 else f"{_v4(words[1])}/{wide}"
            yield Route(to, str(_v4(words[2])) if words[2] != "00000000" else None, words[0], int(words[6]))
    for line in tree.lines("proc/net/ipv6_route"):
        words = line.split()
        if len(words) > 9 and words[9] != "lo" and words[1] == "00" and int(words[8], 16) & 1:
            yield Route("default", str(IPv6Address(int(words[4], 16))), words[9], int(words[5], 16))


def _v4(word: str) -> IPv4Address:
    return IPv4Address(bytes.fromhex(word)[::-1])


def wifi(tree: Tree) -> dict[str, tuple[int | None, float | None]]:
    """Signal in dBm and quality in percent of each wireless card."""
    found: dict[str, tuple[int | None, float | None]] = {}
    for line in tree.lines("proc/net/wireless")[2:]:
        name, mark, rest = line.partition(":")
        words = rest.replace(".", " ").split()
        if mark and len(words) > 2:
            found[name.strip()] = (int(words[2]), round(min(int(words[1]) / 70, 1) * 100, 0))
    return found


def neighbours(tree: Tree) -> Iterator[Neighbour]:
    """Machines spoken to on the same network."""
    for line in tree.lines("proc/net/arp")[1 : _MOST + 1]:
        words = line.split()
        if len(words) > 5 and words[3] != "00:00:00:00:00:00":
            yield Neighbour(words[0], words[3], words[5])


def answered(tree: Tree) -> dict[str, bool]:
    """For each machine on the same network that was called: whether it answered."""
    lines = (line.split() for line in tree.lines("proc/net/arp")[1:])
    return {words[0]: words[2] != "0x0" for words in lines if len(words) > 5}


def listeners(tree: Tree) -> Iterator[Listener]:
    """Ports on which this machine answers; which program it is takes rights that we do not ask for."""
    seen: set[tuple[int, str]] = set()
    for port, protocol, is_own in chain(_tcp(tree), _written(tree, "udp"), _written(tree, "udp6")):
        if (port, protocol) not in seen and len(seen) < _MOST:
            seen.add((port, protocol))
            yield Listener(port, protocol, None, "this computer" if is_own else "network")


def _tcp(tree: Tree) -> Iterable[Open]:
    """The kernel answers at once; to write its own tables it would look at each connection that there could be."""
    if str(tree.root) == "/":
        with suppress(OSError):
            return [
                open_at(entry) for family in _FAMILIES for entry in netlink.told(netlink.SOCKETS, _ASK, _of(family))
            ]
    return chain(_written(tree, "tcp"), _written(tree, "tcp6"))


def _of(family: int) -> bytes:
    return struct.pack("=BBxxL48x", family, socket.IPPROTO_TCP, 1 << int(_LISTENING, 16))


def open_at(entry: bytes) -> Open:
    """A socket that listens (inet_diag_msg). Raises struct.error, ValueError."""
    family, port, own = struct.unpack_from("!BxxxHxx16s", entry)
    return port, "tcp", ip_address(own if family == socket.AF_INET6 else own[:4]).is_loopback


def _written(tree: Tree, name: str) -> Iterator[Open]:
    for line in tree.lines(f"proc/net/{name}")[1:]:
        words = line.split()
        if len(words) > 3 and (words[3] == _LISTENING or name.startswith("udp")):
            host, _, port = words[1].rpartition(":")
            yield int(port, 16), name[:3], _is_loopback(host)


def _is_loopback(word: str) -> bool:
    if len(word) == 8:
        return _v4(word).is_loopback
    parts = [bytes.fromhex(word[start : start + 8])[::-1] for start in range(0, 32, 8)]
    return IPv6Address(b"".join(parts)).is_loopback


def recorded_addresses(tree: Tree) -> dict[str, tuple[Address, ...]]:
    """Addresses from the tables alone, for a tree that is not this machine.

    IPv6 from if_inet6, IPv4 from fib_trie by route.
    """
    found: dict[str, list[Address]] = {}
    for line in tree.lines("proc/net/if_inet6"):
        words = line.split()
        if len(words) == 6:
            address = IPv6Address(int(words[0], 16))
            entry = Address(str(address), int(words[2], 16), "ipv6", scope(address), bool(int(words[4], 16) & _TAKEN))
            found.setdefault(words[5], []).append(entry)
    for local in _local_v4(tree):
        card = next((r.interface for r in routes(tree) if r.destination and _holds(r.destination, local)), "lo")
        found.setdefault(card or "lo", []).append(Address(str(local), None, "ipv4", scope(local)))
    return {name: tuple(entries) for name, entries in found.items()}


def _local_v4(tree: Tree) -> list[IPv4Address]:
    lines = [line.strip() for line in tree.lines("proc/net/fib_trie")]
    pairs = pairwise(lines)
    found = [
        first.removeprefix("|-- ")
        for first, second in pairs
        if first.startswith("|--") and second.endswith("host LOCAL")
    ]
    return [IPv4Address(text) for text in dict.fromkeys(found)]


def _holds(network: str, address: IPv4Address) -> bool:
    base, slash, wide = network.partition("/")
    if not slash:
        return False
    shift = 32 - int(wide)
    return int(ip_address(base)) >> shift == int(address) >> shift
