"""A key of the Windows registry by `reg.exe`, which prints in an old code page but exports in UTF-16."""

import re
import tempfile
from pathlib import Path

from desktop_app.adapters.actions.here import Here

_ROW = re.compile(r'^"((?:[^"\\]|\\.)*)"=(?:"((?:[^"\\]|\\.)*)"|hex(\(\w+\))?:([0-9a-fA-F,]*))\r?$', re.MULTILINE)
_FOLDED = re.compile(r"\\\r?\n\s*")


def values(here: Here, key: str) -> dict[str, str]:
    """Names and values of `key`: text as it is, bytes as hexadecimal digits; none when there is no such key."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "key.reg"
        ran = here.run("reg", "export", key, str(file), "/y")
        return read_export(file.read_bytes()) if ran.code == 0 and file.exists() else {}


def read_export(content: bytes) -> dict[str, str]:
    """What `reg export` writes: `"name"="text"`, `"name"=hex:03,00`, long rows folded with a backslash."""
    text = _FOLDED.sub("", content.decode("utf-16", "replace"))
    return {
        _plain(row[1]): _plain(row[2]) if row[2] is not None else _bytes(row[3], row[4]) for row in _ROW.finditer(text)
    }


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _bytes(kind: str | None, digits: str) -> str:
    """`hex(2)` is text with variables in it; anything else is bytes."""
    raw = bytes.fromhex(digits.replace(",", ""))
    return raw.decode("utf-16-le", "replace").rstrip("\0") if kind == "(2)" else raw.hex().upper()
