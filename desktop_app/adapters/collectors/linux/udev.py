"""Linux: what udev found out about devices with rights that we do not have, and wrote down for everybody."""

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.tree import Tree

_DATA = "run/udev/data/"


def described(tree: Tree, key: str) -> dict[str, str]:
    """The properties of a device: `b259:0` a block device, `+pci:0000:00:02.0` a card, `+dmi:id` the machine."""
    lines = (line[2:].partition("=") for line in tree.lines(_DATA + key) if line.startswith("E:"))
    return {name: clean(_unescaped(value)) for name, sign, value in lines if sign}


def _unescaped(text: str) -> str:
    r"""udev writes a blank as `\x20`."""
    return text.replace("\\x20", " ") if "\\" in text else text


def numbered(tree: Tree, folder: str, kind: str) -> str:
    """The key of a device with a number, from its folder in /sys; `kind`: b for disks, c for the rest."""
    number = tree.text(f"{folder}/dev")
    return f"{kind}{number}" if number else ""
