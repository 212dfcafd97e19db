"""The ticket, which is the conversation: its states, its priority, and what the user is told of both."""

from enum import IntEnum, StrEnum

LONGEST_MESSAGE = 100_000
"""Characters of one message, whoever writes it; more belongs in a file."""

LARGEST_FILE = 100 * 1024 * 1024
LARGEST_SNAPSHOT = 50 * 1024 * 1024
"""Bytes the help desk takes in one attachment; more is refused with 413 and a sentence."""


class Status(StrEnum):
    """The life of a ticket, the same words as the other help desks map to."""

    NEW = "new"
    OPEN = "open"
    PENDING_REQUESTER = "pending_requester"
    PENDING_OTHER = "pending_other"
    RESOLVED = "resolved"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    MERGED = "merged"


_PENDING = {Status.PENDING_REQUESTER, Status.PENDING_OTHER}
TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.NEW: frozenset({Status.OPEN, *_PENDING, Status.RESOLVED, Status.CANCELLED, Status.MERGED}),
    Status.OPEN: frozenset({*_PENDING, Status.RESOLVED, Status.CANCELLED, Status.MERGED}),
    Status.PENDING_REQUESTER: frozenset(
        {Status.OPEN, Status.PENDING_OTHER, Status.RESOLVED, Status.CANCELLED, Status.MERGED}
    ),
    Status.PENDING_OTHER: frozenset(
        {Status.OPEN, Status.PENDING_REQUESTER, Status.RESOLVED, Status.CANCELLED, Status.MERGED}
    ),
    Status.RESOLVED: frozenset({Status.OPEN, Status.CLOSED}),
    Status.CLOSED: frozenset({Status.OPEN}),
    Status.CANCELLED: frozenset(),
    Status.MERGED: frozenset(),
}
ENDED = frozenset({Status.RESOLVED, Status.CLOSED, Status.CANCELLED, Status.MERGED})
UNDERWAY = frozenset(Status) - ENDED
"""Asked for by name: an index finds the few that are, among all that ever were."""


def may_become(now: Status, wanted: Status) -> bool:
    """Whether a ticket may go from `now` to `wanted`; staying as it is is always allowed."""
    return now == wanted or wanted in TRANSITIONS[now]


def after_requester_writes(now: Status) -> Status:
    """The state once its requester wrote: a question is answered, a solved request is open again."""
    return Status.OPEN if now in {Status.PENDING_REQUESTER, Status.RESOLVED, Status.CLOSED} else now


class Stage(StrEnum):
    """The four stages of the status line that the user sees."""

    SENT = "sent"
    TAKEN = "taken"
    WORKING = "working"
    SOLVED = "solved"


def stage(status: Status, *, has_assignee: bool, answered: bool) -> Stage:
    """What the user is told: sent, taken by someone, being worked on, or solved."""
    if status in ENDED:
        return Stage.SOLVED
    if answered or status in _PENDING:
        return Stage.WORKING
    return Stage.TAKEN if has_assignee else Stage.SENT


class Impact(StrEnum):
    """Who is held up, asked in plain words."""

    ME = "me"
    TEAM = "team"
    SITE = "site"


class Blocked(StrEnum):
    """How much the work is held up."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Priority(IntEnum):
    """1 is the most pressing."""

    CRITICAL = 1
    HIGH = 2
    NORMAL = 3
    LOW = 4
    PLANNED = 5


# Rows: impact 1 (site) to 4; columns: urgency 1 to 4. The usual table of IT service management.
PRIORITY_MATRIX = ((1, 1, 2, 3), (1, 2, 3, 3), (2, 3, 3, 4), (3, 3, 4, 5))
_IMPACT_ROW = {Impact.SITE: 0, Impact.TEAM: 1, Impact.ME: 2}
_URGENCY_COLUMN = {Blocked.YES: 0, Blocked.PARTLY: 1, Blocked.NO: 3}


def priority(impact: Impact, blocked: Blocked) -> Priority:
    """The priority that the two plain answers amount to."""
    return Priority(PRIORITY_MATRIX[_IMPACT_ROW[impact]][_URGENCY_COLUMN[blocked]])


class EntryKind(StrEnum):
    """What one line of the conversation is."""

    MESSAGE = "message"
    NOTE = "note"
    SOLUTION = "solution"
    EVENT = "event"


class Visibility(StrEnum):
    """Who may read an entry; what cannot be determined is internal."""

    PUBLIC = "public"
    INTERNAL = "internal"
