"""Keeps what is owed on a request in step with what happens to it, and reminds before and when it is late.

Everything here runs inside the transaction of whoever changes the request.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from django.db import transaction

from desktop_app.domain.deadline import PAUSED_BY, Deadline, Metric, State
from desktop_app.domain.hours import Calendar
from desktop_app.domain.ticket import ENDED, Priority, Status
from desktop_app.helpdesk.models import Organisation, Promise, Ticket

_ANSWERS = (Metric.FIRST_ANSWER, Metric.NEXT_ANSWER)
_MOST_AT_ONCE = 200

Change = Callable[[Deadline, Calendar], Deadline]


def opened(ticket: Ticket, organisation: Organisation) -> list[Promise]:
    """A request comes in: a first answer and a solution are owed. The caller stores it, and then what is owed."""
    owed = _begun(ticket, organisation, Metric.FIRST_ANSWER, Metric.SOLUTION)
    _say(ticket, owed)
    return owed


def requester_wrote(ticket: Ticket) -> None:
    """An answer is owed, unless one is already."""
    owed = {promise.metric for promise in _open(ticket)}
    if not owed & set(_ANSWERS):
        _begin(ticket, Metric.NEXT_ANSWER)


def answered(ticket: Ticket) -> None:
    """Somebody wrote to the requester: no answer is owed any more."""
    now = datetime.now(UTC)
    _each(ticket, lambda deadline, _: deadline.met(now) if deadline.metric in _ANSWERS else deadline)


def status_changed(ticket: Ticket, before: Status) -> None:
    """Waiting for the requester stops the clock; an end ends all of it; opened again, a solution is owed again."""
    now, status = datetime.now(UTC), Status(ticket.status)
    if status in ENDED:
        _each(ticket, lambda deadline, _: _ended(deadline, status, now))
    elif before in ENDED:
        owed = {promise.metric for promise in _open(ticket)}
        _begin(ticket, *(metric for metric in (Metric.NEXT_ANSWER, Metric.SOLUTION) if metric not in owed))
    else:
        _each(ticket, lambda deadline, calendar: _kept_up(deadline, status, now, calendar))


def _ended(deadline: Deadline, status: Status, now: datetime) -> Deadline:
    is_solved = status in {Status.RESOLVED, Status.CLOSED}
    return deadline.met(now) if is_solved else deadline.cancelled(now)


def _kept_up(deadline: Deadline, status: Status, now: datetime, calendar: Calendar) -> Deadline:
    rests = status in PAUSED_BY[deadline.metric]
    return deadline.paused(now, calendar) if rests else deadline.resumed(now, calendar)


def priority_changed(ticket: Ticket) -> None:
    """Another promise holds from the start; the time already used stays used."""
    now = datetime.now(UTC)
    targets = Organisation.load().promises_of(Priority(ticket.priority))
    _each(
        ticket,
        lambda deadline, calendar: (
            deadline.retargeted(targets[deadline.metric], now, calendar)
            if deadline.metric in targets
            else deadline.cancelled(now)
        ),
    )


def _begin(ticket: Ticket, *metrics: Metric) -> None:
    for promise in _begun(ticket, Organisation.load(), *metrics):
        promise.save()
    _tell(ticket)


def _begun(ticket: Ticket, organisation: Organisation, *metrics: Metric) -> list[Promise]:
    now, calendar = datetime.now(UTC), organisation.calendar()
    targets = organisation.promises_of(Priority(ticket.priority))
    begun = [Deadline.begun(metric, targets[metric], now, calendar) for metric in metrics if metric in targets]
    return [_kept(Promise(ticket=ticket), deadline, organisation) for deadline in begun]


def _each(ticket: Ticket, change: Change) -> None:
    organisation = Organisation.load()
    calendar = organisation.calendar()
    for promise in _open(ticket):
        before = promise.value()
        after = change(before, calendar)
        if after != before:
            _kept(promise, after, organisation).save()
    _tell(ticket)


def _open(ticket: Ticket) -> list[Promise]:
    return list(ticket.promises.filter(state__in=[State.RUNNING, State.PAUSED]))


def _kept(promise: Promise, deadline: Deadline, organisation: Organisation) -> Promise:
    promise.take(deadline)
    promise.look_at = _next_look(promise, deadline, organisation)
    return promise


def _tell(ticket: Ticket) -> None:
    _say(ticket, _open(ticket))
    ticket.save(update_fields=["answer_by", "solve_by"])


def _say(ticket: Ticket, owed: list[Promise]) -> None:
    """The request itself says when the next answer and the solution are due, for lists and for its requester."""
    due = {promise.metric: promise.due_at for promise in owed if promise.state == State.RUNNING}
    answers = [at for metric in _ANSWERS if (at := due.get(metric)) is not None]
    ticket.answer_by, ticket.solve_by = min(answers, default=None), due.get(Metric.SOLUTION)


def _next_look(promise: Promise, deadline: Deadline, organisation: Organisation) -> datetime | None:
    """When the next of the organisation's reminders is due; None when there is none left, or the clock rests."""
    if deadline.state is not State.RUNNING or deadline.since is None:
        return None
    percent = next((one for one in organisation.reminders() if one > promise.reminded), None)
    if percent is None:
        return None
    left = deadline.target.time * percent / 100 - deadline.used
    if deadline.target.is_round_the_clock or left <= timedelta():
        return deadline.since + max(left, timedelta())
    return organisation.calendar().after(deadline.since, left)


def remind(write: Callable[[Promise, int], None]) -> None:
    """For each promise whose reminder is due: `write` it once, with the percent of the time that is used up."""
    for promise_id, ticket_id in Promise.to_look_at().values_list("pk", "ticket")[:_MOST_AT_ONCE]:
        with transaction.atomic():
            Ticket.objects.select_for_update().filter(pk=ticket_id).first()  # before what hangs on it
            promise = Promise.to_look_at().filter(pk=promise_id).first()
            if promise is not None:
                _remind_of(promise, write)


def _remind_of(promise: Promise, write: Callable[[Promise, int], None]) -> None:
    organisation = Organisation.load()
    for percent in _due(promise, organisation):
        promise.reminded = percent
        write(promise, percent)
    promise.look_at = _next_look(promise, promise.value(), organisation)
    promise.save(update_fields=["reminded", "look_at"])


def _due(promise: Promise, organisation: Organisation) -> Iterator[int]:
    share = promise.value().share(datetime.now(UTC), organisation.calendar()) * 100
    return (one for one in organisation.reminders() if promise.reminded < one <= share + 0.01)
