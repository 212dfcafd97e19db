"""The microphone in use: whether others can hear, and which microphones there are."""

from collections.abc import Sequence

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.adapters.actions.sound.choice import devices, usable
from desktop_app.adapters.actions.sound.device import Device
from desktop_app.adapters.actions.sound.level import Level, level
from desktop_app.adapters.actions.sound.privacy import is_blocked, is_locked
from desktop_app.domain.action import Given, Item, Result
from desktop_app.domain.fix import Facts

_OUTCOMES = (
    *("locked", "blocked", "no_service", "no_input", "own_sound", "gone", "muted", "low", "several", "fine"),
    *("right", "wrong"),
)


@check(
    "sound.microphone",
    Shown(_OUTCOMES, ("percent", "device", "wanted_device", "new_percent", "count"), {"wanted": str}),
)
def microphone(here: Here, given: Given) -> Result:
    """What keeps others from hearing; with `wanted`, whether that microphone is the one in use."""
    every = devices(here, "input")
    if every is None:
        return Result("no_service")
    used = next((one for one in every if one.is_default), None)
    now = level(here, "input") if used else None
    there = usable(every)
    facts: Facts = {
        "device": used.title if used else "–",
        "count": len(there),
        "percent": now.percent if now else 0,
    }
    items = tuple(Item(one.id, {"device": one.title}) for one in there)
    if wanted := given.text("wanted"):
        return Result("right" if used and used.id == wanted else "wrong", facts, items=items)
    outcome = _switch(here) or _choice(there, used) or _loudness(now, len(there))
    return Result(outcome, facts, f"{used.id if used else '-'} {now}", items)


def _switch(here: Here) -> str:
    if is_locked(here, "microphone"):
        return "locked"
    return "blocked" if is_blocked(here, "microphone") else ""


def _choice(there: Sequence[Device], used: Device | None) -> str:
    if not there:
        return "no_input"
    if used in there:
        return ""
    return "own_sound" if used and used.is_own else "gone"


def _loudness(now: Level | None, count: int) -> str:
    """A microphone without a level of its own is taken to be on."""
    outcome = now.outcome if now else "fine"
    return "several" if outcome == "fine" and count > 1 else outcome
