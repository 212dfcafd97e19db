"""A Bluetooth headset that sounds like a telephone: its microphone is in use, or was and never let go."""
# ruff: noqa: ARG002 -- every action has the same shape

import re
from dataclasses import dataclass

from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.adapters.actions.sound import windows
from desktop_app.adapters.actions.sound.choice import devices
from desktop_app.domain.action import Given, Plan, Result, Saved, Say

_FACTS = ("headset",)
_CARDS = re.compile(r"^Card #\d+$", re.MULTILINE)
_CALLING = re.compile(r"headset|handsfree|hsp|hfp")
_HANDS_FREE = re.compile(r"hands-?free", re.IGNORECASE)


@dataclass(frozen=True)
class Mode:
    """How a headset is used: `card` and `now` as the system names them, `music` what sounds better, empty for none."""

    card: str
    title: str
    now: str
    music: str
    is_calling: bool


def mode(here: Here) -> Mode | None:
    """The headset in use and how; None when there is none."""
    if here.system == "windows":
        return _of_windows(here)
    if here.system == "macos":
        return _of_mac(here)
    try:
        ran = here.run("pactl", "list", "cards", deadline_s=5)
    except ToolMissing:
        return None
    return next((found for block in _CARDS.split(ran.out)[1:] if (found := read_card(block))), None)


def read_card(text: str) -> Mode | None:
    """One block of `pactl list cards`; None when it is no Bluetooth headset. The best profile that is available."""
    name = re.search(r"^\tName: (\S+)$", text, re.MULTILINE)
    if not name or not name[1].startswith("bluez_card"):
        return None
    now = re.search(r"^\tActive Profile: (\S+)$", text, re.MULTILINE)
    title = re.search(r'device\.description = "(.*)"', text)
    listed = re.findall(r"^\t\t(a2dp[\w.-]*): .*priority: (\d+), available: yes\)", text, re.MULTILINE)
    music = max(listed, key=lambda found: int(found[1]))[0] if listed else ""
    active = now[1] if now else ""
    return Mode(name[1], title[1] if title else name[1], active, music, bool(_CALLING.search(active)))


def _of_windows(here: Here) -> Mode | None:
    """Windows shows a headset twice: `Headset (… Hands-Free …)` and `Headphones (… Stereo)`; its newest, once."""
    state = windows.state(here, "output")
    used = next((one for one in state.every if one.is_default), None)
    if used is None or not _HANDS_FREE.search(used.title):
        return None
    inner = used.title.partition("(")[2]
    brand = _HANDS_FREE.split(inner)[0].strip()
    twin = next((one for one in state.every if brand and brand in one.title and one.id != used.id), None)
    return Mode("|".join(state.used), brand or used.title, used.id, twin.id if twin else "", is_calling=True)


def _of_mac(here: Here) -> Mode | None:
    """macOS goes over to telephone quality as soon as the microphone of the headset is the one in use."""
    playing = next((one for one in devices(here, "output") or () if one.is_default), None)
    listening = next((one for one in devices(here, "input") or () if one.is_default), None)
    if playing is None or listening is None or playing.title != listening.title:
        return None
    return Mode(playing.id, playing.title, "call", "", is_calling=True)


@check("sound.profile", Shown(("call", "call_only", "music", "no_headset"), _FACTS))
def profile(here: Here, _: Given) -> Result:
    """Whether the headset sounds like a telephone."""
    now = mode(here)
    if now is None:
        return Result("no_headset")
    outcome = ("call" if now.music or here.system == "macos" else "call_only") if now.is_calling else "music"
    return Result(outcome, {"headset": now.title}, f"{now.card}: {now.now}")


@repair("sound.profile.music", Shown(("done", "nothing", "by_hand"), _FACTS, resource="headset"))
class Music:
    """Lets the headset play in full quality; its own microphone is off as long as it does."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The mode before and after."""
        now = mode(here)
        if now is None or not now.is_calling:
            return Plan(outcome="nothing")
        if here.system == "macos":
            return Plan(outcome="by_hand", facts={"headset": now.title})
        saved = {"card": now.card, "before": now.now, "after": now.music}
        return Plan(saved, {"headset": now.title}, f"{now.card}: {now.now} > {now.music}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Music."""
        if here.system == "windows":
            windows.choose(here, [saved["after"], saved["after"], ""])
        else:
            here.asked("pactl", "set-card-profile", saved["card"], saved["after"])
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The same headset, in the mode before or in ours."""
        if here.system == "windows":
            used = windows.state(here, "output").used[0]
            return "" if used in (saved["before"], saved["after"]) else "changed_since"
        now = mode(here)
        if now is None or now.card != saved["card"]:
            return "gone"
        return "" if now.now in (saved["before"], saved["after"]) else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """As before."""
        if here.system == "windows":
            windows.choose(here, str(saved["card"]).split("|"))
        else:
            here.asked("pactl", "set-card-profile", saved["card"], saved["before"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""
