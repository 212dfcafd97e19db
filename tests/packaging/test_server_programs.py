"""nginx and coturn of the containers, started without containers: by the same files and the same lines."""

import ast
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from aioice.stun import TransactionError, TransactionFailed

from desktop_app.helpdesk import relays, settings
from tests.contract.test_sharing_relays import allocated
from tests.packaging.test_server_files import OWN, SERVER, SERVICES, nginx_settings
from tests.unit.client.test_certificates import a_certificate

_NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin")
_TURNSERVER = shutil.which("turnserver")
_IN_MEMORY = "/tmp/"  # noqa: S108 - inside


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@dataclass
class Front:
    """nginx as we hand it out, and what stands behind it."""

    port: int
    plain: int
    certificate: Path
    go_on: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def asked(self, path: str, headers: dict[str, str]) -> Iterator[http.client.HTTPResponse]:
        trusted = ssl.create_default_context(cafile=str(self.certificate))
        line = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=30, context=trusted)
        line.putrequest("GET", path, skip_host=True)
        for name, value in headers.items():
            line.putheader(name, value)
        line.endheaders()
        with closing(line), line.getresponse() as answer:
            yield answer


@pytest.fixture
def front(tmp_path: Path) -> Iterator[Front]:
    if _NGINX is None:
        pytest.skip("nginx is not installed here")
    now = datetime.now(UTC)
    both = a_certificate(tmp_path, now.replace(year=now.year - 1, day=1), now.replace(year=now.year + 1, day=1))
    made = Front(free_port(), free_port(), both)

    class Behind(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            told = [self.headers.get_all(name) for name in ("X-Forwarded-For", "X-Forwarded-Proto", "Host")]
            self.wfile.write(f"{told}\n".encode())
            if self.path == "/api/v1/events":
                self.wfile.write(b"later\n" if made.go_on.wait(10) else b"held back\n")

        def log_message(self, *_: Any) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Behind) as behind:
        threading.Thread(target=behind.serve_forever, daemon=True).start()
        _write_settings(tmp_path, made, both, behind.server_address[1])
        line = [_NGINX, *SERVICES["nginx"]["entrypoint"][1:]]
        line = [str(tmp_path / "nginx.conf") if word.endswith(".conf") else word for word in line]
        checked = subprocess.run([*line[:-2], "-t"], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stderr
        with subprocess.Popen(line, cwd=tmp_path) as process:
            _wait_for(process, made.port)
            yield made
            made.go_on.set()
            process.terminate()
        behind.shutdown()


def _write_settings(folder: Path, front: Front, both: Path, behind: int) -> None:
    """The shipped ones, with the ports, the folders and the certificate that a test may use."""
    text = nginx_settings().replace(_IN_MEMORY, f"{folder}/")
    for shipped, here in (("8443", front.port), ("8080", front.plain)):
        text = text.replace(f"listen {shipped}", f"listen 127.0.0.1:{here}")
    for shipped in ("8451", "8452"):
        text = text.replace(f":{shipped}", f":{behind}")
    text = re.sub(r"/etc/nginx/tls/\w+\.pem", str(both), text)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")


def _wait_for(process: "subprocess.Popen[bytes]", port: int) -> None:
    while True:
        assert process.poll() is None, "it did not start"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            threading.Event().wait(0.05)
        else:
            return


def test_nginx_says_itself_who_asks_and_by_which_way(front: Front) -> None:
    lie = {"X-Forwarded-For": "198.51.100.9", "X-Forwarded-Proto": "http", "Host": "help.valclair.invalid"}
    with front.asked("/console/", lie) as answer:
        told = ast.literal_eval(answer.read().decode())
    assert told == [["127.0.0.1"], ["https"], ["help.valclair.invalid"]]


def test_nginx_holds_no_stream_back(front: Front) -> None:
    with front.asked("/api/v1/events", {"Host": "help.valclair.invalid"}) as stream:
        assert stream.readline().startswith(b"["), "before the end is written"
        front.go_on.set()
        assert stream.readline() == b"later\n"


def test_nginx_takes_100_megabytes_and_not_more(front: Front) -> None:
    with front.asked("/", {"Host": "help.valclair.invalid", "Content-Length": str(102 * 1024 * 1024)}) as answer:
        assert answer.status == 413
    assert "client_max_body_size 101m;" in nginx_settings()


def test_without_https_it_leads_to_https(front: Front) -> None:
    line = http.client.HTTPConnection("127.0.0.1", front.plain, timeout=30)
    line.request("GET", "/console/", headers={"Host": "help.valclair.invalid"})
    answer = line.getresponse()
    assert (answer.status, answer.headers["Location"]) == (308, "https://help.valclair.invalid/console/")
    line.close()


def run_as_told(name: str, folder: Path, **places: str) -> list[str]:
    """The shell line of a service, with other places for the files that it names."""
    *shell, script = SERVICES[name]["entrypoint"]
    for shipped, here in {_IN_MEMORY: f"{folder}/", **places}.items():
        assert shipped in script or shipped == _IN_MEMORY
        script = script.replace(shipped, here)
    return [*shell, script]


def test_the_relay_takes_what_the_help_desk_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if _TURNSERVER is None:
        pytest.skip("coturn is not installed here")
    noted = run_as_told("relays", tmp_path, **{"/data/": f"{tmp_path}/"})
    subprocess.run(noted, env=os.environ | SERVICES["relays"]["environment"], check=True)
    assert (tmp_path / "relays.toml").stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr(settings, "DATA", tmp_path)
    stun, turn = relays.relays("machine", datetime.now(UTC))
    assert stun.urls == ["stun:help.valclair.invalid"]
    assert turn.urls == [f"turn:help.valclair.invalid{way}" for way in ("", "?transport=tcp")]
    port = free_port()
    with a_relay(tmp_path, port) as process:
        assert OWN["RELAY_SECRET"] not in Path(f"/proc/{process.pid}/cmdline").read_text()
        assert allocated(port, turn.username, turn.credential, "udp") == OWN["RELAY_ADDRESS"]
        for username, credential in (("1000000000:machine", turn.credential), (turn.username, "another")):
            with pytest.raises((TransactionError, TransactionFailed)):
                allocated(port, username, credential, "udp")


@contextmanager
def a_relay(folder: Path, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """coturn by the shipped file and the line of compose.yaml, on loopback."""
    ours = (SERVER / "turnserver.conf").read_text(encoding="utf-8").replace(_IN_MEMORY, f"{folder}/")
    ours = ours.replace("listening-port=3478", f"listening-port={port}\nlistening-ip=127.0.0.1")
    (folder / "ours.conf").write_text(ours, encoding="utf-8")
    line = run_as_told("coturn", folder, **{"/etc/coturn/": f"{folder}/"})
    told = os.environ | SERVICES["coturn"]["environment"]
    with (folder / "said").open("wb") as said, subprocess.Popen(line, env=told, cwd=folder, stdout=said) as process:
        _wait_for(process, port)
        try:
            yield process
        finally:
            process.terminate()
    assert b"Bad configuration" not in (folder / "said").read_bytes()
