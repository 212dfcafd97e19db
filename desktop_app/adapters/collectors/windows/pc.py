"""Where the sections of Windows come from: the registry, calls, two questions by PowerShell, files, programs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop_app.adapters.collectors.batch import Batch
from desktop_app.adapters.collectors.child import Printed
from desktop_app.adapters.collectors.decoded import said
from desktop_app.adapters.collectors.later import Told
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.adapters.collectors.windows.calls import Calls
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.domain.sections.storage import Consumer


@dataclass(frozen=True)
class Ways:
    """How a machine is asked. `ask`: what comes at once; `ask_later`: what takes seconds; both raise ProgramFailed.

    `run`: what a program prints within so many seconds, raises ProgramFailed; `files`: the drive of the system, with
    the user's variables.
    """

    keys: Registry
    calls: Calls
    ask: Callable[[], Printed]
    ask_later: Callable[[], Printed]
    run: Callable[[tuple[str, ...], float], Printed]
    files: Tree


@dataclass(frozen=True)
class Pc:
    """What is known of one machine at one moment: `now` and `later` are the answers of the two questions."""

    keys: Registry
    calls: Calls
    now: Batch
    later: Batch
    later_at: datetime | None
    consumers: Told[list[Consumer]]
    files: Tree
    run: Callable[[tuple[str, ...]], Printed]

    def said(self, *words: str) -> str:
        """What a program prints; one that says no may say why. Raises ProgramFailed."""
        return said(self.run(words))

    def folder(self, variable: str) -> str:
        r"""A folder that a variable names, from the drive's root: `C:\\Users\\x` is `Users/x`; empty without it."""
        found = self.files.environ.get(variable, "")
        return found.replace("\\", "/").rpartition(":")[2].strip("/")
