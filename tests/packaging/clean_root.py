"""A Debian with nothing on it, in a folder: what a package forgot to ask for is not there."""

import os
import shutil
import subprocess
from pathlib import Path

USER = "colette"
_SOURCES = Path("/etc/apt/sources.list.d/debian.sources")
_SUITE = "bookworm"
# Mounts of its own: they end with the command
_INSIDE = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$@"'


def missing() -> str:
    """Why there can be none here; empty when there can."""
    if os.geteuid() != 0:
        return "a clean Debian needs root"
    if absent := [name for name in ("debootstrap", "unshare", "dpkg-deb") if shutil.which(name) is None]:
        return f"a clean Debian needs {', '.join(absent)}"
    return "" if _SOURCES.exists() else "a clean Debian is made on a Debian 12"


class CleanRoot:
    """A smallest Debian 12 below `folder`, with one ordinary account."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        mirror = next(line.split()[1] for line in _SOURCES.read_text().splitlines() if line.startswith("URIs:"))
        command = ["nice", "debootstrap", "--variant=minbase", "--include=ca-certificates", _SUITE, str(folder), mirror]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stdout[-2000:]
        self._take_over_apt()
        self.run("apt-get", "update", "--quiet")
        self.run("useradd", "--create-home", "--uid", "1234", USER)

    def run(self, *command: str) -> str:
        """What a command run by root says; it has to succeed."""
        done = subprocess.run(self.line(*command), env=self._environment(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    def start(self, *command: str, display: str) -> "subprocess.Popen[bytes]":
        """A program started by the ordinary person, on the screen `display`."""
        variables = {
            **self._environment(),
            "HOME": f"/home/{USER}",
            "USER": USER,
            "DISPLAY": display,
            "RESCOUSSE_LANG": "fr",
        }
        line = self.line(f"--userspec={USER}", *command)
        return subprocess.Popen(line, env=variables, stdout=subprocess.DEVNULL, start_new_session=True)

    def line(self, *command: str) -> list[str]:
        """The argument list that runs `command` inside."""
        options = [word for word in command[:1] if word.startswith("--userspec")]
        inside = [*options, str(self.folder), *command[len(options) :]]
        return ["unshare", "--mount", "sh", "-c", _INSIDE, str(self.folder), *inside]

    def files(self) -> set[str]:
        """Everything below the places where packages put things."""
        places = [self.folder / name for name in ("etc", "opt", "usr", "var/lib/rescousse")]
        return {str(file.relative_to(self.folder)) for place in places for file in place.rglob("*")}

    def _environment(self) -> dict[str, str]:
        proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        return {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            **proxies,
        }

    def _take_over_apt(self) -> None:
        """Packages come from where this machine has them."""
        apt = self.folder / "etc/apt"
        (apt / "sources.list").unlink()
        shutil.copy(_SOURCES, apt / "sources.list.d")
        for file in Path("/etc/apt/apt.conf.d").iterdir():
            if b"Proxy" in file.read_bytes() or b"Acquire" in file.read_bytes():
                shutil.copy(file, apt / "apt.conf.d")
        for name in ("ssl/certs/ca-certificates.crt", "resolv.conf", "hosts"):
            shutil.copy(f"/etc/{name}", self.folder / "etc" / name)
