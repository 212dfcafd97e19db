"""Tables as Windows' libraries fill them, after the SDK's own headers, and what a screen says of itself."""

import struct
from ipaddress import ip_address

NOBODY = "0.0.0.0"  # noqa: S104 - a route


def _address(text: str) -> bytes:
    """SOCKADDR_INET, 28 bytes."""
    found = ip_address(text)
    if found.version == 4:
        return struct.pack("<HH4s20x", 2, 0, found.packed)
    return struct.pack("<HHI16sI", 23, 0, 0, found.packed, 0)


def _luid(kind: int, index: int) -> int:
    return kind << 48 | index << 24


def neighbour(address: str, mac: str, state: int, card: int = _luid(71, 4)) -> bytes:
    """MIB_IPNET_ROW2, 88 bytes."""
    content = bytes.fromhex(mac.replace(":", ""))
    return _address(address) + struct.pack("<IQ32sIIIQ", 12, card, content, len(content), state, 0, 0)[:60]


def route(network: str, wide: int, gateway: str, metric: int) -> bytes:
    """MIB_IPFORWARD_ROW2, 104 bytes."""
    head = struct.pack("<QI", _luid(71, 4), 12) + _address(network) + struct.pack("<B3x", wide) + _address(gateway)
    return (head + struct.pack("<B3xIII", 0, 0, 0, metric)).ljust(104, b"\0")


def table(*rows: bytes) -> bytes:
    """A count, padding, the rows."""
    return struct.pack("<I4x", len(rows)) + b"".join(rows)


NEIGHBOURS = table(
    neighbour("10.77.3.1", "00:1a:2b:3c:4d:5e", 5),
    neighbour("10.77.3.44", "", 0),
    neighbour("224.0.0.22", "01:00:5e:00:00:16", 6),
    neighbour("fe80::1", "00:1a:2b:3c:4d:5e", 4),
)
ROUTES = table(
    route(NOBODY, 0, "10.77.3.1", 35),
    route("10.77.3.0", 24, NOBODY, 291),
    route("192.168.9.0", 24, "10.77.3.9", 291),
    route("10.77.3.31", 32, NOBODY, 291),
    route("224.0.0.0", 4, NOBODY, 291),
)
PERFORMANCE = struct.pack("<I4x10QIII4x", 104, 2_500_000, 5_000_000, 0, 0, 0, 0, 0, 0, 0, 4096, 91234, 245, 3210)[:104]
SLEEP = bytes([1, 1, 1, 0, 0, 0, 1, 1, 1]).ljust(20, b"\0") + b"\1" + bytes(55)
"""A modern laptop: no S3, hibernation with its file, and the sleep of telephones."""

WIRELESS = (
    struct.pack("<II512s", 1, 1, "Les-Moreau-5G".encode("utf-16-le"))
    + struct.pack("<I32sI6s2xIIIII", 13, b"Les-Moreau-5G", 1, bytes.fromhex("a42bb0c1d2e3"), 10, 0, 84, 866700, 780000)
    + struct.pack("<IIII", 1, 0, 9, 4)
)
"""WLAN_CONNECTION_ATTRIBUTES, 604 bytes."""


def _paired(address: str, kind: int, name: str, *, connected: bool) -> bytes:
    """BLUETOOTH_DEVICE_INFO, 560 bytes."""
    number = bytes.fromhex(address.replace(":", ""))[::-1]
    head = struct.pack("<I4x6s2xIIII", 560, number, kind, int(connected), 1, 1)
    return head.ljust(64, b"\0") + name.encode("utf-16-le").ljust(496, b"\0")


HEADSET = _paired("a4:2b:b0:11:22:33", 0x240404, "Jabra Evolve2 65", connected=True)
TELEPHONE = _paired("a4:2b:b0:44:55:66", 0x5A020C, "iPhone de Lucie", connected=False)


def _text(tag: int, text: str) -> bytes:
    return b"\0\0\0" + bytes([tag, 0]) + f"{text}\n".ljust(13).encode()


def _screen() -> bytes:
    """The first block of an EDID: BOE, 1920 × 1080, 309 × 174 mm, made in 2022."""
    head = b"\x00\xff\xff\xff\xff\xff\xff\x00" + bytes.fromhex("09e5") + b"\x1c\x0a" + struct.pack("<I", 0)
    about = bytes([12, 32, 1, 4, 0xA5, 31, 17, 0x78, 2]) + bytes(10) + bytes(3) + b"\x01" * 16
    timing = bytes([0x1A, 0x36, 0x80, 0xA0, 0x70, 0x38, 0x1F, 0x40, 0x30, 0x20, 0x35, 0, 0x35, 0xAE, 0x10, 0, 0, 0x1A])
    block = head + about + timing + _text(0xFC, "NV140FHM") + _text(0xFF, "SN4411") + _text(0xFE, "x") + b"\0"
    return block + bytes([-sum(block) % 256])


SCREEN = _screen()
