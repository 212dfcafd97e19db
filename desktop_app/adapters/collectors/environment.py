"""What programs are told when they start: the names of variables, never their values. The same on every system."""

import os
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from desktop_app.adapters.collectors.clean import clean
from desktop_app.domain.sections.identity import Environment

_HOMES = ("HOME", "USERPROFILE")
_KNOWN_FOLDERS = frozenset({"bin", ".local", ".cargo", ".dotnet", "go", "AppData", "scoop"})
_MOST = 300


def environment(environ: Mapping[str, str], separator: str = os.pathsep) -> Environment:
    """Names of variables, and where programs are looked for with what lies in a home cut short."""
    path = [entry for entry in environ.get("PATH", "").split(separator) if entry]
    homes = [PurePath(environ[name]) for name in _HOMES if environ.get(name)]
    return Environment(
        names=tuple(clean(name) for name in sorted(environ))[:_MOST],
        path=tuple(dict.fromkeys(_shown(entry, homes) for entry in path))[:_MOST],
        path_missing=sum(not os.path.isdir(entry) for entry in path),  # noqa: PTH112 - a foreign path stays text
        shell=clean(PurePath(environ.get("SHELL", "")).name) or None,
    )


def _shown(entry: str, homes: list[PurePath]) -> str:
    folder = PurePath(entry)
    for home in homes:
        if folder.is_relative_to(home):
            return "/".join(_parts(folder.relative_to(home)))
    return clean(entry)


def _parts(inside: PurePath) -> Iterator[str]:
    """Folders that every such home has keep their name; what somebody made is `…`."""
    yield "~"
    if inside.parts:
        yield inside.parts[0] if inside.parts[0] in _KNOWN_FOLDERS else "…"
