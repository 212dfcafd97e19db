"""A help desk on loopback with one technician, and a policy that enrols this machine there; all in one folder."""

import json
import os
import secrets
import subprocess
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import IO, cast

from build_scripts import environment
from build_scripts.progress import Trouble, step

EMAIL = "technicien@rescousse.invalid"


class LocalDesk:
    """`rescousse helpdesk serve` as a child process; `url` and `console` are known once it answers."""

    email = EMAIL

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder, self._port = folder, port
        self.data, self.home, self._policy = folder / "helpdesk", folder / "home", folder / "policy.toml"
        self.password = ""
        self.url = self.console = ""

    def __enter__(self) -> "LocalDesk":
        """Start it and wait for its one JSON line."""
        for folder in (self.folder, self.data, self.home):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        step("Starting the help desk on this machine")
        self.process = self._serve()
        self.url, self.console = self._ready()
        self.password = self._technician()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ask it to end, and insist after ten seconds."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        cast("IO[str]", self.process.stdout).close()

    @property
    def app_environment(self) -> dict[str, str]:
        """What the app is started with: its state in our folder, our policy, and no entry in the user's own keyring."""
        return {
            "RESCOUSSE_HOME": str(self.home),
            "RESCOUSSE_POLICY": str(self._policy),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }

    def enrol_this_machine(self) -> None:
        """Write the policy that carries the address and an enrolment key; the app asks for its token by itself."""
        if self._policy.exists() and f'url = "{self.url}"' in self._policy.read_text():
            return
        key = (
            self._known_key()
            or json.loads(self.command("enrolment-key", "create", "--label", "run.py", "--json"))["key"]
        )
        self._write_private(self._policy, f'[helpdesk]\nurl = "{self.url}"\nenrolment_key = "{key}"\n')

    def wait_until_connected(self, seconds: int = 20) -> bool:
        """Whether the app has enrolled and listens for news within so many seconds."""
        deadline = time.monotonic() + seconds
        while not (is_heard := self._streams() > 0) and time.monotonic() < deadline:
            time.sleep(0.2)
        return is_heard

    def _streams(self) -> float:
        with urllib.request.urlopen(f"{self.url.rstrip('/')}/metrics") as told:  # noqa: S310 -- our own, on loopback
            figures = dict(line.rsplit(" ", 1) for line in told.read().decode().splitlines())
        return float(figures["rescousse_streams"])

    def fill_with_demo(self) -> None:
        """The sample organisation; doing it twice changes nothing."""
        self.command("demo", "--json")

    def command(self, *arguments: str, typed: str = "") -> str:
        """The standard output of a `rescousse helpdesk` command on our data."""
        line = [str(environment.RESCOUSSE), "helpdesk", *arguments, "--data", str(self.data)]
        done = subprocess.run(line, input=typed, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Trouble(f"The help desk refused: {done.stderr.strip()}")
        return done.stdout

    def _serve(self) -> "subprocess.Popen[str]":
        line = [str(environment.RESCOUSSE), "helpdesk", "serve", "--port", str(self._port), "--data", str(self.data)]
        with (self.folder / "helpdesk.log").open("ab") as log:
            return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL, text=True)

    def _ready(self) -> tuple[str, str]:
        said = cast("IO[str]", self.process.stdout).readline()
        if not said:
            raise Trouble(f"The help desk did not start. The reason is at the end of {self.folder / 'helpdesk.log'}.")
        addresses = json.loads(said)
        return addresses["url"], addresses["console"]

    def _technician(self) -> str:
        """The account's password: made at the first start, kept beside the data, never in a command line."""
        note = self.folder / "technician-password.txt"
        if note.exists():
            return note.read_text().strip()
        password = secrets.token_urlsafe(12)
        account = ("technician", "add", "Sofia Laurent", "--email", EMAIL, "--role", "admin", "--password-stdin")
        self.command(*account, typed=password + "\n")
        self._write_private(note, password + "\n")
        return password

    def _known_key(self) -> str:
        if not self._policy.exists():
            return ""
        found = [line for line in self._policy.read_text().splitlines() if line.startswith("enrolment_key")]
        return found[0].split('"')[1] if found else ""

    @staticmethod
    def _write_private(file: Path, text: str) -> None:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(text)
