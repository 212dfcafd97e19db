"""One small reader per snapshot section and system, all run at once under a deadline."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.adapters.collectors.reach import reached, silent
from desktop_app.adapters.collectors.run import Runner
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections import SECTIONS, plain, traits
from desktop_app.domain.snapshot import Reason, Section, SectionStatus

if TYPE_CHECKING:  # the readers of other systems are never loaded
    from desktop_app.adapters.collectors.linux import Linux
    from desktop_app.adapters.collectors.macos import MacOS
    from desktop_app.adapters.collectors.windows import Windows

__all__ = ["Collectors"]

Facts = Mapping[str, Mapping[str, Any]]
"""Plain values by section and field: `{"network": {"metered": True}}`."""

_REACH = "reach"
PATIENCE_S = 1.5
"""How long slow answers are waited for when only some sections are wanted; a whole snapshot does not wait for them."""


class Collectors:
    """The readers of this system.

    `qt_facts`: what only the window system knows, set by `ui` when it runs. `own_facts`: answers what this program
    knows of itself. Both complete sections; entries of lists are joined by their key. `replaced`: readers in place of
    the system's own. `helpdesk_url`: what may be asked whether it answers; empty where nothing may be sent.
    """

    def __init__(
        self,
        system: str = sys.platform,
        root: Path = Path("/"),
        environ: Mapping[str, str] = os.environ,
        own_facts: Callable[[], Facts] = dict,
        helpdesk_url: Callable[[], str] = str,
    ) -> None:
        self._system = system
        self._tree = Tree(root, environ)
        self._runner = Runner()
        self._own_facts = own_facts
        self._helpdesk_url = helpdesk_url
        self.qt_facts: Facts = {}
        self.replaced: dict[str, Callable[[], Any]] = {}

    def collect(self, sections: Sequence[str], deadline_s: float) -> dict[str, Section]:
        """The named sections, after `deadline_s` seconds at the most; one that did not answer says why."""
        is_whole = set(sections) >= set(SECTIONS)
        patience = 0.0 if is_whole else min(PATIENCE_S, deadline_s / 2)
        known = self._system_readers.collectors(patience) | self.replaced
        wanted = {name: known[name] for name in sections if name in known}
        url = self._helpdesk_url() if "network" in wanted else ""
        found = self._runner.run(wanted | ({_REACH: partial(reached, url)} if url else {}), deadline_s)
        told = self.qt_facts, self._own_facts(), _reach(found.pop(_REACH, None), url)
        return {name: _completed(section, *told) for name, section in found.items()}

    @cached_property
    def _system_readers(self) -> "Linux | MacOS | Windows":
        if self._system == "win32":
            from desktop_app.adapters.collectors.windows import this_machine

            return this_machine(self._tree.environ)
        if self._system == "darwin":
            from desktop_app.adapters.collectors.macos import this_mac

            return this_mac(self._tree)
        from desktop_app.adapters.collectors.linux import Linux

        return Linux(self._tree)


def _reach(answer: Section | None, url: str) -> Facts:
    if answer is None:
        return {}
    is_late = answer.reason == Reason.TOO_SLOW
    return {"network": {"checks": plain(silent(url)) if is_late else answer.data.get("checks", [])}}


def _completed(section: Section, *told: Facts) -> Section:
    """A section that answered, with what else is known of it."""
    if section.status is SectionStatus.UNAVAILABLE:
        return section
    data = dict(section.data)
    for facts in told:
        for name, fact in facts.get(section.name, {}).items():
            if fact is not None:
                data[name] = _joined(data.get(name, ()), fact, f"{section.name}.{name}")
    return replace(section, data=data)


def _joined(read: Any, told: Any, path: str) -> Any:
    """A fact in place of what was read; of lists, the entries with the same key become one."""
    key = str(traits(path).get("key", "")).split("+")
    if not isinstance(told, list | tuple) or not key[0]:
        return told
    entries = {tuple(entry.get(part) for part in key): dict(entry) for entry in read}
    for entry in told:
        entries.setdefault(tuple(entry.get(part) for part in key), {}).update(entry)
    return list(entries.values())
