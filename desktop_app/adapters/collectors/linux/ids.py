"""Linux: names of makers and devices by their numbers, from the lists that distributions install beside their tools."""

import re
from functools import lru_cache
from pathlib import Path

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.tree import Tree

_PLACES = ("usr/share/misc/{}.ids", "usr/share/hwdata/{}.ids", "var/lib/usbutils/{}.ids")
_LONGEST = 8 * 1024 * 1024
_NUMBER = re.compile(r"[0-9a-f]{4}")
_NEXT = re.compile(rb"\n[^\t#\n]")


def named(tree: Tree, kind: str, maker: str, device: str) -> tuple[str | None, str | None]:
    """Maker and device in words; None where no list knows. `kind`: pci or usb; numbers as four hexadecimal digits."""
    file = next((place for place in _PLACES if tree.exists(place.format(kind))), "")
    if not file or not _NUMBER.fullmatch(maker) or not _NUMBER.fullmatch(device):
        return None, None
    return _sought(tree.at(file.format(kind)), maker, device)


@lru_cache(maxsize=256)
def _sought(file: Path, maker: str, device: str) -> tuple[str | None, str | None]:
    """Several sections ask for the same cards, and every report again."""
    text = _list(file)
    start, end = _maker(file, maker)
    if start < 0:
        return None, None
    at = text.find(f"\n\t{device}  ".encode(), start, end)
    return _word(text, start + 7), _word(text, at + 8) if at >= 0 else None


@lru_cache(maxsize=256)
def _maker(file: Path, maker: str) -> tuple[int, int]:
    """Where the devices of a maker begin and end; -1 where the list has none.

    They end at the next line that begins with neither a tab nor a number sign.
    """
    text = _list(file)
    start = text.find(f"\n{maker}  ".encode())
    found = _NEXT.search(text, start + 1) if start >= 0 else None
    return start, found.start() if found else len(text)


def _word(text: bytes, at: int) -> str:
    return clean(text[at : text.find(b"\n", at)].decode("utf-8", "replace"))


@lru_cache(maxsize=4)
def _list(file: Path) -> bytes:
    try:
        with file.open("rb") as content:
            return b"\n" + content.read(_LONGEST)
    except OSError:
        return b""
