"""Guided fixes: what a fix file says, and what a run of one has done so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop_app.domain.words import Text

Facts = Mapping[str, str | int | float | bool]
"""What a check measured, ready to fill the gaps of a sentence and to be compared before and after."""


class StepKind(StrEnum):
    """The kinds of step of a guided fix."""

    CHECK = "check"
    QUESTION = "question"
    REPAIR = "repair"
    VERIFY = "verify"


@dataclass(frozen=True)
class Choice:
    """One answer to a question; `goes_to` names a step, `end`, `person`, or nothing for the next step."""

    id: str
    label: Text
    goes_to: str = ""


@dataclass(frozen=True)
class Consent:
    """The four lines asked before any change. `undo` None means: cannot be taken back, and says so."""

    changes: Text
    keeps: Text
    permission: Text
    undo: Text | None
    undo_days: int = 7
    closes_programs: bool = False


@dataclass(frozen=True)
class Step:
    """One step. `action` names a registered check or repair; `options` are passed to it as they stand.

    `outcomes` maps the outcome key that a check returns to its sentence; `goes_to` maps it to a step id, `end` (nothing
    to repair), or `person`. An outcome that is in neither goes to the next step.
    A question with an `action` offers what that check lists, labelled by `each`, before its own `choices`.
    `helps_in_part`: the change stays when the verification afterwards is not satisfied (freed space is freed space).
    `works_around`: the change only gets the person through until it is repaired; it stays, with a way back to normal.
    """

    id: str
    kind: StepKind
    title: Text
    action: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    outcomes: Mapping[str, Text] = field(default_factory=dict)
    goes_to: Mapping[str, str] = field(default_factory=dict)
    question: Text | None = None
    choices: tuple[Choice, ...] = ()
    consent: Consent | None = None
    button: Text | None = None
    seconds: int = 5
    each: Text | None = None
    helps_in_part: bool = False
    works_around: bool = False


@dataclass(frozen=True)
class Fix:
    """A guided fix, as its file says. `symptoms` are users' own words, for the search."""

    id: str
    title: Text
    summary: Text
    symptoms: Mapping[str, tuple[str, ...]]
    icon: str
    systems: tuple[str, ...]
    minutes: int
    steps: tuple[Step, ...]
    success: Text
    workaround: Text | None = None
    prevention: Text | None = None
    topics: tuple[str, ...] = ()


class StepState(StrEnum):
    """How the step list draws a step."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to_come"
    FAILED = "failed"
    UNDONE = "undone"
    SKIPPED = "skipped"


class RunState(StrEnum):
    """Where a run stands. `interrupted`: the program died in the middle of a change; offer to finish or take back."""

    READY = "ready"
    ASKING = "asking"
    CONSENT = "consent"
    FIXED = "fixed"
    NOTHING_FOUND = "nothing_found"
    NEEDS_PERSON = "needs_person"
    STOPPED = "stopped"
    UNDONE = "undone"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class StepReport:
    """A step of a run: its state, what came out of it (key and facts), the answer given, a technical line.

    `offered` are the choices of a question that depend on this computer (its printers, its programs).
    """

    step_id: str
    state: StepState
    outcome: str = ""
    facts: Facts = field(default_factory=dict)
    answer: str = ""
    detail: str = ""
    offered: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Run:
    """A run of a fix, the only truth of it: pages and the command line draw this value.

    `state` says what is awaited: `ready` (call `advance` to go on), `asking` (an answer), `consent` (a yes), or that it
    ended.
    `undo_until` is set once something was changed that can be taken back.
    """

    id: str
    fix_id: str
    started_at: datetime
    state: RunState
    current: str
    steps: tuple[StepReport, ...]
    undo_until: datetime | None = None
    ended_at: datetime | None = None
