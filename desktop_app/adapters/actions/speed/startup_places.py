"""Where each system writes down what opens at sign-in, and how it switches an entry off without losing it.

Linux: Desktop Application Autostart Specification. Windows: the values that its Task Manager writes. macOS: launchd.
"""
# ruff: noqa: ARG002 -- every place has the same shape

import os
import plistlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.speed.registry_key import values
from desktop_app.adapters.actions.text_files import rewrite
from desktop_app.domain.action import ActionFailed


@dataclass(frozen=True)
class Entry:
    """A program that opens at sign-in, by which command. `state` is how its switch is written down, to come back to."""

    id: str
    name: str
    is_on: bool
    command: str
    state: str = ""


class Place(Protocol):
    """Where a system writes such entries down."""

    def entries(self, here: Here) -> list[Entry]:
        """Those of this user, switched off ones too."""

    def off(self, here: Here, entry: Entry) -> None:
        """Off; twice is no harm."""

    def on(self, here: Here, entry: Entry, state: str) -> None:
        """As it was written down before."""


class AutostartFiles:
    """`~/.config/autostart/*.desktop`. Our line goes under the first heading, and is taken away again."""

    _GROUP, _OURS = "[Desktop Entry]", "Hidden=true"
    _MARK = "# off-by-rescousse "
    _OFF = re.compile(r"^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$", re.MULTILINE)
    _HIDDEN = re.compile(r"^Hidden\s*=", re.IGNORECASE)
    _NAME = re.compile(r"^Name\s*=\s*(.+?)\s*$", re.MULTILINE)
    _COMMAND = re.compile(r"^Exec\s*=\s*(.+?)\s*$", re.MULTILINE)

    def entries(self, here: Here) -> list[Entry]:
        """One a file."""
        return [entry for file in sorted(self._folder(here).glob("*.desktop")) if (entry := self._read(file))]

    def off(self, here: Here, entry: Entry) -> None:
        """Hidden, as the specification has it; a line that says otherwise is marked."""
        file = self._folder(here) / entry.id
        lines = [self._MARK + line if self._HIDDEN.match(line) else line for line in _lines(file)]
        place = next(number for number, line in enumerate(lines, start=1) if line.strip() == self._GROUP)
        end = "\r\n" if lines[place - 1].endswith("\r\n") else "\n"
        ours = [self._MARK + end, self._OURS + end]
        rewrite(file, "".join([*lines[:place], *ours, *lines[place:]]))

    def on(self, here: Here, entry: Entry, state: str) -> None:
        """Our two lines go, the marked ones come back."""
        file = self._folder(here) / entry.id
        lines = _lines(file)
        ours = next((n for n, line in enumerate(lines) if line.rstrip("\r\n") == self._MARK), None)
        kept = lines if ours is None else [*lines[:ours], *lines[ours + 2 :]]
        rewrite(file, "".join(line.removeprefix(self._MARK) for line in kept))

    def _read(self, file: Path) -> Entry | None:
        try:
            text = "".join(_lines(file))
        except OSError:
            return None
        if file.name != _readable(file.name) or not any(line.strip() == self._GROUP for line in text.splitlines()):
            return None
        name, command = self._NAME.search(text), self._COMMAND.search(text)
        shown = _readable(name[1] if name else file.stem)
        return Entry(file.name, shown, not self._OFF.search(text), command[1] if command else "")

    def _folder(self, here: Here) -> Path:
        return here.folder("XDG_CONFIG_HOME", ".config") / "autostart"


class RunKey:
    """The Run key, and beside it the switches that Task Manager writes: an even first byte is on, an odd one off."""

    _KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion"
    _RUN, _SWITCHES = rf"{_KEY}\Run", rf"{_KEY}\Explorer\StartupApproved\Run"
    _OFF_VALUE = "030000000000000000000000"
    _BYTES = re.compile(r"(?:[0-9A-F]{2}){4,64}")

    def entries(self, here: Here) -> list[Entry]:
        """One a value of the Run key."""
        switches, commands = values(here, self._SWITCHES), values(here, self._RUN)
        return [self._entry(name, commands[name], switches.get(name, "")) for name in sorted(commands)]

    def off(self, here: Here, entry: Entry) -> None:
        """The value Task Manager writes."""
        self._switch(here, entry.id, self._OFF_VALUE)

    def on(self, here: Here, entry: Entry, state: str) -> None:
        """The switch of before, or none where there was none."""
        if not state:
            here.run("reg", "delete", self._SWITCHES, "/v", entry.id, "/f")
        elif self._BYTES.fullmatch(state):
            self._switch(here, entry.id, state)
        else:
            raise ActionFailed(f"not a switch: {state}")

    def _entry(self, name: str, command: str, switch: str) -> Entry:
        is_off = bool(self._BYTES.fullmatch(switch)) and int(switch[:2], 16) % 2 == 1
        return Entry(name, name, not is_off, command, switch)

    def _switch(self, here: Here, name: str, state: str) -> None:
        here.asked("reg", "add", self._SWITCHES, "/v", name, "/t", "REG_BINARY", "/d", state, "/f")


class LaunchAgents:
    """`~/Library/LaunchAgents/*.plist`, switched by `launchctl disable` and `enable`."""

    _ROW = re.compile(r'"([^"]+)" => (?:disabled|true)')

    def entries(self, here: Here) -> list[Entry]:
        """Those that run at sign-in."""
        off = set(self._ROW.findall(here.run("launchctl", "print-disabled", self._domain()).out))
        found = [_agent(file) for file in sorted((here.home / "Library/LaunchAgents").glob("*.plist"))]
        return [Entry(name, name.rpartition(".")[2], name not in off, command) for name, command in found if name]

    def off(self, here: Here, entry: Entry) -> None:
        """From the next sign-in on."""
        here.asked("launchctl", "disable", f"{self._domain()}/{entry.id}")

    def on(self, here: Here, entry: Entry, state: str) -> None:
        """Enabled again."""
        here.asked("launchctl", "enable", f"{self._domain()}/{entry.id}")

    def _domain(self) -> str:
        return f"gui/{os.getuid()}"


def _agent(file: Path) -> tuple[str, str]:
    """Name and command of what runs at sign-in; an empty name for anything else."""
    try:
        table = plistlib.loads(file.read_bytes())
    except (OSError, ValueError, plistlib.InvalidFileException):
        return "", ""
    if not isinstance(table, dict) or not table.get("RunAtLoad"):
        return "", ""
    words = table.get("ProgramArguments") or [table.get("Program", "")]
    return str(table.get("Label", "")), " ".join(map(str, words))


def _readable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _lines(file: Path) -> list[str]:
    return file.read_bytes().decode("utf-8", "surrogateescape").splitlines(keepends=True)


PLACES: dict[str, Place] = {"linux": AutostartFiles(), "windows": RunKey(), "macos": LaunchAgents()}
