"""Linux: what the desktop's own settings say of screens, locks and proxies. GNOME's are asked, KDE's are read."""

import os
import shutil
from collections.abc import Mapping

from desktop_app.adapters.collectors.child import output
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.tree import Tree

_WITH_GSETTINGS = frozenset({"GNOME", "UNITY", "CINNAMON", "X-CINNAMON", "MATE", "BUDGIE", "PANTHEON", "UBUNTU"})


def gsettings(tree: Tree, *schemas: str) -> dict[str, str]:
    """`schema key` to value for every key of the schemas; nothing on other desktops. Raises ProgramFailed."""
    desktops = {name.upper() for name in tree.environ.get("XDG_CURRENT_DESKTOP", "").split(":")}
    program = shutil.which("gsettings", path=tree.environ.get("PATH", os.defpath))
    if not desktops & _WITH_GSETTINGS or program is None:
        return {}
    found: dict[str, str] = {}
    for schema in schemas:
        for line in output((program, "list-recursively", schema), seconds=0.4).decode("utf-8", "replace").splitlines():
            words = line.split(maxsplit=2)
            if len(words) == 3:
                found[f"{words[0]} {words[1]}"] = clean(words[2]).strip("'")
    return found


def number(found: Mapping[str, str], key: str) -> int | None:
    """A whole number among settings; `uint32 300` is how some are written."""
    word = found.get(key, "").rpartition(" ")[2]
    return int(word) if word.isdecimal() else None


def kde(tree: Tree, file: str) -> dict[str, str]:
    """A file of KDE's settings as `[group] key`; nothing when it is not there."""
    home = tree.environ.get("HOME", "").strip("/")
    group, found = "", {}
    for line in tree.lines(f"{home}/.config/{file}") if home else []:
        if line.startswith("["):
            group = line.strip()
        elif "=" in line:
            key, _, value = line.partition("=")
            found[f"{group} {key.strip()}"] = clean(value)
    return found
