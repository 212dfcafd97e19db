r"""The policy of Windows: `HKLM\Software\Policies\Rescousse`, with defaults below its key `Recommended`."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Protocol

from desktop_app.adapters.policy.shape import Decided
from desktop_app.domain.setting import PolicyFault
from desktop_app.services.settings import ROWS

ROOT = r"Software\Policies\Rescousse"
_RECOMMENDED = "Recommended"


class RegistryPort(Protocol):
    """Reading one machine-wide key."""

    def values(self, path: str) -> list[tuple[str, object]]:
        """Name and value pairs of the key; empty when there is no such key."""

    def folders(self, path: str) -> list[str]:
        """The keys below it."""


class RegistryPolicy:
    """Values of the policy key. Group policy has no booleans (0 and 1) and keeps lists as numbered values of a key."""

    def __init__(self, registry: RegistryPort | None = None) -> None:
        self._registry = registry

    def read(self) -> tuple[Decided, list[PolicyFault]]:
        """Key to (value, locked). Where both are given, what is locked holds."""
        registry = self._registry or MachineRegistry()
        try:
            recommended = {key: (value, False) for key, value in _walk(registry, rf"{ROOT}\{_RECOMMENDED}")}
            locked = {key: (value, True) for key, value in _walk(registry, ROOT)}
        except OSError:
            return {}, [PolicyFault(rf"HKLM\{ROOT}", 0, "", "policy_unreadable")]
        return {**recommended, **locked}, []

    def place(self, key: str) -> tuple[str, int]:
        """The registry key that holds it."""
        *parents, _ = key.split(".")
        return "\\".join([rf"HKLM\{ROOT}", *parents]), 0


class MachineRegistry:
    """The real registry; only there on Windows."""

    def values(self, path: str) -> list[tuple[str, object]]:
        """Name and value pairs of the key; empty when there is no such key."""
        import winreg

        found: list[tuple[str, object]] = []
        with suppress(FileNotFoundError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:  # type: ignore[attr-defined,unused-ignore]
            for place in range(winreg.QueryInfoKey(key)[1]):  # type: ignore[attr-defined,unused-ignore]
                name, value, _ = winreg.EnumValue(key, place)  # type: ignore[attr-defined,unused-ignore]
                found.append((name, value))
        return found

    def folders(self, path: str) -> list[str]:
        """The keys below it."""
        import winreg

        with suppress(FileNotFoundError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:  # type: ignore[attr-defined,unused-ignore]
            return [winreg.EnumKey(key, place) for place in range(winreg.QueryInfoKey(key)[0])]  # type: ignore[attr-defined,unused-ignore]
        return []


def _walk(registry: RegistryPort, path: str, before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in registry.values(path):
        key = f"{before}{name}"
        yield key, _as_table_says(key, value)
    for folder in registry.folders(path):
        key = f"{before}{folder}"
        if key in ROWS:
            yield key, [value for _, value in registry.values(rf"{path}\{folder}")]
        elif folder != _RECOMMENDED:
            yield from _walk(registry, rf"{path}\{folder}", f"{key}.")


def _as_table_says(key: str, value: object) -> object:
    is_switch = key in ROWS and ROWS[key].kind is bool
    return bool(value) if is_switch and type(value) is int and value in {0, 1} else value
