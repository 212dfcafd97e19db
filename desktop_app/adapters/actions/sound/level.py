"""Sound that is off or too low, and a microphone that is: `pactl`, macOS's own script tool, Windows' interfaces."""
# ruff: noqa: ARG002 -- every action has the same shape

import re
from dataclasses import dataclass

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.sound import pulse, windows
from desktop_app.adapters.actions.sound.device import Side
from desktop_app.domain.action import Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

FACTS = ("percent", "device", "new_percent")
LOW = 15
_AUDIBLE = 50
_NEAR = 2
_MAC_STATE = "set s to get volume settings"
_MAC_READ = {
    "output": '(output volume of s as text) & " " & (output muted of s as text)',
    "input": '(input volume of s as text) & " " & (input volume of s is 0)',
}


@dataclass(frozen=True)
class Level:
    """The device in use, whether it is silenced, how loud it is in percent, and channel by channel as the system says.

    A microphone of macOS has no switch: silenced means 0.
    """

    device: str
    is_muted: bool
    percent: int
    channels: tuple[str, ...] = ()

    @property
    def outcome(self) -> str:
        """What is wrong with it."""
        return "muted" if self.is_muted else "low" if self.percent < LOW else "fine"


def level(here: Here, side: Side = "output") -> Level | None:
    """The sound now; None when no sound system answers."""
    if here.system == "macos":
        return read_mac(here.asked("osascript", "-e", _MAC_STATE, "-e", _MAC_READ[side]))
    if here.system == "windows":
        used = next((one for one in windows.state(here, side).every if one.is_default), None)
        return Level(used.id, used.is_muted, used.percent) if used else None
    name, noun = pulse.default(here, side), pulse.NOUNS[side]
    if not name:
        return None
    muted, volume = here.run("pactl", f"get-{noun}-mute", name), here.run("pactl", f"get-{noun}-volume", name)
    return read_pactl(name, muted.out, volume.out)


def read_pactl(device: str, muted: str, volume: str) -> Level | None:
    """The answers of `pactl get-sink-mute` and `get-sink-volume`: the loudest channel counts."""
    shares = [int(share) for share in re.findall(r"(\d+)%", volume)]
    channels = tuple(re.findall(r": +(\d+) */", volume))
    return Level(device, "yes" in muted, max(shares), channels) if shares else None


def read_mac(text: str) -> Level | None:
    """`50 false`; `missing value` where the device has no level of its own (a screen)."""
    match = re.match(r"(\d+) (true|false)", text.strip())
    return Level("device", match[2] == "true", int(match[1])) if match else None


@check("sound.level", Shown(("muted", "low", "fine", "no_output", "no_service"), FACTS))
def sound_level(here: Here, _: Given) -> Result:
    """Whether the sound can be heard."""
    now = level(here)
    if now is None:
        return Result("no_service")
    facts: Facts = {"percent": now.percent, "device": now.device}
    if now.device == pulse.NOWHERE:
        return Result("no_output", facts)
    return Result(now.outcome, facts, f"{now.device}: {now.percent} %, muted: {now.is_muted}")


@repair("sound.turn_on", Shown(("done", "nothing"), FACTS, resource="sound"))
class TurnOn:
    """Switches the sound on, and to a level that can be heard."""

    side: Side = "output"

    def plan(self, here: Here, given: Given) -> Plan:
        """The level before and after."""
        now = level(here, self.side)
        if now is None or now.outcome == "fine":
            return Plan(outcome="nothing")
        after = now.percent if now.percent >= LOW else _AUDIBLE
        saved = {
            "device": now.device,
            "muted": now.is_muted,
            "percent": now.percent,
            "channels": list(now.channels),
            "after": after,
        }
        return Plan(saved, {"percent": now.percent, "new_percent": after, "device": now.device})

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Level first, then on: nobody gets a shock."""
        is_loud_enough = saved["after"] == saved["percent"]
        volumes = saved["channels"] if is_loud_enough else []
        _set(here, self.side, saved["device"], saved["after"], volumes, muted=False)
        say("setting_changed", 1)
        return Result("done", {"percent": saved["after"]})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The user may have chosen another level or another device since. Either half of a half-made change is ours."""
        now = level(here, self.side)
        if now is None or now.device != saved["device"]:
            return "changed_since"
        is_known_level = any(abs(now.percent - saved[part]) <= _NEAR for part in ("percent", "after"))
        is_known_switch = now.is_muted in (saved["muted"], False)
        return "" if is_known_level and is_known_switch else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """As it was."""
        _set(here, self.side, saved["device"], saved["percent"], saved["channels"], muted=saved["muted"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


@repair("sound.microphone.turn_on", Shown(("done", "nothing"), FACTS, resource="microphone"))
class TurnOnMicrophone(TurnOn):
    """Switches the microphone on, and to a level at which others hear."""

    side: Side = "input"


def _set(here: Here, side: Side, device: str, percent: int, channels: list[str], *, muted: bool) -> None:  # noqa: PLR0913
    if here.system == "macos":
        here.asked("osascript", "-e", _mac_order(side, percent, muted=muted))
    elif here.system == "windows":
        windows.set_level(here, device, percent, muted=muted)
    else:
        noun = pulse.NOUNS[side]
        volumes = [str(int(channel)) for channel in channels] or [f"{int(percent)}%"]
        here.asked("pactl", f"set-{noun}-volume", device, *volumes)
        here.asked("pactl", f"set-{noun}-mute", device, "1" if muted else "0")


def _mac_order(side: Side, percent: int, *, muted: bool) -> str:
    if side == "input":
        return f"set volume input volume {int(percent)}"
    return f"set volume output volume {int(percent)} {'with' if muted else 'without'} output muted"
