"""Linux: how large the places are that fill up by themselves. Slow, so it is measured apart."""

from desktop_app.adapters.collectors.child import ProgramFailed, printed
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.storage import Consumer
from desktop_app.domain.snapshot import Reason

_SYSTEM = {
    "tmp": "temporary",
    "var/tmp": "temporary",
    "var/cache/apt/archives": "downloaded packages",
    "var/cache/dnf": "downloaded packages",
    "var/cache/pacman/pkg": "downloaded packages",
    "var/log": "notes of the system",
}
_HOME = {".cache": "caches", ".local/share/Trash": "waste bin"}
_KIB = 1024


def consumers(tree: Tree, seconds: float = 20.0) -> list[Consumer]:
    """Each kind of place with its size, largest first; nothing mounted inside is entered. Raises ProgramFailed."""
    home = tree.environ.get("HOME", "").strip("/")
    named = _SYSTEM | ({f"{home}/{name}": kind for name, kind in _HOME.items()} if home else {})
    places = {str(tree.at(name)): kind for name, kind in named.items() if tree.exists(name)}
    if not places:
        return []
    found = printed(("du", "-skx", "--", *places), seconds=seconds, limit=65536)
    if found.reason in {Reason.TOO_SLOW, Reason.TOO_MUCH}:
        raise ProgramFailed(found.reason)
    sizes: dict[str, int] = {}
    for line in found.text.decode("utf-8", "replace").splitlines():
        size, _, place = line.partition("\t")
        if size.isdecimal() and place in places:
            sizes[places[place]] = sizes.get(places[place], 0) + int(size) * _KIB
    return [Consumer(kind, size) for kind, size in sorted(sizes.items(), key=lambda pair: -pair[1])]
