"""The real help desk as a process, and the callers that speak to it: devices, a technician's browser, raw streams."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any

import requests

from desktop_app.protocol.base import new_id
from tests.contract import tables
from tests.contract.forked import Forked

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "lifebuoy-in-the-tray"
EMAIL = "sofia@valclair.invalid"
_TIMEOUT_S = 60


class DeskProcess:
    """`rescousse helpdesk serve` on a folder and a database of its own; it can be killed and started again."""

    def __init__(self, data: Path, database: str = "", port: int = 0) -> None:
        self.data, self.database, self.port = data, database, port
        self.url = self.console = ""
        self._process: Forked | None = None
        self._key = ""
        self._account: dict[str, Any] = {}

    def __enter__(self) -> "DeskProcess":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start it and read its one line."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        self._process = Forked(
            self._line("serve", "--port", str(self.port)), self.data.parent / f"{self.data.name}.log"
        )
        said = json.loads(self._process.said.readline())
        assert set(said) == {"url", "console"}
        self.url, self.console = said["url"], said["console"]
        self.port = int(self.url.rsplit(":", 1)[1])

    def like(self, data: Path, database: str = "") -> "DeskProcess":
        """Another one, that finds its tables and its enrolment key made; this one is not serving.

        `database`: a copy of this one's, where it is not in the folder.
        """
        shutil.copytree(self.data, data)
        other = DeskProcess(data, database)
        other._key, other._account = self._key, self._account
        return other

    def kill(self) -> None:
        """kill -9: nothing is said, nothing is finished."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """SIGTERM; its exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        os.kill(self._process.pid, how)
        code = self._process.ended(_TIMEOUT_S)
        self._process = None
        return code

    def _line(self, *arguments: str) -> list[str]:
        database = ["--database", self.database] if self.database else []
        return ["helpdesk", *arguments, "--data", str(self.data), *database]

    def run(self, *arguments: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
        """One of the other commands, as a process of its own beside the serving one."""
        line = self._line(*arguments)
        with TemporaryDirectory() as folder:
            process = Forked(line, log := Path(folder, "complaints"), typed)
            said = process.said.read()
            return subprocess.CompletedProcess(line, process.ended(_TIMEOUT_S), said, log.read_text("utf-8"))

    def command(self, *arguments: str, typed: str = "") -> Any:
        """The JSON of a command that must succeed."""
        done = self.run(*arguments, "--json", typed=typed)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def command_ok(self, *arguments: str) -> None:
        """A command that must succeed, whatever it says."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr

    def key(self) -> str:
        """An enrolment key, made once."""
        self._key = self._key or self.command("enrolment-key", "create")["key"]
        return self._key

    def learn_account(self) -> None:
        """Have the command make one technician, and keep the row for others: each would take a second."""
        self._add_technician(EMAIL, "Sofia Laurent", "agent")
        self._account = tables.take_account(self)

    def _add_technician(self, email: str, name: str, role: str) -> None:
        account = ("technician", "add", name, "--email", email, "--role", role, "--password-stdin")
        self.run(*account, typed=PASSWORD + "\n")

    def device(self, name: str = "Camille Martin", **person: str) -> "DeviceCaller":
        """A machine that has just joined."""
        caller = DeviceCaller(self, "")
        caller.enrol(name, **person)
        return caller

    def technician(self, email: str = EMAIL, name: str = "Sofia Laurent", role: str = "agent") -> "Technician":
        """A technician whose browser is signed in."""
        if self._account:
            tables.add_account(self, {**self._account, "id": new_id(), "name": name, "email": email, "role": role})
        else:
            self._add_technician(email, name, role)
        browser = Technician(self)
        browser.sign_in(email)
        return browser


@dataclass
class DeviceCaller:
    """A device with its token."""

    desk: DeskProcess
    token: str
    device_id: str = field(default_factory=new_id)

    def enrol(self, name: str, key: str = "", **person: str) -> requests.Response:
        """Join, or join again, with another key than the desk's when it is given."""
        login = name.split()[0].lower()
        word = {
            "device_id": self.device_id,
            "hostname": "SG-014",
            "system": "linux",
            "person": {"login": login, "name": name, "email": "", "language": "fr", **person},
        }
        answer = requests.post(
            f"{self.desk.url}/api/v1/enrol", json=word, headers=bearer(key or self.desk.key()), timeout=_TIMEOUT_S
        )
        if answer.ok:
            self.token = answer.json()["token"]
        return answer

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        """One request with the token."""
        headers = bearer(self.token) | more.pop("headers", {})
        return requests.request(method, f"{self.desk.url}/api/v1/{path}", headers=headers, timeout=_TIMEOUT_S, **more)

    def create(self, **changes: Any) -> requests.Response:
        """A request."""
        return self.ask("POST", "tickets", json=new_ticket(**changes))

    def write(self, ticket_id: str, **changes: Any) -> requests.Response:
        """A message."""
        word = {"id": new_id(), "body": "Toujours rien.", "written_at": now(), **changes}
        return self.ask("POST", f"tickets/{ticket_id}/entries", json=word)

    def entries(self, ticket_id: str, after: int = 0) -> list[dict[str, Any]]:
        """The lines after a sequence number."""
        answer = self.ask("GET", f"tickets/{ticket_id}/entries", params={"after": after})
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()
        return found

    def upload(self, content: bytes, filename: str = "trace.txt", kind: str = "file", **more: Any) -> requests.Response:
        """A file, before the entry that claims it."""
        file_id = more.pop("file_id", new_id())
        return self.ask(
            "PUT", f"attachments/{file_id}", data=content, params={"filename": filename, "kind": kind}, **more
        )

    def ticket_news(self, after: int) -> list[dict[str, Any]]:
        """What a poll brings about requests: who is there may be told at any moment in between."""
        return [event for event in self.news(after) if event["topic"] == "ticket"]

    def news(self, after: int) -> list[dict[str, Any]]:
        """What a poll that does not wait brings."""
        answer = self.ask("GET", "events", params={"after": after, "wait": 0}, headers={"Accept": "application/json"})
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()["events"]
        return found


class Technician:
    """A browser that is signed in at the console."""

    def __init__(self, desk: DeskProcess) -> None:
        self.desk = desk
        self.browser = requests.Session()

    def sign_in(self, email: str) -> None:
        """Through the page, as people do."""
        self.page("login")
        answer = self.post("login", email=email, password=PASSWORD)
        assert answer.status_code == 302, answer.status_code

    def page(self, path: str, **more: Any) -> requests.Response:
        """A page of the console."""
        return self.browser.get(f"{self.desk.url}/console/{path}", timeout=_TIMEOUT_S, **more)

    def post(self, path: str, **fields: str) -> requests.Response:
        """Send a form, with the token that stands in every page."""
        form = {**fields, "csrfmiddlewaretoken": self.browser.cookies.get("csrftoken") or self._form_token()}
        return self.browser.post(
            f"{self.desk.url}/console/{path}",
            data=form,
            headers={"Referer": self.desk.console},
            allow_redirects=False,
            timeout=_TIMEOUT_S,
        )

    def _form_token(self) -> str:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.page("").text)
        return found[1] if found else ""

    def reply(self, ticket_id: str, body: str) -> None:
        """A public answer."""
        assert self.post(f"tickets/{ticket_id}/write", body=body, mode="reply").status_code == 302

    def note(self, ticket_id: str, body: str) -> None:
        """An internal note."""
        assert self.post(f"tickets/{ticket_id}/write", body=body, mode="note").status_code == 302


