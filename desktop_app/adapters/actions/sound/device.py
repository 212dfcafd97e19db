"""A loudspeaker or a microphone, whatever the system calls it."""

from dataclasses import dataclass
from typing import Literal

Side = Literal["output", "input"]


@dataclass(frozen=True)
class Device:
    """`id` is the system's name for it, `title` the one people know.

    `is_screen`: it plays through a monitor. `is_gone`: nothing is plugged in there.
    `is_own`: the computer hears itself.
    """

    id: str
    title: str
    is_default: bool = False
    is_screen: bool = False
    is_gone: bool = False
    is_own: bool = False
