"""A sender that never comes to the point is shown out, before anybody has asked who it is."""

import socket
from contextlib import suppress

from desktop_app.helpdesk.heads import MOST
from tests.contract.desk import DeskProcess

_POST = b"POST /api/v1/enrol HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n"
_FAR_TOO_MUCH = 400 * MOST  # more than the buffers of both sides hold
_ENDLESS = {
    "address": (b"GET /", b"a" * 4096),
    "one header": (b"GET / HTTP/1.1\r\nX-Endless: ", b"a" * 4096),
    "headers": (b"GET / HTTP/1.1\r\n", b"X-Many: yes\r\n" * 300),
    "words beside a part": (_POST + b"1;beside=", b"a" * 4096),
    "headers after the body": (_POST + b"1\r\n{\r\n0\r\n", b"X-Late: yes\r\n" * 300),
}


_NO_REQUESTS = {
    "another protocol": b"\x16\x03\x01 this is no request\r\n\r\n",
    # a proxy before us and we could disagree where the next request begins (RFC 9112, 6.3)
    "two lengths of one body": _POST.replace(b"Host: desk", b"Host: desk\r\nContent-Length: 5") + b"0\r\n\r\n",
}


def test_an_endless_one_is_cut_off_and_a_long_one_is_heard(own_desk: DeskProcess) -> None:
    cut_off = [what for what in _ENDLESS if _sent(own_desk.port, *_ENDLESS[what]) < _FAR_TOO_MUCH]
    assert cut_off == list(_ENDLESS)
    said = own_desk.device("Camille Martin").ask("GET", "tickets", headers={"X-Long": "a" * (MOST // 2)})
    assert said.status_code == 200


def test_what_is_no_request_is_told_so(own_desk: DeskProcess) -> None:
    for what, sent in _NO_REQUESTS.items():
        with socket.create_connection(("127.0.0.1", own_desk.port), timeout=60) as line:
            line.sendall(sent)
            assert line.recv(4096).startswith(b"HTTP/1.1 400 "), what


def _sent(port: int, begin: bytes, more: bytes) -> int:
    """How much the help desk took of `begin` and endlessly `more`, until it hung up."""
    sent = 0
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line, suppress(ConnectionError):
        line.sendall(begin)
        while sent < _FAR_TOO_MUCH:
            line.sendall(more)
            sent += len(more)
    return sent
