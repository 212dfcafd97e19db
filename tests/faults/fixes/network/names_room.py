"""A network of its own for a test: the test runs again as a child that has its own cards, its own /etc and /run.

`@in_own_network` does that, for whoever runs it (an ordinary user is root in there and nowhere else). `Room` is what
stands in there: this computer with 10.53.0.2, and behind a cable the next machine on the way out, 10.53.0.1.
"""

import functools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.adapters.actions.network.asking_names import ask

ROOT = Path(__file__).resolve().parents[4]
GATEWAY = "10.53.0.1"
DESK = "assistance.exemple.test"
_INSIDE = "RESCOUSSE_TEST_INSIDE"
# The super-user needs no stand-in for one, and some programs want to be the real one
_AS_ROOT = () if os.geteuid() == 0 else ("--map-root-user",)
_ALONE = ("unshare", *_AS_ROOT, "--net", "--mount", "--propagation", "private")
Wait = Callable[[Callable[[], object]], None]


def in_own_network(test: Callable[..., None]) -> Callable[..., None]:
    """The test, run again in a network of its own; skipped where nobody may make one."""

    @functools.wraps(test)
    def outside(*args: object, **more: object) -> None:
        if os.environ.get(_INSIDE):
            test(*args, **more)
            return
        if not _can_be_alone():
            pytest.skip("a network of one’s own cannot be made here")
        name = os.environ["PYTEST_CURRENT_TEST"].rpartition(" ")[0]
        command = [*_ALONE, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rs", name]
        ran = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, _INSIDE: "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )
        if "1 skipped" in ran.stdout:
            pytest.skip(ran.stdout[-300:])
        assert ran.returncode == 0, ran.stdout + ran.stderr

    return outside


def _can_be_alone() -> bool:
    tools = all(shutil.which(tool) for tool in ("ip", "unshare", "nsenter"))
    return sys.platform == "linux" and tools and subprocess.run([*_ALONE, "true"], check=False).returncode == 0


class Room:
    """This computer and the next machine on its way out, in a network that nobody else is in."""

    def __init__(self, folder: Path, wait_until: Wait) -> None:
        self._children: list[subprocess.Popen[bytes]] = []
        self._wait = wait_until
        self._own_folders(folder)
        run("ip", "link", "set", "lo", "up")
        holder = self.start("unshare", "--net", "sleep", "infinity")
        self._there = ("nsenter", "-t", str(holder.pid), "-n")
        mine = Path("/proc/self/ns/net").readlink()
        wait_until(lambda: Path(f"/proc/{holder.pid}/ns/net").readlink() != mine)
        run("ip", "link", "add", "desk0", "type", "veth", "peer", "name", "way0", "netns", str(holder.pid))
        run("ip", "addr", "add", "10.53.0.2/24", "dev", "desk0")
        run("ip", "link", "set", "desk0", "up")
        run(*self._there, "ip", "addr", "add", f"{GATEWAY}/24", "dev", "way0")
        run(*self._there, "ip", "link", "set", "way0", "up")
        run("ip", "route", "add", "default", "via", GATEWAY)

    def _own_folders(self, folder: Path) -> None:
        own = folder / "etc"
        shutil.copytree("/etc", own, symlinks=True, ignore=_unreadable, ignore_dangling_symlinks=True)
        run("mount", "--bind", str(own), "/etc")
        run("mount", "-t", "tmpfs", "none", "/run")
        Path("/etc/hosts").write_text("127.0.0.1 localhost\n", encoding="utf-8")
        self.name_servers(GATEWAY)

    def name_servers(self, *servers: str) -> None:
        """Whom this computer asks for names."""
        file = Path("/etc/resolv.conf")
        file.unlink(missing_ok=True)
        file.write_text("".join(f"nameserver {server}\n" for server in servers), encoding="utf-8")

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Starts a program on this computer; it ends with the room."""
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._children.append(child)
        return child

    def serve_names(self, **names: str) -> subprocess.Popen[bytes]:
        """A name server on the next machine, which knows the help desk (or other names, `_` for a dot)."""
        known = {name.replace("_", "."): at for name, at in names.items()} or {DESK: "10.53.0.9"}
        told = [f"{name}={at}" for name, at in known.items()]
        server = self.start_there(sys.executable, str(Path(__file__).with_name("names_answerer.py")), GATEWAY, *told)
        self._wait(lambda: ask([GATEWAY], next(iter(known))) == "known")
        return server

    def start_there(self, *command: str) -> subprocess.Popen[bytes]:
        """Starts a program on the next machine."""
        return self.start(*self._there, *command)

    def unplug(self) -> None:
        """The cable is there, the next machine is not, and has not been for a minute."""
        run(*self._there, "ip", "addr", "del", f"{GATEWAY}/24", "dev", "way0")
        run("ip", "neigh", "flush", "dev", "desk0")

    def close(self) -> None:
        """Ends what was started."""
        for child in reversed(self._children):
            child.send_signal(signal.SIGKILL)
            child.wait(10)


def run(*command: str) -> str:
    """Runs a tool that must do as told."""
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 0, (command, ran.stderr)
    return ran.stdout


def _unreadable(folder: str, names: list[str]) -> set[str]:
    """What an ordinary user cannot copy."""
    return {name for name in names if not os.access(Path(folder) / name, os.R_OK)}
