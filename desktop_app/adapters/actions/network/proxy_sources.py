"""Where a user's own proxy setting may be: GNOME, environment files, KDE, the registry of Windows."""
# ruff: noqa: ARG002 -- every action has the same shape

import configparser
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.adapters.actions.text_files import drop_draft, rewrite

_LINE = re.compile(r"^\s*(?:export\s+)?(?:https?|all)_proxy\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)
# Lines we turned off start with this: taking it away again is the way back
OURS = "# off-by-rescousse: "
_REGISTRY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings"
_GNOME = "org.gnome.system.proxy"


@dataclass(frozen=True)
class Found:
    """A proxy, where it is set (`source`, `place`), and the state to come back to."""

    source: str
    place: str
    host: str
    port: int
    state: str = ""


class Source(Protocol):
    """One kind of place. `place` is a file, or nothing where there is only one."""

    systems: tuple[str, ...]

    def read(self, here: Here, name: str) -> list[Found]:
        """The proxies in force there."""

    def turn_off(self, here: Here, place: str) -> None:
        """Off; twice is no harm."""

    def turn_on(self, here: Here, place: str, state: str) -> None:
        """As before; twice is no harm."""

    def is_on(self, here: Here, place: str) -> bool:
        """Whether it is in force."""

    def is_off(self, here: Here, place: str) -> bool:
        """Whether it is as we leave it when turned off."""

    def has_turned_off(self, here: Here) -> bool:
        """Whether our own mark is there."""


def address(text: str) -> tuple[str, int] | None:
    """Host and port of `http://user:secret@proxy:3128/` or `proxy:3128`; the user and the secret are left out."""
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
        host, port = parts.hostname, parts.port or 8080
    except ValueError:
        return None
    return (host, port) if host else None


def of_environment(here: Here) -> Found | None:
    """The proxy that running programs were given, wherever it comes from."""
    for name in ("https_proxy", "http_proxy", "HTTPS_PROXY", "HTTP_PROXY"):
        if here.environ.get(name) and (at := address(here.environ[name])):
            return Found("environment", name, *at)
    return None


class Gnome:
    """GNOME and its kin."""

    systems: tuple[str, ...] = ("linux",)

    def read(self, here: Here, name: str) -> list[Found]:
        """Manual mode only: an automatic script cannot be knocked at."""
        if self._mode(here) != "manual":
            return []
        found = []
        for kind in ("http", "https"):
            host, port = self._get(here, f"{_GNOME}.{kind}", "host"), self._get(here, f"{_GNOME}.{kind}", "port")
            if host and port.isdigit() and int(port):
                found.append(Found(name, "", host, int(port), "manual"))
        return found

    def turn_off(self, here: Here, place: str) -> None:
        """Mode none; host and port stay where they are."""
        here.asked("gsettings", "set", _GNOME, "mode", "none")

    def turn_on(self, here: Here, place: str, state: str) -> None:
        """Mode manual again."""
        here.asked("gsettings", "set", _GNOME, "mode", state)

    def is_on(self, here: Here, place: str) -> bool:
        """Mode manual."""
        return self._mode(here) == "manual"

    def is_off(self, here: Here, place: str) -> bool:
        """Mode none."""
        return self._mode(here) == "none"

    def has_turned_off(self, here: Here) -> bool:
        """It leaves no mark."""
        return False

    def _mode(self, here: Here) -> str:
        return self._get(here, _GNOME, "mode")

    def _get(self, here: Here, schema: str, key: str) -> str:
        try:
            ran = here.run("gsettings", "get", schema, key)
        except ToolMissing:
            return ""
        return ran.out.strip().strip("'") if ran.code == 0 else ""


class EnvironmentFiles:
    """`~/.config/environment.d/*.conf`, read at sign-in."""

    systems: tuple[str, ...] = ("linux",)

    def read(self, here: Here, name: str) -> list[Found]:
        """Every line that names a proxy."""
        found = []
        for file in self._files(here):
            for line in _text(file).splitlines():
                match = _LINE.match(line)
                if match and (at := address(match[1])):
                    found.append(Found(name, str(file), *at))
        return found

    def turn_off(self, here: Here, place: str) -> None:
        """Puts our mark before the lines."""
        self._change(place, lambda line: OURS + line if _LINE.match(line) else line)

    def turn_on(self, here: Here, place: str, state: str) -> None:
        """Takes our mark away."""
        self._change(place, lambda line: line.removeprefix(OURS))

    def is_on(self, here: Here, place: str) -> bool:
        """Some line names a proxy."""
        return any(_LINE.match(line) for line in _text(Path(place)).splitlines())

    def is_off(self, here: Here, place: str) -> bool:
        """Our mark is there, and no other line names a proxy."""
        return OURS in _text(Path(place)) and not self.is_on(here, place)

    def has_turned_off(self, here: Here) -> bool:
        """Our mark is in some file."""
        return any(OURS in _text(file) for file in self._files(here))

    def _files(self, here: Here) -> list[Path]:
        return sorted((here.folder("XDG_CONFIG_HOME", ".config") / "environment.d").glob("*.conf"))

    def _change(self, place: str, turn: Callable[[str], str]) -> None:
        file = Path(place)
        lines = _text(file).splitlines(keepends=True)
        changed = "".join(turn(line) for line in lines)
        if changed != "".join(lines):
            rewrite(file, changed)
        else:
            drop_draft(file)


class Kde:
    """KDE's `kioslaverc`."""

    systems: tuple[str, ...] = ("linux",)
    _MANUAL = re.compile(r"^ProxyType=1$", re.MULTILINE)
    _OFF = re.compile(r"^ProxyType=0$", re.MULTILINE)

    def read(self, here: Here, name: str) -> list[Found]:
        """The manual proxy: `http://host port` or `http://host:port`."""
        file = self._file(here)
        reader = configparser.ConfigParser(interpolation=None, strict=False)
        try:
            reader.read_string(_text(file))
        except configparser.Error:
            return []
        table = reader["Proxy Settings"] if reader.has_section("Proxy Settings") else {}
        if table.get("ProxyType") != "1":
            return []
        written = [table.get(key, "").replace(" ", ":") for key in ("httpProxy", "httpsProxy")]
        return [Found(name, str(file), *at) for text in written if text and (at := address(text))]

    def turn_off(self, here: Here, place: str) -> None:
        """Type 0."""
        rewrite(Path(place), self._MANUAL.sub("ProxyType=0", _text(Path(place))))

    def turn_on(self, here: Here, place: str, state: str) -> None:
        """Type 1 again."""
        rewrite(Path(place), self._OFF.sub("ProxyType=1", _text(Path(place))))

    def is_on(self, here: Here, place: str) -> bool:
        """Type 1."""
        return bool(self._MANUAL.search(_text(Path(place))))

    def is_off(self, here: Here, place: str) -> bool:
        """Type 0."""
        return bool(self._OFF.search(_text(Path(place))))

    def has_turned_off(self, here: Here) -> bool:
        """It leaves no mark."""
        return False

    def _file(self, here: Here) -> Path:
        return here.folder("XDG_CONFIG_HOME", ".config") / "kioslaverc"


class WindowsRegistry:
    """This user's internet settings."""

    systems: tuple[str, ...] = ("windows",)

    def read(self, here: Here, name: str) -> list[Found]:
        """`host:port`, or one a protocol: `http=host:port;https=host:port`."""
        values = self._values(here)
        if values.get("ProxyEnable") != "0x1":
            return []
        servers = [part.rpartition("=")[2] for part in values.get("ProxyServer", "").split(";")]
        return [Found(name, "", *at) for server in servers if server and (at := address(server))]

    def turn_off(self, here: Here, place: str) -> None:
        """Not enabled; the address stays."""
        self._enable(here, "0")

    def turn_on(self, here: Here, place: str, state: str) -> None:
        """Enabled again."""
        self._enable(here, "1")

    def is_on(self, here: Here, place: str) -> bool:
        """Enabled."""
        return self._values(here).get("ProxyEnable") == "0x1"

    def is_off(self, here: Here, place: str) -> bool:
        """Not enabled."""
        return self._values(here).get("ProxyEnable") == "0x0"

    def has_turned_off(self, here: Here) -> bool:
        """It leaves no mark."""
        return False

    def _values(self, here: Here) -> dict[str, str]:
        return read_registry(here.asked("reg", "query", _REGISTRY))

    def _enable(self, here: Here, digit: str) -> None:
        here.asked("reg", "add", _REGISTRY, "/v", "ProxyEnable", "/t", "REG_DWORD", "/d", digit, "/f")


def read_registry(text: str) -> dict[str, str]:
    """The answer of `reg query`: name, kind and value, four spaces between."""
    rows = (line.strip().split(maxsplit=2) for line in text.splitlines())
    return {row[0]: row[2] for row in rows if len(row) == 3 and row[1].startswith("REG_")}


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return ""


SOURCES: dict[str, Source] = {
    "gnome": Gnome(),
    "environment": EnvironmentFiles(),
    "kde": Kde(),
    "windows": WindowsRegistry(),
}
