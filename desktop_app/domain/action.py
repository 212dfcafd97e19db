"""What a guided fix asks of the computer: the values that go to an action and come back from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from desktop_app.domain.fix import Facts

Saved = Mapping[str, Any]
"""Plain JSON captured before a change: enough to finish the change after a crash, and to take it back."""

Say = Callable[[str, float], None]
"""Called between two parts of a change: key of what was done, share done from 0 to 1. It may raise `StopAsked`."""

_LONGEST_FACT, _LONGEST_DETAIL, _MOST_ITEMS = 300, 4000, 100


class ActionFailed(Exception):
    """The computer did not do as asked; `detail` is for the technician."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class StopAsked(Exception):
    """The user pressed Stop: raised at the next safe point of a change."""


@dataclass(frozen=True)
class Given:
    """What a step passes to its action: the options of the fix file, with `$names` already replaced."""

    options: Mapping[str, object] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """The option `name` as text."""
        return str(self.options.get(name, default))

    def number(self, name: str, default: float) -> float:
        """The option `name` as a number; ValueError when the fix file put something else there."""
        return float(str(self.options.get(name, default)))


@dataclass(frozen=True)
class Item:
    """One thing the user may choose among: a printer, a program. Its facts fill the label of the choice."""

    id: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """What came out of a check or a change. `detail` is the technical line."""

    outcome: str
    facts: Facts = field(default_factory=dict)
    detail: str = ""
    items: tuple[Item, ...] = ()

    def bounded(self) -> "Result":
        """The same with nothing longer than a sentence, a list or a technical line may be."""
        facts = {name: fact[:_LONGEST_FACT] if isinstance(fact, str) else fact for name, fact in self.facts.items()}
        return Result(self.outcome, facts, self.detail[:_LONGEST_DETAIL], self.items[:_MOST_ITEMS])


@dataclass(frozen=True)
class Plan:
    """What a repair would change, worked out without changing anything.

    An `outcome` other than empty says that there is nothing to ask: the run goes where the step's `goes_to` sends it.
    """

    saved: Saved = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    detail: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class ActionShape:
    """What is known of an action without running it: fix files are checked against it.

    `resource` names what a repair acts on: two repairs never act on one resource at the same time.
    """

    name: str
    kind: Literal["check", "repair"]
    systems: frozenset[str]
    outcomes: frozenset[str]
    facts: frozenset[str]
    options: Mapping[str, type]
    resource: str = ""
    undoable: bool = False
