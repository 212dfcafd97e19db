"""Linux: the old tables of starts, stops and sign-ins (utmp(5)), read from their end."""

import struct
from collections.abc import Iterator

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.sections.identity import SignedIn

_PAST, _NOW = "var/log/wtmp", "run/utmp"
_ENTRY = struct.Struct("<h2xi32s4s32s256s8xi40x")
_TAIL = _ENTRY.size * 4000
_RUN_LEVEL, _BOOT, _PERSON = 1, 2, 7


def last_shutdown_clean(tree: Tree) -> bool | None:
    """Whether the machine was shut down before it last started; None when the table does not reach back so far."""
    marks = [mark for mark in _marks(tree) if mark in {"boot", "shutdown"}]
    if not marks or marks[-1] != "boot" or len(marks) < 2:
        return None
    return marks[-2] == "shutdown"


def signed_in(tree: Tree) -> Iterator[SignedIn]:
    """Who is signed in now; those at the machine itself come from nowhere."""
    for kind, _, _, _, user, host, since in _entries(tree, _NOW):
        if kind == _PERSON:
            origin = _text(host)
            far = origin not in {"", "localhost"} and not origin.startswith(":")
            yield SignedIn(user=_text(user), origin=origin if far else None, since=moment(since))


def _marks(tree: Tree) -> Iterator[str]:
    for kind, _, _, _, user, _, _ in _entries(tree, _PAST):
        if kind == _BOOT:
            yield "boot"
        elif kind == _RUN_LEVEL and user.rstrip(b"\0") == b"shutdown":
            yield "shutdown"


def _entries(tree: Tree, name: str) -> Iterator[tuple[int, int, bytes, bytes, bytes, bytes, int]]:
    content = tree.end(name, _TAIL)
    return _ENTRY.iter_unpack(content[len(content) % _ENTRY.size :])


def _text(field: bytes) -> str:
    return clean(field.partition(b"\0")[0].decode("utf-8", "replace"))
