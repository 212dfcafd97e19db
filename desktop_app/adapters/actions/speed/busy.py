"""A program that hangs or eats the processor: the user says which, it is asked to close, then ended."""
# ruff: noqa: ARG001, ARG002 -- every action has the same shape

import psutil

from desktop_app.adapters.actions import processes
from desktop_app.adapters.actions.ending import ended, proposed, shown_name
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Final, Shown, check, repair
from desktop_app.domain.action import Given, Item, Plan, Result, Saved, Say

_FACTS = ("program", "percent", "memory_bytes", "count")
_BUSY_PERCENT = 60
_SHOWN = 6
_SMALL_BYTES = 60_000_000
_PATIENCE_S = 5


@check(
    "speed.busy",
    Shown(("busy", "calm", "running", "gone"), _FACTS, {"wanted": str, "busy_percent": int}),
)
def busy_programs(here: Here, given: Given) -> Result:
    """The programs that work hardest or are largest; with `wanted`, whether that one still runs."""
    if wanted := given.text("wanted"):
        process = processes.marked(wanted)
        name = shown_name(process) if process else ""
        return Result("running", {"program": name}) if process else Result("gone")
    limit = given.number("busy_percent", _BUSY_PERCENT)
    ranked = sorted(processes.measured(1), key=lambda found: (found[1] < limit, -found[1] // limit, -found[2]))
    shown = [found for found in ranked if found[1] >= limit or found[2] > _SMALL_BYTES][:_SHOWN]
    items = tuple(Item(processes.mark(p), _facts(p, percent, memory)) for p, percent, memory in shown)
    busiest = [found for found in shown if found[1] >= limit]
    if not busiest:
        return Result("calm", {"count": 0}, items=items)
    return Result("busy", {**_facts(*busiest[0]), "count": len(busiest)}, items=items)


def _facts(process: psutil.Process, percent: float, memory: int) -> dict[str, str | int | float | bool]:
    return {"program": shown_name(process), "percent": round(percent), "memory_bytes": memory}


@repair(
    "speed.end",
    Shown(("ended", "gone", "refused"), _FACTS, {"program": str}, resource="programs", undoable=False),
)
class End(Final):
    """Ends one program of this user."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The program, by number and time of start; `gone` when it ended by itself or is not ours to end."""
        return proposed(given)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Asks it to close, then ends it."""
        process = processes.marked(saved["program"])
        if process is None:
            return Result("ended")
        is_ended = ended(process, _PATIENCE_S)
        say("program_ended", 1)
        return Result("ended" if is_ended else "refused")
