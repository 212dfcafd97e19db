"""The printer that documents go to when nobody chooses: this user's own setting, nobody else's."""

from pathlib import Path

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.printing import cups, windows
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.text_files import rewrite
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("printer", "wanted", "count")


def look(here: Here) -> tuple[bool, list[str], str]:
    """Whether the print system runs, the printers, the default one (it may be gone)."""
    if here.system == "windows":
        runs, printers, _, default = windows.state(here)
        return runs, [printer.name for printer in printers], default
    if not cups.is_running(here):
        return False, [], ""
    return True, [printer.name for printer in cups.printers(here)], own_default(here) or cups.default(here)


def own_default(here: Here) -> str:
    """The default this user set, also when that printer is gone."""
    lines = (line.split() for line in _read(_file(here)).splitlines())
    return next((words[1] for words in lines if len(words) > 1 and words[0] == "Default"), "")


@check(
    "printing.default",
    Shown(("set", "none", "gone", "right", "wrong", "no_printer", "no_service"), _FACTS, {"wanted": str}),
)
def default_printer(here: Here, given: Given) -> Result:
    """Which printer is the default; with `wanted`, whether it is that one."""
    runs, printers, default = look(here)
    facts: Facts = {"printer": default, "wanted": given.text("wanted"), "count": len(printers)}
    items = tuple(Item(name, {"printer": name}) for name in printers)
    if not runs or not printers:
        return Result("no_printer" if runs else "no_service", facts)
    return Result(_outcome(printers, default, given.text("wanted")), facts, f"default: {default or '-'}", items)


def _outcome(printers: list[str], default: str, wanted: str) -> str:
    if wanted:
        return "right" if default == wanted else "wrong"
    if not default:
        return "none"
    return "set" if default in printers else "gone"


@repair("printing.default.choose", Shown(("done", "already"), _FACTS, {"printer": str}, resource="default_printer"))
class Choose:
    """Makes another printer the default of this user."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The printer before and after; it must exist."""
        _, printers, default = look(here)
        wanted = given.text("printer")
        if wanted not in printers:
            raise ActionFailed(f"no printer {wanted}")
        if wanted == default:
            return Plan(outcome="already", facts={"printer": default, "wanted": wanted})
        own = default if here.system == "windows" else own_default(here)
        return Plan({"before": own, "after": wanted}, {"printer": default or "–", "wanted": wanted})

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Sets it."""
        self._set(here, saved["after"], before=saved["before"])
        say("setting_changed", 1)
        return Result("done", {"wanted": saved["after"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Only our own choice is taken back, and only to a printer that still exists."""
        _, printers, default = look(here)
        now = default if here.system == "windows" else own_default(here)
        if now not in (saved["before"], saved["after"]):
            return "changed_since"
        return "gone" if saved["before"] and saved["before"] not in printers else ""

    def undo(self, here: Here, saved: Saved) -> None:
        """Back to the printer before, or to none."""
        self._set(here, saved["before"], before=saved["after"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _set(self, here: Here, name: str, before: str) -> None:
        if here.system == "windows":
            windows.set_default(here, name or before)
        else:
            rewrite(_file(here), with_default(_read(_file(here)), name))


def _file(here: Here) -> Path:
    return here.home / ".cups" / "lpoptions"


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def with_default(text: str, name: str) -> str:
    """The option file with `name` as its default (none when empty); every other option is kept."""
    lines: list[str] = []
    is_marked = False
    for line in text.splitlines():
        words = line.split(maxsplit=2)
        if len(words) > 1 and words[0] in ("Default", "Dest"):
            is_default = words[1] == name
            is_marked = is_marked or is_default
            if is_default or len(words) > 2:
                lines.append(" ".join(("Default" if is_default else "Dest", *words[1:])))
        elif line.strip():
            lines.append(line)
    if name and not is_marked:
        lines.append(f"Default {name}")
    return "".join(f"{line}\n" for line in lines)
