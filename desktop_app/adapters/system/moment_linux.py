"""Linux: UPower, power profiles and NetworkManager over D-Bus; the X server and the session about the screen.

Sources: upower `org.freedesktop.UPower.Device` (State, WarningLevel), power-profiles-daemon `ActiveProfile`,
NetworkManager `Metered`, GNOME session manager `IsInhibited`, `org.freedesktop.PowerManagement.Inhibit`.
"""

import os
from collections.abc import Mapping
from contextlib import suppress

from desktop_app.adapters.actions.speed.x_windows import x_screen
from desktop_app.adapters.collectors.child import ProgramFailed
from desktop_app.adapters.collectors.linux.bus import Bus, session_bus, system_bus
from desktop_app.adapters.collectors.tree import Tree

_UPOWER, _BATTERY = "org.freedesktop.UPower", "/org/freedesktop/UPower/devices/DisplayDevice"
_PROFILES = (
    ("org.freedesktop.UPower.PowerProfiles", "/org/freedesktop/UPower/PowerProfiles"),
    ("net.hadess.PowerProfiles", "/net/hadess/PowerProfiles"),
)
_NETWORK, _NETWORK_PATH = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"
_DISCHARGING, _LOW = 2, 3
_METERED = {1, 3}  # yes, and guessed
_GNOME, _GNOME_PATH = "org.gnome.SessionManager", "/org/gnome/SessionManager"
_IDLE = 8
_INHIBIT, _INHIBIT_PATH = "org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit"
_SCREEN = "org.freedesktop.PowerManagement"


class LinuxSigns:
    """Nobody who answers speaks against nothing. `environ`: where the buses and the screen are."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._environ = environ
        self._tree = Tree(environ=dict(environ))

    def saves_power(self) -> bool:
        """The power-saver profile, or a battery that is being emptied and low."""
        with suppress(ProgramFailed, OSError), system_bus(self._tree) as bus:
            return bus is not None and _saves_power(bus)
        return False

    def is_metered(self) -> bool:
        """As NetworkManager knows or guesses."""
        with suppress(ProgramFailed, OSError), system_bus(self._tree) as bus:
            return bus is not None and bus.properties(_NETWORK, _NETWORK_PATH, _NETWORK).get("Metered") in _METERED
        return False

    def is_full_screen(self) -> bool:
        """The window in use fills an X screen, or a program asked the session to keep the screen awake."""
        with x_screen(self._environ.get("DISPLAY", "")) as screen:
            if screen is not None and screen.is_filled():
                return True
        with suppress(ProgramFailed, OSError), session_bus(self._tree) as bus:
            return bus is not None and _is_kept_awake(bus)
        return False


def _saves_power(bus: Bus) -> bool:
    profiles = [bus.properties(name, path, name).get("ActiveProfile") for name, path in _PROFILES]
    battery = bus.properties(_UPOWER, _BATTERY, f"{_UPOWER}.Device")
    is_low = int(battery.get("WarningLevel") or 0) >= _LOW
    return "power-saver" in profiles or (battery.get("State") == _DISCHARGING and is_low)


def _is_kept_awake(bus: Bus) -> bool:
    by_gnome = bus.call(_GNOME, _GNOME_PATH, _GNOME, "IsInhibited", "u", _IDLE)
    by_others = bus.call(_SCREEN, _INHIBIT_PATH, _INHIBIT, "HasInhibit")
    return any(bool(answer and answer[0]) for answer in (by_gnome, by_others))
