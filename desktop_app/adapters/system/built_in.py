"""What is built into this machine and does not travel with a copy of its disk."""

import re
import sys
from functools import cache
from pathlib import Path

from desktop_app.adapters.system.programs import answer_of
from desktop_app.domain.machine import fingerprints

_MAC_UUID = re.compile(r'"IOPlatformUUID"\s*=\s*"([^"]+)"')
_NOWHERE = "00:00:00:00:00:00"


@cache
def machine() -> str:
    """The fingerprints of this machine, or nothing when it does not say what it is made of. May take a moment once."""
    readers = {"win32": _of_windows, "darwin": _of_mac}
    return fingerprints(readers.get(sys.platform, of_linux)())


def of_linux(root: Path = Path("/")) -> list[str]:
    """The addresses burnt into the network cards that are built in.

    An account without rights reads no serial number of a board. What hangs on USB may hang on another machine
    tomorrow, an address that was set or drawn (`addr_assign_type` other than 0) is not the card's own; a radio says
    its own through its `phy80211`.
    """
    cards = (root / "sys/class/net").glob("*")
    return [address for card in cards if (address := _own_address(card)) not in {"", _NOWHERE}]


def _own_address(card: Path) -> str:
    if not (card / "device").exists() or "/usb" in str(card.resolve()):
        return ""
    if (card / "phy80211").exists():
        return _text(card / "phy80211/macaddress")
    return _text(card / "address") if _text(card / "addr_assign_type") == "0" else ""


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _of_windows() -> list[str]:
    """The board's UUID (SMBIOS), which Windows keeps where every account may read it."""
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\HardwareConfig") as key:  # type: ignore[attr-defined,unused-ignore]
            return [str(winreg.QueryValueEx(key, "LastConfig")[0])]  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return []


def _of_mac() -> list[str]:
    return _MAC_UUID.findall(answer_of("ioreg", "-rd1", "-c", "IOPlatformExpertDevice"))
