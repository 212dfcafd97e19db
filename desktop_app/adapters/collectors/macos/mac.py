"""Where the sections of macOS come from: one question to `system_profiler`, small programs, property lists."""

import plistlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.parsers.expat import ExpatError

from desktop_app.adapters.collectors.batch import Batch
from desktop_app.adapters.collectors.child import Printed, ProgramFailed
from desktop_app.adapters.collectors.decoded import said
from desktop_app.adapters.collectors.later import Told
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.storage import Consumer

Table = dict[str, Any]
_NOT_PLISTS = (plistlib.InvalidFileException, ExpatError, ValueError, OverflowError, IndexError, KeyError, TypeError)
_SETTING = re.compile(r"^([\w.]+): (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Ways:
    """How a Mac is asked; all but `files` raise ProgramFailed.

    `profile`: `system_profiler` for one group of `profiler.TYPES`; `run`: what a program prints within so many seconds;
    `log`: what went wrong lately.
    """

    files: Tree
    profile: Callable[[str], Printed]
    log: Callable[[], Printed]
    run: Callable[[tuple[str, ...], float], Printed]


@dataclass(frozen=True)
class Mac:
    """What is known of one Mac at one moment: `now`, `around` and `later` are the answers of `system_profiler`."""

    files: Tree
    now: Batch
    around: Batch
    later: Batch
    log: Told[Printed]
    consumers: Told[list[Consumer]]
    run: Callable[[tuple[str, ...]], Printed]

    @property
    def home(self) -> str:
        """The user's folder, from the root; empty when there is none."""
        return self.files.environ.get("HOME", "").strip("/")

    def said(self, *words: str) -> str:
        """What a program prints; one that says no may say why. Raises ProgramFailed."""
        return said(self.run(words))

    def told(self, *words: str) -> Any:
        """What a program prints as a property list; None for nothing. Raises ProgramFailed, ValueError."""
        found = self.run(words)
        if found.reason is not None:
            raise ProgramFailed(found.reason)
        return self.parsed(found.text) if found.text.strip() else None

    @staticmethod
    def parsed(content: bytes) -> Any:
        """A property list, XML or binary. Raises ValueError."""
        try:
            return plistlib.loads(content)
        except _NOT_PLISTS as error:
            raise ValueError(str(error)) from error

    def registered(self, kind: str, depth: int = 1) -> list[Table]:
        """The entries of a class in the registry of devices. Raises ProgramFailed, ValueError."""
        found = self.told("/usr/sbin/ioreg", "-a", "-r", "-d", str(depth), "-c", kind)
        return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []

    def settings(self, *names: str) -> dict[str, str]:
        """Settings of the kernel, whole branches too. Raises ProgramFailed."""
        return dict(_SETTING.findall(self.said("/usr/sbin/sysctl", *names)))

    def plist(self, name: str) -> Table:
        """A property list in a file, XML or binary; empty when it cannot be read."""
        content = self.files.bytes(name, 8 * 1024 * 1024)
        try:
            found = plistlib.loads(content) if content else {}
        except _NOT_PLISTS:
            return {}
        return found if isinstance(found, dict) else {}

    def preferences(self, domain: str) -> Table:
        """Settings of the machine and the user; what the organisation decided comes first."""
        user = self.plist(f"{self.home}/Library/Preferences/{domain}.plist") if self.home else {}
        machine = self.plist(f"Library/Preferences/{domain}.plist")
        return machine | user | self.plist(f"Library/Managed Preferences/{domain}.plist")
