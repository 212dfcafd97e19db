"""The sound of macOS: its level through its own script tool, its devices through the system report."""

import json

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.sound.device import Device, Side

_SCREENS = ("coreaudio_device_type_hdmi", "coreaudio_device_type_displayport", "coreaudio_device_type_airplay")


def devices(here: Here, side: Side) -> list[Device] | None:
    """Every device of that side; None when the report has nothing on sound."""
    return read_devices(here.asked("system_profiler", "SPAudioDataType", "-json", deadline_s=20), side)


def read_devices(text: str, side: Side) -> list[Device] | None:
    """The report: cards, and under each what it plays or records with."""
    cards = json.loads(text or "{}").get("SPAudioDataType", [])
    rows = [row for card in cards for row in card.get("_items", [])]
    found = [_device(row, side) for row in rows if f"coreaudio_device_{side}" in row]
    return found if cards else None


def _device(row: dict[str, str], side: Side) -> Device:
    return Device(
        id=row["_name"],
        title=row["_name"],
        is_default=row.get(f"coreaudio_default_audio_{side}_device") == "spaudio_yes",
        is_screen=row.get("coreaudio_device_transport") in _SCREENS,
    )
