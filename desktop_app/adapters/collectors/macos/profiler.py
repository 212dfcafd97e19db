"""The questions to `system_profiler` and to the log.

It prints all its answers at once at the end: so what is plugged in is asked beside the machine itself, and what takes
seconds is asked later. Never SPApplicationsDataType, which takes a minute.
"""

import platform
from collections.abc import Mapping

from desktop_app.adapters.collectors.child import Printed, printed

_WITH_USB_HOST = 25
"""The kernel of macOS 26, from which on USB is told under another name."""
_NOW_S, _LATER_S, _LOG_S = 1.6, 30.0, 30.0
_LIMIT = 4 * 1024 * 1024
_WRONG = 'messageType == "fault" OR (process == "kernel" AND messageType == "error")'
LOG_HOURS = 1
"""How far back the log is read: a whole day of it takes minutes."""
TYPES: Mapping[str, tuple[str, ...]] = {
    "machine": (
        *("SPHardwareDataType", "SPSoftwareDataType", "SPiBridgeDataType", "SPMemoryDataType", "SPNVMeDataType"),
        *("SPSerialATADataType", "SPStorageDataType", "SPPowerDataType", "SPDisplaysDataType"),
    ),
    "around": (
        *("SPNetworkDataType", "SPAudioDataType", "SPCameraDataType", "SPUSBDataType", "SPPCIDataType"),
        *("SPThunderboltDataType", "SPBluetoothDataType"),
    ),
    "later": ("SPAirPortDataType",),
}


def profile(what: str) -> Printed:
    """Ask for one group of types. Raises ProgramFailed."""
    major = platform.release().partition(".")[0]
    new = major.isdecimal() and int(major) >= _WITH_USB_HOST
    types = [name.replace("SPUSBData", "SPUSBHostData") if new else name for name in TYPES[what]]
    seconds = _LATER_S if what == "later" else _NOW_S
    return printed(("/usr/sbin/system_profiler", "-json", *types), seconds=seconds)


def log() -> Printed:
    """What went wrong lately, a line of JSON for each message; only administrators may know. Raises ProgramFailed."""
    words = ("/usr/bin/log", "show", "--last", f"{LOG_HOURS}h", "--style", "ndjson", "--predicate", _WRONG)
    return printed(words, seconds=_LOG_S, limit=_LIMIT)
