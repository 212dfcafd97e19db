"""A battery that empties fast: what it is worth, and how much the computer spends."""
# ruff: noqa: ARG002 -- every action has the same shape

import json
import re
from dataclasses import dataclass
from typing import Any

from desktop_app.adapters.actions import bus
from desktop_app.adapters.actions.bus import Service
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("percent", "health_percent", "left_seconds")
_WORN_PERCENT = 60
_UPOWER = "org.freedesktop.UPower"
_DISCHARGING, _BATTERY = 2, 2
_PROFILES = Service("net.hadess.PowerProfiles", "/net/hadess/PowerProfiles", "net.hadess.PowerProfiles")
_STATE = (
    "$b=Get-CimInstance Win32_Battery | Select-Object -First 1 "
    "EstimatedChargeRemaining,BatteryStatus,EstimatedRunTime; @{there=[bool]$b; now=$b; "
    "full=(Get-CimInstance -Namespace root/wmi BatteryFullChargedCapacity -ErrorAction SilentlyContinue | "
    "Select-Object -First 1).FullChargedCapacity; "
    "new=(Get-CimInstance -Namespace root/wmi BatteryStaticData -ErrorAction SilentlyContinue | "
    "Select-Object -First 1).DesignedCapacity} | ConvertTo-Json -Depth 3 -Compress"
)
# What Windows writes when it cannot tell how long the battery lasts
_UNKNOWN_MINUTES = 71582788
_FAST = {
    "performance": "balanced",
    "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c": "381b4222-f694-41f0-9685-ff5bb260df2e",
    "e9a42b02-d5df-448d-aa00-03f14749eb61": "381b4222-f694-41f0-9685-ff5bb260df2e",
}


@dataclass(frozen=True)
class Battery:
    """Charge in percent, what it still holds of what it held when new (0: unknown), seconds left (0: unknown)."""

    percent: int
    is_discharging: bool
    health: int = 0
    left_s: int = 0


def battery(here: Here) -> Battery | None:
    """The battery of this computer; None when it has none."""
    if here.system == "windows":
        return read_windows(powershell(here, _STATE))
    if here.system == "macos":
        report = here.asked("system_profiler", "SPPowerDataType", "-json", deadline_s=20)
        return read_mac(report, here.asked("pmset", "-g", "batt"))
    manager = Service(_UPOWER, "/org/freedesktop/UPower", _UPOWER)
    for path in manager.ask(here, "EnumerateDevices") or ():
        found = Service(_UPOWER, path, f"{_UPOWER}.Device").properties(here)
        if found.get("Type") == _BATTERY and found.get("PowerSupply", True):
            return _of_upower(found)
    return None


def _of_upower(found: bus.Table) -> Battery:
    full, new = float(found.get("EnergyFull") or 0), float(found.get("EnergyFullDesign") or 0)
    return Battery(
        percent=round(float(found.get("Percentage") or 0)),
        is_discharging=found.get("State") == _DISCHARGING,
        health=round(full * 100 / new) if full and new else round(float(found.get("Capacity") or 0)),
        left_s=int(found.get("TimeToEmpty") or 0),
    )


def read_windows(text: str) -> Battery | None:
    """The JSON of one question. BatteryStatus 1: it empties."""
    answer: dict[str, Any] = json.loads(text)
    if not answer["there"]:
        return None
    now, minutes = answer["now"], answer["now"].get("EstimatedRunTime") or 0
    full, new = answer.get("full") or 0, answer.get("new") or 0
    return Battery(
        percent=min(int(now.get("EstimatedChargeRemaining") or 0), 100),
        is_discharging=now.get("BatteryStatus") == 1,
        health=round(full * 100 / new) if full and new else 0,
        left_s=0 if minutes >= _UNKNOWN_MINUTES else minutes * 60,
    )


def read_mac(report: str, line: str) -> Battery | None:
    """The system report, and `pmset -g batt`: `… 62%; discharging; 3:10 remaining present: true`."""
    found = re.search(r"(\d+)%; (\w+)(?:;\s+(\d+):(\d+) remaining)?", line)
    if not found:
        return None
    health = re.search(r'"sppower_battery_health_maximum_capacity"\s*:\s*"(\d+)%"', report)
    left = (int(found[3]) * 60 + int(found[4])) * 60 if found[3] else 0
    return Battery(int(found[1]), found[2] == "discharging", int(health[1]) if health else 0, left)


@check("devices.battery", Shown(("no_battery", "worn", "emptying", "plugged_in"), _FACTS))
def state(here: Here, _: Given) -> Result:
    """Whether there is a battery, what it is still worth, and whether it is being used."""
    now = battery(here)
    if now is None:
        return Result("no_battery")
    facts: Facts = {"percent": now.percent, "health_percent": now.health, "left_seconds": now.left_s}
    detail = f"{now.percent} %, health {now.health} %, {now.left_s} s left"
    if 0 < now.health < _WORN_PERCENT:
        return Result("worn", facts, detail)
    return Result("emptying" if now.is_discharging else "plugged_in", facts, detail)


def profile(here: Here) -> str:
    """How much the computer spends, in the system's own word; empty when nobody tells."""
    if here.system == "windows":
        found = re.search(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", here.run("powercfg", "/getactivescheme").out)
        return found[0] if found else ""
    return str(_PROFILES.properties(here).get("ActiveProfile", "")) if here.system == "linux" else ""


@check("devices.power_profile", Shown(("fast", "usual", "unknown")))
def power_profile(here: Here, _: Given) -> Result:
    """Whether the computer is set to spend as much as it can."""
    now = profile(here)
    return Result(("fast" if now in _FAST else "usual") if now else "unknown", {}, now)


@repair("devices.power_profile.balance", Shown(("done", "nothing"), resource="power_profile"))
class Balance:
    """Lets the computer spend what it needs and no more."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The setting before and after."""
        now = profile(here)
        if now not in _FAST:
            return Plan(outcome="nothing")
        return Plan({"before": now, "after": _FAST[now]}, {}, f"{now} > {_FAST[now]}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Balanced."""
        _set_profile(here, saved["after"])
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """As before or as we left it."""
        return "" if profile(here) in (saved["before"], saved["after"]) else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """As before."""
        _set_profile(here, saved["before"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _set_profile(here: Here, name: str) -> None:
    if here.system == "windows":
        here.asked("powercfg", "/setactive", name)
    else:
        _PROFILES.put(here, "ActiveProfile", "s", name)
