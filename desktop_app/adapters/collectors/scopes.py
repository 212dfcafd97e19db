"""How far an address is known."""

from ipaddress import IPv4Address, IPv6Address


def scope(address: IPv4Address | IPv6Address) -> str:
    """Where an address is known: this computer, the cable, a private network, or everywhere."""
    if address.is_loopback:
        return "loopback"
    if address.is_link_local:
        return "link"
    return "private" if address.is_private else "global"
