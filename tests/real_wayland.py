"""A real Wayland desktop without a screen: sway, PipeWire, and the portal that asks nobody, all of their own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests import real_screens, wayland_painter
from tests.wayland_between import Between

WaitUntil = Callable[[Callable[[], object]], None]
OUTPUT = "HEADLESS-1"
_PORTAL, _WLR_PORTAL = Path("/usr/libexec/xdg-desktop-portal"), Path("/usr/libexec/xdg-desktop-portal-wlr")
_NOT_ROOT = ("unshare", "--user", "--map-user=1000", "--map-group=1000") if os.geteuid() == 0 else ()
"""Sway does not start as root."""
_SWAY = f"output {OUTPUT} mode --custom 800x600\n"
_CHOICE = f"[screencast]\noutput_name={OUTPUT}\nchooser_type=none\nmax_fps=30\n"


def missing() -> str:
    """Why there is none here; empty when there is."""
    absent = [str(file) for file in (_PORTAL, _WLR_PORTAL) if not file.exists()]
    if absent:
        return f"not installed here: {', '.join(absent)}"
    if why := real_screens.missing("sway", "swaymsg", "pipewire", "wireplumber", "dbus-daemon", "dbus-send", "busctl"):
        return why
    may_start = subprocess.run([*_NOT_ROOT, "true"], check=False, capture_output=True).returncode == 0
    return "" if may_start else "nobody may have a user namespace here, and sway does not start as root"


class RealWayland:
    """`environment` leads programs to it."""

    def __init__(self, folder: Path, wait_until: WaitUntil) -> None:
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        self._folder, self._wait, self._runtime = folder, wait_until, runtime
        address = f"unix:path={runtime}/bus"
        self.environment = {
            "XDG_RUNTIME_DIR": str(runtime), "DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address,
            "XDG_CURRENT_DESKTOP": "sway", "WAYLAND_DISPLAY": "wayland-1",
        }  # fmt: skip
        self._children: list[subprocess.Popen[bytes]] = []
        self._between: Between | None = None

    def start(self) -> None:
        """One after the other, each when the one before answers."""
        (self._folder / "sway").write_text(_SWAY)
        (self._folder / "choice").write_text(_CHOICE)
        self._start("dbus-daemon", "--session", "--nofork", f"--address={self.environment['DBUS_SESSION_BUS_ADDRESS']}")
        self._wait(lambda: self.has("org.freedesktop.DBus"))
        self._start("pipewire")
        self._wait((self._runtime / "pipewire-0").exists)
        self._start("wireplumber")
        self._sway = self._start(*_NOT_ROOT, "sway", "--config", str(self._folder / "sway"))
        self._wait(lambda: (self._runtime / "wayland-1").exists() and list(self._runtime.glob("sway-ipc.*")))
        self._between = Between(self._runtime / "wayland-1", self._runtime / "between")
        self._start("env", "WAYLAND_DISPLAY=between", str(_WLR_PORTAL), "--config", str(self._folder / "choice"))
        self._wait(lambda: self.has("org.freedesktop.impl.portal.desktop.wlr"))
        self._start(str(_PORTAL))
        self._painter = self._start(sys.executable, str(Path(wayland_painter.__file__)))
        self._wait(lambda: self.has("org.freedesktop.portal.Desktop"))

    def has(self, name: str) -> bool:
        """Whether somebody answers to that name on the bus."""
        words = ["busctl", "--user", "call", *["org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"]]
        said = subprocess.run(
            [*words, "NameHasOwner", "s", name], env=self._environ, capture_output=True, text=True, check=False
        )
        return "true" in said.stdout

    def size(self, width: int, height: int) -> None:
        """The screen is that large from now on."""
        socket, mode = next(self._runtime.glob("sway-ipc.*")), f"output {OUTPUT} mode --custom {width}x{height}"
        subprocess.run(["swaymsg", "--socket", str(socket), "--", mode], check=True, capture_output=True)

    def paint(self, colour: str) -> None:
        """One colour over the whole screen; painted anew when it is the same."""
        assert self._painter.stdin is not None
        self._painter.stdin.write(f"{colour}\n".encode())
        self._painter.stdin.flush()

    def signal(self, path: str, name: str) -> None:
        """Say something on its bus, which is the system's bus too."""
        words = ["dbus-send", "--session", "--type=signal", path, name]
        subprocess.run(words, env=self._environ, check=True)

    def end_compositor(self) -> None:
        """It dies."""
        self._sway.send_signal(signal.SIGKILL)
        self._sway.wait(60)

    @property
    def _environ(self) -> dict[str, str]:
        headless = {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
        return {**os.environ, **self.environment, **headless, "HOME": str(self._folder), "QT_QPA_PLATFORM": "wayland"}

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        environ = self._environ
        if "sway" in words:
            del environ["WAYLAND_DISPLAY"]
        environ.pop("DISPLAY", None)
        with (self._folder / f"{len(self._children)}.log").open("wb") as log:
            child = subprocess.Popen(words, env=environ, stdin=subprocess.PIPE, stdout=log, stderr=log)
        self._children.append(child)
        return child

    def close(self) -> None:
        """End all of it, the bus last."""
        if self._between is not None:
            self._between.close()
        for child in reversed(self._children):
            child.terminate()
            child.wait(60)
            assert child.stdin is not None
            with suppress(BrokenPipeError):
                child.stdin.close()


@contextmanager
def real_wayland(folder: Path, wait_until: WaitUntil) -> Iterator[RealWayland]:
    """A desktop whose screen is black, 800 x 600."""
    desktop = RealWayland(folder, wait_until)
    try:
        desktop.start()
        yield desktop
    finally:
        desktop.close()
