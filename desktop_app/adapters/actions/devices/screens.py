"""A second screen that stays dark: lit beside the first, or with the same picture; back by itself when unconfirmed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.adapters.actions.devices import xrandr
from desktop_app.adapters.actions.devices.confirm import confirmed, unless_confirmed
from desktop_app.adapters.actions.devices.xrandr import Output, Screen
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.kernel import word
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("count", "lit", "screen", "confirm_seconds")
_CONFIRM_S = 30
_KEY = "screens"
_WINDOWS = (
    "@{there=@(Get-PnpDevice -Class Monitor -PresentOnly).Count; "
    "lit=@(Get-CimInstance -Namespace root/wmi WmiMonitorBasicDisplayParams | Where-Object Active).Count; "
    "own=@(Get-CimInstance -Namespace root/wmi WmiMonitorConnectionParams | Where-Object { $_.Active -and "
    "$_.VideoOutputTechnology -in 6,11,2147483648 }).Count} | ConvertTo-Json -Compress"
)
_WAYS = {"extend": "/extend", "mirror": "/clone"}


@dataclass(frozen=True)
class Seen:
    """How many screens are there and lit; the name of a dark one."""

    count: int
    lit: int
    dark: str = ""


def seen(here: Here) -> Seen | None:
    """The screens now; None when the system does not tell."""
    if here.system == "windows":
        answer = json.loads(powershell(here, _WINDOWS))
        return Seen(answer["there"], answer["lit"])
    if here.system == "macos":
        return read_mac(here.asked("system_profiler", "SPDisplaysDataType", "-json", deadline_s=20))
    found = xrandr.outputs(here)
    if not found:
        return _of_the_kernel(here)
    dark = [output.screen.name for output in found if not output.is_lit]
    return Seen(len(found), len(found) - len(dark), dark[0] if dark else "")


def read_mac(text: str) -> Seen | None:
    """The system report: macOS lights every screen that it sees."""
    cards = json.loads(text or "{}").get("SPDisplaysDataType", [])
    count = sum(len(card.get("spdisplays_ndrvs", ())) for card in cards)
    return Seen(count, count) if count else None


def _of_the_kernel(here: Here) -> Seen | None:
    """Wayland tells programs nothing: the kernel knows what is plugged in and what is lit."""
    there = {
        folder.name.partition("-")[2]: word(folder / "enabled") == "enabled"
        for folder in sorted(here.at("sys/class/drm").glob("card*-*"))
        if word(folder / "status") == "connected"
    }
    dark = [name for name, is_lit in there.items() if not is_lit]
    return Seen(len(there), len(there) - len(dark), dark[0] if dark else "") if there else None


@check("devices.screens", Shown(("dark", "alone", "fine", "unknown"), _FACTS, {"confirmed": str}))
def screens(here: Here, given: Given) -> Result:
    """Whether a screen that is plugged in stays dark. With `confirmed`, the new picture is good and may stay."""
    if given.text("confirmed"):
        confirmed(_KEY)
    now = seen(here)
    if now is None:
        return Result("unknown")
    facts: Facts = {"count": now.count, "lit": now.lit, "screen": now.dark or "–"}
    outcome = "dark" if now.lit < now.count else "alone" if now.count < 2 else "fine"
    return Result(outcome, facts, f"{now.lit} of {now.count} {now.dark}")


@repair(
    "devices.screens.arrange",
    Shown(("done", "nothing", "by_hand"), _FACTS, {"way": str, "confirm_s": int}, resource="screens"),
)
class Arrange:
    """Lights every screen: `way` is `extend` or `mirror`."""

    def plan(self, here: Here, given: Given) -> Plan:
        """What each screen shows now and then. Wayland and macOS leave it to their user."""
        way, patience = given.text("way", "extend"), given.number("confirm_s", _CONFIRM_S)
        if way not in _WAYS:
            raise ActionFailed(f"no way {way}")
        facts: Facts = {"confirm_seconds": round(patience)}
        if here.system == "windows":
            own = json.loads(powershell(here, _WINDOWS))["own"]
            saved = {"way": way, "back": "/internal" if own else "/external", "confirm_s": patience}
            return Plan(saved, facts, f"{saved['back']} > {_WAYS[way]}")
        found = xrandr.outputs(here)
        if not found:
            return Plan(outcome="by_hand")
        if all(output.is_lit for output in found):
            return Plan(outcome="nothing")
        before, after = [output.screen for output in found], _arranged(found, way)
        detail = f"{[s.name for s in before if s.mode]} > {[s.name for s in after]}"
        states = {"before": xrandr.saved(before), "after": xrandr.saved(after)}
        return Plan({**states, "confirm_s": patience}, facts, detail)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Lights them; unconfirmed, it all goes back."""
        if here.system == "windows":
            here.asked("DisplaySwitch.exe", _WAYS.get(saved["way"], "/extend"))
        else:
            xrandr.show(here, xrandr.restored(saved["after"]))
        unless_confirmed(_KEY, saved["confirm_s"], lambda: self._back(here, saved))
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Every screen as before or as we left it, and the ones to go back to still there."""
        if here.system == "windows":
            return ""
        return xrandr.hindrance(here, xrandr.restored(saved["before"]), xrandr.restored(saved["after"]))

    def undo(self, here: Here, saved: Saved) -> None:
        """Each screen as it was."""
        confirmed(_KEY)
        self._back(here, saved)

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""

    def _back(self, here: Here, saved: Saved) -> None:
        if here.system == "windows":
            here.asked("DisplaySwitch.exe", "/external" if saved["back"] == "/external" else "/internal")
        elif not self.hindrance(here, saved):
            xrandr.show(here, xrandr.restored(saved["before"]))


def _arranged(found: Sequence[Output], way: str) -> list[Screen]:
    """Dark screens to the right of the others, or every screen with the largest picture that all can show."""
    shared = _shared(found) if way == "mirror" else ""
    if shared:
        return [
            replace(output.screen, mode=shared, rate=output.modes[shared], x=0, y=0, turned="normal")
            for output in found
        ]
    lit = [output.screen for output in found if output.is_lit]
    edge = max((screen.x + xrandr.size(screen)[0] for screen in lit), default=0)
    for output in found:
        if not output.is_lit and output.usual:
            lit.append(replace(output.screen, mode=output.usual, rate=output.modes[output.usual], x=edge))
            edge += xrandr.size(lit[-1])[0]
    return lit


def _shared(found: Sequence[Output]) -> str:
    common = set.intersection(*(set(output.modes) for output in found))
    return max(common, key=lambda mode: xrandr.size(Screen("", mode)), default="")
