"""Certificates: those of servers handed over with the right reason, and an expired one of one's own set aside."""

import shutil
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

from desktop_app.domain.fix import RunState
from tests.faults.fixes.signin.signin_faults import told
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these stores are those of Linux")
needs_nss = pytest.mark.skipif(not shutil.which("certutil"), reason="certutil is not installed")
NOW, DAY = datetime.now(UTC), timedelta(days=1)
Desk = Callable[..., tuple[str, Path]]


def certificate(name: str, begins: datetime, ends: datetime) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    """One that vouches for itself, for this computer."""
    key = rsa.generate_private_key(65537, 2048)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder(who, who, key.public_key(), x509.random_serial_number(), begins, ends)
    address = x509.IPAddress(ip_address("127.0.0.1" if name != "elsewhere" else "192.0.2.1"))
    builder = builder.add_extension(x509.SubjectAlternativeName([address]), critical=False)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return key, builder.sign(key, hashes.SHA256())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A help desk with a certificate of one's choice: its address and the certificate's file."""
    servers: list[HTTPServer] = []

    class Answer(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    def start(name: str, begins: datetime, ends: datetime) -> tuple[str, Path]:
        key, issued = certificate(name, begins, ends)
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file = tmp_path / "desk.pem"
        file.write_bytes(private + issued.public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        servers.append(HTTPServer(("127.0.0.1", 0), Answer))
        servers[-1].socket = context.wrap_socket(servers[-1].socket, server_side=True)
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"https://127.0.0.1:{servers[-1].server_port}", file

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("name", "begins", "ends", "outcome"),
    [
        ("desk", -9 * DAY, -2 * DAY, "expired"),
        ("desk", 2 * DAY, 9 * DAY, "not_yet"),
        ("elsewhere", -DAY, 9 * DAY, "other_name"),
        ("desk", -DAY, 9 * DAY, "valid"),
    ],
)
def test_of_the_help_desk(
    tmp_path: Path, desk: Desk, name: str, begins: timedelta, ends: timedelta, outcome: str
) -> None:
    address, file = desk(name, NOW + begins, NOW + ends)
    run = told((), tmp_path, address, "clock_or_certificate", environ={"SSL_CERT_FILE": str(file)})
    assert run["clock"] == "right"
    assert run["certificate"] == outcome
    assert run["state"] == ("nothing_found" if outcome == "valid" else "needs_person")


def test_of_a_help_desk_that_nobody_vouches_for(tmp_path: Path, desk: Desk) -> None:
    address, _ = desk("desk", NOW - DAY, NOW + DAY)
    run = told((), tmp_path, address, "clock_or_certificate")
    assert (run["certificate"], run["state"]) == ("unknown_issuer", "needs_person")


class Nss:
    """The folder of certificates that Chromium uses, with the real tools."""

    def __init__(self, home: Path) -> None:
        self.folder = home / ".pki/nssdb"
        self.folder.mkdir(parents=True)
        self.ask("certutil", "-N", "--empty-password")

    def ask(self, tool: str, *words: str) -> str:
        command = [tool, *words, "-d", f"sql:{self.folder}"]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout

    def add(self, name: str, begins: datetime, ends: datetime) -> None:
        """A certificate with its key, as it is handed out in a file."""
        key, issued = certificate(name, begins, ends)
        file = self.folder.parent / "handed.p12"
        file.write_bytes(serialize_key_and_certificates(name.encode(), key, issued, None, serialization.NoEncryption()))
        self.ask("pk12util", "-i", str(file), "-W", "")
        file.unlink()

    def names(self) -> set[str]:
        """The certificates that programs may show: those with a key."""
        lines = self.ask("certutil", "-L").splitlines()
        return {line.removesuffix("u,u,u").strip() for line in lines if line.endswith("u,u,u")}


@needs_nss
def test_of_ones_own_that_ran_out(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    nss, patient = Nss(here.home), Patient(tmp_path, here)
    assert patient.heal("own_certificate_expired").state is RunState.NOTHING_FOUND
    nss.add("Camille, valable", NOW - DAY, NOW + 99 * DAY)
    assert patient.heal("own_certificate_expired").state is RunState.NOTHING_FOUND
    nss.add("Camille, vieux 1", NOW - 9 * DAY, NOW - 2 * DAY)
    nss.add("Camille, vieux 2", NOW - 9 * DAY, NOW - DAY)

    before = tree(here.home)
    run = patient.heal("own_certificate_expired")
    assert patient.proved(run)
    assert nss.names() == {"Camille, valable"}
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before

    run = patient.heal("own_certificate_expired")
    nss.add("Camille, neu", NOW - DAY, NOW + 99 * DAY)
    assert patient.undo(run).state is RunState.UNDONE
    assert nss.names() == {"Camille, valable", "Camille, vieux 1", "Camille, vieux 2", "Camille, neu"}


@needs_nss
def test_of_ones_own_and_no_other_is_for_a_person(tmp_path: Path) -> None:
    here = here_of(tmp_path)
    nss, patient = Nss(here.home), Patient(tmp_path, here)
    nss.add("Camille", NOW - 9 * DAY, NOW - 2 * DAY)
    before = tree(here.home)
    run = patient.heal("own_certificate_expired")
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "expired_alone")
    assert tree(here.home) == before
