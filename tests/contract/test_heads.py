"""A sender that never comes to the point is shown out, before anybody has asked who it is."""

import socket
from contextlib import suppress

import requests

from tests.contract.desk import DeskProcess, bearer, new_ticket

_PATIENCE_B = 64 * 1024  # an address and headers of ours need a few hundred
_POST = b"POST /api/v1/enrol HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n"
_FAR_TOO_MUCH = 400 * _PATIENCE_B  # more than the buffers of both sides hold
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
    "two lengths of one body": b"POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
}


def test_an_endless_one_is_cut_off_and_a_long_one_is_heard(own_desk: DeskProcess) -> None:
    cut_off = [what for what in _ENDLESS if _sent(own_desk.port, *_ENDLESS[what]) < _FAR_TOO_MUCH]
    assert cut_off == list(_ENDLESS)
    said = own_desk.device("Camille Martin").ask("GET", "tickets", headers={"X-Long": "a" * (_PATIENCE_B // 8)})
    assert said.status_code == 200


def test_what_is_no_request_is_told_so(own_desk: DeskProcess) -> None:
    for what, sent in _NO_REQUESTS.items():
        with socket.create_connection(("127.0.0.1", own_desk.port), timeout=60) as line:
            line.sendall(sent)
            assert line.recv(4096).startswith(b"HTTP/1.1 400 "), what


def test_another_protocol_that_is_offered_is_passed_over(own_desk: DeskProcess) -> None:
    """Java's own client offers HTTP/2 with each request; its body counts all the same (RFC 9110, 7.8)."""
    camille = own_desk.device("Camille Martin")
    offered = {"Connection": "Upgrade, HTTP2-Settings", "Upgrade": "h2c", "HTTP2-Settings": "AAMAAABkAARAAAAAAAIAAAAA"}
    with requests.Session() as line:
        for _ in range(2):  # and the line goes on
            said = line.post(
                f"{own_desk.url}/api/v1/tickets", json=new_ticket(), headers=bearer(camille.token) | offered, timeout=60
            )
            assert said.status_code == 201


def _sent(port: int, begin: bytes, more: bytes) -> int:
    """How much the help desk took of `begin` and endlessly `more`, until it hung up."""
    sent = 0
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line, suppress(ConnectionError):
        line.sendall(begin)
        while sent < _FAR_TOO_MUCH:
            line.sendall(more)
            sent += len(more)
    return sent
