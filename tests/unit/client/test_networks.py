"""Company networks with real parts: a forward proxy that lets through or asks who one is, a company's own authority."""

import secrets
import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.errors import CertificateRefused, HelpdeskUnreachable, ProxyWantsPassword
from desktop_app.services.fresh import Fresh
from desktop_app.ui.proxies import asked_of_qt
from tests.unit.client.conftest import Core
from tests.unit.client.standin import StandIn
from tests.unit.client.test_certificates import a_certificate

Wait = Callable[[Callable[[], object]], None]
pytestmark = pytest.mark.skipif(not shutil.which("tinyproxy"), reason="tinyproxy is not installed here")


class Proxy:
    """A real tinyproxy; `seen()` is what it was asked for."""

    def __init__(self, folder: Path, wait_until: Wait, login: str = "") -> None:
        self.port = _free_port()
        self._log = folder / "tinyproxy.log"
        config = folder / "tinyproxy.conf"
        told = [f"Port {self.port}", "Listen 127.0.0.1", "Timeout 60", f'LogFile "{self._log}"', "LogLevel Connect"]
        config.write_text("\n".join([*told, "Allow 127.0.0.1", *([f"BasicAuth {login}"] if login else [])]) + "\n")
        self._process = subprocess.Popen(["tinyproxy", "-d", "-c", str(config)], stdout=subprocess.DEVNULL)
        wait_until(self._answers)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def seen(self) -> str:
        return self._log.read_text(errors="replace")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(60)

    def _answers(self) -> bool:
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0


def _free_port() -> int:
    """Below those that the system gives to whoever asks for any: nobody takes it before the proxy does."""
    while True:
        port = 10_000 + secrets.randbelow(20_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


@contextmanager
def proxy(folder: Path, wait_until: Wait, login: str = "") -> Iterator[Proxy]:
    made = Proxy(folder, wait_until, login)
    try:
        yield made
    finally:
        made.stop()


@pytest.fixture
def company(tmp_path: Path, standin: StandIn) -> Path:
    """The help desk speaks TLS, with a certificate of the company's own authority; that authority's file."""
    file = a_certificate(tmp_path, datetime.now(UTC) - timedelta(days=1), datetime.now(UTC) + timedelta(days=30))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    standin.server.socket = context.wrap_socket(standin.server.socket, server_side=True)
    return file


def https(standin: StandIn) -> str:
    return standin.url.replace("http://", "https://")


def behind(core: Core, way: str, ca_file: Path | None = None) -> Core:
    """The program, where the system names `way` as its proxy and the policy an authority."""
    core.client.system_proxy = lambda _: way
    if ca_file:
        core.settings.set("helpdesk.ca_file", str(ca_file))
    return core


def test_through_the_systems_proxy_to_a_company_certificate(
    tmp_path: Path, wait_until: Wait, standin: StandIn, company: Path, new_core: Callable[..., Core]
) -> None:
    with proxy(tmp_path, wait_until) as way:
        core = behind(new_core(https(standin)), way.url, company)
        assert core.client.tickets() == []
        assert f"CONNECT 127.0.0.1:{standin.server.server_address[1]}" in way.seen()


def test_an_authority_that_nobody_named_gets_nothing(
    tmp_path: Path, wait_until: Wait, standin: StandIn, company: Path, new_core: Callable[..., Core]
) -> None:
    del company
    with proxy(tmp_path, wait_until) as way:
        core = behind(new_core(https(standin)), way.url)
        with pytest.raises(CertificateRefused):
            core.client.tickets()
    assert standin.arrivals == []


@pytest.mark.parametrize("is_secured", [True, False])
def test_a_proxy_that_asks_who_one_is(
    tmp_path: Path,
    wait_until: Wait,
    standin: StandIn,
    new_core: Callable[..., Core],
    request: pytest.FixtureRequest,
    is_secured: bool,
) -> None:
    ca_file = request.getfixturevalue("company") if is_secured else None
    url = https(standin) if is_secured else standin.url
    with proxy(tmp_path, wait_until, login="camille Pluie8842") as way:
        core = behind(new_core(url), way.url, ca_file)
        with pytest.raises(ProxyWantsPassword):
            core.client.tickets()
        assert standin.arrivals == []
        named = way.url.replace("http://", "http://camille:Pluie8842@")
        assert behind(core, named).client.tickets() == []


def test_a_proxy_that_is_gone_loses_nothing(core: Core) -> None:
    with socket.socket() as taken:  # nobody listens there, and nobody else can
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(HelpdeskUnreachable):
            behind(core, f"http://127.0.0.1:{taken.getsockname()[1]}").client.tickets()
    assert behind(core, "").client.tickets() == []


def test_the_environment_wins_over_what_the_system_says(
    core: Core, tmp_path: Path, wait_until: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxy(tmp_path, wait_until) as way:
        monkeypatch.setenv("http_proxy", way.url)
        monkeypatch.setenv("no_proxy", "")
        assert behind(core, "http://127.0.0.1:9").client.tickets() == []
        assert "/api/v1/tickets" in way.seen()


def test_what_qt_says_of_the_system_is_asked_for_again_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    asked = Fresh(asked_of_qt, lambda: clock[0])
    monkeypatch.setenv("http_proxy", "http://proxy.example.org:3128")
    assert asked("http://desk.example.org/") == "http://proxy.example.org:3128"
    monkeypatch.delenv("http_proxy")
    assert asked("http://desk.example.org/") == "http://proxy.example.org:3128"
    clock[0] = 31.0
    assert asked("http://desk.example.org/") == ""


def test_nothing_in_the_program_can_switch_verification_off() -> None:
    """But for what looks whether a stranger stands in the way: it sends nothing of ours, and believes nothing."""
    looks_for_strangers = {"portal.py", "clock.py"}
    root = Path(__file__).resolve().parents[3] / "desktop_app"
    marks = ("verify=False", "CERT_NONE", "check_hostname = False", "_create_unverified_context", "disable_warnings")
    found = [f"{file.name}: {mark}" for file in root.rglob("*.py") for mark in marks if mark in file.read_text()]
    assert {name.partition(":")[0] for name in found} <= looks_for_strangers, found
