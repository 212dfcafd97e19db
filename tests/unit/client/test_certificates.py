"""Certificates: the company's own is trusted when named, all else is told, and a wrong clock is called by its name."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from desktop_app.adapters.http.exchange import Call, Exchange
from desktop_app.domain.errors import CertificateRefused, ClockWrong

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
Serve = Callable[[datetime, datetime], tuple[str, Path]]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """A server with a certificate valid between two moments: its address and the certificate's file."""
    listeners: list[socket.socket] = []

    def start(begins: datetime, ends: datetime) -> tuple[str, Path]:
        file = a_certificate(tmp_path, begins, ends)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        listeners.append(socket.create_server(("127.0.0.1", 0)))
        threading.Thread(target=_accept, args=(listeners[-1], context), daemon=True).start()
        return f"https://127.0.0.1:{listeners[-1].getsockname()[1]}", file

    yield start
    for listener in listeners:
        listener.close()


def a_certificate(folder: Path, begins: datetime, ends: datetime) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), begins, ends)
    builder = builder.add_extension(
        x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
    )
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    certificate = builder.sign(key, hashes.SHA256())
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "certificate.pem"
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return file


def _accept(listener: socket.socket, context: ssl.SSLContext) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n"
    while True:
        try:
            line, _ = listener.accept()
        except OSError:
            return
        try:
            with context.wrap_socket(line, server_side=True) as secured:
                secured.recv(65536)
                secured.sendall(head + b"[]")
        except OSError:
            continue


def _ask(url: str, ca_file: str = "") -> bytes:
    exchange = Exchange(url, ca_file)
    try:
        return exchange.ask(Call("GET", "tickets"), "token").content
    finally:
        exchange.close()


def test_the_companys_own_authority_is_trusted_when_it_is_named(serve: Serve) -> None:
    url, file = serve(NOW - DAY, NOW + DAY)
    assert _ask(url, str(file)) == b"[]"


def test_an_unknown_authority_is_refused(serve: Serve) -> None:
    url, _ = serve(NOW - DAY, NOW + DAY)
    with pytest.raises(CertificateRefused):
        _ask(url)


def test_the_list_of_authorities_of_requests_is_not_consulted(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    url, file = serve(NOW - DAY, NOW + DAY)
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(file))
    with pytest.raises(CertificateRefused):
        _ask(url)


def test_a_certificate_from_the_future_means_that_the_clock_is_slow(serve: Serve) -> None:
    url, file = serve(NOW + DAY, NOW + 2 * DAY)
    before = datetime.now(UTC)
    with pytest.raises(ClockWrong) as error:
        _ask(url, str(file))
    assert before <= datetime.fromisoformat(str(error.value.facts["here_moment"])) <= datetime.now(UTC)


def test_a_certificate_that_has_ended_is_refused(serve: Serve) -> None:
    url, file = serve(NOW - 2 * DAY, NOW - DAY)
    with pytest.raises(CertificateRefused):
        _ask(url, str(file))


def test_a_company_file_that_is_none_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pem"
    broken.write_text("no certificate")
    with pytest.raises(CertificateRefused):
        _ask("https://127.0.0.1:9", str(broken))
