"""A touchpad that was switched off: GNOME's setting, X11's, Windows' and macOS'."""
# ruff: noqa: ARG002 -- every action has the same shape

import re
from dataclasses import dataclass

from desktop_app.adapters.actions.gnome import Setting
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.kernel import word
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

_GNOME = Setting("org.gnome.desktop.peripherals.touchpad", "send-events")
_NAME = re.compile(r"touch ?pad|trackpad", re.IGNORECASE)
_WINDOWS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\PrecisionTouchPad"
_VALUE = re.compile(r"REG_DWORD\s+0x([0-9a-fA-F]+)")
_MAC = ("com.apple.AppleMultitouchTrackpad", "USBMouseStopsTrackpad")
# What is written to switch it on
_ON = {"gnome": "enabled", "x11": "1", "macos": "0", "Enabled": "1", "LeaveOnWithMouse": "4294967295"}
_ENABLED = re.compile(r"Device Enabled \(\d+\):\s*([01])")


@dataclass(frozen=True)
class Pad:
    """How the touchpad is set: `way` names where it is set, `place` the device or key, `value` as written there.

    `outcome`: `off`, `off_with_mouse` (as long as a mouse is plugged in), `on`.
    """

    way: str
    place: str
    value: str
    outcome: str


def pad(here: Here) -> Pad | None:
    """The touchpad; None when there is none, or nobody tells how it is set."""
    if here.system == "windows":
        return _windows(here)
    if here.system == "macos":
        value = here.run("defaults", "read", *_MAC).out.strip()
        return Pad("macos", "", value, "off_with_mouse" if value == "1" else "on")
    if not _NAME.search(word(here.at("proc/bus/input/devices"))):
        return None
    return _gnome(here) or _x11(here)


def _gnome(here: Here) -> Pad | None:
    value = _GNOME.read(here).strip("'")
    if not value or "KDE" in here.environ.get("XDG_CURRENT_DESKTOP", ""):
        return None
    return Pad("gnome", "", value, {"enabled": "on", "disabled": "off"}.get(value, "off_with_mouse"))


def _x11(here: Here) -> Pad | None:
    try:
        names = here.run("xinput", "list", "--name-only").out.splitlines()
        for name in (name.strip() for name in names if _NAME.search(name)):
            found = _ENABLED.search(here.run("xinput", "list-props", name).out)
            if found:
                return Pad("x11", name, found[1], "on" if found[1] == "1" else "off")
    except ToolMissing:
        return None
    return None


def _windows(here: Here) -> Pad | None:
    """Only precision touchpads have these keys. Zero in `Enabled`: off; in `LeaveOnWithMouse`: off with a mouse."""
    if here.run("reg", "query", _WINDOWS).code != 0:
        return None
    for key, outcome in ((r"\Status", "off"), ("", "off_with_mouse")):
        name = "Enabled" if key else "LeaveOnWithMouse"
        found = _VALUE.search(here.run("reg", "query", _WINDOWS + key, "/v", name).out)
        if found and int(found[1], 16) == 0:
            return Pad("windows", name, "0", outcome)
    return Pad("windows", "Enabled", "1", "on")


@check("devices.touchpad", Shown(("off", "off_with_mouse", "on", "unknown")))
def touchpad(here: Here, _: Given) -> Result:
    """Whether the touchpad is switched off."""
    now = pad(here)
    return Result(now.outcome, {}, f"{now.way} {now.place}: {now.value}") if now else Result("unknown")


@repair("devices.touchpad.turn_on", Shown(("done", "next_sign_in", "nothing"), resource="touchpad"))
class TurnOn:
    """Switches the touchpad on."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Where it is switched off, and what is written there."""
        now = pad(here)
        if now is None or now.outcome == "on":
            return Plan(outcome="nothing")
        after = _ON[now.place if now.way == "windows" else now.way]
        return Plan({"way": now.way, "place": now.place, "before": now.value, "after": after})

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """On. Windows and macOS look at it at the next sign-in."""
        _set(here, saved, saved["after"])
        say("setting_changed", 1)
        return Result("done" if here.system == "linux" else "next_sign_in")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """The same touchpad."""
        now = pad(here)
        return "" if now and now.way == saved["way"] else "gone"

    def undo(self, here: Here, saved: Saved) -> None:
        """As before."""
        _set(here, saved, saved["before"])

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _set(here: Here, saved: Saved, value: str) -> None:
    way, place = saved["way"], saved["place"]
    if way == "gnome":
        _GNOME.write(here, f"'{value}'")
    elif way == "x11":
        here.asked("xinput", "enable" if value == "1" else "disable", place)
    elif way == "macos":
        here.asked("defaults", "write", *_MAC, "-bool", "true" if value == "1" else "false")
    elif way == "windows" and place in ("Enabled", "LeaveOnWithMouse"):
        key = _WINDOWS + (r"\Status" if place == "Enabled" else "")
        here.asked("reg", "add", key, "/v", place, "/t", "REG_DWORD", "/d", str(int(value)), "/f")
    else:
        raise ActionFailed(f"no touchpad {way} {place}")
