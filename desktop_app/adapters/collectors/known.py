"""What this machine knows of its people and of itself, before any snapshot: for redaction everywhere."""

import getpass
import os
import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from desktop_app.domain.redaction.known import KnownValues

_FIRST_PERSON = 1000
_NOBODY = 60000
_SERIALS = ("product_serial", "board_serial", "chassis_serial", "chassis_asset_tag")
_DMI, _CARDS = Path("/sys/class/dmi/id"), Path("/sys/class/net")


def known_values() -> KnownValues:
    """Users with their full names, this computer's names, cards and identifiers. Reads files; asks no network."""
    names = dict.fromkeys((*_accounts(), _me()))
    host = socket.gethostname()
    return KnownValues(
        users=tuple(name for name in names if name),
        hosts=tuple(name for name in (host,) if name.lower() not in {"localhost", ""}),
        macs=tuple(_macs()),
        serials=tuple(text for name in _SERIALS if len(text := _text(_DMI / name)) > 5),
        uuids=tuple(text for file in (_DMI / "product_uuid", Path("/etc/machine-id")) if (text := _text(file))),
    )


def _macs() -> Iterable[str]:
    """The hardware address of each card; Linux has them in files, for which no library is loaded."""
    if sys.platform != "linux":
        from desktop_app.adapters.collectors import psutil_facts

        return psutil_facts.macs().values()
    return (mac for file in sorted(_CARDS.glob("*/address")) if (mac := _text(file)).strip("0:"))


def _me() -> str:
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _accounts() -> Iterator[str]:
    """Login and full name of the people with an account here."""
    if sys.platform == "win32":
        folder = Path(os.environ.get("SYSTEMDRIVE", "C:") + "\\Users")
        with suppress(OSError):
            yield from (entry.name for entry in folder.iterdir() if entry.is_dir())
        return
    import pwd

    for entry in pwd.getpwall():
        if _FIRST_PERSON <= entry.pw_uid < _NOBODY or (sys.platform == "darwin" and 500 <= entry.pw_uid < _NOBODY):
            yield entry.pw_name
            yield entry.pw_gecos.partition(",")[0].strip()


def _text(file: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return file.read_text(encoding="utf-8").strip()
    return ""
