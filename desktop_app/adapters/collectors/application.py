"""This program itself: which one, with which libraries. The same on every system."""

import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app import __version__
from desktop_app.domain.sections.identity import Application, Library

Own = Callable[[], Mapping[str, Any]]
"""What only the running program knows of itself (settings, what waits to be sent), by the names of `Application`."""

_LIBRARIES = ("requests", "truststore", "psutil", "keyring", "pydantic", "platformdirs", "pyyaml", "cryptography")
_QT = "pyside6_essentials"


def nothing_own() -> Mapping[str, Any]:
    """A program that says nothing of itself."""
    return {}


def application(own: Mapping[str, Any]) -> Application:
    """This program; `own` completes it."""
    found = dict(_installed())
    about = Application(
        version=__version__,
        packaging=_packaging(),
        python=platform.python_version(),
        qt=found.get(_QT),
        libraries=tuple(Library(name, found[name]) for name in _LIBRARIES if name in found),
    )
    return replace(about, **{name: value for name, value in own.items() if value is not None})


def _installed() -> Iterator[tuple[str, str]]:
    """Names and versions from the folders that installers leave beside a library: nothing is loaded for it."""
    for place in sys.path:
        if place.endswith("-packages"):
            for folder in Path(place).glob("*.dist-info"):
                name, _, version = folder.stem.partition("-")
                yield name.lower(), version.removesuffix(".dist")


def _packaging() -> str:
    for variable, kind in (("APPIMAGE", "appimage"), ("FLATPAK_ID", "flatpak"), ("SNAP", "snap")):
        if os.environ.get(variable):
            return kind
    if getattr(sys, "frozen", False):
        return "bundle"
    return "package" if __file__.startswith(("/usr/", "/opt/")) else "source"
