"""A browser that will not open: its settings are held by a program without a window, or by a lock left behind."""
# ruff: noqa: ARG002 -- every action has the same shape

from pathlib import Path

from desktop_app.adapters.actions import holding, processes
from desktop_app.adapters.actions.browser.profiles import Profile, profile_of, profiles
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.profile_locks import LOCK_FILES
from desktop_app.adapters.actions.registry import Shown, check, repair
from desktop_app.domain.action import ActionFailed, Given, Plan, Result, Saved, Say

_FACTS = ("browser", "profile", "computer", "holder")


@check("browser.lock", Shown(("stale", "held", "free", "none"), _FACTS, {"profile": str}))
def browser_lock(here: Here, given: Given) -> Result:
    """Whether something keeps a browser from opening; with `profile`, only that one is looked at."""
    wanted = given.text("profile")
    every = [profile_of(here, wanted)] if wanted else profiles(here)
    if not every:
        return Result("none")
    looked = [(profile, profile.lock(here)) for profile in every]
    order = ("stale", "held", "free")
    profile, lock = min(looked, key=lambda pair: order.index(pair[1].state))
    holder = processes.mark(lock.process) if lock.process else ""
    facts = {"browser": profile.browser, "profile": profile.id, "computer": lock.host, "holder": holder}
    return Result(lock.state, facts, f"{profile.browser} {lock.state} {lock.host} {lock.process or ''}")


@repair(
    "browser.lock.set_aside", Shown(("done", "still_open", "nothing"), _FACTS, {"profile": str}, resource="browser")
)
class SetLockAside:
    """Sets aside the lock that a program left behind."""

    def plan(self, here: Here, given: Given) -> Plan:
        """The lock file; `nothing` when it is not stale."""
        profile = profile_of(here, given.text("profile"))
        facts = {"browser": profile.browser, "profile": profile.id}
        if profile.lock(here).state != "stale":
            return Plan(outcome="nothing", facts=facts)
        moves = holding.plan(here, [_file(profile)])
        return Plan({**moves.saved, "profile": profile.id}, facts, outcome=moves.outcome)

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Moves it, unless a browser was opened meanwhile."""
        profile = profile_of(here, saved["profile"])
        if profile.is_open(here):
            return Result("still_open", {"browser": profile.browser})
        holding.set_aside(saved, say, "files_set_aside")
        return Result("done", {"browser": profile.browser})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """A browser that runs has a lock of its own."""
        return holding.hindrance(saved) or ("close_first" if profile_of(here, saved["profile"]).is_open(here) else "")

    def undo(self, here: Here, saved: Saved) -> None:
        """Back where it lay."""
        file = _file(profile_of(here, saved["profile"]))
        if not holding.is_ours(here, saved) or [move[0] for move in saved["moves"]] != [holding.stored(file)]:
            raise ActionFailed("not the lock of this browser")
        holding.put_back(saved, replaces=True)

    def forget(self, here: Here, saved: Saved) -> None:
        """Deleted for good."""
        holding.delete(saved)


def _file(profile: Profile) -> Path:
    return profile.locked_folder / LOCK_FILES[profile.family]
