"""A nudge: a word about what will soon stop the person working, and nothing else. The one table of what may be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop_app.domain.fix import Facts, Fix, Step, StepKind


@dataclass(frozen=True)
class Kind:
    """A condition: what the first `check` of a guided fix answers, among `outcomes`; `fix_id` settles it.

    Where that fix is not to be had, another one that begins with the check is as good.
    `days_key` names the setting that the measured fact `days` must reach before it is worth a word.
    """

    key: str
    check: str
    outcomes: frozenset[str]
    fix_id: str
    days_key: str = ""

    def step_of(self, fix: Fix) -> Step | None:
        """The step of `fix` that measures it, when the fix begins with it."""
        first = fix.steps[0] if fix.steps else None
        return first if first and first.kind is StepKind.CHECK and first.action == self.check else None

    def is_met(self, outcome: str, facts: Facts, days: int) -> bool:
        """Whether what was measured is worth a word; `days` is the value of the setting."""
        return outcome in self.outcomes and (not self.days_key or int(facts.get("days", 0)) >= days)


KINDS: tuple[Kind, ...] = (
    Kind("disk_full", "files.space", frozenset({"full"}), "disk_full"),
    Kind("printing_stuck", "printing.queue", frozenset({"stuck"}), "print_queue_stuck"),
    Kind("password_ends", "signin.password", frozenset({"soon", "expired"}), "password_expiring"),
    Kind("clock_wrong", "signin.clock", frozenset({"ahead", "behind"}), "clock_wrong"),
    Kind("restart_overdue", "speed.restart", frozenset({"wanted"}), "restart_overdue", "nudges.restart_days"),
    Kind("battery_failing", "devices.battery", frozenset({"worn"}), "battery_drains_fast"),
)
"""What may be told, the most pressing first. Its words are in `resources/words/nudges.toml`."""


@dataclass(frozen=True)
class Nudge:
    """What was found at `at`. `incident` is the id of a known incident that explains it: then nothing is to be done."""

    kind: str
    fix_id: str
    outcome: str
    at: datetime
    facts: Facts = field(default_factory=dict)
    incident: str = ""

    @property
    def fields(self) -> Mapping[str, object]:
        """As it is kept."""
        return {**vars(self), "at": self.at.isoformat(), "facts": dict(self.facts)}
