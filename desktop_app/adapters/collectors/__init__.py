"""One small reader per snapshot section and system, all run at once under a deadline."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.adapters.collectors.application import Own, nothing_own
from desktop_app.adapters.collectors.run import Collector, Runner
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.snapshot import Section

__all__ = ["Collectors"]


class Collectors:
    """The readers of this system.

    `qt_facts`: what only the window system knows, as plain values by section and field
    (`{"network": {"metered": True}}`), set by `ui` when it runs. `own`: what this program knows of itself, set by
    whoever builds it. `replaced`: readers in place of the system's own.
    """

    def __init__(
        self, system: str = sys.platform, root: Path = Path("/"), environ: Mapping[str, str] = os.environ
    ) -> None:
        self._system = system
        self._tree = Tree(root, environ)
        self._runner = Runner()
        self.qt_facts: Mapping[str, Mapping[str, Any]] = {}
        self.own: Own = nothing_own
        self.replaced: dict[str, Callable[[], Any]] = {}

    def collect(self, sections: Sequence[str], deadline_s: float) -> dict[str, Section]:
        """The named sections, after `deadline_s` seconds at the most; one that did not answer says why."""
        known = self._readers() | self.replaced
        found = self._runner.run({name: known[name] for name in sections if name in known}, deadline_s)
        return {name: self._completed(section) for name, section in found.items()}

    def _completed(self, section: Section) -> Section:
        told = {name: fact for name, fact in self.qt_facts.get(section.name, {}).items() if fact is not None}
        return replace(section, data={**section.data, **told}) if told and section.data else section

    def _readers(self) -> dict[str, Collector]:
        if self._system == "win32":
            from desktop_app.adapters.collectors.windows import collectors as windows

            return windows(own=self.own)
        if self._system == "darwin":
            from desktop_app.adapters.collectors.macos import collectors as macos

            return macos(self._tree, own=self.own)
        from desktop_app.adapters.collectors.linux import collectors as linux

        return linux(self._tree, self.own)
