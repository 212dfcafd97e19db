"""Linux: what is plugged in or built in."""

from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.devices import Camera, Peripherals

_VIDEO = "sys/class/video4linux"


def peripherals(tree: Tree) -> Peripherals:
    """What is plugged in."""
    cameras = (tree.text(f"{_VIDEO}/{name}/name") for name in tree.names(_VIDEO))
    return Peripherals(cameras=tuple(Camera(name) for name in dict.fromkeys(cameras)))
