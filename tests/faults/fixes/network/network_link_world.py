"""A small office of real network parts, made of namespaces: this machine, a switch with a router on it, a neighbour.

The machine runs a real NetworkManager on a bus of its own, the router a real DHCP and name server. Nothing of the
computer that runs the tests is touched, and no rights are needed beyond user namespaces. Faults are made by hand: the
cable is pulled (`unplug`), the server stopped, an address taken by the neighbour.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop_app.adapters.actions import runner
from desktop_app.adapters.actions.here import Here

CARD, WAY_OUT, DESK = "eth0", "10.77.3.1", "10.99.0.2"
_TOOLS = {"ip": "iproute2", "nmcli": "network-manager", "dnsmasq": "dnsmasq-base", "arping": "iputils-arping"}
_PATHS = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
_ENTER = ("nsenter", "--preserve-credentials", "-U", "-n", "-m", "-t")
_SETTINGS = """\
[main]
auth-polkit=false
plugins=keyfile
dns=none
rc-manager=unmanaged
[connection]
ipv4.dhcp-timeout=4
ipv6.ra-timeout=4
"""
_OUTSIDE = f"""\
[connectivity]
uri=http://{DESK}:8080/check.txt
"""
_SERVER = (
    *("dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--no-ping", "--pid-file="),
    *("--interface=br0", "--bind-interfaces", "--dhcp-range=10.77.3.50,10.77.3.99,30m", f"--dhcp-option=3,{WAY_OUT}"),
    *("--dhcp-authoritative", f"--address=/desk.example/{DESK}", "--dhcp-leasefile={folder}/leases"),
)


def missing() -> str:
    """Why there can be no such office here; empty when there can."""
    absent = sorted({package for tool, package in _TOOLS.items() if not shutil.which(tool, path=_PATHS)})
    if absent or not Path("/usr/sbin/NetworkManager").exists():
        return f"needs real network parts (packages {', '.join(absent)})"
    tried = subprocess.run(["unshare", "-rnm", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this computer forbids network namespaces"


class World:
    """`machine`, `router`, `neighbour` and `desk` (beyond the router) are process numbers that keep their network."""

    def __init__(self, folder: Path, *, looks_outside: bool = False) -> None:
        self.folder, self._looks_outside = folder, looks_outside
        self.address = f"unix:path={folder}/bus"
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self.machine = self._room("machine", ("unshare", "-rnm", "--propagation", "private"))
        self.router, self.neighbour, self.desk = (
            self._room(name, (*_ENTER, str(self.machine), "unshare", "-n")) for name in ("router", "neighbour", "desk")
        )
        try:
            self._wire()
            self._furnish()
            self.start("bus", self.machine, "dbus-daemon", "--session", "--nofork", f"--address={self.address}")
            self.wait(lambda: (folder / "bus").exists())
            self.serve()
            self.manage()
        except BaseException:
            self.close()
            raise

    def _room(self, name: str, way_in: Sequence[str]) -> int:
        """A network of its own, there as long as the program that sleeps in it."""
        self._children[name] = subprocess.Popen([*way_in, "sleep", "1800"], stdin=subprocess.DEVNULL)
        pid = self._children[name].pid
        self.wait(lambda: Path(f"/proc/{pid}/comm").read_text().strip() == "sleep")
        return pid

    def _wire(self) -> None:
        """Machine and neighbour on the router's switch; the help desk behind the router."""
        self.on(self.router, "ip", "link", "add", "br0", "type", "bridge")
        for place, card, port in ((self.machine, CARD, "lan0"), (self.neighbour, "eth0", "lan1")):
            self.on(place, "ip", "link", "add", card, "type", "veth", "peer", "name", port, "netns", str(self.router))
            self.on(self.router, "ip", "link", "set", port, "master", "br0", "up")
        self.on(
            self.desk, "ip", "link", "add", "eth0", "type", "veth", "peer", "name", "wan0", "netns", str(self.router)
        )
        for place, card, address in (
            (self.router, "br0", f"{WAY_OUT}/24"),
            (self.router, "wan0", "10.99.0.1/24"),
            (self.desk, "eth0", f"{DESK}/24"),
            (self.neighbour, "eth0", "10.77.3.200/24"),
        ):
            self.on(place, "ip", "address", "add", address, "dev", card)
            self.on(place, "ip", "link", "set", card, "up")
        self.on(self.desk, "ip", "route", "add", "default", "via", "10.99.0.1")
        self.on(self.machine, "ip", "link", "set", "lo", "up")
        self.on(self.router, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward")

    def _furnish(self) -> None:
        """Folders of NetworkManager's own on the machine, and its name server."""
        (self.folder / "resolv.conf").write_text(f"nameserver {WAY_OUT}\noptions timeout:1 attempts:1\n")
        (self.folder / "NetworkManager.conf").write_text(_SETTINGS + (_OUTSIDE if self._looks_outside else ""))
        for place in ("etc", "lib", "run"):
            (self.folder / place).mkdir()
        (self.folder / "etc/system-connections").mkdir()
        self.on(self.machine, "mount", "-t", "tmpfs", "none", "/sys")
        self.on(self.machine, "mount", "-t", "sysfs", "-o", "ro", "sysfs", "/sys")
        for held, place in (("etc", "/etc/NetworkManager"), ("lib", "/var/lib/NetworkManager")):
            self.on(self.machine, "mount", "--bind", str(self.folder / held), place)
        self.on(self.machine, "mount", "--bind", str(self.folder / "resolv.conf"), "/etc/resolv.conf")
        self.on(self.machine, "mount", "-t", "tmpfs", "none", "/run")
        self.on(self.machine, "mkdir", "/run/NetworkManager")

    def serve(self, *more: str) -> None:
        """Starts the router's address and name server."""
        words = [word.format(folder=self.folder) for word in _SERVER]
        self.start("server", self.router, *words, *more)

    def open_page(self, text: str) -> None:
        """What the page says that NetworkManager looks at, beyond the router."""
        folder = self.folder / "pages"
        folder.mkdir(exist_ok=True)
        (folder / "check.txt").write_text(text)
        if "pages" not in self._children:
            self.start("pages", self.desk, sys.executable, "-m", "http.server", "8080", "--directory", str(folder))
            self.wait(lambda: "8080" in self.on(self.desk, "ss", "-ltn"))

    def bring_back(self) -> None:
        """The line beyond the router stands again."""
        self.on(self.router, "ip", "link", "set", "wan0", "up")
        self.wait(lambda: self.tool(("ping", "-c", "1", "-W", "1", DESK), 5, os.environ).code == 0)

    def serve_again(self) -> None:
        """Restarts it as it was at first."""
        self.stop("server")
        self.serve()

    def manage(self) -> None:
        """Starts NetworkManager and waits until the machine is connected."""
        config = f"--config={self.folder}/NetworkManager.conf"
        self.start("manager", self.machine, "NetworkManager", "--no-daemon", config)
        self.wait(lambda: "connected" in self.nmcli("-g", "GENERAL.STATE", "device", "show", CARD))
        self.wait(self.is_connected)

    def is_connected(self) -> bool:
        """Whether NetworkManager says that the cable's connection stands."""
        return self.nmcli("-g", "GENERAL.STATE", "device", "show", CARD).startswith("100")

    def addresses(self) -> list[str]:
        """The machine's own addresses, version 4."""
        words = self.on(self.machine, "ip", "-4", "-o", "address", "show", CARD).split()
        return [words[place + 1].partition("/")[0] for place, word in enumerate(words) if word == "inet"]

    def unplug(self) -> None:
        """Pulls the cable out at the switch."""
        self.on(self.router, "ip", "link", "set", "lan0", "down")

    def plug(self) -> None:
        """Puts it back, and waits as a person does who watches the little light."""
        self.on(self.router, "ip", "link", "set", "lan0", "up")
        self.wait(self.is_connected)

    def spoil(self, lost: int) -> None:
        """Puts a cable in that drops one frame in `lost`."""
        self.on(self.router, "ip", "link", "set", "lan0", "nomaster")
        self.on(self.router, "ip", "link", "add", "bad0", "type", "veth", "peer", "name", "bad1")
        self.on(self.router, "ip", "link", "set", "bad1", "master", "br0", "up")
        self.on(self.router, "ip", "link", "set", "bad0", "up")
        script = Path(__file__).with_name("network_link_bad_cable.py")
        self.start("cable", self.router, sys.executable, str(script), "lan0", "bad0", str(lost))
        self.wait(lambda: self.tool(("ping", "-c", "1", "-W", "1", WAY_OUT), 5, os.environ).code == 0)

    def nmcli(self, *words: str) -> str:
        """What the machine's nmcli prints."""
        return self.tool(("nmcli", *words), 30, os.environ).out

    def tool(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> runner.Ran:
        """Runs a tool of an action on the machine."""
        inside = {**environ, "PATH": _PATHS, "DBUS_SYSTEM_BUS_ADDRESS": self.address}
        return runner.run((*_ENTER, str(self.machine), *args), deadline_s, inside)

    def here(self) -> Here:
        """The machine, as actions see it."""
        (self.folder / "home").mkdir(exist_ok=True)
        url = "http://desk.example:8000/"
        return Here(self.folder / "held", lambda: url, "linux", self.folder / "home", {**os.environ}, self.tool)

    def on(self, place: int, *words: str) -> str:
        """Runs a command somewhere in the office; it must do as asked."""
        ran = runner.run((*_ENTER, str(place), *words), 30, {**os.environ, "PATH": _PATHS})
        assert ran.code == 0, (words, ran)
        return ran.out

    def start(self, name: str, place: int, *words: str) -> None:
        """Starts a program that stays."""
        environ = {**os.environ, "PATH": _PATHS, "DBUS_SYSTEM_BUS_ADDRESS": self.address}
        with (self.folder / f"{name}.txt").open("ab") as said:
            command = [*_ENTER, str(place), *words]
            self._children[name] = subprocess.Popen(
                command, env=environ, stdin=subprocess.DEVNULL, stdout=said, stderr=said
            )

    def stop(self, name: str) -> None:
        """Ends it."""
        child = self._children.pop(name)
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait(10)

    def wait(self, fact: Callable[[], object], seconds: float = 30) -> None:
        """Waits for a fact."""
        until, tick = time.monotonic() + seconds, threading.Event()
        while not fact():
            assert time.monotonic() < until, fact
            tick.wait(0.02)

    def close(self) -> None:
        """Everything ends."""
        for name in reversed(list(self._children)):
            self.stop(name)
