"""The one question to `system_profiler`.

The types that answer fast; never SPApplicationsDataType, which takes a minute.
"""

from desktop_app.adapters.collectors.child import output

TYPES = (
    *(
        "SPHardwareDataType",
        "SPMemoryDataType",
        "SPNVMeDataType",
        "SPSerialATADataType",
        "SPPowerDataType",
        "SPDisplaysDataType",
    ),
    "SPStorageDataType",
)


def ask() -> bytes:
    """Ask once. Raises ProgramFailed."""
    return output(("/usr/sbin/system_profiler", "-json", *TYPES), seconds=1.8)
