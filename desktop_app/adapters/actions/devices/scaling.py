"""Letters that are too small or too large: GNOME's and Xfce's own factor, Windows' points per inch."""

import json
import re

from desktop_app.adapters.actions.gnome import Setting
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.runner import Ran, ToolMissing
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say
from desktop_app.domain.fix import Facts

_FACTS = ("size", "percent", "new_percent")
_USUAL, _STEP, _LEAST, _MOST = 100, 25, 75, 250
# The resolution of a screen that shows everything at 100 %
_POINTS_PER_INCH = 96
_GNOME = Setting("org.gnome.desktop.interface", "text-scaling-factor")
_XFCE = ("xfconf-query", "-c", "xsettings", "-p", "/Xft/DPI")
_PLACE = r"HKCU\Control Panel\Desktop"
_NAMES = ("LogPixels", "Win8DpiScaling")
_VALUE = re.compile(r"REG_DWORD\s+0x([0-9a-fA-F]+)")


def state(here: Here) -> dict[str, str]:
    """What the user has written down of the size, by name; empty text for what is not written. Empty: nobody tells."""
    if here.system == "windows":
        return {name: _windows(here, name) for name in _NAMES}
    if here.system == "macos":
        return {}
    if _is_xfce(here):
        ran = _xfce(here)
        return {"xfce": ran.out.strip() if ran.code == 0 else ""}
    found = _GNOME.read(here)
    return {"gnome": found} if found else {}


def percent_of(found: dict[str, str]) -> int:
    """How large letters are, 100 being usual."""
    if "gnome" in found:
        return round(float(found["gnome"]) * 100)
    points = found.get("xfce") or (found.get("LogPixels") if found.get("Win8DpiScaling") == "1" else "")
    return round(int(points) * 100 / _POINTS_PER_INCH) if points and int(points) > 0 else _USUAL


def _is_xfce(here: Here) -> bool:
    return "XFCE" in here.environ.get("XDG_CURRENT_DESKTOP", "").upper()


def _xfce(here: Here, *words: str) -> Ran:
    try:
        return here.run(*_XFCE, *words)
    except ToolMissing:
        return Ran(1, "", "")


def _windows(here: Here, name: str) -> str:
    found = _VALUE.search(here.run("reg", "query", _PLACE, "/v", name).out)
    return str(int(found[1], 16)) if found else ""


def _size(here: Here, percent: int) -> str:
    """The size in the words of the system, to be compared before and after."""
    if here.system != "macos":
        return f"{percent} %"
    report = json.loads(here.asked("system_profiler", "SPDisplaysDataType", "-json", deadline_s=20) or "{}")
    shown = [
        row.get("_spdisplays_resolution", "")
        for card in report.get("SPDisplaysDataType", ())
        for row in card.get("spdisplays_ndrvs", ())
    ]
    return ", ".join(filter(None, shown)) or "–"


@check(
    "devices.scaling",
    Shown(("measured", "unknown", "as_wanted", "not_yet"), _FACTS, {"wanted": str, "before": str}),
)
def scaling(here: Here, given: Given) -> Result:
    """How large letters are; with `wanted`, whether they are that large; with `before`, whether that changed."""
    found = state(here)
    percent = percent_of(found)
    facts: Facts = {"percent": percent, "size": _size(here, percent)}
    if wanted := given.text("wanted"):
        return Result("as_wanted" if str(percent) == wanted else "not_yet", facts)
    if before := given.text("before"):
        return Result("as_wanted" if facts["size"] != before else "not_yet", facts)
    return Result("measured" if found or here.system == "macos" else "unknown", facts, str(found))


@repair(
    "devices.scaling.change",
    Shown(("done", "next_sign_in", "already", "by_hand"), _FACTS, {"to": str}, resource="scaling"),
)
class Change:
    """Makes letters larger or smaller by a quarter, or as usual: `to` is `bigger`, `smaller` or `usual`."""

    def plan(self, here: Here, given: Given) -> Plan:
        """What is written down now and then."""
        found = state(here)
        if not found:
            return Plan(outcome="by_hand")
        now = percent_of(found)
        ways = {"bigger": min(now + _STEP, _MOST), "smaller": max(now - _STEP, _LEAST), "usual": _USUAL}
        if given.text("to") not in ways:
            raise ActionFailed(f"no way {given.text('to')}")
        then = ways[given.text("to")]
        facts = {"percent": now, "new_percent": then}
        if then == now:
            return Plan(outcome="already", facts=facts)
        return Plan({"before": found, "after": _written(found, then)}, facts, f"{now} % > {then} %")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Writes it down."""
        _write(here, saved["after"])
        say("setting_changed", 1)
        return Result("next_sign_in" if here.system == "windows" else "done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Every part as before or as we left it."""
        now = state(here)
        before, after = saved["before"], saved["after"]
        is_known = all(value in (before.get(name, ""), after.get(name, "")) for name, value in now.items())
        return "" if is_known else "changed_since"

    def undo(self, here: Here, saved: Saved) -> None:
        """As it was written, or not written at all."""
        _write(here, saved["before"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _written(found: dict[str, str], percent: int) -> dict[str, str]:
    if "gnome" in found:
        return {"gnome": str(percent / 100)}
    points = str(round(percent * _POINTS_PER_INCH / 100))
    return {"xfce": points} if "xfce" in found else {"LogPixels": points, "Win8DpiScaling": "1"}


def _write(here: Here, parts: dict[str, str]) -> None:
    for name, value in parts.items():
        if name == "gnome":
            _GNOME.write(here, str(float(value)))
        elif name == "xfce":
            here.asked(*_XFCE, *(("-n", "-t", "int", "-s", str(int(value))) if value else ("-r",)))
        elif name in _NAMES:
            _write_windows(here, name, value)


def _write_windows(here: Here, name: str, value: str) -> None:
    if value:
        here.asked("reg", "add", _PLACE, "/v", name, "/t", "REG_DWORD", "/d", str(int(value)), "/f")
    else:
        # Already gone after an undo that was made twice: `reg` says 1, and that is what is wanted
        here.run("reg", "delete", _PLACE, "/v", name, "/f")
