"""What a technician may do on a shared screen, step by step. Silence is no; every step is asked and ends by itself."""

from collections.abc import Mapping
from enum import StrEnum


class Capability(StrEnum):
    """The ladder. `look`: see the picture. `point`: a pointer and drawings over it. `control`: mouse and keyboard.

    `clipboard`: paste into the user's clipboard, or read it. `files`: one list of files, shown before it is received.
    `voice`: the microphones. `recording`: keep the picture. Each is asked separately.
    """

    LOOK = "look"
    POINT = "point"
    CONTROL = "control"
    CLIPBOARD = "clipboard"
    FILES = "files"
    VOICE = "voice"
    RECORDING = "recording"


NEEDS: Mapping[Capability, Capability] = {
    Capability.POINT: Capability.LOOK,
    Capability.CONTROL: Capability.POINT,
    Capability.CLIPBOARD: Capability.CONTROL,
    Capability.FILES: Capability.LOOK,
    Capability.VOICE: Capability.LOOK,
    Capability.RECORDING: Capability.LOOK,
}
"""The step below: a step is granted only while the one below is, and ends with it."""

SHARING_MINUTES = (10, 20, 40)
CONTROL_S = 300
"""Seconds that a grant of control lasts; asked again to go on."""
ANSWER_S = 60
"""Seconds after which no answer is a refusal."""
RESUME_S = 60
"""Seconds in which a lost line comes back on the same grant."""
RECORDING_S, RECORDING_BYTES = 1800, 90 * 1024 * 1024
"""How long and how large one recording may become: the help desk takes files of 100 MB."""
LASTS_S: Mapping[Capability, int] = {Capability.CONTROL: CONTROL_S, Capability.RECORDING: RECORDING_S}
"""The steps that end before looking does."""
HAND_S = 2
"""Seconds that remote input rests after the user's own hand moved."""


class Ending(StrEnum):
    """Why a sharing is over: a fact for the ticket and the journal, and a sentence on both sides."""

    USER = "user"
    TECHNICIAN = "technician"
    TIME_UP = "time_up"
    REFUSED = "refused"
    SILENCE = "silence"
    DIFFERENT = "different_words"
    UNASKED = "no_request"
    UNABLE = "not_possible"
    LOCKED = "locked"
    SWITCHED = "user_switched"
    ASLEEP = "asleep"
    LOGGED_OUT = "session_ended"
    HELPDESK_LOST = "helpdesk_lost"
    LINE_LOST = "line_lost"
    DISPLAY_LOST = "display_lost"
    CRASHED = "crashed"
    MISUSED = "misused"
