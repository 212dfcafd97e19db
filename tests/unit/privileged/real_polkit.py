"""A system bus of the test’s own with the real polkitd behind it, and the service; the machine’s own is not touched."""

import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from build_scripts import polkit
from desktop_app.adapters.actions.runner import Ran
from desktop_app.privileged.bus import NAME, PATH

ROOT = Path(__file__).resolve().parents[3]
POLKITD = Path("/usr/lib/polkit-1/polkitd")
NOBODY = 65534
_TOOLS = ("unshare", "dbus-daemon", "busctl", "setpriv")
_BUS = """<busconfig><type>custom</type><listen>{address}</listen><auth>EXTERNAL</auth><policy context="default">
<allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/></policy></busconfig>"""
# polkitd asks logind for sessions, and there are none here: what an active session may is said by a rule
_RULE = """polkit.addRule(function(action, subject) {
  if (subject.user == "nobody" && action.id.indexOf("org.rescousse.privileged.") == 0
      && action.id != "org.rescousse.privileged.updates.restart") { return polkit.Result.YES; }
});"""
_SERVICE = """
import sys
from pathlib import Path
from jeepney.io.blocking import open_dbus_connection
from desktop_app.privileged import bus
from desktop_app.privileged.bus import allowed, polkit, serve
from desktop_app.privileged.service import Service
from desktop_app.privileged.verbs import Means
import logging
logging.basicConfig(level=logging.INFO)
open_dbus_connection.__defaults__ = ("SESSION", False, 60.0)  # a busy machine takes longer than a second
bus._POLKIT_S = 60
ran = Path(sys.argv[2])
def run(line, seconds):
    with ran.open("a") as file:
        file.write(" ".join(line) + chr(10))
with open_dbus_connection("SYSTEM") as asking:
    means, policy = Means(run, Path(sys.argv[3])), Path(sys.argv[1])
    serve(Service("linux", means, lambda: allowed(policy), polkit(asking)), idle_s=float(sys.argv[4]))
"""


def why_not() -> str:
    """What is missing for it here, or nothing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "needs Linux and root"
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None] + ([] if POLKITD.exists() else ["polkitd"])
    return f"not installed here: {', '.join(missing)}" if missing else ""


class Bus:
    """`policy` writes what the organisation allows, `call` asks as somebody."""

    def __init__(self, folder: Path, wait_until: Callable[[Callable[[], object]], None]) -> None:
        self.address = f"unix:abstract=rescousse-{secrets.token_hex(8)}"
        self._folder, self._wait, self.root = folder, wait_until, folder / "root"
        self._children: list[subprocess.Popen[bytes]] = []
        self._environ = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": self.address}
        for name in ("actions", "rules"):
            (folder / name).mkdir(mode=0o755)
        (folder / "actions" / polkit.FILE.name).write_text(polkit.FILE.read_text(encoding="utf-8"), encoding="utf-8")
        (folder / "rules" / "50-test.rules").write_text(_RULE)
        (folder / "bus.conf").write_text(_BUS.format(address=self.address))
        self.start("dbus-daemon", "--nofork", f"--config-file={folder / 'bus.conf'}")
        mounts = "mount --bind $0 /usr/share/polkit-1/actions && mount --bind $1 /etc/polkit-1/rules.d && exec $2"
        self.start("unshare", "-m", "sh", "-c", mounts, str(folder / "actions"), str(folder / "rules"), str(POLKITD))
        self._until_owned("org.freedesktop.PolicyKit1")

    def policy(self, *verbs: str) -> None:
        (self._folder / "policy.toml").write_text(f"[privileged]\nverbs = {json.dumps(verbs)}\n")

    def serve(self) -> None:
        """From now on somebody answers."""
        self.begin(idle_s=600)
        self._until_owned(NAME)

    def begin(self, idle_s: float) -> "subprocess.Popen[bytes]":
        """The service on its way, to be gone when nobody asked for so long."""
        files = self._folder / "policy.toml", self._folder / "ran", self.root / "etc/hosts"
        return self.start(sys.executable, "-c", _SERVICE, *map(str, files), str(idle_s))

    @property
    def ran(self) -> list[str]:
        file = self._folder / "ran"
        return file.read_text().splitlines() if file.exists() else []

    def written_down(self) -> str:
        return (self._folder / "told").read_text()

    def call(self, *words: str, user: int = NOBODY) -> "subprocess.CompletedProcess[str]":
        """Ask as `user`, with the program that guided fixes ask with."""
        return self._as(user, "busctl", "--system", "--timeout=60", "--", "call", NAME, PATH, NAME, *words)

    def tool(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> Ran:
        """In the place of `runner.run`: whatever a guided fix runs is run by an ordinary user."""
        done = self._as(NOBODY, *args)
        return Ran(done.returncode, done.stdout, done.stderr)

    def _as(self, user: int, *line: str) -> "subprocess.CompletedProcess[str]":
        who = ("setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups")
        return subprocess.run([*who, *line], env=self._environ, capture_output=True, text=True, check=False)

    def start(self, *line: str) -> "subprocess.Popen[bytes]":
        with (self._folder / "told").open("ab") as told:
            child = subprocess.Popen(line, cwd=ROOT, env=self._environ, stdout=told, stderr=told)
        self._children.append(child)
        return child

    def _until_owned(self, name: str) -> None:
        ask = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner", "s", name)
        line = ["busctl", "--system", "--timeout=60", "call", *ask]
        run = subprocess.run
        self._wait(
            lambda: "true" in run(line, env=self._environ, capture_output=True, text=True, check=False).stdout,
        )

    def close(self) -> None:
        for child in reversed(self._children):
            child.terminate()
            child.wait(60)


@contextmanager
def bus(folder: Path, wait_until: Callable[[Callable[[], object]], None]) -> Iterator[Bus]:
    """One, until the end of the test."""
    made = Bus(folder, wait_until)
    try:
        yield made
    finally:
        made.close()
