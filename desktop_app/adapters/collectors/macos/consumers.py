"""macOS: how large the places are that fill up by themselves. Slow, so it is measured apart.

Folders for which macOS would ask the user (documents, desktop, downloads) are not looked at.
"""

from desktop_app.adapters.collectors.sizes import sizes
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.storage import Consumer

_SYSTEM = {"private/tmp": "temporary", "private/var/tmp": "temporary", "Library/Caches": "caches"}
_HOME = {"Library/Caches": "caches", ".Trash": "waste bin", "Library/Logs": "notes of programs"}


def consumers(tree: Tree) -> list[Consumer]:
    """Each kind of place with its size, largest first. Raises ProgramFailed."""
    return sizes(tree, _SYSTEM, _HOME)
