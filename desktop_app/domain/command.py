"""A command of an organisation's pack: what is run on each system, what it is allowed to be, what its answers mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

VALUE = "$"
"""What an argument begins with that stands for an option of the step: `$printer`. Always a whole argument."""


class Effect(StrEnum):
    """What a command declares to do: the first may be a check, the second only a repair after a yes."""

    READS = "reads"
    CHANGES = "changes"


@dataclass(frozen=True)
class Answer:
    """An outcome and how it is told: by one of `codes` (any when there is none) and `pattern` in what was printed."""

    outcome: str
    codes: frozenset[int] = frozenset()
    pattern: str = ""


@dataclass(frozen=True)
class Command:
    """Argument lists by system; the first of `answers` that fits is the outcome, and none that fits is a failure.

    `undo` takes the change back, by system; a system without one has no way back. `seconds` is the time it has.
    """

    name: str
    effect: Effect
    run: Mapping[str, tuple[str, ...]]
    answers: tuple[Answer, ...]
    undo: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: tuple[str, ...] = ()
    resource: str = ""
    seconds: int = 20
