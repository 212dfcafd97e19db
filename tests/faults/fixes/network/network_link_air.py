"""A Wi-Fi card in a network of its own, with stand-ins for NetworkManager and for the networks around.

Radio cannot be had on a machine without one: the card is a cable that bears a Wi-Fi card's name, and python-dbusmock
answers nmcli as NetworkManager would. The tools are the real ones.
"""

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop_app.adapters.actions import runner
from desktop_app.adapters.actions.here import Here
from tests.unit.snapshot.private_bus import PrivateBus

NM, PLACE, CARD = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager", "wlan0"
_ALONE = ("unshare", "--net")
_CARD = f"ip link add {CARD} type veth peer name air0 && ip link set {CARD} up && ip link set air0 up && exec sleep 900"
_JUST_NOW, _HAS_WIFI = 2**53, 1
_HARDWARE = "11:22:33:44:55:66"
_PROTECTED, _ADHOC_NOT = 0x100, 2
Wait = Callable[[Callable[[], object]], None]


def missing() -> str:
    """Why there can be no such card here; empty when there can. An ordinary user's nmcli waits for an agent in vain."""
    if os.geteuid():
        return "python-dbusmock’s NetworkManager serves root alone"
    tried = subprocess.run([*_ALONE, "nmcli", "--version"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "needs network-manager and the right to network namespaces"


class Air:
    """`put` a network in reach, `learn` it, `join` it: NetworkManager's profiles by the names of their networks."""

    def __init__(self, folder: Path, wait_until: Wait) -> None:
        self.folder = folder
        self._room = subprocess.Popen([*_ALONE, "sh", "-c", _CARD], stdin=subprocess.DEVNULL)
        self.bus = PrivateBus(folder / "socket", wait_until)
        self.bus.template("networkmanager", NM)
        self.device = str(self.bus.tell(NM, PLACE, "AddWiFiDevice", "ssi", CARD, CARD, 30)[0])
        self.bus.say(NM, PLACE, NM, {"RadioFlags": ("u", _HAS_WIFI)})
        self.bus.say(NM, self.device, f"{NM}.Device.Wireless", {"LastScan": ("x", _JUST_NOW)})
        self._points: dict[str, str] = {}
        self._profiles: dict[str, str] = {}
        wait_until(lambda: self.here().run("ip", "link", "show", CARD).code == 0)

    def put(self, name: str, percent: int, *, is_protected: bool = True) -> None:
        """A network in reach."""
        about = (_HARDWARE, _ADHOC_NOT, 5180, 5400, percent, _PROTECTED if is_protected else 0)
        point = self.bus.tell(
            NM, PLACE, "AddAccessPoint", "ssssuuuyu", self.device, f"AP{len(self._points)}", name, *about
        )
        self._points[name] = str(point[0])

    def learn(self, name: str) -> None:
        """The computer knows it."""
        told = self.bus.tell(NM, PLACE, "AddWiFiConnection", "ssss", self.device, f"Con{len(self._profiles)}", name, "")
        self._profiles[name] = str(told[0])

    def join(self, name: str) -> None:
        """The computer is on it."""
        said = self.here().run("nmcli", "connection", "up", "id", name, "ifname", CARD)
        assert said.code == 0, said

    def hear(self, name: str, percent: int) -> None:
        """The network gets louder or fainter."""
        self.bus.say(NM, self._points[name], f"{NM}.AccessPoint", {"Strength": ("y", percent)})

    def lose(self, name: str) -> None:
        """The network goes out of reach."""
        self.bus.tell(NM, PLACE, "RemoveAccessPoint", "ss", self.device, self._points[name])

    def switch(self, **values: bool) -> None:
        """Properties of NetworkManager itself."""
        self.bus.say(NM, PLACE, NM, {name: ("b", value) for name, value in values.items()})

    def joined(self) -> str:
        """The network that nmcli says the computer is on."""
        return self.here().run("nmcli", "-e", "no", "-g", "GENERAL.CONNECTION", "device", "show", CARD).out.strip()

    def radio(self) -> str:
        """What nmcli says of Wi-Fi."""
        return self.here().run("nmcli", "radio", "wifi").out.strip()

    def here(self) -> Here:
        """The machine, as actions see it."""
        (self.folder / "home").mkdir(exist_ok=True)
        return Here(self.folder / "held", lambda: "", "linux", self.folder / "home", {**os.environ}, self._tool)

    def _tool(self, args: Sequence[str], deadline_s: float, environ: Mapping[str, str]) -> runner.Ran:
        way_in = ("nsenter", "-t", str(self._room.pid), "-n")
        return runner.run((*way_in, *args), deadline_s, {**environ, "DBUS_SYSTEM_BUS_ADDRESS": self.bus.address})

    def close(self) -> None:
        """Everything ends."""
        self.bus.close()
        self._room.terminate()
        self._room.wait(10)
