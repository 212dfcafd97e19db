"""A name server of a test: `names_answerer.py ADDRESS NAME=NUMBER…` answers for these names and knows no others."""

import socket
import struct
import sys

_ANSWER, _NO_SUCH_NAME, _SAME_NAME = 0x8180, 0x8183, 0xC00C


def main() -> None:
    """Answers until it is ended."""
    known = dict(word.split("=") for word in sys.argv[2:])
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        door.bind((sys.argv[1], 53))
        while True:
            packet, asker = door.recvfrom(512)
            door.sendto(answer(packet, known), asker)


def answer(packet: bytes, known: dict[str, str]) -> bytes:
    """One answer: the number of the name, nothing for another kind of question, or that there is no such name."""
    at, labels = 12, []
    while packet[at]:
        labels.append(packet[at + 1 : at + 1 + packet[at]].decode())
        at += 1 + packet[at]
    end = at + 5
    kind, number = struct.unpack(">H", packet[at + 1 : at + 3])[0], known.get(".".join(labels))
    if number is None:
        return packet[:2] + struct.pack(">5H", _NO_SUCH_NAME, 1, 0, 0, 0) + packet[12:end]
    record = struct.pack(">HHHLH", _SAME_NAME, 1, 1, 60, 4) + socket.inet_aton(number) if kind == 1 else b""
    return packet[:2] + struct.pack(">5H", _ANSWER, 1, bool(record), 0, 0) + packet[12:end] + record


if __name__ == "__main__":
    main()
