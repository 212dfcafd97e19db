"""The clock set from the network: switched on where this user may, else the page of settings is opened."""
# ruff: noqa: ARG002 -- every action has the same shape

import time

from desktop_app.adapters.actions import privileged
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, repair
from desktop_app.adapters.actions.runner import ToolMissing
from desktop_app.adapters.actions.settings_pages import OPENED, OpenPage
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

_PATIENCE_S = 12
_PAUSE_S = 0.5
# What systemsetup says, with the code of success, to whoever is no administrator
_MAC_REFUSAL = "administrator access"


def timed(here: Here) -> dict[str, str]:
    """The answers of `timedatectl show` by name; none without it."""
    try:
        lines = here.run("timedatectl", "show", deadline_s=5).out.splitlines()
    except ToolMissing:
        return {}
    return dict(line.split("=", 1) for line in lines if "=" in line)


@repair("signin.clock.automatic", Shown(("done", "already", "not_allowed"), resource="clock"))
class Automatic:
    """Has the clock set from the network."""

    def plan(self, here: Here, given: Given) -> Plan:
        """Whether it is already; elsewhere than on Linux that is for the system to say."""
        if here.system != "linux":
            return Plan({"before": "yes"}, detail="ask the time service once")
        state = timed(here)
        if state.get("CanNTP", "no") == "no":
            return Plan(outcome="not_allowed", detail="no time service here")
        if state.get("NTP") == "yes":
            return Plan(outcome="already")
        return Plan({"before": "no"})

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """On, and a little patience until the time has come in."""
        if not _switch_on(here):
            return Result("not_allowed")
        if here.system == "linux":
            _wait_for_it(here, say)
        say("setting_changed", 1)
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Off or on, both can be."""
        return ""

    def undo(self, here: Here, saved: Saved) -> None:
        """Off again where it was off; the right time stays."""
        if here.system == "linux" and saved["before"] == "no" and timed(here).get("NTP") == "yes":
            ran = here.run("timedatectl", "--no-ask-password", "set-ntp", "false")
            if ran.code != 0 and not privileged.did(here, "clock.manual"):
                raise ActionFailed(f"timedatectl: {ran.err.strip()}")

    def forget(self, here: Here, saved: Saved) -> None:
        """Nothing was kept."""


def _switch_on(here: Here) -> bool:
    """Whether this user may; nobody is asked for a password."""
    if here.system == "linux":
        ran = here.run("timedatectl", "--no-ask-password", "set-ntp", "true")
        return ran.code == 0 or privileged.did(here, "clock.automatic")
    if here.system == "windows":
        ran = here.run("w32tm", "/resync", "/force", deadline_s=20)
        return ran.code == 0 or privileged.did(here, "clock.automatic")
    ran = here.run("systemsetup", "-setusingnetworktime", "on", deadline_s=20)
    return ran.code == 0 and _MAC_REFUSAL not in ran.out + ran.err


def _wait_for_it(here: Here, say: Say) -> None:
    until = time.monotonic() + _PATIENCE_S
    while timed(here).get("NTPSynchronized") != "yes" and time.monotonic() < until:
        say("", 0.5)
        time.sleep(_PAUSE_S)


@repair("signin.clock.open", Shown(OPENED, resource="settings_page", undoable=False))
class OpenDatePage(OpenPage):
    """Shows the page where the user sets the time."""

    page = "date"
