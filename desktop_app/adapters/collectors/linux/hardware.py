"""Linux: the machine itself, as its firmware describes it in /sys/class/dmi/id."""

from desktop_app.adapters.collectors.run import Partly
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.machine import Hardware
from desktop_app.domain.snapshot import Reason

_DMI = "sys/class/dmi/id/"
_PLACEHOLDERS = frozenset(
    {
        "to be filled by o.e.m.",
        "default string",
        "system product name",
        "system manufacturer",
        "not specified",
        "none",
        "n/a",
        "o.e.m.",
        "not applicable",
        "no asset tag",
        "system serial number",
        "0",
        "0123456789",
        "...",
    }
)
_CHASSIS = {
    3: "desktop",
    4: "desktop",
    5: "desktop",
    6: "tower",
    7: "tower",
    8: "laptop",
    9: "laptop",
    10: "laptop",
    11: "handheld",
    13: "all-in-one",
    14: "laptop",
    17: "server",
    23: "server",
    28: "server",
    30: "tablet",
    31: "convertible",
    32: "detachable",
    33: "iot",
    35: "mini-pc",
    36: "stick",
}


def hardware(tree: Tree) -> Hardware | Partly:
    """The machine. Serial numbers are told to the administrator only: without them the section is still whole."""
    found = Hardware(
        maker=_dmi(tree, "sys_vendor"),
        model=_dmi(tree, "product_name") or tree.text("proc/device-tree/model"),
        family=_dmi(tree, "product_family") or _dmi(tree, "product_version"),
        sku=_dmi(tree, "product_sku"),
        serial=_dmi(tree, "product_serial"),
        uuid=_dmi(tree, "product_uuid"),
        asset_tag=_dmi(tree, "chassis_asset_tag"),
        chassis=_CHASSIS.get(tree.number(_DMI + "chassis_type") or 0),
        firmware_maker=_dmi(tree, "bios_vendor"),
        firmware_version=_dmi(tree, "bios_version"),
        firmware_date=_dmi(tree, "bios_date"),
        board_maker=_dmi(tree, "board_vendor"),
        board_model=_dmi(tree, "board_name"),
        board_serial=_dmi(tree, "board_serial"),
    )
    return found if found.maker or found.model else Partly(found, Reason.NOT_HERE)


def _dmi(tree: Tree, name: str) -> str | None:
    found = tree.text(_DMI + name)
    return found if found and found.lower() not in _PLACEHOLDERS and "\ufffd" not in found else None
