"""Which loudspeaker plays and which microphone listens: the user chooses among those that are there."""

from collections.abc import Sequence

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.sound import mac, pulse, windows
from desktop_app.adapters.actions.sound.device import Device, Side
from desktop_app.domain.action import ActionFailed, Given, Item, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

FACTS = ("device", "wanted_device", "count")


def devices(here: Here, side: Side) -> Sequence[Device] | None:
    """Every device that could be chosen, and what is in use now; None when no sound system answers."""
    if here.system == "macos":
        return mac.devices(here, side)
    if here.system == "windows":
        return windows.state(here, side).every
    return pulse.devices(here, side)


def usable(every: Sequence[Device]) -> list[Device]:
    """Those where something is plugged in."""
    return [one for one in every if not one.is_gone and not one.is_own]


@check(
    "sound.output",
    Shown(("screen", "gone", "several", "single", "no_output", "no_service", "right", "wrong"), FACTS, {"wanted": str}),
)
def output(here: Here, given: Given) -> Result:
    """Where the sound goes; with `wanted`, whether it goes there."""
    every = devices(here, "output")
    if every is None:
        return Result("no_service")
    there, used = usable(every), next((one for one in every if one.is_default), None)
    facts: Facts = {"device": used.title if used else "–", "count": len(there)}
    items = tuple(Item(one.id, {"device": one.title}) for one in there)
    detail = f"{used.id if used else '-'} of {', '.join(one.id for one in every)}"
    return Result(_outcome(there, used, given.text("wanted")), facts, detail, items)


def _outcome(there: Sequence[Device], used: Device | None, wanted: str) -> str:
    if wanted:
        return "right" if used and used.id == wanted else "wrong"
    if not there:
        return "no_output"
    if used is None or used not in there:
        return "gone"
    if len(there) == 1:
        return "single"
    return "screen" if used.is_screen else "several"


def in_use(here: Here, side: Side) -> list[str]:
    """The devices in use: one, or on Windows one each for everything, for music, for calls."""
    if here.system == "windows":
        return list(windows.state(here, side).used)
    return [pulse.default(here, side)]


@repair("sound.output.choose", Shown(("done", "already", "by_hand"), FACTS, {"device": str}, resource="sound_output"))
class Choose:
    """Lets the sound go to another device."""

    side: Side = "output"

    def plan(self, here: Here, given: Given) -> Plan:
        """The device before and after; it must be there. macOS has no tool for it: the user does it."""
        there = {one.id: one for one in usable(devices(here, self.side) or [])}
        if given.text("device") not in there:
            raise ActionFailed(f"no device {given.text('device')}")
        wanted = there[given.text("device")]
        facts: Facts = {"wanted_device": wanted.title}
        if here.system == "macos":
            return Plan(outcome="already" if wanted.is_default else "by_hand", facts=facts)
        before = in_use(here, self.side)
        if set(before) == {wanted.id}:
            return Plan(outcome="already", facts=facts)
        return Plan({"before": before, "after": [wanted.id] * len(before)}, facts, f"{before} > {wanted.id}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Chooses it."""
        self._choose(here, saved["after"])
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Only our own choice is taken back, and only to a device that is still there."""
        states = zip(in_use(here, self.side), saved["before"], saved["after"], strict=True)
        if any(now not in (before, after) for now, before, after in states):
            return "changed_since"
        known = {one.id for one in devices(here, self.side) or []}
        return "" if set(filter(None, saved["before"])) <= known else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """Back to the device before."""
        self._choose(here, saved["before"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _choose(self, here: Here, ids: Sequence[str]) -> None:
        if here.system == "windows":
            windows.choose(here, ids)
        else:
            pulse.choose(here, self.side, ids[0])


@repair(
    "sound.microphone.choose",
    Shown(("done", "already", "by_hand"), FACTS, {"device": str}, resource="microphone_choice"),
)
class ChooseMicrophone(Choose):
    """Lets another microphone listen."""

    side: Side = "input"
