"""What Windows knows of its radios: the wireless network in use, and what is paired. Nothing is searched for."""

import ctypes
import sys
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from desktop_app.adapters.collectors.windows.calls import library

_CARD_BYTES, _CARD_STATE_AT, _CONNECTED = 532, 528, 1
_CONNECTION, _SIGNAL, _CHANNEL = 7, 0x1000_0102, 8
_PAIRED_BYTES, _MOST = 560, 50


class _Search(ctypes.Structure):
    """BLUETOOTH_DEVICE_SEARCH_PARAMS: what is known already, no inquiry by radio."""

    _fields_ = [
        ("size", ctypes.c_uint32),
        ("authenticated", ctypes.c_int),
        ("remembered", ctypes.c_int),
        ("unknown", ctypes.c_int),
        ("connected", ctypes.c_int),
        ("inquiry", ctypes.c_int),
        ("patience", ctypes.c_ubyte),
        ("radio", ctypes.c_void_p),
    ]


def wireless() -> dict[str, tuple[bytes, int | None, int | None]]:
    """By the number of the card, what is known of its connection."""
    if sys.platform != "win32":
        return {}
    service, door, version = library("wlanapi"), ctypes.c_void_p(), ctypes.c_ulong()
    if service is None or service.WlanOpenHandle(2, None, ctypes.byref(version), ctypes.byref(door)):
        return {}
    try:
        return dict(_cards(service, door))
    finally:
        service.WlanCloseHandle(door, None)


def _cards(service: Any, door: ctypes.c_void_p) -> Iterator[tuple[str, tuple[bytes, int | None, int | None]]]:
    place = ctypes.c_void_p()
    if service.WlanEnumInterfaces(door, None, ctypes.byref(place)) or not place.value:
        return
    count = ctypes.c_ulong.from_address(place.value).value
    entries = [ctypes.string_at(place.value + 8 + at * _CARD_BYTES, _CARD_BYTES) for at in range(count)]
    service.WlanFreeMemory(place)
    for entry in entries:
        if entry[_CARD_STATE_AT] == _CONNECTED:
            told = [_told(service, door, entry[:16], what) for what in (_CONNECTION, _SIGNAL, _CHANNEL)]
            signal, channel = (int.from_bytes(found[:4], "little", signed=True) or None for found in told[1:])
            yield f"{{{UUID(bytes_le=entry[:16])}}}".upper(), (told[0], signal, channel)


def _told(service: Any, door: ctypes.c_void_p, card: bytes, what: int) -> bytes:
    size, place = ctypes.c_ulong(), ctypes.c_void_p()
    number = ctypes.create_string_buffer(card, 16)
    if service.WlanQueryInterface(door, number, what, None, ctypes.byref(size), ctypes.byref(place), None):
        return b""
    found = ctypes.string_at(place.value, size.value) if place.value else b""
    service.WlanFreeMemory(place)
    return found


def bluetooth() -> tuple[bool | None, list[bytes]]:
    """Whether the radio is on, and what is paired with it."""
    if sys.platform != "win32":
        return None, []
    service, radio, size = library("BluetoothApis"), ctypes.c_void_p(), ctypes.c_uint32(4)
    if service is None:
        return None, []
    find = service.BluetoothFindFirstRadio
    find.restype = ctypes.c_void_p
    search = find(ctypes.byref(size), ctypes.byref(radio))
    if not search:
        return False, []
    service.BluetoothFindRadioClose(ctypes.c_void_p(search))
    library("kernel32").CloseHandle(radio)
    return True, list(_paired(service))


def _paired(service: Any) -> Iterator[bytes]:
    wanted = _Search(ctypes.sizeof(_Search), 1, 1, 0, 1, 0, 0, None)
    entry = ctypes.create_string_buffer(_PAIRED_BYTES.to_bytes(4, "little"), _PAIRED_BYTES)
    find = service.BluetoothFindFirstDevice
    find.restype = ctypes.c_void_p
    search = find(ctypes.byref(wanted), entry)
    for _ in range(_MOST if search else 0):
        yield entry.raw
        if not service.BluetoothFindNextDevice(ctypes.c_void_p(search), entry):
            break
    if search:
        service.BluetoothFindDeviceClose(ctypes.c_void_p(search))
