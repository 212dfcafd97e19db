"""A drive of the network that no longer answers: let go, and connected again with this person's own rights."""
# ruff: noqa: ARG002 -- every action has the same shape

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.network.drives_systems import SYSTEMS, Drive
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("drive", "count")


def found(here: Here, wanted: str = "") -> list[Drive]:
    """Every drive, or the one of this key."""
    return [drive for drive in SYSTEMS[here.system].drives(here) if wanted in ("", drive.id)]


@check(
    "network.drives",
    Shown(("fine", "lost", "away", "several", "not_ours", "none"), _FACTS, {"wanted": str}),
)
def network_drives(here: Here, given: Given) -> Result:
    """Whether the drives of the network answer (`wanted`: that one)."""
    every = found(here, given.text("wanted"))
    bad = [drive for drive in every if drive.state != "fine"]
    ours = [drive for drive in bad if drive.is_ours]
    shown = "\n".join(drive.name for drive in (ours or bad or every))
    facts: Facts = {"drive": shown, "count": len(ours or bad or every)}
    items = tuple(Item(drive.id, {"drive": drive.name}) for drive in ours)
    detail = "; ".join(f"{drive.id}: {drive.state}" for drive in every)
    return Result(_outcome(every, bad, ours), facts, detail, items)


def _outcome(every: list[Drive], bad: list[Drive], ours: list[Drive]) -> str:
    if not bad:
        return "fine" if every else "none"
    if not ours:
        return "not_ours"
    return "several" if len(ours) > 1 else ours[0].state


@repair(
    "network.drives.reconnect",
    Shown(
        ("done", "needs_secret", "refused", "nothing"),
        _FACTS,
        {"drive": str},
        resource="drives",
        undoable=False,
    ),
)
class Reconnect:
    """Connects one drive again: that of `drive`, or the only one that is lost."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which one; `nothing` when it answers by now."""
        bad = [drive for drive in found(here, given.text("drive")) if drive.is_ours and drive.state != "fine"]
        if not bad:
            return Plan(outcome="nothing")
        return Plan({"drive": bad[0].id}, {"drive": bad[0].name}, bad[0].id)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Lets go and connects; once more does it once more."""
        outcome = SYSTEMS[here.system].reconnect(here, str(saved["drive"]))
        say("reconnected" if outcome == "done" else "", 1)
        return Result(outcome)

    def hindrance(self, here: Here, saved: Saved) -> str:
        """It is the same drive before and after."""
        return "final"

    def undo(self, here: Here, saved: Saved) -> None:
        """There is no way back."""

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""
