"""Where a user's automatic proxy address may be: GNOME, KDE, the registry of Windows, the network services of macOS."""
# ruff: noqa: ARG002 -- every action has the same shape

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.names_systems import pairs, worked
from desktop_app.adapters.actions.network.proxy_sources import read_registry
from desktop_app.adapters.actions.text_files import drop_draft, rewrite

_GNOME = "org.gnome.system.proxy"
_REGISTRY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings"
_POLICIES = (
    r"HKCU\Software\Policies\Microsoft\Windows\CurrentVersion\Internet Settings",
    r"HKLM\Software\Policies\Microsoft\Windows\CurrentVersion\Internet Settings",
)
_VALUE = "AutoConfigURL"


@dataclass(frozen=True)
class Set:
    """An automatic address in force. `place` is a file or a network service, nothing where there is only one."""

    source: str
    place: str
    url: str
    is_ours: bool = True


class Source(Protocol):
    """One kind of place."""

    systems: tuple[str, ...]

    def read(self, here: Here, name: str) -> list[Set]:
        """What is in force there."""

    def turn(self, here: Here, place: str, url: str, *, on: bool) -> None:
        """On with `url`, or off; twice is no harm."""

    def state(self, here: Here, place: str) -> str:
        """`on`, `off`, or anything else when somebody chose something else."""


class Gnome:
    """Mode `auto` and its address, which stays when the mode is `none`."""

    systems: tuple[str, ...] = ("linux",)

    def read(self, here: Here, name: str) -> list[Set]:
        """An empty address lets the network tell one: that is not ours to judge."""
        url = self._get(here, "get", "autoconfig-url")
        if self._get(here, "get", "mode") != "auto" or not url:
            return []
        return [Set(name, "", url, self._get(here, "writable", "mode") != "false")]

    def turn(self, here: Here, place: str, url: str, *, on: bool) -> None:
        """The mode alone."""
        here.asked("gsettings", "set", _GNOME, "mode", "auto" if on else "none")

    def state(self, here: Here, place: str) -> str:
        """By the mode."""
        mode = self._get(here, "get", "mode")
        return {"auto": "on", "none": "off"}.get(mode, mode)

    def _get(self, here: Here, verb: str, key: str) -> str:
        return worked(here, "gsettings", verb, _GNOME, key).out.strip().strip("'")


class Kde:
    """Type 2 in `kioslaverc`."""

    systems: tuple[str, ...] = ("linux",)
    _TYPE = re.compile(r"^ProxyType=(\d)$", re.MULTILINE)
    _URL = re.compile(r"^Proxy Config Script=(\S+)$", re.MULTILINE)

    def read(self, here: Here, name: str) -> list[Set]:
        """The address, while the type says that it counts."""
        file = here.folder("XDG_CONFIG_HOME", ".config") / "kioslaverc"
        url = self._URL.search(_text(file))
        return [Set(name, str(file), url[1])] if url and self.state(here, str(file)) == "on" else []

    def turn(self, here: Here, place: str, url: str, *, on: bool) -> None:
        """The type alone, in the one file that is ours to change."""
        file = here.folder("XDG_CONFIG_HOME", ".config") / "kioslaverc"
        text = _text(file)
        changed = self._TYPE.sub("ProxyType=2" if on else "ProxyType=0", text)
        if changed != text:
            rewrite(file, changed)
        else:
            drop_draft(file)

    def state(self, here: Here, place: str) -> str:
        """By the type."""
        kind = self._TYPE.search(_text(here.folder("XDG_CONFIG_HOME", ".config") / "kioslaverc"))
        return {"2": "on", "0": "off"}.get(kind[1] if kind else "0", "other")


class Registry:
    """This user's internet settings; those of a policy are shown and left."""

    systems: tuple[str, ...] = ("windows",)

    def read(self, here: Here, name: str) -> list[Set]:
        """The policy's address comes first: it is the one in force."""
        for place in _POLICIES:
            if url := self._url(here, place):
                return [Set(name, "", url, is_ours=False)]
        url = self._url(here, _REGISTRY)
        return [Set(name, "", url)] if url else []

    def turn(self, here: Here, place: str, url: str, *, on: bool) -> None:
        """The value is written or taken away."""
        if on:
            here.asked("reg", "add", _REGISTRY, "/v", _VALUE, "/t", "REG_SZ", "/d", url, "/f")
        elif self._url(here, _REGISTRY):
            here.asked("reg", "delete", _REGISTRY, "/v", _VALUE, "/f")

    def state(self, here: Here, place: str) -> str:
        """By the value."""
        return "on" if self._url(here, _REGISTRY) else "off"

    def _url(self, here: Here, place: str) -> str:
        return read_registry(worked(here, "reg", "query", place).out).get(_VALUE, "")


class Services:
    """The network services of macOS, each with its own address."""

    systems: tuple[str, ...] = ("macos",)

    def read(self, here: Here, name: str) -> list[Set]:
        """Those that are enabled; a star marks a service that is off."""
        listed = worked(here, "networksetup", "-listallnetworkservices").out.splitlines()[1:]
        told = {service: self._told(here, service) for service in listed if not service.startswith("*")}
        return [Set(name, service, say["URL"]) for service, say in told.items() if say.get("Enabled") == "Yes"]

    def turn(self, here: Here, place: str, url: str, *, on: bool) -> None:
        """The switch alone: the address stays."""
        here.asked("networksetup", "-setautoproxystate", place, "on" if on else "off")

    def state(self, here: Here, place: str) -> str:
        """By the switch."""
        return {"Yes": "on", "No": "off"}.get(self._told(here, place).get("Enabled", ""), "gone")

    def _told(self, here: Here, service: str) -> Mapping[str, str]:
        return pairs(worked(here, "networksetup", "-getautoproxyurl", service).out)


def _text(file: Path) -> str:
    with suppress(OSError):
        return file.read_bytes().decode("utf-8", "surrogateescape")
    return ""


SOURCES: Mapping[str, Source] = {"gnome": Gnome(), "kde": Kde(), "windows": Registry(), "macos": Services()}
