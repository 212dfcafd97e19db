"""A setting of a browser taken away, so that its own default holds again; the proxy and the start page share this."""

from desktop_app.adapters.actions import kept_files
from desktop_app.adapters.actions.browser import settings
from desktop_app.adapters.actions.browser.profiles import profile_of
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import Given, Plan, Result, Saved, Say

OUTCOMES = ("done", "still_open", "nothing")


class Reset:
    """Takes `keys` out of the settings of the profile named by the option `profile`."""

    keys: settings.Keys

    def plan(self, here: Here, given: Given) -> Plan:
        """The settings files that say something about them."""
        profile = profile_of(here, given.text("profile"))
        facts = {"browser": profile.browser, "profile": profile.id}
        if profile.is_open(here):
            return Plan(outcome="still_open", facts=facts)
        saved = settings.plan(profile, self.keys)
        return Plan(saved, facts, ", ".join(saved["marks"]), "" if saved["marks"] else "nothing")

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Out of each file, unless the browser was opened meanwhile: it would write over it."""
        profile = profile_of(here, saved["profile"])
        if profile.is_open(here):
            return Result("still_open", {"browser": profile.browser})
        settings.take_away(here, saved, self.keys, say)
        return Result("done", {"browser": profile.browser})

    def hindrance(self, here: Here, saved: Saved) -> str:
        """Nothing that was chosen since is overwritten."""
        return settings.hindrance(here, saved, self.keys)

    def undo(self, here: Here, saved: Saved) -> None:
        """As it was, among what the browser wrote since."""
        settings.put_back(here, saved, self.keys)

    def forget(self, here: Here, saved: Saved) -> None:
        """The copy of the settings goes."""
        kept_files.forget(here, saved["token"])
