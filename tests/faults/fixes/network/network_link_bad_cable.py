"""A bad cable: `network_link_bad_cable.py CARD CARD LOST` carries frames between two cards, but for one in LOST.

Only long frames get lost, they suffer first; short ones, as those that ask for a neighbour, get through. They are
counted in each direction, so that some of any five calls are lost, and never all.
"""

import select
import socket
import sys

_EVERY_KIND = 3
_OUTGOING = 4
_SHORT = 90
# Kernel cards leave check sums to the real card, which is none: what is still to be summed must be told along
_PACKETS, _WITH_CHECKSUM_STATE = 263, 15


def main() -> None:
    """Carries until it is ended. What a card sends out itself also comes to its listener: that is not carried."""
    doors = [socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_EVERY_KIND)) for _ in range(2)]
    for door, card in zip(doors, sys.argv[1:3], strict=True):
        door.setsockopt(_PACKETS, _WITH_CHECKSUM_STATE, 1)
        door.bind((card, 0))
    other = {doors[0]: doors[1], doors[1]: doors[0]}
    seen = dict.fromkeys(doors, 0)
    while True:
        for door in select.select(doors, [], [])[0]:
            frame, about = door.recvfrom(65536)
            if about[2] == _OUTGOING:
                continue
            seen[door] += len(frame) > _SHORT
            if len(frame) <= _SHORT or seen[door] % int(sys.argv[3]):
                other[door].send(frame)


if __name__ == "__main__":
    main()
