"""macOS: the machine itself."""

from desktop_app.adapters.collectors.macos.mac import Mac
from desktop_app.adapters.collectors.macos.values import text
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.machine import Hardware


def hardware(mac: Mac) -> Hardware | Partly:
    """The machine itself."""
    parts = Parts()
    found = parts.one(lambda: mac.now.first("SPHardwareDataType")) or {}
    board = parts.one(lambda: mac.settings("hw.target", "hw.model")) or {}
    model, number = text(found.get("machine_name")), text(found.get("machine_model")) or board.get("hw.model")
    return parts.whole(
        Hardware(
            maker="Apple",
            model=f"{model} ({number})" if model and number else model or number,
            sku=text(found.get("model_number")),
            serial=text(found.get("serial_number")),
            uuid=text(found.get("platform_UUID")),
            chassis="laptop" if "Book" in (model or "") else "desktop" if model else None,
            firmware_maker="Apple",
            firmware_version=text(found.get("boot_rom_version")),
            board_maker="Apple",
            board_model=board.get("hw.target") or board.get("hw.model"),
        )
    )
