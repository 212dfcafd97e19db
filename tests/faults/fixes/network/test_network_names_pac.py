"""An automatic proxy file that is gone, that is something else, or that lies: gone round, and back byte by byte."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import ActionFailed
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient, tree
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")
_DEAD = "http://127.0.0.1:9/proxy.pac"
_GOOD = "function FindProxyForURL(url, host) { return '%s'; }"
Serve = Callable[[int, str], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A web server that answers everything with this code and text; its address."""
    with ExitStack() as closing:

        def start(code: int, text: str) -> str:
            class Answers(BaseHTTPRequestHandler):
                def do_GET(self) -> None:
                    self.send_response(code)
                    self.end_headers()
                    self.wfile.write(text.encode())

                def log_message(self, *_: object) -> None:
                    pass

            server = closing.enter_context(HTTPServer(("127.0.0.1", 0), Answers))
            thread = Thread(target=server.serve_forever)
            closing.callback(thread.join, 10)
            closing.callback(server.shutdown)
            thread.start()
            return f"http://127.0.0.1:{server.server_port}/proxy.pac"

        yield start


def desk(tmp_path: Path, url: str) -> Here:
    """GNOME's settings in a file where they exist, and KDE's."""
    config = tmp_path / "home/.config"
    here = here_of(tmp_path, GSETTINGS_BACKEND="keyfile", XDG_CONFIG_HOME=str(config))
    config.mkdir(parents=True)
    (config / "kioslaverc").write_text(f"[Proxy Settings]\nProxy Config Script={url}\nProxyType=2\n")
    try:
        here.asked("gsettings", "set", "org.gnome.system.proxy", "autoconfig-url", url)
        here.asked("gsettings", "set", "org.gnome.system.proxy", "mode", "auto")
    except ActionFailed:
        pass
    return here


def cured(tmp_path: Path, url: str, outcome: str) -> None:
    here = desk(tmp_path, url)
    before = tree(here.home)
    patient = Patient(tmp_path, here)
    run = patient.heal("proxy_pac_broken")
    assert patient.outcome(run, "look") == outcome
    assert patient.proved(run)
    assert "ProxyType=0" in (here.home / ".config/kioslaverc").read_text()
    assert patient.undo(run).state is RunState.UNDONE
    assert tree(here.home) == before


def test_a_file_that_is_gone(tmp_path: Path, serve: Serve) -> None:
    cured(tmp_path, serve(404, "not here"), "unreachable")


def test_a_server_that_is_gone(tmp_path: Path) -> None:
    cured(tmp_path, _DEAD, "unreachable")


def test_a_sign_in_page_in_its_place(tmp_path: Path, serve: Serve) -> None:
    cured(tmp_path, serve(200, "<html>Welcome to the hotel</html>"), "broken")


def test_a_file_that_lies(tmp_path: Path, serve: Serve) -> None:
    cured(tmp_path, serve(200, _GOOD % "PROXY 127.0.0.1:9; SOCKS 127.0.0.1:11"), "dead")


@pytest.mark.parametrize("way", ["DIRECT", "PROXY 127.0.0.1:9; DIRECT"])
def test_a_good_file_is_left(tmp_path: Path, serve: Serve, way: str) -> None:
    here = desk(tmp_path, serve(200, _GOOD % way))
    assert Patient(tmp_path, here).heal("proxy_pac_broken").state is RunState.NOTHING_FOUND


def test_nothing_set(tmp_path: Path) -> None:
    here = here_of(tmp_path, GSETTINGS_BACKEND="memory", XDG_CONFIG_HOME=str(tmp_path / "home/.config"))
    assert Patient(tmp_path, here).heal("proxy_pac_broken").state is RunState.NOTHING_FOUND


def test_another_choice_made_since_is_kept(tmp_path: Path) -> None:
    here = desk(tmp_path, _DEAD)
    patient = Patient(tmp_path, here)
    run = patient.heal("proxy_pac_broken")
    (here.home / ".config/kioslaverc").write_text("[Proxy Settings]\nProxyType=1\n")
    with pytest.raises(Exception, match="changed_since"):
        patient.undo(run)
