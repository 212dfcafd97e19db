"""Linux: what starts by itself."""

from collections.abc import Iterator

from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.upkeep import Autostart, Services

_AUTOSTART = "etc/xdg/autostart"


def services(tree: Tree) -> Services:
    """What starts by itself."""
    return Services(autostart=tuple(_autostart(tree)))


def _autostart(tree: Tree) -> Iterator[Autostart]:
    for name in tree.names(_AUTOSTART):
        entry = tree.pairs(f"{_AUTOSTART}/{name}")
        yield Autostart(entry.get("Name") or name, entry.get("Hidden") != "true", "system")
