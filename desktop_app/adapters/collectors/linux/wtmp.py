"""Linux: the old table of starts, stops and sign-ins (utmp(5)), read from its end."""

import struct
from collections.abc import Iterator

from desktop_app.adapters.collectors.tree import Tree

_FILE, _SIZE, _TAIL = "var/log/wtmp", 384, 384 * 4000
_RUN_LEVEL, _BOOT = 1, 2


def last_shutdown_clean(tree: Tree) -> bool | None:
    """Whether the machine was shut down before it last started; None when the table does not reach back so far."""
    marks = [mark for mark in _marks(tree) if mark in {"boot", "shutdown"}]
    if not marks or marks[-1] != "boot" or len(marks) < 2:
        return None
    return marks[-2] == "shutdown"


def _marks(tree: Tree) -> Iterator[str]:
    content = tree.end(_FILE, _TAIL)
    content = content[len(content) % _SIZE :]
    for at in range(0, len(content), _SIZE):
        kind, _, _, _, user = struct.unpack_from("<h2xi32s4s32s", content, at)
        if kind == _BOOT:
            yield "boot"
        elif kind == _RUN_LEVEL and user.rstrip(b"\0") == b"shutdown":
            yield "shutdown"
