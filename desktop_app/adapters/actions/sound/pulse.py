"""PulseAudio and PipeWire through `pactl`. Its text is read: its JSON breaks names with accents (PulseAudio 16)."""

import re

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.adapters.actions.sound.device import Device, Side

NOUNS = {"output": "sink", "input": "source"}
NOWHERE = "auto_null"
_DEADLINE_S = 5
_SCREEN = re.compile(r"hdmi|displayport", re.IGNORECASE)
_BLOCKS = re.compile(r"^(?:Sink|Source) #\d+$", re.MULTILINE)


def default(here: Here, side: Side) -> str:
    """The device in use; empty when no sound system answers."""
    try:
        ran = here.run("pactl", f"get-default-{NOUNS[side]}", deadline_s=_DEADLINE_S)
    except ToolMissing:
        return ""
    return ran.out.strip() if ran.code == 0 else ""


def devices(here: Here, side: Side) -> list[Device] | None:
    """Every device of that side; None when no sound system answers."""
    used = default(here, side)
    if not used:
        return None
    listed = here.asked("pactl", "list", f"{NOUNS[side]}s", deadline_s=_DEADLINE_S)
    return [read_device(block, used) for block in _BLOCKS.split(listed)[1:]]


def read_device(text: str, used: str) -> Device:
    """One block of `pactl list sinks` or `sources`."""
    name, port = _field(text, "Name"), _field(text, "Active Port")
    words = next((line for line in text.splitlines() if port and line.strip().startswith(f"{port}: ")), "")
    return Device(
        id=name,
        title=_field(text, "Description") or name,
        is_default=name == used,
        is_screen=bool(_SCREEN.search(f"{name} {port}")),
        is_gone=name == NOWHERE or words.rstrip(")").endswith("not available"),
        is_own=name.endswith(".monitor"),
    )


def _field(text: str, name: str) -> str:
    found = re.search(rf"^\t{name}: (.*)$", text, re.MULTILINE)
    return found[1].strip() if found else ""


def choose(here: Here, side: Side, name: str) -> None:
    """Makes `name` the device in use."""
    here.asked("pactl", f"set-default-{NOUNS[side]}", name, deadline_s=_DEADLINE_S)
