"""The network of the system that this is."""

from collections.abc import Mapping

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.link_card import System
from desktop_app.adapters.actions.network.link_linux import Linux
from desktop_app.adapters.actions.network.link_macos import Mac
from desktop_app.adapters.actions.network.link_windows import Windows

_SYSTEMS: Mapping[str, System] = {"linux": Linux(), "macos": Mac(), "windows": Windows()}


def system(here: Here) -> System:
    """The network of `here`."""
    return _SYSTEMS[here.system]
