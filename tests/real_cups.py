"""A real CUPS of our own: own folders, own socket, as an ordinary user; this machine's printing is not touched.

`with RealCups() as cups:` starts it; `cups.environment` (CUPS_SERVER) sends every CUPS tool there. `jam()` makes the
printer fail as one out of paper does, `unjam()` mends it, `printed()` counts the documents that came out.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_SERVER = "/usr/sbin/cupsd"
_PARTS = Path("/usr/lib/cups")
_START_S = 60
_TICK_S = 0.02

_BACKEND = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
if [ -e "{folder}/jammed" ]; then echo "ERROR: The paper is jammed." >&2; exit 1; fi
cat "${{6:--}}" > "{folder}/printed/$1"
"""
_CUPSD = """\
Listen {folder}/sock
LogLevel warn
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
{limits}  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_NOBODY_MAY_START = """\
  <Limit Resume-Printer Enable-Printer>
    AuthType Basic
    Require user nobody-of-this-name
    Order deny,allow
  </Limit>
"""
_FILES = """\
ServerRoot {folder}/root
StateDir {folder}/state
CacheDir {folder}/kept
RequestRoot {folder}/spool
TempDir {folder}/tmp
ServerBin {folder}/bin
AccessLog {folder}/access.txt
ErrorLog {folder}/error.txt
PageLog {folder}/page.txt
FileDevice Yes
User {user}
Group {group}
SystemGroup {group}
"""


def missing() -> str:
    """Why there can be no real CUPS here; empty when there can."""
    tools = [tool for tool in ("lpstat", "lp", "lpadmin", "cupsenable") if not shutil.which(tool)]
    if not Path(_SERVER).exists() or tools:
        return "CUPS is not installed here (packages cups and cups-client)"
    return ""


class RealCups:
    """A print system with the printers it is asked for. `may_start` False: nobody may start a stopped printer."""

    def __init__(self, *, may_start: bool = True) -> None:
        # Short: the path of a socket has room for 100 letters
        self.folder = Path(tempfile.mkdtemp(prefix="rc-", dir="/tmp"))
        self._may_start = may_start
        self._is_root = os.getuid() == 0
        self._user = ("nobody", "nogroup") if self._is_root else ("", "")
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What points the tools of CUPS here."""
        return {"CUPS_SERVER": str(self.folder / "sock")}

    def __enter__(self) -> "RealCups":
        self._lay_out()
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        command = [_SERVER, "-f", "-c", str(self.folder / "cupsd.conf"), "-s", str(self.folder / "files.conf")]
        as_nobody = {"user": "nobody", "group": "nogroup", "extra_groups": []} if self._is_root else {}
        self._server = subprocess.Popen(command, start_new_session=True, **as_nobody)  # type: ignore[call-overload]
        self.wait_for(lambda: "is running" in self.ask("lpstat", "-r"))

    def stop(self) -> None:
        """Ends the server."""
        if self._server:
            self._server.send_signal(signal.SIGTERM)
            self._server.wait(60)
            self._server = None

    def add_printer(self, name: str) -> None:
        """A printer that stops when a document fails, as most are set up."""
        how = ["-E", "-v", "jam:/", "-m", "raw", "-o", "printer-error-policy=stop-printer"]
        self.ask("lpadmin", "-p", name, *how)
        self.wait_for(lambda: f"printer {name} is idle" in self.ask("lpstat", "-p"))

    def remove_printer(self, name: str) -> None:
        """Takes a printer away."""
        self.ask("lpadmin", "-x", name)

    def jam(self) -> None:
        """From now on every document fails."""
        (self.folder / "jammed").touch()

    def unjam(self) -> None:
        """From now on documents come out."""
        (self.folder / "jammed").unlink()

    def print_page(self, printer: str, text: str = "one page") -> str:
        """Sends a document; its number, such as `Accueil-1`."""
        page = self.folder / "page.txt"
        page.write_text(text, encoding="utf-8")
        return self.ask("lp", "-d", printer, "-t", "Rapport", str(page)).split()[3]

    def printed(self) -> int:
        """How many documents came out."""
        return len(list((self.folder / "printed").iterdir()))

    def is_stopped(self, printer: str) -> bool:
        """Whether the queue has stopped."""
        return f"printer {printer} disabled" in self.ask("lpstat", "-p")

    def waiting(self) -> dict[str, str]:
        """The documents in the queues: number and keywords of the print system."""
        lines = self.ask("lpstat", "-l", "-o").splitlines()
        found: dict[str, str] = {}
        for line in lines:
            if line and not line.startswith("\t"):
                found[line.split()[0]] = ""
            elif "Alerts:" in line:
                found[list(found)[-1]] = line.partition(":")[2].strip()
        return found

    def ask(self, *command: str) -> str:
        """What a tool of CUPS answers here."""
        environment = {**os.environ, **self.environment, "LC_ALL": "C"}
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
        return ran.stdout + ran.stderr

    def wait_for(self, fact: Callable[[], object]) -> None:
        """Waits for a fact, for at most 20 seconds."""
        deadline, tick = time.monotonic() + _START_S, threading.Event()
        while not fact():
            if time.monotonic() > deadline:
                raise TimeoutError(self._error_log())
            tick.wait(_TICK_S)

    def _error_log(self) -> str:
        file = self.folder / "error.txt"
        return file.read_text(errors="replace") if file.exists() else "no error log"

    def _lay_out(self) -> None:
        for name in ("root", "state", "kept", "spool", "tmp", "printed", "bin/backend"):
            (self.folder / name).mkdir(parents=True)
        for part in _PARTS.iterdir():
            if part.name != "backend":
                (self.folder / "bin" / part.name).symlink_to(part)
        facts = {"folder": self.folder, "user": self._user[0] or _name(), "group": self._user[1] or _group()}
        limits = "" if self._may_start else _NOBODY_MAY_START
        self._write("bin/backend/jam", _BACKEND.format(**facts), mode=0o755)
        self._write("cupsd.conf", textwrap.dedent(_CUPSD).format(**facts, limits=limits))
        self._write("files.conf", textwrap.dedent(_FILES).format(**facts))
        self.folder.chmod(0o755)
        if self._is_root:
            subprocess.run(["chown", "-R", "nobody:nogroup", str(self.folder)], check=True)

    def _write(self, name: str, text: str, mode: int = 0o644) -> None:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        file.chmod(mode)


def _name() -> str:
    import getpass

    return getpass.getuser()


def _group() -> str:
    import grp

    return grp.getgrgid(os.getgid()).gr_name
