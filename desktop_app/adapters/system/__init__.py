"""What differs between the three systems: who sits there, start at login, idle time."""

import sys

from desktop_app.adapters.folders import Folders
from desktop_app.adapters.system.computer import Account, Computer, StartAtLogin, System
from desktop_app.adapters.system.programs import own_program

__all__ = ["Account", "Computer", "StartAtLogin", "System", "start_at_login", "this_computer"]


def this_computer(system: str = sys.platform) -> Computer:
    """This computer."""
    if system == "win32":
        from desktop_app.adapters.system.windows import WindowsComputer

        return WindowsComputer()
    if system == "darwin":
        from desktop_app.adapters.system.macos import MacComputer

        return MacComputer()
    from desktop_app.adapters.system.linux import LinuxComputer

    return LinuxComputer()


def start_at_login(folders: Folders, system: str = sys.platform) -> StartAtLogin:
    """The switch of this system. An instance with a home of its own never touches the system's."""
    if folders.apart:
        return NeverAtLogin()
    if system == "win32":
        from desktop_app.adapters.system.windows import RunKey

        return RunKey(own_command())
    if system == "darwin":
        from desktop_app.adapters.system.macos import LaunchAgent

        return LaunchAgent(own_command())
    from desktop_app.adapters.system.linux import XdgAutostart

    return XdgAutostart(own_command())


class NeverAtLogin:
    """For an instance with a home of its own."""

    is_possible = False

    def is_on(self) -> bool:
        """Never."""
        return False

    def set(self, *, on: bool) -> None:
        """Nothing is changed."""


def own_command() -> tuple[str, ...]:
    """How this very program is started, hidden near the clock."""
    return (*own_program(), "--background")
