"""Linux: account from the user database, e-mail from AccountsService, start at login by an XDG autostart file."""

import configparser
import ctypes
import ctypes.util
import json
import os
import platform
from pathlib import Path

from desktop_app.adapters.folders import explain_os_error
from desktop_app.adapters.system.computer import Account, OwnProgram, System
from desktop_app.adapters.system.portal import picture
from desktop_app.adapters.system.programs import answer_of

_ENTRY = """[Desktop Entry]
Type=Application
Name=Rescousse
Comment=IT support
Exec={command}
Icon=rescousse
Terminal=false
X-GNOME-Autostart-enabled=true
"""
_SWITCHED_OFF = "[Desktop Entry]\nType=Application\nName=Rescousse\nHidden=true\n"


class LinuxComputer(OwnProgram):
    """This computer under Linux."""

    system: System = "linux"

    @property
    def hostname(self) -> str:
        """The kernel's name for it."""
        return platform.node().partition(".")[0] or "linux"

    def person(self) -> Account:
        """From the user database; the first part of the comment field is the full name."""
        import pwd

        uid = os.getuid()
        try:
            entry = pwd.getpwuid(uid)
        except KeyError:  # a user of a container or of a directory that is away
            login = os.environ.get("USER", "") or str(uid)
            return Account(login, login)
        name = entry.pw_gecos.partition(",")[0].strip()
        return Account(entry.pw_name, name or entry.pw_name, _email(uid))

    def idle_s(self) -> float | None:
        """From the X server's screen saver extension; None under Wayland."""
        return _x11_idle_s() if os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") else None

    def screenshot(self) -> bytes:
        """By the desktop's portal."""
        return picture()

    def wants_less_motion(self) -> bool:
        """GNOME's switch, which its relatives share, or Plasma's animation speed of nothing."""
        answer = answer_of("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
        return answer.strip() == "false" or _plasma_speed(_config_folder() / "kdeglobals") == 0


class XdgAutostart:
    """An entry of the user's autostart folder.

    The package's, for everybody, counts where the user has none of that name, and is switched off by one that says so.
    """

    def __init__(
        self, command: tuple[str, ...], folder: Path | None = None, everybodys: Path = Path("/etc/xdg/autostart")
    ) -> None:
        self.is_possible = True
        self._command = command
        self._file = (folder or _config_folder() / "autostart") / "rescousse.desktop"
        self._everybodys = everybodys / "rescousse.desktop"

    def is_on(self) -> bool:
        """Whether the entry is there and not switched off by the desktop's own settings."""
        try:
            in_force = self._file if self._file.exists() else self._everybodys
            lines = in_force.read_text(encoding="utf-8").splitlines()
        except OSError:
            return False
        return not {"Hidden=true", "X-GNOME-Autostart-enabled=false"} & set(lines)

    def set(self, *, on: bool) -> None:
        """Write or remove the entry. Raises FolderReadOnly, DiskFull."""
        try:
            if on == self._everybodys.exists():
                self._file.unlink(missing_ok=True)
            else:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.write_text(self._entry() if on else _SWITCHED_OFF, encoding="utf-8")
        except OSError as error:
            raise explain_os_error(error, self._file.parent) from error

    def _entry(self) -> str:
        return _ENTRY.format(command=" ".join(_quoted(part) for part in self._command))


def _plasma_speed(file: Path) -> float:
    """`AnimationDurationFactor` of the group `[KDE]`; 1 when nothing is said."""
    reader = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        reader.read(file, encoding="utf-8")
        return reader.getfloat("KDE", "AnimationDurationFactor", fallback=1.0)
    except (configparser.Error, ValueError):
        return 1.0


def _config_folder() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _quoted(argument: str) -> str:
    """Quoting as the Desktop Entry Specification asks: only when needed, and field codes doubled."""
    argument = argument.replace("%", "%%")
    if not any(sign in argument for sign in " \t\n\"'\\><~|&;$*?#()`"):
        return argument
    for sign in '\\"`$':
        argument = argument.replace(sign, "\\" + sign)
    return f'"{argument}"'.replace("\\", "\\\\")


def _email(uid: int) -> str:
    command = ("busctl", "--system", "--json=short", "--timeout=1", "get-property", "org.freedesktop.Accounts")
    answer = answer_of(*command, f"/org/freedesktop/Accounts/User{uid}", "org.freedesktop.Accounts.User", "Email")
    return read_busctl_text(answer)


def read_busctl_text(answer: str) -> str:
    """The text of busctl's `{"type":"s","data":"…"}`."""
    try:
        data = json.loads(answer)["data"]
    except (ValueError, KeyError, TypeError):
        return ""
    return data if isinstance(data, str) else ""


class _ScreenSaverInfo(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("since", ctypes.c_ulong),
        ("idle_ms", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


def _x11_idle_s() -> float | None:
    names = ctypes.util.find_library("X11"), ctypes.util.find_library("Xss")
    if not all(names):
        return None
    x11, saver = (ctypes.CDLL(name) for name in names)
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if not display.value:
        return None
    try:
        info = _ScreenSaverInfo()
        root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
        return info.idle_ms / 1000 if saver.XScreenSaverQueryInfo(display, root, ctypes.byref(info)) else None
    finally:
        x11.XCloseDisplay(display)
