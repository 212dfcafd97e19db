"""What Windows answers to a call of its own libraries, and no program has to be started for. Nothing is changed.

Each answer is plain, or the bytes of the table that Windows fills; who reads them knows their shape. Where a library or
a function is missing, the answer is None or empty.
"""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

_LOST = (OSError, AttributeError)


@dataclass(frozen=True)
class Picture:
    """What one screen shows now: the device in the registry's way, size in points, and how often in a second."""

    device: str
    width: int
    height: int
    hertz: int
    main: bool


class Calls(Protocol):
    """The questions."""

    def firmware(self) -> int | None:
        """How the machine starts: 1 BIOS, 2 UEFI (GetFirmwareType)."""

    def features(self, numbers: tuple[int, ...]) -> set[int]:
        """Which of the processor's abilities are there (IsProcessorFeaturePresent)."""

    def system_information(self, kind: int) -> int | None:
        """A word of flags of the kernel (NtQuerySystemInformation)."""

    def performance(self) -> bytes:
        """PERFORMANCE_INFORMATION."""

    def sleep(self) -> bytes:
        """SYSTEM_POWER_CAPABILITIES."""

    def neighbours(self) -> bytes:
        """MIB_IPNET_TABLE2."""

    def routes(self) -> bytes:
        """MIB_IPFORWARD_TABLE2."""

    def drives(self) -> list[tuple[str, str, int]]:
        """Drive, what it stands for, and Windows' word: 0 connected, 1201 remembered only (WNetGetConnection)."""

    def waste_bytes(self) -> int | None:
        """How much lies in the recycle bins of all drives (SHQueryRecycleBin)."""

    def hung(self) -> set[int]:
        """Programs of which a window does not answer (IsHungAppWindow)."""

    def administrator(self) -> bool | None:
        """Whether the user may become administrator, also where the programs run without it (TOKEN_ELEVATION_TYPE)."""

    def remote(self) -> bool | None:
        """Whether the screen is somewhere else (SM_REMOTESESSION)."""

    def tpm(self) -> int | None:
        """The family of the security chip: 1 or 2, 0 when there is none (Tbsi_GetDeviceInfo)."""

    def present(self) -> list[str]:
        """The devices that are there now, by their instance (CM_Get_Device_ID_List)."""

    def problem(self, device: str) -> int | None:
        """The number of what is wrong with a device; None when nothing is (CM_Get_DevNode_Status)."""

    def pictures(self) -> list[Picture]:
        """What each screen shows (EnumDisplayDevices, EnumDisplaySettings)."""

    def wireless(self) -> dict[str, tuple[bytes, int | None, int | None]]:
        """By card: WLAN_CONNECTION_ATTRIBUTES, signal in dBm, channel. From Windows 11 24H2 on, this asks for the
        place where the user is; see `wifi.may_ask`."""

    def bluetooth(self) -> tuple[bool | None, list[bytes]]:
        """Whether the radio is on, and BLUETOOTH_DEVICE_INFO of what is paired; nothing is searched for."""

    def certificates(self) -> list[bytes]:
        """The certificates of the user's own store."""


