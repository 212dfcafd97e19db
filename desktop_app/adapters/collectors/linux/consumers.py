"""Linux: how large the places are that fill up by themselves. Slow, so it is measured apart."""

from desktop_app.adapters.collectors.sizes import sizes
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.storage import Consumer

_SYSTEM = {
    "tmp": "temporary",
    "var/tmp": "temporary",
    "var/cache/apt/archives": "downloaded packages",
    "var/cache/dnf": "downloaded packages",
    "var/cache/pacman/pkg": "downloaded packages",
    "var/log": "notes of the system",
}
_HOME = {".cache": "caches", ".local/share/Trash": "waste bin"}


def consumers(tree: Tree) -> list[Consumer]:
    """Each kind of place with its size, largest first. Raises ProgramFailed."""
    return sizes(tree, _SYSTEM, _HOME)
