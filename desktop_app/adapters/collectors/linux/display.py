"""Linux: what draws on the screens."""

from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.devices import Display, Graphics

_MAKERS = {"0x10de": "NVIDIA", "0x1002": "AMD", "0x8086": "Intel", "0x1a03": "ASPEED", "0x1234": "QEMU"}


def display(tree: Tree) -> Display:
    """Graphics cards and the kind of desktop."""
    return Display(
        graphics=_graphics(tree),
        session_type=tree.environ.get("XDG_SESSION_TYPE"),
        desktop=tree.environ.get("XDG_CURRENT_DESKTOP"),
    )


def _graphics(tree: Tree) -> tuple[Graphics, ...]:
    cards = []
    for folder in tree.glob("sys/bus/pci/devices/*"):
        here = f"sys/bus/pci/devices/{folder.name}/"
        kind = tree.text(here + "class") or ""
        if kind.startswith("0x03"):
            maker, device = tree.text(here + "vendor") or "", tree.text(here + "device") or ""
            driver = tree.target(here + "driver").rpartition("/")[2] or None
            cards.append(Graphics(folder.name, f"{_MAKERS.get(maker, maker)} {device}".strip(), driver))
    return tuple(cards)
