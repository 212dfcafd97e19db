"""A screen that does not show as many points as it has: everything is big and blurred."""

from dataclasses import replace

from desktop_app.adapters.actions.devices import xrandr
from desktop_app.adapters.actions.devices.confirm import confirmed, unless_confirmed
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Plan, Result, Saved, Say

_FACTS = ("screen", "shown", "best", "confirm_seconds")
_CONFIRM_S = 30
_KEY = "resolution"


def coarse(here: Here) -> list[xrandr.Output]:
    """Lit screens whose picture has fewer points than suits them. Only X11 tells."""
    if here.system != "linux":
        return []
    return [one for one in xrandr.outputs(here) if one.is_lit and _points(one.screen.mode) < _points(one.best)]


def _points(mode: str) -> int:
    wide, high = xrandr.size(xrandr.Screen("", mode))
    return wide * high


@check("devices.resolution", Shown(("coarse", "fine"), _FACTS, {"confirmed": str}))
def resolution(here: Here, given: Given) -> Result:
    """Whether a screen shows less than it can. With `confirmed`, the new picture is good and may stay."""
    if given.text("confirmed"):
        confirmed(_KEY)
    found = coarse(here)
    if not found:
        return Result("fine")
    shown = found[0]
    return Result("coarse", {"screen": shown.screen.name, "shown": shown.screen.mode, "best": shown.best})


@repair("devices.resolution.restore", Shown(("done", "nothing"), _FACTS, {"confirm_s": int}, resource="screens"))
class Restore:
    """Lets each screen show what suits it best."""

    def plan(self, here: Here, given: Given) -> Plan:
        """What each screen shows now and then; screens beside a grown one move over."""
        found, grown = xrandr.outputs(here), coarse(here)
        if not grown:
            return Plan(outcome="nothing")
        names = {one.screen.name: one for one in grown}
        before = [one.screen for one in found if one.is_lit]
        after, moved = [], 0
        for screen in sorted(before, key=lambda one: one.x):
            best = names.get(screen.name)
            fresh = replace(screen, x=screen.x + moved)
            if best:
                fresh = replace(fresh, mode=best.best, rate=best.modes[best.best])
                moved += xrandr.size(fresh)[0] - xrandr.size(screen)[0]
            after.append(fresh)
        patience = given.number("confirm_s", _CONFIRM_S)
        saved = {"before": xrandr.saved(before), "after": xrandr.saved(after), "confirm_s": patience}
        first = grown[0]
        facts = {"screen": first.screen.name, "shown": first.screen.mode, "best": first.best}
        return Plan(saved, {**facts, "confirm_seconds": round(patience)})

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Shows it; unconfirmed, it goes back."""
        xrandr.show(here, xrandr.restored(saved["after"]))
        unless_confirmed(_KEY, saved["confirm_s"], lambda: self._back(here, saved))
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Every screen as before or as we left it."""
        return xrandr.hindrance(here, xrandr.restored(saved["before"]), xrandr.restored(saved["after"]))

    def undo(self, here: Here, saved: Saved) -> None:
        """As before."""
        confirmed(_KEY)
        self._back(here, saved)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _back(self, here: Here, saved: Saved) -> None:
        if not self.hindrance(here, saved):
            xrandr.show(here, xrandr.restored(saved["before"]))