class RawStream:
    """`GET /api/v1/events` over a bare socket: every byte that the help desk sends is kept."""

    def __init__(self, desk: DeskProcess, token: str, after: int = 0) -> None:
        self._socket = socket.create_connection(("127.0.0.1", desk.port), timeout=_TIMEOUT_S)
        self.received = b""
        self.is_over = False
        head = (
            f"GET /api/v1/events HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer {token}\r\n"
            f"Accept: text/event-stream\r\nLast-Event-ID: {after}\r\n\r\n"
        )
        self._socket.sendall(head.encode())

    def __enter__(self) -> "RawStream":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def read_until(self, wanted: bytes) -> bytes:
        """Everything received so far, once `wanted` is in it or the help desk ended the stream."""
        while wanted not in self.received and not self.is_over:
            part = self._socket.recv(65536)
            self.is_over = not part or (self.received + part).endswith(b"\r\n0\r\n\r\n")
            self.received += part
        return self.received

    def read_to_end(self) -> bytes:
        """Everything, up to the moment the help desk ends the stream."""
        return self.read_until(b"\x00 never sent")


def bearer(token: str) -> dict[str, str]:
    """The header of a token."""
    return {"Authorization": f"Bearer {token}"}


def now() -> str:
    """The present as it is written on the wire."""
    return datetime.now(UTC).isoformat()


def new_ticket(**changes: Any) -> dict[str, Any]:
    """A request that is good as it stands."""
    return {
        "id": new_id(),
        "entry_id": new_id(),
        "subject": "Impossible d’imprimer",
        "body": "Rien ne sort de l’imprimante.",
        "written_at": now(),
        **changes,
    }
