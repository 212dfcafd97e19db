"""What Windows' desktop knows: windows that do not answer, what each screen shows, and the rights of the user."""

import ctypes
import sys
from collections.abc import Iterator

from desktop_app.adapters.collectors.windows.calls import Picture, library

_CURRENT = 0xFFFF_FFFF
_ATTACHED, _MAIN, _WITH_DEVICE = 0x1, 0x4, 0x1
_QUERY, _ELEVATION_TYPE, _SPLIT = 0x8, 18, 3
_MODE_BYTES, _MODE_SIZE_AT = 220, 68
_WIDTH_AT, _HEIGHT_AT, _HERTZ_AT = 172, 176, 184


class _Device(ctypes.Structure):
    """DISPLAY_DEVICEW."""

    _fields_ = [
        ("size", ctypes.c_uint32),
        ("name", ctypes.c_wchar * 32),
        ("words", ctypes.c_wchar * 128),
        ("flags", ctypes.c_uint32),
        ("id", ctypes.c_wchar * 128),
        ("key", ctypes.c_wchar * 128),
    ]


def hung() -> set[int]:
    """The numbers of programs with a visible window that does not answer."""
    if sys.platform != "win32":
        return set()
    user, found = library("user32"), set[int]()

    def look(window: int, _: int) -> bool:
        number = ctypes.c_ulong()
        if user.IsWindowVisible(ctypes.c_void_p(window)) and user.IsHungAppWindow(ctypes.c_void_p(window)):
            user.GetWindowThreadProcessId(ctypes.c_void_p(window), ctypes.byref(number))
            found.add(number.value)
        return True

    kind = ctypes.WINFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
    user.EnumWindows(kind(look), None)
    return found


def administrator() -> bool | None:
    """Administrator now, or after a yes: then the user has two halves of rights (TokenElevationTypeLimited)."""
    if sys.platform != "win32":
        return None
    if library("shell32").IsUserAnAdmin():
        return True
    token, kind, size = ctypes.c_void_p(), ctypes.c_uint32(), ctypes.c_uint32()
    rights = library("advapi32")
    if not rights.OpenProcessToken(ctypes.c_void_p(-1), _QUERY, ctypes.byref(token)):
        return None
    told = rights.GetTokenInformation(token, _ELEVATION_TYPE, ctypes.byref(kind), 4, ctypes.byref(size))
    library("kernel32").CloseHandle(token)
    return kind.value == _SPLIT if told else None


def pictures() -> list[Picture]:
    """Each screen that is in use."""
    return [] if sys.platform != "win32" else list(_pictures())


def _pictures() -> Iterator[Picture]:
    user = library("user32")
    for number in range(32):
        card, screen = _device(), _device()
        if not user.EnumDisplayDevicesW(None, number, ctypes.byref(card), 0):
            return
        mode = ctypes.create_string_buffer(_MODE_BYTES)
        ctypes.c_uint16.from_buffer(mode, _MODE_SIZE_AT).value = _MODE_BYTES
        is_on = card.flags & _ATTACHED and user.EnumDisplaySettingsW(card.name, _CURRENT, mode)
        if is_on and user.EnumDisplayDevicesW(card.name, 0, ctypes.byref(screen), _WITH_DEVICE):
            width, height, hertz = (_word(mode.raw, at) for at in (_WIDTH_AT, _HEIGHT_AT, _HERTZ_AT))
            yield Picture(instance(screen.id), width, height, hertz, bool(card.flags & _MAIN))


def _device() -> _Device:
    return _Device(size=ctypes.sizeof(_Device))


def _word(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "little")


def instance(path: str) -> str:
    r"""`\\?\DISPLAY#DEL40A1#5&1a2b&0&UID265#{…}` as the registry names it: `DISPLAY\DEL40A1\5&1a2b&0&UID265`."""
    return path.removeprefix("\\\\?\\").rpartition("#")[0].replace("#", "\\")
