"""Linux: the addresses of each card, in one question to the kernel (rtnetlink(7)): no library is loaded for it."""

import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import ip_address

from desktop_app.adapters.collectors.linux import netlink
from desktop_app.adapters.collectors.scopes import scope
from desktop_app.domain.sections.network import Address

_ASK = 22
"""RTM_GETADDR."""
_ABOUT, _PART = struct.Struct("=BBBBL"), struct.Struct("=HH")
_ADDRESS, _LOCAL, _FLAGS = 1, 2, 8
_TAKEN = 0x08
"""IFA_F_DADFAILED: another machine on the network has the address already."""


def addresses() -> dict[str, tuple[Address, ...]]:
    """Those of this machine, by the name of the card. Raises OSError."""
    found: dict[str, list[Address]] = {}
    for number, address in map(told, netlink.told(netlink.ROUTE, _ASK, bytes(_ABOUT.size))):
        with suppress(OSError):  # a card that was taken out meanwhile
            found.setdefault(socket.if_indextoname(number), []).append(address)
    return {name: tuple(entries) for name, entries in found.items()}


def told(content: bytes) -> tuple[int, Address]:
    """The number of a card and one of its addresses (ifaddrmsg). Raises struct.error, ValueError."""
    family, prefix, flags, _, number = _ABOUT.unpack_from(content)
    parts = dict(_parts(content[_ABOUT.size :]))
    address = ip_address(parts.get(_LOCAL) or parts[_ADDRESS])
    flags |= int.from_bytes(parts.get(_FLAGS, b""), sys.byteorder)
    taken = bool(flags & _TAKEN) or None
    return number, Address(str(address), prefix, "ipv4" if family == socket.AF_INET else "ipv6", scope(address), taken)


def _parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + _PART.size <= len(content):
        length, kind = _PART.unpack_from(content, at)
        if length < _PART.size:
            return
        yield kind, content[at + _PART.size : at + length]
        at += length + -length % 4
