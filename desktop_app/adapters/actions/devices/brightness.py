"""How bright the computer's own screen is: the kernel and logind, Windows' own interface. macOS tells nobody."""

import json
from dataclasses import dataclass

from desktop_app.adapters.actions.bus import Service
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.kernel import number
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("percent", "new_percent")
_DARK, _BRIGHT, _NEAR = 25, 75, 3
_SESSION = Service("org.freedesktop.login1", "/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session")
_READ = (
    "Get-CimInstance -Namespace root/wmi WmiMonitorBrightness -ErrorAction SilentlyContinue | "
    "Select-Object -First 1 CurrentBrightness | ConvertTo-Json -Compress"
)
_SET = (
    "Get-CimInstance -Namespace root/wmi WmiMonitorBrightnessMethods | Select-Object -First 1 | Invoke-CimMethod "
    "-MethodName WmiSetBrightness -Arguments @{Timeout=[uint32]1;Brightness=[byte]$env:RESCOUSSE_PERCENT} | Out-Null"
)


@dataclass(frozen=True)
class Light:
    """A screen that can be dimmed: its name, how bright it is and the most it can, in its own steps."""

    name: str
    now: int
    most: int

    @property
    def percent(self) -> int:
        """How bright, from 0 to 100."""
        return round(self.now * 100 / self.most)


def light(here: Here) -> Light | None:
    """The computer's own screen; None when there is none or nobody tells."""
    if here.system == "windows":
        found = json.loads(powershell(here, _READ) or "{}")
        return Light("windows", found["CurrentBrightness"], 100) if found else None
    for folder in sorted(here.at("sys/class/backlight").glob("*")) if here.system == "linux" else ():
        now, most = number(folder / "brightness"), number(folder / "max_brightness")
        if now is not None and most:
            return Light(folder.name, now, most)
    return None


@check("devices.brightness", Shown(("dark", "bright", "middle", "unknown"), _FACTS))
def brightness(here: Here, _: Given) -> Result:
    """How bright the computer's own screen is."""
    now = light(here)
    if now is None:
        return Result("unknown")
    facts: Facts = {"percent": now.percent}
    outcome = "dark" if now.percent < _DARK else "bright" if now.percent > _BRIGHT else "middle"
    return Result(outcome, facts, f"{now.name}: {now.now} of {now.most}")


@repair("devices.brightness.set", Shown(("done", "nothing"), _FACTS, {"percent": int}, resource="brightness"))
class Dim:
    """Makes the screen as bright as `percent` says."""

    def plan(self, here: Here, given: Given) -> Plan:
        """How bright now and then."""
        now, percent = light(here), given.number("percent", 60)
        if now is None or abs(now.percent - percent) <= _NEAR:
            return Plan(outcome="nothing")
        then = round(now.most * min(max(percent, 10), 100) / 100)
        facts = {"percent": now.percent, "new_percent": round(percent)}
        return Plan({"name": now.name, "before": now.now, "after": then}, facts, f"{now.name}: {now.now} > {then}")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Sets it."""
        _set(here, saved["name"], saved["after"])
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The same screen, as bright as before or as we left it, give or take what its lamp rounds."""
        now = light(here)
        if now is None or now.name != saved["name"]:
            return "gone"
        apart = min(abs(now.now - saved["before"]), abs(now.now - saved["after"]))
        return "" if apart * 100 <= _NEAR * now.most else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """As before."""
        _set(here, saved["name"], saved["before"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _set(here: Here, name: str, steps: int) -> None:
    if here.system == "windows":
        powershell(here, _SET, RESCOUSSE_PERCENT=str(int(steps)))
    else:
        _SESSION.tell(here, "SetBrightness", "ssu", "backlight", name, str(int(steps)))
