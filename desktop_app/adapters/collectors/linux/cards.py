"""Linux: the cards and chips of the machine itself, from /sys/bus/pci."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.adapters.collectors.linux.ids import named
from desktop_app.adapters.collectors.linux.udev import described
from desktop_app.adapters.collectors.tree import Tree

_HERE = "sys/bus/pci/devices"
_KINDS = {
    0x01: "storage",
    0x02: "network",
    0x03: "display",
    0x04: "sound",
    0x05: "memory",
    0x06: "bridge",
    0x07: "communication",
    0x08: "system",
    0x09: "input",
    0x0C: "bus",
    0x0D: "radio",
    0x10: "encryption",
    0x11: "signal",
    0x12: "accelerator",
}
_MAKERS = {"10de": "NVIDIA", "1002": "AMD", "8086": "Intel", "1a03": "ASPEED", "1234": "QEMU", "1af4": "virtio"}


@dataclass(frozen=True)
class Card:
    """A card: `id` is maker and device in hexadecimal, `built_by` the same of who put it on its board.

    `kind` is one word for what it does, `class_id` the same as four digits.
    """

    slot: str
    id: str
    kind: str
    maker: str | None
    model: str | None
    driver: str | None
    driver_version: str | None
    class_id: str
    built_by: str | None
    revision: str | None

    @property
    def words(self) -> str:
        """Maker and model, by their numbers where nobody has a name for them."""
        maker, _, device = self.id.partition(":")
        return f"{self.maker or _MAKERS.get(maker, maker)} {self.model or device}"


def cards(tree: Tree) -> Iterator[Card]:
    """All of them, in the order of their slots."""
    for slot in tree.names(_HERE):
        here = f"{_HERE}/{slot}"
        number = tree.number(f"{here}/class")
        if number is not None:
            maker, device = (_digits(tree, f"{here}/{name}") for name in ("vendor", "device"))
            words = _named(tree, slot, maker, device)
            driver = tree.target(f"{here}/driver").rpartition("/")[2] or None
            version = tree.text(f"sys/module/{driver.replace('-', '_')}/version") if driver else None
            board = ":".join(_digits(tree, f"{here}/subsystem_{name}") for name in ("vendor", "device"))
            yield Card(
                slot,
                f"{maker}:{device}",
                _KINDS.get(number >> 16, "other"),
                *words,
                driver,
                version,
                f"{number >> 8:04x}",
                board if len(board) > 1 else None,
                _digits(tree, f"{here}/revision") or None,
            )


def _digits(tree: Tree, name: str) -> str:
    return (tree.text(name) or "").removeprefix("0x")


def _named(tree: Tree, slot: str, maker: str, device: str) -> tuple[str | None, str | None]:
    about = described(tree, f"+pci:{slot}")
    known = about.get("ID_VENDOR_FROM_DATABASE"), about.get("ID_MODEL_FROM_DATABASE")
    return known if all(known) else named(tree, "pci", maker, device)
