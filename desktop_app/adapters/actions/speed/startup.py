"""Programs that open by themselves at sign-in: switched off one by one, each in the way its system has for that."""

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.speed.startup_places import PLACES, Entry
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say

_FACTS = ("program", "count")
_MANY = 8


@check("speed.startup", Shown(("many", "few", "none", "on", "off"), _FACTS, {"wanted": str}))
def startup_programs(here: Here, given: Given) -> Result:
    """How many of this user's programs open at sign-in; with `wanted`, whether that one still does."""
    entries = PLACES[here.system].entries(here)
    on = [entry for entry in entries if entry.is_on]
    if wanted := given.text("wanted"):
        entry = next((entry for entry in entries if entry.id == wanted), None)
        facts = {"program": entry.name if entry else wanted}
        return Result("on" if entry and entry.is_on else "off", facts)
    items = tuple(Item(entry.id, {"program": entry.name}) for entry in on)
    outcome = "many" if len(on) >= _MANY else "few" if on else "none"
    return Result(outcome, {"count": len(on)}, ", ".join(entry.id for entry in on), items)


@repair("speed.startup.off", Shown(("done", "nothing"), _FACTS, {"program": str}, resource="startup"))
class Off:
    """Switches off one program that opens at sign-in. The program itself stays."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Which entry, and how it is written down today."""
        entry = self._entry(here, given.text("program"))
        if entry is None or not entry.is_on:
            return Plan(outcome="nothing")
        return Plan({"entry": entry.id, "before": entry.state}, {"program": entry.name}, entry.id)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Off."""
        entry = self._entry(here, saved["entry"])
        if entry and entry.is_on:
            PLACES[here.system].off(here, entry)
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Removed since, or switched on again and changed by somebody else."""
        entry = self._entry(here, saved["entry"])
        if entry is None:
            return "gone"
        return "changed_since" if entry.is_on and entry.state != saved["before"] else ""

    def undo(self, here: Here, saved: Saved) -> None:
        """On again, as it was."""
        entry = self._entry(here, saved["entry"])
        if entry is None:
            raise ActionFailed(f"no entry {saved['entry']}")
        if not entry.is_on:
            PLACES[here.system].on(here, entry, saved["before"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _entry(self, here: Here, wanted: str) -> Entry | None:
        return next((entry for entry in PLACES[here.system].entries(here) if entry.id == wanted), None)
