"""The life of a ticket and what its requester is told."""

import pytest

from desktop_app.domain.ticket import (
    TRANSITIONS,
    Blocked,
    Impact,
    Priority,
    Stage,
    Status,
    after_requester_writes,
    may_become,
    priority,
    stage,
)


def test_what_is_final_stays_final() -> None:
    assert not TRANSITIONS[Status.CANCELLED]
    assert not TRANSITIONS[Status.MERGED]
    assert may_become(Status.MERGED, Status.MERGED)


def test_a_closed_request_can_only_be_opened_again() -> None:
    assert TRANSITIONS[Status.CLOSED] == {Status.OPEN}
    assert not may_become(Status.CLOSED, Status.RESOLVED)


@pytest.mark.parametrize("now", [Status.PENDING_REQUESTER, Status.RESOLVED, Status.CLOSED])
def test_writing_again_opens_it(now: Status) -> None:
    assert after_requester_writes(now) is Status.OPEN


@pytest.mark.parametrize("now", [Status.NEW, Status.OPEN, Status.PENDING_OTHER])
def test_writing_more_changes_nothing_else(now: Status) -> None:
    assert after_requester_writes(now) is now


@pytest.mark.parametrize(
    ("impact", "blocked", "wanted"),
    [
        (Impact.SITE, Blocked.YES, Priority.CRITICAL),
        (Impact.TEAM, Blocked.YES, Priority.CRITICAL),
        (Impact.ME, Blocked.YES, Priority.HIGH),
        (Impact.ME, Blocked.PARTLY, Priority.NORMAL),
        (Impact.ME, Blocked.NO, Priority.LOW),
    ],
)
def test_two_plain_answers_make_a_priority(impact: Impact, blocked: Blocked, wanted: Priority) -> None:
    assert priority(impact, blocked) is wanted


def test_the_status_line_follows_what_happened() -> None:
    assert stage(Status.NEW, has_assignee=False, answered=False) is Stage.SENT
    assert stage(Status.NEW, has_assignee=True, answered=False) is Stage.TAKEN
    assert stage(Status.OPEN, has_assignee=True, answered=True) is Stage.WORKING
    assert stage(Status.PENDING_REQUESTER, has_assignee=False, answered=False) is Stage.WORKING
    assert stage(Status.RESOLVED, has_assignee=True, answered=True) is Stage.SOLVED
