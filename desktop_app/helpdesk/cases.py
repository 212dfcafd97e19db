"""Containment of a suspected machine: a case with its steps, each with who did it and when."""

from datetime import UTC, datetime

from django.db import transaction

from desktop_app.domain.containment import STEPS
from desktop_app.domain.ticket import Priority
from desktop_app.helpdesk import handling
from desktop_app.helpdesk.conversations import Conflict, locked, record
from desktop_app.helpdesk.models import Case, CaseStep, Technician


def open_case(ticket_id: str, reason: str, by: Technician) -> Case:
    """Begin, or the one that has begun; the request becomes as pressing as can be."""
    with transaction.atomic():
        ticket = locked(ticket_id)
        known = Case.objects.filter(ticket=ticket).first()
        if known is not None:
            return known
        made = Case.objects.create(ticket=ticket, opened_by=by, opened_at=datetime.now(UTC))
        handling.change_priority(ticket_id, Priority.CRITICAL, reason, by)
        record(locked(ticket_id), "case_opened", {}, by, internal=True)
        return made


def missing(case: Case) -> list[str]:
    """The steps that nobody has done."""
    done = set(case.steps.values_list("key", flat=True))
    return [key for key in STEPS if key not in done]


def tick(case_id: str, key: str, by: Technician, *, is_done: bool) -> None:
    """A step is done, or not after all; of two ticks, the first counts. Raises Conflict once it is closed."""
    with transaction.atomic():
        case = _open(case_id)
        if is_done:
            moment = {"by": by, "at": datetime.now(UTC)}
            changed = CaseStep.objects.get_or_create(case=case, key=key, defaults=moment)[1]
        else:
            changed = bool(case.steps.filter(key=key).delete()[0])
        if changed:
            event = "case_step" if is_done else "case_step_back"
            record(locked(case.ticket_id), event, {"step": key}, by, internal=True)


def close(case_id: str, reason: str, by: Technician) -> None:
    """Over. Raises Conflict while steps are open and nobody says why."""
    with transaction.atomic():
        case = _open(case_id)
        if missing(case) and not reason:
            raise Conflict("case_needs_reason")
        case.closed_by, case.closed_at, case.reason = by, datetime.now(UTC), reason
        case.save(update_fields=["closed_by", "closed_at", "reason"])
        record(locked(case.ticket_id), "case_closed", {"reason": reason or "✓"}, by, internal=True)


def _open(case_id: str) -> Case:
    case = Case.objects.select_for_update().get(pk=case_id)
    if case.closed_at is not None:
        raise Conflict("case_closed")
    return case
