"""This program itself: which one, with which libraries. The same on every system."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from desktop_app import __version__
from desktop_app.domain.sections.identity import Application, Library

_LIBRARIES = ("requests", "truststore", "psutil", "keyring", "pydantic", "platformdirs", "pyyaml", "cryptography")
_QT = "pyside6_essentials"


def application() -> Application:
    """This program; its settings and what waits to be sent are completed by whoever builds the collectors."""
    found = dict(_installed())
    return Application(
        version=__version__,
        packaging=_packaging(),
        python=sys.version.split()[0],
        qt=found.get(_QT),
        libraries=tuple(Library(name, found[name]) for name in _LIBRARIES if name in found),
    )


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
