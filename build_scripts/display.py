"""A screen in memory with a window manager and a tray: for machines without one, for tests and for measuring."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, cast

from build_scripts.progress import Trouble

TINT2 = """\
panel_monitor = all
panel_position = bottom center horizontal
panel_size = 100% 34
panel_items = TSC
taskbar_mode = single_desktop
task_text = 1
task_icon = 1
task_maximum_size = 260 34
task_font = Sans 9
systray_padding = 4 4 4
systray_icon_size = 22
time1_format = %H:%M
time1_font = Sans 10
rounded = 0
border_width = 0
background_color = #2d3748 100
border_color = #000000 0
"""


class VirtualDisplay:
    """Xvfb, openbox, tint2, a message bus and the accessibility bus; `environment` points programs at them."""

    def __init__(self, size: str = "1366x900", *, tray: bool = True, accessible: bool = True) -> None:
        self._size, self._tray, self._accessible = size, tray, accessible
        self._programs: list[subprocess.Popen[bytes]] = []
        self._folder = Path(tempfile.mkdtemp(prefix="rescousse-display-"))
        self.environment: dict[str, str] = dict(os.environ)

    def __enter__(self) -> "VirtualDisplay":
        """Start everything; each program has answered before the next one starts."""
        self.environment["DISPLAY"] = self._start_xvfb()
        for elsewhere in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            self.environment.pop(elsewhere, None)
        self.environment["XDG_RUNTIME_DIR"] = str(self._private_folder("runtime"))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
        if self._accessible:
            self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self.start(["openbox", "--sm-disable"])
        self._wait_for_property("_NET_SUPPORTING_WM_CHECK")
        if self._tray:
            panel = self._folder / "tint2rc"
            panel.write_text(TINT2)
            self.start(["tint2", "-c", str(panel)])
            self._wait_for_window_class("tint2")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End everything, last started first."""
        for program in reversed(self._programs):
            _end(program)
            if program.stdout is not None:
                program.stdout.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self, command: list[str], more: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start a program on this display; it ends with the display."""
        program = subprocess.Popen(
            command,
            env={**self.environment, **(more or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._programs.append(program)
        return program

    def screenshot(self, file: Path, window: str = "root") -> None:
        """The whole screen, or the window with that title, as a PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", window, str(file)], env=self.environment, check=True)

    def wait_for_window(self, name: str, program: "subprocess.Popen[bytes]", seconds: int = 60) -> bool:
        """Whether a window called `name` came up while `program` lived."""
        search = ["timeout", str(seconds), "xdotool", "search", "--sync", "--onlyvisible", "--name", name]
        found = subprocess.run(search, env=self.environment, check=False, capture_output=True)
        return found.returncode == 0 and program.poll() is None

    def _wait_for_property(self, name: str) -> None:
        """The window manager is there once it has said so on the root window."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            asked = subprocess.run(
                ["xprop", "-root", name], env=self.environment, check=False, capture_output=True, text=True
            )
            if "window id" in asked.stdout:
                return
            time.sleep(0.05)
        raise Trouble("The window manager of the virtual screen did not start.")

    def _wait_for_window_class(self, name: str) -> None:
        search = ["timeout", "20", "xdotool", "search", "--sync", "--onlyvisible", "--class", name]
        subprocess.run(search, env=self.environment, check=False, capture_output=True)

    def _private_folder(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir(mode=0o700)
        return folder

    def _start_xvfb(self) -> str:
        """Xvfb picks a free number and writes it when it accepts connections."""
        reader, writer = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(writer),
            "-screen",
            "0",
            f"{self._size}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]
        self._programs.append(
            subprocess.Popen(
                command,
                pass_fds=(writer,),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )
        os.close(writer)
        with os.fdopen(reader) as answer:
            return f":{answer.readline().strip()}"

    def _start_bus(self) -> str:
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._programs.append(bus)
        return cast("IO[bytes]", bus.stdout).readline().decode().strip()


def _end(program: "subprocess.Popen[bytes]") -> None:
    try:
        os.killpg(program.pid, signal.SIGTERM)
        program.wait(timeout=5)
    except ProcessLookupError:
        program.poll()
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
