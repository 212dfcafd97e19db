"""A question to a name server, asked directly: what it says itself, not what this computer remembers (RFC 1035)."""

import secrets
import socket
import struct
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

_PORT = 53
_PATIENCE_S = 1.5
_TRIES = 2
_ADDRESS, _NAME_SERVER, _INTERNET = 1, 2, 1
_WANTS_RECURSION = 0x0100
_SIZE = 4096


def ask(servers: Sequence[str], name: str) -> str:
    """What the name servers say of `name`: `known`, `unknown`, or `silent` when none answers within 3 s.

    An empty name asks for the root of all names, which every name server knows.
    """
    if not servers:
        return "silent"
    with ThreadPoolExecutor(len(servers), thread_name_prefix="names") as pool:
        answers = set(pool.map(lambda server: _ask_one(server, name), servers))
    return next((answer for answer in ("known", "unknown") if answer in answers), "silent")


def _ask_one(server: str, name: str) -> str:
    number, kind = secrets.randbelow(1 << 16), _ADDRESS if name else _NAME_SERVER
    with suppress(OSError, ValueError):
        family, _, _, _, address = socket.getaddrinfo(server, _PORT, type=socket.SOCK_DGRAM)[0]
        with socket.socket(family, socket.SOCK_DGRAM) as line:
            line.settimeout(_PATIENCE_S)
            line.connect(address)
            return _exchange(line, question(number, name, kind), number)
    return "silent"


def _exchange(line: socket.socket, packet: bytes, number: int) -> str:
    for _ in range(_TRIES):
        line.send(packet)
        with suppress(TimeoutError):
            return read(line.recv(_SIZE), number)
    return "silent"


def question(number: int, name: str, kind: int) -> bytes:
    """The packet that asks for `name`; ValueError when it cannot be a name."""
    try:
        parts = [part.encode("idna") for part in name.rstrip(".").split(".") if part]
    except UnicodeError as odd:
        raise ValueError(name) from odd
    labels = b"".join(bytes([len(part)]) + part for part in parts)
    return struct.pack(">6H", number, _WANTS_RECURSION, 1, 0, 0, 0) + labels + struct.pack(">BHH", 0, kind, _INTERNET)


def read(packet: bytes, number: int) -> str:
    """`known` when the answer holds records, `unknown` when it says there are none, `silent` for anything else."""
    if len(packet) < 12:
        return "silent"
    told, flags, _, answers = struct.unpack(">4H", packet[:8])
    code = flags & 0xF
    if told != number or not flags & 0x8000 or code not in (0, 3):
        return "silent"
    return "known" if code == 0 and answers else "unknown"
