"""Windows: account from the sign-in, start at login by the user's Run key."""

import ctypes
import getpass
import platform
import subprocess
from typing import Any, Protocol

from desktop_app.adapters.system.computer import Account, OwnProgram, System

RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_VALUE = "Rescousse"
_DISPLAY_NAME, _PRINCIPAL_NAME = 3, 8
_ROUND = 2**32
_GET_CLIENT_AREA_ANIMATION = 0x1042


class WindowsComputer(OwnProgram):
    """This computer under Windows."""

    system: System = "windows"

    @property
    def hostname(self) -> str:
        """Its NetBIOS or DNS name without the domain."""
        return platform.node().partition(".")[0] or "windows"

    def person(self) -> Account:
        """Display name and principal name of the sign-in; the latter is an e-mail address in a domain or in Entra."""
        login = getpass.getuser()
        principal = _sign_in_name(_PRINCIPAL_NAME)
        return Account(login, _sign_in_name(_DISPLAY_NAME) or login, principal if "@" in principal else "")

    def idle_s(self) -> float | None:
        """From the system's tick of the last input."""
        return _last_input_s()

    def wants_less_motion(self) -> bool:
        """The switch "Animation effects" of the accessibility settings (SPI_GETCLIENTAREAANIMATION)."""
        moves = ctypes.c_int(1)
        user32: Any = getattr(ctypes, "windll").user32  # noqa: B009 -- there is no windll elsewhere
        done = user32.SystemParametersInfoW(_GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)
        return bool(done) and not moves.value


class RunKeyPort(Protocol):
    """One value of the user's Run key."""

    def get(self) -> str:
        """The command, or nothing."""

    def put(self, command: str) -> None:
        """Write it; nothing removes it."""


class RunKey:
    """The user's Run key, which Windows lists under Start-up apps."""

    def __init__(self, command: tuple[str, ...], value: RunKeyPort | None = None) -> None:
        self.is_possible = True
        self._command = command
        self._value = value or _RegistryValue()

    def is_on(self) -> bool:
        """Whether the value is there."""
        return bool(self._value.get())

    def set(self, *, on: bool) -> None:
        """Write or remove the value."""
        self._value.put(subprocess.list2cmdline(self._command) if on else "")


class _RegistryValue:
    def get(self) -> str:
        winreg = _winreg()
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                return str(winreg.QueryValueEx(key, _VALUE)[0])
        except FileNotFoundError:
            return ""

    def put(self, command: str) -> None:
        winreg = _winreg()
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
            if command:
                winreg.SetValueEx(key, _VALUE, 0, winreg.REG_SZ, command)
            elif self.get():
                winreg.DeleteValue(key, _VALUE)


def _winreg() -> Any:
    import winreg

    return winreg


def _sign_in_name(kind: int) -> str:
    names = getattr(ctypes, "windll").secur32  # noqa: B009 - only there on Windows
    size = ctypes.c_ulong(0)
    names.GetUserNameExW(kind, None, ctypes.byref(size))
    text = ctypes.create_unicode_buffer(max(size.value, 1))
    return text.value if names.GetUserNameExW(kind, text, ctypes.byref(size)) else ""


class _LastInput(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint), ("tick_ms", ctypes.c_uint))


def _last_input_s() -> float | None:
    system = getattr(ctypes, "windll")  # noqa: B009 - only there on Windows
    last = _LastInput(ctypes.sizeof(_LastInput), 0)
    if not system.user32.GetLastInputInfo(ctypes.byref(last)):
        return None
    ticks = int(system.kernel32.GetTickCount()) & (_ROUND - 1)
    return ((ticks - int(last.tick_ms)) % _ROUND) / 1000
