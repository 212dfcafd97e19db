"""A network with a sign-in page, a real browser command that signs in there, and networks that only look like one."""

import json
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network import portal
from desktop_app.domain.fix import RunState
from tests.faults.healing import Patient
from tests.unit.fixes.own_home import here_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this fault is made as Linux has it")
Wait = Callable[[Callable[[], object]], None]
_WELL = (200, json.dumps({"status": "ok"}), "")
_BROWSER = """\
#!{python}
import sys, urllib.request
with urllib.request.urlopen(sys.argv[1]) as page:
    urllib.request.urlopen(page.geturl() + "?agreed").close()
"""


class Net:
    """Everything that is asked of this network: first its own page, after the sign-in the help desk."""

    def __init__(self) -> None:
        self.is_open = False
        self.plain: tuple[int, str, str] = (302, "", "/welcome")
        self.asked: list[str] = []
        net = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                net.asked.append(self.path)
                code, text, location = net.answer(self.path)
                self.send_response(code)
                if location:
                    self.send_header("Location", f"http://127.0.0.2:{net.port}{location}")
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("", 0), Answers)
        self.port = self.server.server_port

    def answer(self, path: str) -> tuple[int, str, str]:
        """Code, text and where it sends people."""
        self.is_open = self.is_open or path.endswith("?agreed")
        if path.startswith("/welcome"):
            return 200, "<html>Welcome to our hotel. Do you agree?</html>", ""
        return _WELL if self.is_open else self.plain


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Iterator[Net]:
    with ExitStack() as closing:
        made = Net()
        closing.enter_context(made.server)
        thread = Thread(target=made.server.serve_forever)
        closing.callback(thread.join, 10)
        closing.callback(made.server.shutdown)
        thread.start()
        monkeypatch.setattr(portal, "_OWN", {"linux": ("http://127.0.0.1:9/", "free")})
        yield made


def patient_of(tmp_path: Path, desk: str) -> Patient:
    browser = tmp_path / "browser"
    browser.write_text(_BROWSER.format(python=sys.executable))
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    plain = here_of(tmp_path, BROWSER=str(browser))
    environ = {name: value for name, value in plain.environ.items() if "DISPLAY" not in name and "DESKTOP" not in name}
    return Patient(tmp_path, Here(plain.holding, lambda: desk, home=plain.home, environ=environ, system="linux"))


def test_signed_in_by_the_person(tmp_path: Path, net: Net, wait_until: Wait) -> None:
    if not shutil.which("xdg-open"):
        pytest.skip("xdg-open is not installed here (package xdg-utils)")
    patient = patient_of(tmp_path, f"http://127.0.0.1:{net.port}")
    run = patient.fixes.advance(patient.fixes.begin("captive_portal").id)
    assert patient.outcome(run, "look") == "portal"
    run = patient.fixes.advance(run.id, consent=True)
    assert (run.state, run.current) == (RunState.ASKING, "signed")
    wait_until(lambda: net.is_open)
    run = patient.fixes.advance(run.id, answer="done")
    assert patient.proved(run)


def test_still_in_the_way_goes_to_a_person(tmp_path: Path, net: Net) -> None:
    patient = patient_of(tmp_path, f"http://127.0.0.1:{net.port}")
    net.answer = lambda path: (511, "<html>sign in</html>", "")  # type: ignore[method-assign]
    run = patient.heal("captive_portal", answers={"signed": "done"})
    assert (run.state, patient.outcome(run, "prove")) == (RunState.NEEDS_PERSON, "portal")


def test_an_open_network_is_left(tmp_path: Path, net: Net) -> None:
    net.is_open = True
    patient = patient_of(tmp_path, f"http://127.0.0.1:{net.port}")
    assert patient.heal("captive_portal").state is RunState.NOTHING_FOUND
    assert net.asked == ["/api/v1/health"]


def test_a_help_desk_that_moved_is_no_sign_in_page(tmp_path: Path, net: Net) -> None:
    net.answer = lambda path: _WELL if path == "/new" else (302, "", "/new")  # type: ignore[method-assign]
    patient = patient_of(tmp_path, f"http://127.0.0.1:{net.port}")
    assert patient.heal("captive_portal").state is RunState.NOTHING_FOUND


@pytest.mark.parametrize("code", [500, 503])
def test_a_help_desk_that_is_ill_is_no_sign_in_page(tmp_path: Path, net: Net, code: int) -> None:
    net.plain = (code, "<html>error</html>", "")
    patient = patient_of(tmp_path, f"http://127.0.0.1:{net.port}")
    run = patient.heal("captive_portal")
    assert (run.state, patient.outcome(run, "look")) == (RunState.NEEDS_PERSON, "no_answer")


def test_nothing_answers(tmp_path: Path, net: Net) -> None:
    run = patient_of(tmp_path, "https://127.0.0.1:9").heal("captive_portal")
    assert run.state is RunState.NEEDS_PERSON


def test_without_a_help_desk_the_systems_own_address_is_asked(
    tmp_path: Path, net: Net, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portal, "_OWN", {"linux": (f"http://127.0.0.1:{net.port}/own", '"ok"')})
    patient = patient_of(tmp_path, "")
    assert patient.outcome(patient.heal("captive_portal", consent=False), "look") == "portal"
    net.is_open = True
    assert patient.heal("captive_portal").state is RunState.NOTHING_FOUND


def test_only_an_unencrypted_address_is_opened(tmp_path: Path) -> None:
    patient = patient_of(tmp_path, "")
    actions = patient.fixes._actions
    for url in ("file:///etc/passwd", "javascript:alert(1)", "https://bad.example"):
        assert actions.apply("network.portal.open", {"url": url}, lambda *_: None).outcome == "no_browser"
