"""How large places are, by `du`, which every Unix has. Slow, so it is asked apart."""

from collections.abc import Mapping

from desktop_app.adapters.collectors.child import ProgramFailed, printed
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.storage import Consumer
from desktop_app.domain.snapshot import Reason

_KIB = 1024


def sizes(tree: Tree, system: Mapping[str, str], home: Mapping[str, str], seconds: float = 20.0) -> list[Consumer]:
    """The sizes of places by their kind, largest first; nothing mounted inside is entered. Raises ProgramFailed.

    `system`, `home`: folders with their kind, from the root and from the user's folder.
    """
    ours = tree.environ.get("HOME", "").strip("/")
    named = dict(system) | ({f"{ours}/{name}": kind for name, kind in home.items()} if ours else {})
    places = {str(tree.at(name)): kind for name, kind in named.items() if tree.exists(name)}
    if not places:
        return []
    found = printed(("du", "-skx", "--", *places), seconds=seconds, limit=65536)
    if found.reason in {Reason.TOO_SLOW, Reason.TOO_MUCH}:
        raise ProgramFailed(found.reason)
    kinds: dict[str, int] = {}
    for line in found.text.decode("utf-8", "replace").splitlines():
        size, _, place = line.partition("\t")
        if size.strip().isdecimal() and place in places:
            kinds[places[place]] = kinds.get(places[place], 0) + int(size) * _KIB
    return [Consumer(kind, size) for kind, size in sorted(kinds.items(), key=lambda pair: -pair[1])]
