"""Asks CUPS over its local socket, in its own language (RFC 8010): no program is started and no right is needed."""

import socket
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.adapters.collectors.clean import clean

GET_DEFAULT, GET_PRINTERS, GET_JOBS = 0x4001, 0x4002, 0x000A
PRINTER, JOB = 0x04, 0x02
SOCKETS = ("run/cups/cups.sock", "var/run/cups/cups.sock", "private/var/run/cupsd")
_KEYWORD, _URI, _CHARSET, _LANGUAGE = 0x44, 0x45, 0x47, 0x48
_NUMBERS, _BOOLEAN, _END = {0x21, 0x23}, 0x22, 0x03
_LIMIT = 8 * 1024 * 1024

Attributes = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What came back: groups of attributes, each with its kind (printer, job…), and the server's name."""

    groups: tuple[tuple[int, Attributes], ...]
    server: str = ""

    def of(self, kind: int) -> list[Attributes]:
        """The groups of one kind."""
        return [attributes for found, attributes in self.groups if found == kind]


def request(operation: int, wanted: Sequence[str]) -> bytes:
    """The bytes of a question about everything that CUPS serves here."""
    parts = [
        struct.pack(">BBHIB", 2, 0, operation, 1, 1),
        _attribute(_CHARSET, "attributes-charset", "utf-8"),
        _attribute(_LANGUAGE, "attributes-natural-language", "en"),
    ]
    if operation == GET_JOBS:
        parts.append(_attribute(_URI, "printer-uri", "ipp://localhost/"))
        parts.append(_attribute(_KEYWORD, "which-jobs", "not-completed"))
    names = ["requested-attributes", *[""] * (len(wanted) - 1)]
    parts += [_attribute(_KEYWORD, name, value) for name, value in zip(names, wanted, strict=True)]
    return b"".join([*parts, bytes([_END])])


def _attribute(tag: int, name: str, value: str) -> bytes:
    key, text = name.encode(), value.encode()
    return struct.pack(">BH", tag, len(key)) + key + struct.pack(">H", len(text)) + text


def ask(path: str, operation: int, wanted: Sequence[str], *, seconds: float = 1.5) -> Answer:
    """Ask the server behind the socket `path`. Raises OSError, ValueError."""
    body = request(operation, wanted)
    head = (
        "POST / HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/ipp\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.settimeout(seconds)
        door.connect(path)
        door.sendall(head.encode() + body)
        return parse(_all(door))


def _all(door: socket.socket) -> bytes:
    parts, size = [], 0
    while part := door.recv(65536):
        parts.append(part)
        size += len(part)
        if size > _LIMIT:
            raise ValueError("the answer does not end")
    return b"".join(parts)


def parse(answer: bytes) -> Answer:
    """Headers and attributes. Raises ValueError for anything that is not IPP."""
    head, mark, body = answer.partition(b"\r\n\r\n")
    if not mark or b" 200 " not in head.split(b"\r\n", 1)[0] or len(body) < 9:
        raise ValueError("no IPP answer")
    lines = head.decode("latin-1").split("\r\n")
    server = next((line.partition(":")[2].strip() for line in lines if line.lower().startswith("server:")), "")
    return Answer(tuple(_groups(body)), clean(server))


def _groups(body: bytes) -> Iterator[tuple[int, Attributes]]:
    kind, attributes, last = 0, Attributes(), ""
    at = 8
    while at < len(body):
        tag = body[at]
        if tag < 0x10:
            if kind:
                yield kind, attributes
            kind, attributes, at = tag, {}, at + 1
            if tag == _END:
                return
            continue
        name, value, at = _value(body, at)
        last = name or last
        read = _read(tag, value)
        if name or last not in attributes:
            attributes[last] = read
        else:
            before = attributes[last]
            attributes[last] = [*before, read] if isinstance(before, list) else [before, read]
    raise ValueError("the answer stops in the middle")


def _value(body: bytes, at: int) -> tuple[str, bytes, int]:
    try:
        (size,) = struct.unpack_from(">H", body, at + 1)
        name = body[at + 3 : at + 3 + size].decode("utf-8", "replace")
        (length,) = struct.unpack_from(">H", body, at + 3 + size)
    except struct.error as error:
        raise ValueError("the answer stops in the middle") from error
    start = at + 5 + size
    if start + length > len(body):
        raise ValueError("the answer stops in the middle")
    return name, body[start : start + length], start + length


def _read(tag: int, value: bytes) -> Any:
    if tag in _NUMBERS and len(value) == 4:
        return struct.unpack(">i", value)[0]
    if tag == _BOOLEAN and len(value) == 1:
        return value != b"\x00"
    return clean(value.decode("utf-8", "replace")) if tag >= 0x30 else None
