"""The tables of Windows' network (netioapi.h), from the bytes that it fills: neighbours and routes."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address

from desktop_app.adapters.collectors.windows.calls import rows
from desktop_app.domain.sections.network import Neighbour, Route

_NEIGHBOUR, _ROUTE = 88, 104
_V4, _V6 = 2, 23
_MAC_AT, _MAC_SIZE_AT, _STATE_AT = 40, 72, 76
_LUID_AT, _PREFIX_AT, _NEXT_AT, _METRIC_AT = 32, 40, 44, 84
_UNREACHABLE, _INCOMPLETE, _PERMANENT = 0, 1, 6
_MOST = 200


def neighbours(table: bytes, names: dict[int, str]) -> Iterator[Neighbour]:
    """Machines spoken to on the same network; `names` of the cards by `luid`."""
    for row in list(rows(table, _NEIGHBOUR))[: 4 * _MOST]:
        address, mac = _address(row[:28]), _mac(row)
        is_group = address is None or address.is_multicast or address.is_loopback or str(address).endswith(".255")
        if mac and not is_group and row[_STATE_AT] not in {_UNREACHABLE, _INCOMPLETE}:
            yield Neighbour(str(address), mac, names.get(luid(row[_LUID_AT : _LUID_AT + 8])))


def answered(table: bytes) -> dict[str, bool]:
    """For each machine on the same network that was called: whether it answered."""
    found = ((_address(row[:28]), row[_STATE_AT]) for row in rows(table, _NEIGHBOUR))
    return {str(address): state not in {_UNREACHABLE, _INCOMPLETE} for address, state in found if address}


def routes(table: bytes, names: dict[int, str]) -> Iterator[Route]:
    """Ways out; those to groups and to this machine itself are left out."""
    for row in list(rows(table, _ROUTE))[: 4 * _MOST]:
        network, gateway, wide = _address(row[12:40]), _address(row[_NEXT_AT : _NEXT_AT + 28]), row[_PREFIX_AT]
        if network is None or network.is_multicast or network.is_loopback or wide >= network.max_prefixlen:
            continue
        way = None if gateway is None or gateway.is_unspecified else str(gateway)
        name = "default" if network.is_unspecified and not wide else f"{network}/{wide}"
        yield Route(name, way, names.get(luid(row[:8])), _number(row, _METRIC_AT))


def luid(content: bytes) -> int:
    """What tells cards apart (NET_LUID): the type of a card, then its number among those, without the reserved part."""
    return int.from_bytes(content, "little") >> 24


def _address(content: bytes) -> IPv4Address | IPv6Address | None:
    """SOCKADDR_INET: the family, the port, then four bytes, or four of a label and sixteen."""
    family = int.from_bytes(content[:2], "little")
    if family == _V4:
        return IPv4Address(content[4:8])
    return IPv6Address(content[8:24]) if family == _V6 else None


def _number(row: bytes, at: int) -> int:
    return int.from_bytes(row[at : at + 4], "little")


def _mac(row: bytes) -> str | None:
    size = min(_number(row, _MAC_SIZE_AT), 8)
    found = row[_MAC_AT : _MAC_AT + size]
    return found.hex(":") if size == 6 and any(found) else None
