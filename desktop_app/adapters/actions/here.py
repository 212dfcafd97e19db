"""The computer as actions see it: its system, its folders, its tools. Tests put another one in its place."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.adapters.actions import runner
from desktop_app.domain.action import ActionFailed

Run = Callable[[Sequence[str], float, Mapping[str, str]], runner.Ran]


def this_system() -> str:
    """`linux`, `macos` or `windows`."""
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")


@dataclass(frozen=True)
class Here:
    """Where actions act. `holding` keeps what was set aside; `helpdesk_url` gives the address in force, or nothing.

    `root` is where the system's own files begin.
    """

    holding: Path
    helpdesk_url: Callable[[], str] = lambda: ""
    system: str = field(default_factory=this_system)
    home: Path = field(default_factory=Path.home)
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    tool: Run = runner.run
    root: Path = Path("/")

    def run(self, *args: str, deadline_s: float = 10, **more: str) -> runner.Ran:
        """Runs a tool; `more` are environment variables (values never become part of a command)."""
        return self.tool(args, deadline_s, {**self.environ, **more})

    def asked(self, *args: str, deadline_s: float = 10, **more: str) -> str:
        """What a tool prints; ActionFailed with its complaint when it refuses."""
        ran = self.run(*args, deadline_s=deadline_s, **more)
        if ran.code != 0:
            raise ActionFailed(f"{args[0]}: {ran.err.strip() or ran.code}")
        return ran.out

    def folder(self, variable: str, default: str) -> Path:
        """A folder named by an environment variable, else `default` under the home folder."""
        named = self.environ.get(variable, "")
        return Path(named) if Path(named).is_absolute() else self.home / default

    def at(self, path: str) -> Path:
        """A file of the system, `run/reboot-required`."""
        return self.root / path
