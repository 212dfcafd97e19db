"""A setting: its value, and who decided it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Source(IntEnum):
    """Where a value comes from; the strongest has the highest number."""

    DEFAULT = 0
    POLICY_DEFAULT = 1
    USER = 2
    COMMAND_LINE = 3
    POLICY = 4


@dataclass(frozen=True)
class SettingRow(Generic[T]):
    """One line of the settings table. Its words are in `resources/words/settings.toml`, what IT reads of it in
    `policy.toml` beside.

    A value fits when it is of `kind` (true is not 1), one of the `choices` where there are some, and `allowed`.
    """

    key: str
    kind: type[T]
    default: T
    allowed: Callable[[T], bool] = lambda _: True
    choices: Sequence[T] = ()
    user_may_set: bool = True
    relaxes: Callable[[T], bool] = lambda _: False

    def fits(self, value: object) -> bool:
        """Whether the setting may have this value."""
        return type(value) is self.kind and (not self.choices or value in self.choices) and self.allowed(value)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """A value in force. `locked`: set by the organisation, shown but not changeable."""

    key: str
    value: T
    source: Source
    locked: bool = False


@dataclass(frozen=True)
class PolicyFault:
    """Something wrong in a policy file: shown by `doctor`, and never a reason not to start."""

    file: str
    line: int
    key: str
    reason: str
