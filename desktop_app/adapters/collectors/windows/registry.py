"""The registry, read only: values and names under HKEY_LOCAL_MACHINE and HKEY_CURRENT_USER."""

import sys
from typing import Protocol

from desktop_app.adapters.collectors.windows.values import filetime

Value = str | int | bytes | list[str]


class Registry(Protocol):
    """`path` begins with HKLM or HKCU."""

    def value(self, path: str, name: str) -> Value | None:
        """A value; None when there is none or it may not be read."""

    def names(self, path: str) -> list[str]:
        """The names of the values of a key."""

    def keys(self, path: str) -> list[str]:
        """The names of the keys inside a key."""

    def changed_at(self, path: str) -> str | None:
        """When a key was last written, as a moment."""


class WindowsRegistry:
    """The machine's own, in its 64-bit view."""

    def value(self, path: str, name: str) -> Value | None:
        """See `Registry`."""
        if sys.platform != "win32":
            return None
        import winreg

        try:
            with winreg.OpenKey(*_split(path), 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
                found = winreg.QueryValueEx(key, name)[0]
        except OSError:
            return None
        return found if isinstance(found, str | int | bytes | list) else None

    def names(self, path: str) -> list[str]:
        """See `Registry`."""
        if sys.platform != "win32":
            return []
        import winreg

        try:
            with winreg.OpenKey(*_split(path), 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
                return [winreg.EnumValue(key, number)[0] for number in range(winreg.QueryInfoKey(key)[1])]
        except OSError:
            return []

    def keys(self, path: str) -> list[str]:
        """See `Registry`."""
        if sys.platform != "win32":
            return []
        import winreg

        try:
            with winreg.OpenKey(*_split(path), 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
                return [winreg.EnumKey(key, number) for number in range(winreg.QueryInfoKey(key)[0])]
        except OSError:
            return []

    def changed_at(self, path: str) -> str | None:
        """See `Registry`."""
        if sys.platform != "win32":
            return None
        import winreg

        try:
            with winreg.OpenKey(*_split(path), 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
                return filetime(winreg.QueryInfoKey(key)[2])
        except OSError:
            return None


def _split(path: str) -> tuple[int, str]:
    hive, _, rest = path.partition("\\")
    roots = {"HKLM": 0x80000002, "HKCU": 0x80000001}
    return roots[hive], rest