class WindowsCalls:
    """The machine's own. On any other system there is nothing to call."""

    def firmware(self) -> int | None:
        """See `Calls`."""
        kind = ctypes.c_uint()
        done = _call("kernel32", "GetFirmwareType", ctypes.byref(kind))
        return kind.value if done else None

    def features(self, numbers: tuple[int, ...]) -> set[int]:
        """See `Calls`."""
        return {number for number in numbers if _call("kernel32", "IsProcessorFeaturePresent", number)}

    def system_information(self, kind: int) -> int | None:
        """See `Calls`."""
        flags, size = ctypes.c_ulong(), ctypes.c_ulong()
        failed = _call("ntdll", "NtQuerySystemInformation", kind, ctypes.byref(flags), 4, ctypes.byref(size))
        return flags.value if failed == 0 else None

    def performance(self) -> bytes:
        """See `Calls`."""
        table = ctypes.create_string_buffer(104)
        return table.raw if _call("kernel32", "K32GetPerformanceInfo", table, 104) else b""

    def sleep(self) -> bytes:
        """See `Calls`."""
        table = ctypes.create_string_buffer(128)
        return table.raw if _call("powrprof", "GetPwrCapabilities", table) else b""

    def neighbours(self) -> bytes:
        """See `Calls`."""
        return _table("GetIpNetTable2", 88)

    def routes(self) -> bytes:
        """See `Calls`."""
        return _table("GetIpForwardTable2", 104)

    def drives(self) -> list[tuple[str, str, int]]:
        """See `Calls`."""
        return [entry for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if (entry := _drive(f"{letter}:"))]

    def waste_bytes(self) -> int | None:
        """See `Calls`."""
        table = (ctypes.c_longlong * 3)(24)
        return int(table[1]) if _call("shell32", "SHQueryRecycleBinW", None, table) == 0 else None

    def hung(self) -> set[int]:
        """See `Calls`."""
        from desktop_app.adapters.collectors.windows.desktop import hung

        return hung()

    def administrator(self) -> bool | None:
        """See `Calls`."""
        from desktop_app.adapters.collectors.windows.desktop import administrator

        return administrator()

    def remote(self) -> bool | None:
        """See `Calls`."""
        found = _call("user32", "GetSystemMetrics", 0x1000)
        return None if found is None else bool(found)

    def tpm(self) -> int | None:
        """See `Calls`."""
        table = (ctypes.c_uint * 4)(1)
        failed = _call("tbs", "Tbsi_GetDeviceInfo", 16, table)
        return None if failed is None else int(table[1]) if failed == 0 else 0

    def present(self) -> list[str]:
        """See `Calls`."""
        size, only_present = ctypes.c_ulong(), 0x100
        if _call("cfgmgr32", "CM_Get_Device_ID_List_SizeW", ctypes.byref(size), None, only_present) != 0:
            return []
        names = ctypes.create_unicode_buffer(size.value + 1)
        failed = _call("cfgmgr32", "CM_Get_Device_ID_ListW", None, names, size, only_present)
        return [name for name in "".join(names[:]).split("\0") if name] if failed == 0 else []

    def problem(self, device: str) -> int | None:
        """See `Calls`."""
        node, status, number = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_ulong()
        if _call("cfgmgr32", "CM_Locate_DevNodeW", ctypes.byref(node), device, 0) != 0:
            return None
        places = ctypes.byref(status), ctypes.byref(number)
        failed = _call("cfgmgr32", "CM_Get_DevNode_Status", *places, node, 0)
        return number.value if failed == 0 and status.value & 0x400 else None

    def pictures(self) -> list[Picture]:
        """See `Calls`."""
        from desktop_app.adapters.collectors.windows.desktop import pictures

        return pictures()

    def wireless(self) -> dict[str, tuple[bytes, int | None, int | None]]:
        """See `Calls`."""
        from desktop_app.adapters.collectors.windows.radios import wireless

        return wireless()

    def bluetooth(self) -> tuple[bool | None, list[bytes]]:
        """See `Calls`."""
        from desktop_app.adapters.collectors.windows.radios import bluetooth

        return bluetooth()

    def certificates(self) -> list[bytes]:
        """See `Calls`."""
        if sys.platform != "win32":
            return []
        import ssl

        with suppress(*_LOST):
            return [content for content, kind, _ in ssl.enum_certificates("MY") if kind == "x509_asn"]
        return []


def library(name: str) -> Any:
    """A library of Windows; None where it is missing."""
    if sys.platform != "win32":
        return None
    with suppress(*_LOST):
        return ctypes.WinDLL(f"{name}.dll", use_last_error=True)
    return None


def _call(name: str, function: str, *values: Any) -> int | None:
    """The answer of a function; None where it is missing."""
    with suppress(*_LOST):
        return int(getattr(library(name), function)(*values))
    return None


def _table(function: str, row: int) -> bytes:
    """A table that Windows lays out: a count, padding to eight bytes, the rows; given back at once."""
    place = ctypes.c_void_p()
    if _call("iphlpapi", function, 0, ctypes.byref(place)) != 0 or not place.value:
        return b""
    count = ctypes.c_ulong.from_address(place.value).value
    found = ctypes.string_at(place.value, 8 + count * row)
    _call("iphlpapi", "FreeMibTable", place)
    return found


def _drive(drive: str) -> tuple[str, str, int] | None:
    name, size = ctypes.create_unicode_buffer(1024), ctypes.c_ulong(1024)
    answer = _call("mpr", "WNetGetConnectionW", drive, name, ctypes.byref(size))
    return (drive, name.value, answer) if answer in {0, 1201} else None


def rows(table: bytes, size: int) -> Iterator[bytes]:
    """The rows of such a table, as many as are really there."""
    count = int.from_bytes(table[:4], "little")
    return (table[at : at + size] for at in range(8, min(len(table), 8 + count * size) - size + 1, size))
