"""Windows: the machine itself. The registry knows the most of it, CIM the numbers."""

from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.values import text
from desktop_app.domain.sections.machine import Hardware

_FIRMWARE = r"HKLM\HARDWARE\DESCRIPTION\System\BIOS"
_CHASSIS = {
    **dict.fromkeys((3, 4, 5), "desktop"),
    **dict.fromkeys((6, 7), "tower"),
    **dict.fromkeys((8, 9, 10, 14), "laptop"),
    **{13: "all-in-one", 17: "server", 23: "server", 30: "tablet", 31: "convertible", 32: "detachable", 35: "mini-pc"},
}


def hardware(pc: Pc) -> Hardware | Partly:
    """The machine itself."""
    parts = Parts()
    enclosure = parts.one(lambda: pc.now.first("Win32_SystemEnclosure")) or {}
    found = {name: text(pc.keys.value(_FIRMWARE, name)) for name in pc.keys.names(_FIRMWARE)}
    return parts.whole(
        Hardware(
            maker=found.get("SystemManufacturer"),
            model=found.get("SystemProductName"),
            family=found.get("SystemFamily"),
            sku=found.get("SystemSKU"),
            serial=parts.one(lambda: text(pc.now.first("Win32_BIOS").get("SerialNumber"))),
            uuid=parts.one(lambda: text(pc.now.first("Win32_ComputerSystemProduct").get("UUID"))),
            asset_tag=text(enclosure.get("SMBIOSAssetTag")),
            chassis=_chassis(enclosure.get("ChassisTypes")),
            firmware_maker=found.get("BIOSVendor"),
            firmware_version=found.get("BIOSVersion"),
            firmware_date=found.get("BIOSReleaseDate"),
            board_maker=found.get("BaseBoardManufacturer"),
            board_model=found.get("BaseBoardProduct"),
            board_serial=parts.one(lambda: text(pc.now.first("Win32_BaseBoard").get("SerialNumber"))),
        )
    )


def _chassis(kinds: object) -> str | None:
    kind = kinds[0] if isinstance(kinds, list) and kinds else kinds
    return _CHASSIS.get(kind) if isinstance(kind, int) else None
