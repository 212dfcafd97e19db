"""A Bluetooth headset that is silent: the radio, then the headset that is known but not connected."""
# ruff: noqa: ARG002 -- every action has the same shape

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.adapters.actions.sound import bluetooth
from desktop_app.adapters.actions.sound.bluetooth import Headset, State
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("headset", "count")
_OUTCOMES = ("unknown", "none", "blocked", "off", "no_headset", "apart", "linked")


@check("sound.headset", Shown(_OUTCOMES, _FACTS, {"wanted": str}))
def headset(here: Here, given: Given) -> Result:
    """What keeps a headset silent; with `wanted`, whether that one is connected."""
    now = bluetooth.state(here)
    wanted = given.text("wanted")
    ours = [one for one in now.headsets if wanted in ("", one.id)]
    facts: Facts = {"headset": _best(ours).title if ours else "–", "count": len(now.headsets)}
    items = tuple(Item(one.id, {"headset": one.title}) for one in now.headsets if not one.is_linked)
    return Result(_outcome(now, ours), facts, f"{now.radio or '?'} {now.adapter}", items)


def _best(headsets: list[Headset]) -> Headset:
    return next((one for one in headsets if one.is_linked), headsets[0])


def _outcome(now: State, ours: list[Headset]) -> str:
    if now.radio != "on":
        return now.radio or "unknown"
    if not ours:
        return "no_headset"
    return "linked" if _best(ours).is_linked else "apart"


@repair("sound.bluetooth.turn_on", Shown(("done", "nothing", "by_hand"), _FACTS, resource="bluetooth"))
class TurnOn:
    """Turns Bluetooth on. macOS leaves that to its user."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The radio, when it is off."""
        now = bluetooth.state(here)
        if now.radio != "off":
            return Plan(outcome="nothing")
        return Plan(outcome="by_hand") if here.system == "macos" else Plan({"adapter": now.adapter})

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """First what a program had blocked, then the radio itself."""
        if here.system == "linux":
            _unblock(here)
        bluetooth.switch(here, saved["adapter"], on=True)
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The radio is on or off, and still there."""
        now = bluetooth.state(here)
        return "" if now.adapter == saved["adapter"] else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Off again."""
        bluetooth.switch(here, saved["adapter"], on=False)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _unblock(here: Here) -> None:
    """What it may not or cannot do, the radio says itself when it is asked to turn on."""
    try:
        here.run("rfkill", "unblock", "bluetooth")
    except ToolMissing:
        return


@repair("sound.headset.connect", Shown(("done", "already", "by_hand"), _FACTS, {"headset": str}, resource="headset"))
class Connect:
    """Connects a headset that is known. Windows and macOS leave that to their user."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The headset; it must be known."""
        known = {one.id: one for one in bluetooth.state(here).headsets}
        if given.text("headset") not in known:
            raise ActionFailed(f"no headset {given.text('headset')}")
        found = known[given.text("headset")]
        facts: Facts = {"headset": found.title}
        if found.is_linked:
            return Plan(outcome="already", facts=facts)
        return Plan({"headset": found.id}, facts) if here.system == "linux" else Plan(outcome="by_hand", facts=facts)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Connects it, unless it is by now."""
        if not self._is_linked(here, saved):
            bluetooth.link(here, saved["headset"], on=True)
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """It must still be known."""
        return "" if any(one.id == saved["headset"] for one in bluetooth.state(here).headsets) else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Disconnected again."""
        if self._is_linked(here, saved):
            bluetooth.link(here, saved["headset"], on=False)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _is_linked(self, here: Here, saved: Saved) -> bool:
        return any(one.id == saved["headset"] and one.is_linked for one in bluetooth.state(here).headsets)
