"""A mark that a program left behind: set aside, and given back unless somebody is at work there again."""

import os
from abc import ABC, abstractmethod

from desktop_app.adapters.actions import holding
from desktop_app.adapters.actions.here import Here
from desktop_app.domain.action import Result, Saved, Say


class Leftover(ABC):
    """What every such repair does; `plan`, and what it may touch, are its own."""

    @abstractmethod
    def must_fit(self, here: Here, saved: Saved) -> None:
        """ActionFailed for a record of anything that this repair does not touch."""

    def apply(self, here: Here, saved: Saved, say: Say) -> Result:
        """Moved to what is held."""
        self.must_fit(here, saved)
        holding.set_aside(saved, say, "files_set_aside")
        return Result("done")

    def hindrance(self, here: Here, saved: Saved) -> str:
        """A newer mark in its place is that of a program, or a person, at work."""
        self.must_fit(here, saved)
        both = (all(os.path.lexists(holding.restored(part)) for part in pair) for pair in saved["moves"])
        return holding.hindrance(saved) or ("changed_since" if any(both) else "")

    def undo(self, here: Here, saved: Saved) -> None:
        """Back where it was."""
        self.must_fit(here, saved)
        holding.put_back(saved, replaces=False)

    def forget(self, here: Here, saved: Saved) -> None:
        """The time is over: deleted."""
        if holding.is_ours(here, saved):
            holding.delete(saved)
