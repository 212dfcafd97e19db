"""The print system itself, which does not answer: started anew, where somebody here may."""
# ruff: noqa: ARG002 -- every action has the same shape

import time

from desktop_app.adapters.actions import privileged
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.powershell import powershell
from desktop_app.adapters.actions.printing import cups
from desktop_app.adapters.actions.registry import Final, Shown, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

_VERB = "printing.restart"
_PATIENCE_S, _PAUSE_S = 10, 0.2


@repair("printing.service.restart", Shown(("done", "not_allowed"), resource="printing", undoable=False))
class RestartPrinting(Final):
    """Starts the print system anew. What waits is kept by it on disk, and waits on."""

    def plan(self, here: Here, given: Given) -> Plan:
        """On Linux only the service for what needs rights may; Windows says so itself; macOS keeps it to itself."""
        is_possible = here.system == "windows" or privileged.may(here, _VERB)
        return Plan({}) if is_possible else Plan(outcome="not_allowed")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """With the user's own rights where they could suffice, else by the service."""
        if not (_by_hand(here) or privileged.did(here, _VERB)):
            return Result("not_allowed")
        if here.system == "linux":
            _wait_for_it(here)
        say("queue_started", 1)
        return Result("done")


def _by_hand(here: Here) -> bool:
    if here.system != "windows":
        return False
    try:
        powershell(here, "Restart-Service Spooler -Force", deadline_s=60)
    except ActionFailed:
        return False
    return True


def _wait_for_it(here: Here) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not cups.is_running(here) and time.monotonic() < until:
        time.sleep(_PAUSE_S)
