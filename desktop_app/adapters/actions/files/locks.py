"""« In use by somebody »: the note that an office program leaves beside a document, and that outlived it.

LibreOffice writes `.~lock.NAME#` with its user and machine in it, Microsoft Office `~$NAME` with the user's name.
"""

import os
import platform
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.files.looking import place, visible
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.leftover import Leftover
from desktop_app.adapters.actions.processes import is_running
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved
from desktop_app.domain.fix import Facts

_FACTS = ("file", "folder", "who", "count")
_SHOWN = 10
_LIBRE, _MICROSOFT = re.compile(r"\.~lock\.(.+)#"), re.compile(r"~\$(.+\.(?:do|xl|pp)\w+)", re.IGNORECASE)
_LIBRE_PROGRAMS = ("soffice.bin", "soffice", "libreoffice", "oosplash")
_MICROSOFT_PROGRAMS = (
    *("winword", "excel", "powerpnt"),
    *("microsoft word", "microsoft excel", "microsoft powerpoint"),
)


@check("files.lock", Shown(("stale", "held", "none"), _FACTS, {"wanted": str}))
def locks(here: Here, given: Given) -> Result:
    """Notes beside documents: left behind, or of somebody who works there now; with `wanted`, that one alone."""
    wanted = given.text("wanted")
    found = [note for note in _notes(here) if not wanted or holding.stored(note) == wanted]
    stale = [note for note in found if not _holder(note)]
    items = tuple(Item(holding.stored(note), _facts(here, note)) for note in stale[:_SHOWN])
    if stale:
        return Result("stale", {**items[0].facts, "count": len(stale)}, items=items)
    if found:
        return Result("held", {**_facts(here, found[0]), "who": _holder(found[0]), "count": len(found)})
    return Result("none", {"count": 0})


def _notes(here: Here) -> Iterator[Path]:
    """Beside every document that can be seen; the notes themselves are hidden."""
    folders = dict.fromkeys([here.home, *(path.parent for path in visible(here))])
    for folder in folders:
        with suppress(OSError):
            yield from sorted(Path(entry.path) for entry in os.scandir(folder) if _document(entry.name))


def _document(name: str) -> str:
    """The document that a note is about; empty when it is no note."""
    match = _LIBRE.fullmatch(name) or _MICROSOFT.fullmatch(name)
    return match[1] if match else ""


def _facts(here: Here, note: Path) -> Facts:
    name = _document(note.name)
    if note.name.startswith("~$") and len(matches := list(note.parent.glob(f"??{name}"))) == 1:
        # Office writes its sign over the first two letters of a long name
        name = matches[0].name
    return {"file": os.fsencode(name).decode("utf-8", "replace"), "folder": place(here, note)}


def _holder(note: Path) -> str:
    """Who works on the document; empty when nobody can."""
    if note.name.startswith("~$"):
        return "Microsoft Office" if is_running(_MICROSOFT_PROGRAMS) else ""
    try:
        parts = note.read_text(encoding="utf-8", errors="replace").split(",")
    except OSError:
        return "?"
    user, host = (parts[1], parts[2]) if len(parts) > 2 else ("", "")
    if host and host.partition(".")[0].lower() != platform.node().partition(".")[0].lower():
        return user or host
    return "LibreOffice" if is_running(_LIBRE_PROGRAMS) else ""


@repair("files.lock.set_aside", Shown(("done", "held", "gone"), (*_FACTS, "held"), {"file": str}, resource="locks"))
class SetAside(Leftover):
    """Sets a note aside whose program is gone. The document itself is not touched."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The note; `held` when somebody opened the document meanwhile."""
        note = next((note for note in _notes(here) if holding.stored(note) == given.text("file")), None)
        if note is None:
            return Plan(outcome="gone")
        facts = _facts(here, note)
        if who := _holder(note):
            return Plan(outcome="held", facts={**facts, "who": who})
        moves = holding.plan(here, [note])
        return Plan(moves.saved, {**facts, "count": 1}, str(note), moves.outcome and "gone")

    def must_fit(self, here: Here, saved: Saved) -> None:
        """Only such marks."""
        notes = [holding.restored(source) for source, _ in saved["moves"]]
        if not holding.is_ours(here, saved) or not all(_document(note.name) for note in notes):
            raise ActionFailed("not a note that an office program leaves")
