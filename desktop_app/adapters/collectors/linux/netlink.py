"""Linux: questions to the kernel itself (netlink(7)): one answer in place of long tables, and no library loaded."""

import socket
import struct
from collections.abc import Iterator

ROUTE, SOCKETS = 0, 4
"""What is asked: the network (rtnetlink(7)), or what is open on it (sock_diag(7))."""
_HEAD = struct.Struct("=LHHLL")
_ALL, _REFUSED, _END = 0x301, 2, 3
"""A question for everything (NLM_F_REQUEST, NLM_F_DUMP); that there is no answer, and the end of one."""
_PATIENCE_S = 1.0


def told(about: int, kind: int, question: bytes) -> Iterator[bytes]:
    """The entries of an answer, without their heads. Raises OSError."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, about) as kernel:
        kernel.settimeout(_PATIENCE_S)
        kernel.send(_HEAD.pack(_HEAD.size + len(question), kind, _ALL, 1, 0) + question)
        while True:
            content, at = kernel.recv(65536), 0
            while at + _HEAD.size <= len(content):
                length, told_kind, *_ = _HEAD.unpack_from(content, at)
                if told_kind == _REFUSED or length < _HEAD.size:
                    raise OSError(about, "the kernel does not answer this")
                if told_kind == _END:
                    return
                yield content[at + _HEAD.size : at + length]
                at += length + -length % 4
