"""An editor of documents that hangs: what it had saved by itself is copied first, then it is ended."""
# ruff: noqa: ARG001 -- every action has the same shape

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import psutil

from desktop_app.adapters.actions import holding, processes
from desktop_app.adapters.actions.ending import ended
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Final, Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("program", "count", "folder")
_PATIENCE_S = 5
_NAMES = {
    **dict.fromkeys(("soffice.bin", "soffice", "libreoffice"), "LibreOffice"),
    **dict.fromkeys(("winword", "microsoft word"), "Word"),
    **dict.fromkeys(("excel", "microsoft excel"), "Excel"),
    **dict.fromkeys(("powerpnt", "microsoft powerpoint"), "PowerPoint"),
    **dict.fromkeys(("abiword", "gnumeric", "onlyoffice-desktopeditors"), "Editor"),
}
# Where each saves by itself what is not saved yet
_SAVED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "linux": {
        "LibreOffice": (
            ".config/libreoffice/*/user/backup/*",
            "snap/libreoffice/*/.config/libreoffice/*/user/backup/*",
            ".var/app/org.libreoffice.LibreOffice/config/libreoffice/*/user/backup/*",
        ),
    },
    "macos": {
        "LibreOffice": ("Library/Application Support/LibreOffice/*/user/backup/*",),
        "Word": ("Library/Containers/com.microsoft.Word/Data/Library/Preferences/AutoRecovery/*",),
        "Excel": ("Library/Containers/com.microsoft.Excel/Data/Library/Application Support/Microsoft/*",),
        "PowerPoint": ("Library/Containers/com.microsoft.Powerpoint/Data/Library/Preferences/AutoRecovery/*",),
    },
    "windows": {
        "LibreOffice": ("AppData/Roaming/LibreOffice/*/user/backup/*",),
        "Word": (
            *("AppData/Roaming/Microsoft/Word/*.asd", "AppData/Roaming/Microsoft/Word/*.wbk"),
            *("AppData/Roaming/Microsoft/Word/*/*.asd", "AppData/Local/Microsoft/Office/UnsavedFiles/*.asd"),
        ),
        "Excel": ("AppData/Roaming/Microsoft/Excel/*/*.xls?", "AppData/Local/Microsoft/Office/UnsavedFiles/*.xls?"),
        "PowerPoint": (
            *("AppData/Roaming/Microsoft/PowerPoint/*.ppt?", "AppData/Local/Microsoft/Office/UnsavedFiles/*.ppt?"),
        ),
    },
}


@check("office.editor", Shown(("open", "none", "running", "gone"), _FACTS, {"wanted": str}))
def open_editors(here: Here, given: Given) -> Result:
    """The editors that run; with `wanted`, whether that one still does."""
    if wanted := given.text("wanted"):
        process = processes.marked(wanted)
        return Result("running", {"program": _name(process)}) if process else Result("gone")
    items = tuple(Item(processes.mark(process), {"program": _name(process)}) for process in _editors())
    return Result("open" if items else "none", {"count": len(items)}, items=items)


def _editors() -> Iterator[psutil.Process]:
    for process in processes.mine():
        with suppress(psutil.Error):
            if processes.plain_name(process.name()) in _NAMES and process.status() != psutil.STATUS_ZOMBIE:
                yield process


def _name(process: psutil.Process) -> str:
    return _NAMES.get(processes.plain_name(process.name()), process.name())


def kept_work(here: Here, program: str) -> list[Path]:
    """What the editor saved by itself, links left out."""
    patterns = _SAVED[here.system].get(program, ())
    found = (path for pattern in patterns for path in sorted(here.home.glob(pattern)))
    return [path for path in found if path.is_file() and not path.is_symlink()]


@repair(
    "office.editor.end",
    Shown(("ended", "gone", "refused"), _FACTS, {"editor": str}, resource="programs", undoable=False),
)
class End(Final):
    """Copies the work, makes sure of it, then ends the editor."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The editor by number and time of start, and the folder for the copies; `gone` when it ended by itself."""
        process = processes.marked(given.text("editor"))
        if process is None or processes.plain_name(process.name()) not in _NAMES:
            return Plan(outcome="gone")
        program = _name(process)
        folder = f"{program} {datetime.now().astimezone():%Y-%m-%d %H-%M}"
        saved = {"program": processes.mark(process), "name": program, "folder": folder}
        facts: Facts = {"program": program, "count": len(kept_work(here, program)), "folder": folder}
        return Plan(saved, facts, f"{process.pid} {process.name()}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Nothing is ended before every copy is whole."""
        process = processes.marked(saved["program"])
        if process is None:
            return Result("ended")
        for file in kept_work(here, saved["name"]):
            _copy(file, _documents(here) / Path(saved["folder"]).name)
        say("files_set_aside", 0.5)
        is_ended = ended(process, _PATIENCE_S)
        say("program_ended", 1)
        return Result("ended" if is_ended else "refused")

    def forget(self, here: Here, saved: Saved) -> None:
        """The copies are the user's."""


def _documents(here: Here) -> Path:
    folder = here.folder("XDG_DOCUMENTS_DIR", "Documents")
    return folder if folder.is_dir() else here.home


def _copy(file: Path, folder: Path) -> None:
    """A whole copy under a free name; one that is there already, from before a crash, is left."""
    target = folder / file.name
    if target.exists() and target.stat().st_size == file.stat().st_size:
        return
    folder.mkdir(parents=True, exist_ok=True)
    target = holding.free_name(target)
    shutil.copy2(file, target)
    if target.stat().st_size != file.stat().st_size:
        raise ActionFailed(f"{file.name} could not be copied whole")
