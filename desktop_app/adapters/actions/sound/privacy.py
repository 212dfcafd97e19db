"""The user's own switch that keeps every program from the camera or the microphone: GNOME's and Windows'."""
# ruff: noqa: ARG002 -- every action has the same shape

import re

from desktop_app.adapters.actions.gnome import Setting
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

_PLACES = {"camera": "webcam", "microphone": "microphone"}
_STORE = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
_VALUE = re.compile(r"^\s+Value\s+REG_SZ\s+(\w+)", re.MULTILINE)
_SETTINGS = {thing: Setting("org.gnome.desktop.privacy", f"disable-{thing}") for thing in _PLACES}


def is_blocked(here: Here, thing: str) -> bool:
    """Whether the user's switch is off. macOS does not tell programs."""
    if here.system == "windows":
        return _windows(here, thing) == "Deny"
    return here.system == "linux" and _SETTINGS[thing].read(here) == "true"


def is_locked(here: Here, thing: str) -> bool:
    """Whether the organisation's switch, above the user's, is off."""
    return here.system == "windows" and _windows(here, thing, "HKLM") == "Deny"


def _windows(here: Here, thing: str, hive: str = "HKCU") -> str:
    """`Allow`, `Deny` or nothing: the desktop programs count, they have their own switch below the general one."""
    said = []
    for place in (_place(thing, hive), _place(thing, hive) + r"\NonPackaged"):
        found = _VALUE.search(here.run("reg", "query", place, "/v", "Value").out)
        said.append(found[1] if found else "")
    return "Deny" if "Deny" in said else said[0]


def _place(thing: str, hive: str = "HKCU") -> str:
    return rf"{hive}\{_STORE}\{_PLACES[thing]}"


@check("sound.privacy", Shown(("blocked", "locked", "open"), (), {"thing": str}))
def privacy(here: Here, given: Given) -> Result:
    """Whether programs may use the camera or the microphone."""
    thing = _thing(given.text("thing", "camera"))
    if is_locked(here, thing):
        return Result("locked")
    return Result("blocked" if is_blocked(here, thing) else "open")


def _thing(name: str) -> str:
    if name not in _PLACES:
        raise ActionFailed(f"no switch for {name}")
    return name


@repair("sound.privacy.allow", Shown(("done", "nothing"), (), {"thing": str}, resource="privacy_switch"))
class Allow:
    """Lets programs use it again."""

    def plan(self, here: Here, given: Given) -> Plan:
        """What the switch says now, each part of it."""
        thing = _thing(given.text("thing", "camera"))
        if not is_blocked(here, thing):
            return Plan(outcome="nothing")
        return Plan({"thing": thing, "before": _states(here, thing)}, {}, f"{thing}: blocked")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """On."""
        _set(here, _thing(saved["thing"]), {place: "Allow" for place, said in saved["before"].items() if said})
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The switch has two positions: on is ours, off is as before."""
        return ""

    def undo(self, here: Here, saved: Saved) -> None:
        """Off again."""
        _set(here, _thing(saved["thing"]), saved["before"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _states(here: Here, thing: str) -> dict[str, str]:
    """The parts of the switch, `Deny` or `Allow` each; Linux has one."""
    if here.system != "windows":
        return {"": "Deny"}
    places = {"": _place(thing), "NonPackaged": _place(thing) + r"\NonPackaged"}
    found = {part: _VALUE.search(here.run("reg", "query", place, "/v", "Value").out) for part, place in places.items()}
    return {part: said[1] for part, said in found.items() if said}


def _set(here: Here, thing: str, states: dict[str, str]) -> None:
    for part, said in states.items():
        word = "Deny" if said == "Deny" else "Allow"
        if here.system == "windows":
            place = _place(thing) + (r"\NonPackaged" if part else "")
            here.asked("reg", "add", place, "/v", "Value", "/t", "REG_SZ", "/d", word, "/f")
        else:
            _SETTINGS[thing].write(here, "true" if word == "Deny" else "false")
