"""Sound that is off or too low: PulseAudio and PipeWire through `pactl`, macOS through its own script tool."""
# ruff: noqa: ARG002 -- every action has the same shape

import re
from dataclasses import dataclass

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import UNIX, Shown, check, repair
from desktop_app.domain.action import Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("percent", "device", "new_percent")
_LOW = 15
_AUDIBLE = 50
_NEAR = 2
_MAC_STATE = "set s to get volume settings"
_MAC_READ = '(output volume of s as text) & " " & (output muted of s as text)'


@dataclass(frozen=True)
class Level:
    """The loudspeaker in use, whether it is silenced, how loud it is in percent."""

    device: str
    is_muted: bool
    percent: int


def level(here: Here) -> Level | None:
    """The sound now; None when no sound system answers."""
    if here.system == "macos":
        return read_mac(here.asked("osascript", "-e", _MAC_STATE, "-e", _MAC_READ))
    sink = here.run("pactl", "get-default-sink")
    if sink.code != 0 or not sink.out.strip():
        return None
    name = sink.out.strip()
    muted, volume = here.run("pactl", "get-sink-mute", name), here.run("pactl", "get-sink-volume", name)
    return read_pactl(name, muted.out, volume.out)


def read_pactl(device: str, muted: str, volume: str) -> Level | None:
    """The answers of `pactl get-sink-mute` and `get-sink-volume`: the loudest channel counts."""
    shares = [int(share) for share in re.findall(r"(\d+)%", volume)]
    return Level(device, "yes" in muted, max(shares)) if shares else None


def read_mac(text: str) -> Level | None:
    """`50 false`; `missing value` where the output has no level of its own (a screen)."""
    match = re.match(r"(\d+) (true|false)", text.strip())
    return Level("output", match[2] == "true", int(match[1])) if match else None


@check("sound.level", Shown(("muted", "low", "fine", "no_output", "no_service"), _FACTS, systems=UNIX))
def sound_level(here: Here, _: Given) -> Result:
    """Whether the sound can be heard."""
    now = level(here)
    if now is None:
        return Result("no_service")
    facts: Facts = {"percent": now.percent, "device": now.device}
    if now.device == "auto_null":
        return Result("no_output", facts)
    outcome = "muted" if now.is_muted else "low" if now.percent < _LOW else "fine"
    return Result(outcome, facts, f"{now.device}: {now.percent} %, muted: {now.is_muted}")


@repair("sound.turn_on", Shown(("done", "nothing"), _FACTS, systems=UNIX, resource="sound"))
class TurnOn:
    """Switches the sound on, and to a level that can be heard."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The level before and after."""
        now = level(here)
        if now is None or (not now.is_muted and now.percent >= _LOW):
            return Plan(outcome="nothing")
        after = now.percent if now.percent >= _LOW else _AUDIBLE
        saved = {"device": now.device, "muted": now.is_muted, "percent": now.percent, "after": after}
        return Plan(saved, {"percent": now.percent, "new_percent": after, "device": now.device})

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Level first, then on: nobody gets a shock."""
        _set(here, saved["device"], saved["after"], muted=False)
        say("setting_changed", 1)
        return Result("done", {"percent": saved["after"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The user may have chosen another level or another loudspeaker since."""
        now = level(here)
        if now is None or now.device != saved["device"]:
            return "changed_since"
        is_ours = not now.is_muted and abs(now.percent - saved["after"]) <= _NEAR
        is_as_before = now.is_muted == saved["muted"] and abs(now.percent - saved["percent"]) <= _NEAR
        return "" if is_ours or is_as_before else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """As it was."""
        _set(here, saved["device"], saved["percent"], muted=saved["muted"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _set(here: Here, device: str, percent: int, *, muted: bool) -> None:
    if here.system == "macos":
        state = "with" if muted else "without"
        here.asked("osascript", "-e", f"set volume output volume {int(percent)} {state} output muted")
        return
    here.asked("pactl", "set-sink-volume", device, f"{int(percent)}%")
    here.asked("pactl", "set-sink-mute", device, "1" if muted else "0")
