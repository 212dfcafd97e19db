"""What answers where a web server should, and speaks no sense: checks measure it, and never break on it."""

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.adapters.actions import Computer
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.pac import verdict
from desktop_app.domain.action import Given

Says = Callable[[bytes], str]
NO_SENSE = {
    "nothing": b"",
    "another protocol": b"SSH-2.0-OpenSSH_9.2\r\n",
    "half a page": b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nfunction",
    "no length": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnever\r\n",
    "half a refusal": b"HTTP/1.1 404 Non\r\nTransfer-Encoding: chunked\r\n\r\nnever\r\n",
    "no number": b"HTTP/1.1 oui OK\r\n\r\n",
    "headers without end": b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 300,
}


@pytest.fixture
def says() -> Iterator[Says]:
    """Something that listens and says always the same; its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    said: list[bytes] = []

    def answer() -> None:
        while said:
            caller, _ = listening.accept()
            with caller:
                caller.settimeout(60)
                if said and caller.recv(4096):
                    caller.sendall(said[0])

    thread = threading.Thread(target=answer, name="no sense")

    def start(words: bytes) -> str:
        said.append(words)
        thread.start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/proxy.pac"

    yield start
    said.clear()
    socket.create_connection(listening.getsockname()).close()
    thread.join(60)
    listening.close()


@pytest.mark.parametrize("words", NO_SENSE.values(), ids=NO_SENSE)
@pytest.mark.parametrize(
    ("check", "outcomes"), [("network.portal", ("no_answer", "portal")), ("signin.clock", ("unknown",))]
)
def test_the_help_desk(tmp_path: Path, says: Says, words: bytes, check: str, outcomes: tuple[str, ...]) -> None:
    url = says(words)
    here = Here(tmp_path, lambda: url, "linux", tmp_path, {})
    assert Computer(tmp_path, here=here).check(check, Given()).outcome in outcomes


@pytest.mark.parametrize("words", NO_SENSE.values(), ids=NO_SENSE)
def test_an_automatic_proxy_file(says: Says, words: bytes) -> None:
    assert verdict(says(words)) in ("unreachable", "broken")


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/a b/proxy.pac", "http://[::1/x", "file:///nowhere", "ftp://x/y"])
def test_an_address_that_is_none(url: str) -> None:
    assert verdict(url) == "unreachable"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="nothing endless to read here")
def test_a_file_without_end() -> None:
    assert verdict("file:///dev/zero") == "broken"
