"""What was added to office programs: all of it set aside for one program, to see whether it starts and works without.

LibreOffice keeps added modules in one folder; Word and Excel load files from theirs, and on Windows also what the
registry names with `LoadBehavior` 3 (started with the program) under the user's own keys.
"""
# ruff: noqa: ARG002 -- every action has the same shape

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop_app.adapters.actions import holding, kept_files
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.processes import is_running
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("program", "count")
_NAMES = {
    "LibreOffice": ("soffice.bin", "soffice", "libreoffice"),
    "Word": ("winword", "microsoft word"),
    "Excel": ("excel", "microsoft excel"),
}
_OFFICE_MAC = "Library/Group Containers/UBF8T346G9.Office/User Content*/Startup*"
_PLACES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "linux": {
        "LibreOffice": (
            ".config/libreoffice/*/user/uno_packages",
            "snap/libreoffice/*/.config/libreoffice/*/user/uno_packages",
            ".var/app/org.libreoffice.LibreOffice/config/libreoffice/*/user/uno_packages",
        ),
    },
    "macos": {
        "LibreOffice": ("Library/Application Support/LibreOffice/*/user/uno_packages",),
        "Word": (f"{_OFFICE_MAC}/Word/*.dot*",),
        "Excel": (f"{_OFFICE_MAC}/Excel/*.xl*",),
    },
    "windows": {
        "LibreOffice": ("AppData/Roaming/LibreOffice/*/user/uno_packages",),
        "Word": ("AppData/Roaming/Microsoft/Word/STARTUP/*.dot*",),
        "Excel": ("AppData/Roaming/Microsoft/Excel/XLSTART/*.xl*",),
    },
}
_KEY = r"HKCU\Software\Microsoft\Office\{}\Addins"
_ON, _OFF = "0x3", "0x2"
_MODULES = "cache/uno_packages/*/*"


def _files(here: Here, program: str) -> list[Path]:
    """What the program loads; an empty folder of LibreOffice is not worth moving."""
    found = [path for pattern in _PLACES[here.system].get(program, ()) for path in sorted(here.home.glob(pattern))]
    return [path for path in found if not path.is_symlink() and (path.is_file() or any(path.glob(_MODULES)))]


def _count(here: Here, program: str) -> int:
    folders = [path for path in _files(here, program) if path.is_dir()]
    modules = sum(len([module for module in folder.glob(_MODULES) if module.is_dir()]) for folder in folders)
    return modules + len(_files(here, program)) - len(folders) + len(_registered(here, program))


def _registered(here: Here, program: str) -> list[str]:
    """The add-ins of this user that start with the program, on Windows."""
    if here.system != "windows" or program == "LibreOffice":
        return []
    ran = here.run("reg", "query", _KEY.format(program), "/s", "/v", "LoadBehavior")
    return read_addins(ran.out) if ran.code == 0 else []


def read_addins(text: str) -> list[str]:
    """The keys of `reg query /s` whose LoadBehavior is 3, by their last name."""
    found, name = [], ""
    for line in text.splitlines():
        if line.startswith("HKEY_"):
            name = line.rpartition("\\")[2].strip()
        elif line.split()[:1] == ["LoadBehavior"] and line.split()[-1] == _ON:
            found.append(name)
    return [name for name in found if re.fullmatch(r"[\w. -]+", name)]


@check("office.addins", Shown(("some", "none", "on", "off"), _FACTS, {"wanted": str}))
def addins(here: Here, given: Given) -> Result:
    """The programs to which something was added; with `wanted`, whether that one still loads any of it."""
    if wanted := given.text("wanted"):
        return Result("on" if _count(here, wanted) else "off", {"program": wanted})
    counts = {program: _count(here, program) for program in _PLACES[here.system]}
    items = tuple(Item(name, {"program": name, "count": count}) for name, count in counts.items() if count)
    return Result("some" if items else "none", {"count": sum(counts.values())}, items=items)


@repair(
    "office.addins.set_aside",
    Shown(("done", "still_open", "nothing"), _FACTS, {"program": str}, resource="addins"),
)
class SetAside:
    """Moves files and folders away and tells the registry not to start the others."""

    def plan(self, here: Here, given: Given) -> Plan:
        """What the program loads now."""
        program = given.text("program")
        facts: Facts = {"program": program, "count": _count(here, _known(here, program))}
        if _is_open(here, program):
            return Plan(outcome="still_open", facts=facts)
        keys = _registered(here, program)
        moves = holding.plan(here, _files(here, program)).saved
        base = moves or {"moves": [], "token": kept_files.new_token(), "size": 0}
        return Plan({**base, "program": program, "keys": keys}, facts, outcome="" if moves or keys else "nothing")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Away, unless the program was opened meanwhile."""
        if _is_open(here, saved["program"]):
            return Result("still_open", {"program": saved["program"]})
        holding.set_aside(saved, say, "")
        for name in saved["keys"]:
            _behave(here, saved["program"], name, _OFF)
        say("files_set_aside", 1)
        return Result("done", {"program": saved["program"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Still held, and the program closed."""
        if _is_open(here, _known(here, saved["program"])):
            return "close_first"
        return holding.hindrance(saved) if saved["moves"] else ""

    def undo(self, here: Here, saved: Saved) -> None:
        """Back to their places; what was added since is set aside instead."""
        program = _known(here, saved["program"])
        sources = [holding.restored(source) for source, _ in saved["moves"]]
        if not holding.is_ours(here, saved) or not all(_is_place(here, program, source) for source in sources):
            raise ActionFailed(f"nothing that was added to {program}")
        holding.put_back(saved, replaces=True)
        for name in saved["keys"]:
            _behave(here, program, name, _ON)

    def forget(self, here: Here, saved: Saved) -> None:
        """Deleted for good, as the user was told."""
        holding.delete(saved)


def _is_open(here: Here, program: str) -> bool:
    """Whether it runs; LibreOffice marks the folder that it uses, and may run with another one."""
    users = (pattern.rpartition("/")[0] for pattern in _PLACES[here.system][program])
    marks = (folder.parent / ".lock" for pattern in users for folder in here.home.glob(pattern))
    return is_running(_NAMES[program]) and (program != "LibreOffice" or any(mark.exists() for mark in marks))


def _known(here: Here, program: str) -> str:
    if program not in _PLACES[here.system]:
        raise ActionFailed(f"no program {program}")
    return program


def _is_place(here: Here, program: str, path: Path) -> bool:
    if not path.is_relative_to(here.home) or ".." in path.parts:
        return False
    return any(path.relative_to(here.home).match(pattern) for pattern in _PLACES[here.system][program])


def _behave(here: Here, program: str, name: str, behaviour: str) -> None:
    if not re.fullmatch(r"[\w. -]+", name):
        raise ActionFailed(f"no add-in {name}")
    key = f"{_KEY.format(program)}\\{name}"
    here.asked("reg", "add", key, "/v", "LoadBehavior", "/t", "REG_DWORD", "/d", behaviour, "/f")


@check("office.program_open", Shown(("open", "closed"), ("program",), {"program": str}))
def program_open(here: Here, given: Given) -> Result:
    """Whether an office program runs for this user."""
    program = given.text("program")
    is_open = _is_open(here, _known(here, program))
    return Result("open" if is_open else "closed", {"program": program})
