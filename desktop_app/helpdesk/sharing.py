"""Carries what is said before a screen is shown: each step in its time, by its side. It cannot grant anything."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from desktop_app.domain.asking import Asked
from desktop_app.domain.consent import ANSWER_S, Ending
from desktop_app.domain.ticket import ENDED
from desktop_app.helpdesk import audit, rights, sharing_entries
from desktop_app.helpdesk.availability import HERE
from desktop_app.helpdesk.conversations import Conflict, locked, write_event
from desktop_app.helpdesk.events import feed
from desktop_app.helpdesk.models import Device, Entry, Sharing, Technician, Ticket
from desktop_app.protocol.sharing import Answer, NewSharing, Offer, Ready, Record

State = Sharing.State
_SILENCE = timedelta(seconds=ANSWER_S)
_ON_ITS_WAY = timedelta(seconds=10)
"""The desktop counts the silence itself; its word may take this long."""


def ask(ticket_id: str, word: NewSharing, technician: Technician) -> tuple[Sharing, bool]:
    """Ask to see the requester's screen; the same id again changes nothing. Raises Ticket.DoesNotExist, Conflict."""
    rights.require(technician, rights.Role.AGENT)
    with transaction.atomic():
        ticket = locked(ticket_id)
        known = Sharing.objects.filter(pk=word.id).first()
        if known is not None:
            if (known.ticket_id, known.technician_id, known.commitment) != (ticket.pk, technician.pk, word.commitment):
                raise Conflict("id_taken")
            return known, False
        joined = _room(ticket, word.id, technician)
        facts = {"reason": word.reason, "name": technician.first_name}
        write_event(ticket, Entry(id=word.id, event=Asked.SCREEN, facts=facts), technician)
        now = datetime.now(UTC)
        told = word.model_dump() | {"technician": technician, "asked_at": now, "moved_at": now, "joins": joined}
        sharing = Sharing.objects.create(ticket=ticket, **told)
        audit.write(audit.Act.SHARING_ASKED, technician, ticket, sharing=sharing.pk, reason=word.reason)
        feed.tell_of_sharing(ticket)
        return sharing, True


def _room(ticket: Ticket, new_id: str, technician: Technician) -> Sharing | None:
    """The sharing that this one would join; None for a first one."""
    if Entry.objects.filter(pk=new_id).exists():
        raise Conflict("id_taken")
    if not may_be_asked(ticket):
        raise Conflict("sharing_not_asked_for")
    joined = joinable(ticket, technician)
    if joined is None and ticket.sharings.exclude(state=State.ENDED).exists():
        raise Conflict("sharing_one_at_a_time")
    return joined


def joinable(ticket: Ticket, technician: Technician) -> Sharing | None:
    """What a colleague of `technician` sees now, and nobody else has joined; the user is asked for each who would."""
    shown = ticket.sharings.filter(state=State.SHARED, joins=None).exclude(technician=technician).first()
    return None if shown is None or shown.guests.exclude(state=State.ENDED).exists() else shown


def may_be_asked(ticket: Ticket) -> bool:
    """Whether the person asked for help here and is still being helped: nobody else's screen is asked for."""
    return ticket.status not in ENDED and ticket.entries.filter(person=ticket.requester).exists()


def ready(ticket_id: str, sharing_id: str, word: Ready, device: Device) -> Sharing:
    """The desktop is awake and shows the question. Raises Conflict, DoesNotExist."""
    with transaction.atomic():
        sharing = _of_machine(ticket_id, sharing_id, device)
        if sharing.ready == word.model_dump():
            return sharing
        _require(sharing.state == State.ASKED and may_be_asked(sharing.ticket))
        sharing.device, sharing.ready = device, word.model_dump()
        return _move(sharing, State.READY)


def offer(ticket_id: str, sharing_id: str, word: Offer, technician: Technician) -> Sharing:
    """The browser's side: round 0 once the desktop is ready, a later one when the line was lost, same certificate."""
    with transaction.atomic():
        sharing = _of_browser(ticket_id, sharing_id, technician)
        if sharing.offer == word.model_dump():
            return sharing
        is_first = sharing.state == State.READY and word.round == 0
        _require(is_first or (sharing.state == State.SHARED and _goes_on(sharing, word)))
        sharing.offer = word.model_dump()
        return _move(sharing, State.OFFERED if is_first else State.SHARED)


def _goes_on(sharing: Sharing, word: Offer) -> bool:
    return word.round > _round(sharing.offer) and word.nonce == Offer.model_validate(sharing.offer).nonce


def _round(step: dict[str, Any] | None) -> int:
    return int(step["round"]) if step else -1


def answer(ticket_id: str, sharing_id: str, word: Answer, device: Device) -> Sharing:
    """The desktop's side of the same round; the first one says that the user said yes."""
    with transaction.atomic():
        sharing = _of_machine(ticket_id, sharing_id, device)
        if sharing.answer == word.model_dump():
            return sharing
        is_first = sharing.state == State.OFFERED and may_be_asked(sharing.ticket)
        _require(is_first or (sharing.state == State.SHARED and word.round > _round(sharing.answer)))
        _require(word.round == _round(sharing.offer))
        sharing.answer = word.model_dump()
        if is_first:
            sharing_entries.started(sharing, word.area)
        return _move(sharing, State.SHARED)


def end(ticket_id: str, sharing_id: str, word: Record, device: Device) -> Sharing:
    """What happened, as the machine saw it: the first word counts, even when the help desk thought it over before."""
    with transaction.atomic():
        sharing = _of_machine(ticket_id, sharing_id, device)
        if sharing.record is not None:
            _require(sharing.record == word.model_dump(mode="json"))
            return sharing
        sharing.record = word.model_dump(mode="json")
        sharing_entries.ended(sharing, word)
        closed = _close(sharing, word.ending)
        sharing_entries.write_down(sharing, word)
        return closed


def withdraw(ticket_id: str, sharing_id: str, technician: Technician) -> Sharing:
    """The technician takes the question back, or ends it without a line to the machine."""
    with transaction.atomic():
        sharing = _of_browser(ticket_id, sharing_id, technician)
        return _give_up(sharing, Ending.TECHNICIAN)


def of(caller: Device | Technician) -> "QuerySet[Sharing]":
    """Those that concern a machine of a requester's, or that a technician asked for; nobody else's."""
    if isinstance(caller, Technician):
        mine = Sharing.objects.filter(technician=caller)
    else:
        mine = Sharing.objects.filter(ticket__requester=caller.person)
    return mine.select_related("technician")


def alarms() -> "QuerySet[Sharing]":
    """Those whose words differed, while nobody has told the administrator."""
    different = Sharing.objects.filter(ending=Ending.DIFFERENT, alarm_heard_by=None)
    return different.select_related("ticket").order_by("moved_at")


def expire(now: datetime) -> None:
    """Silence is no, and a machine that was not heard of for a minute shows nothing to anybody."""
    silent = Q(state=State.ASKED, moved_at__lt=now - _SILENCE) | Q(
        state__in=(State.READY, State.OFFERED), moved_at__lt=now - _SILENCE - _ON_ITS_WAY
    )
    gone = Q(state=State.SHARED) & (Q(device=None) | Q(device__last_seen__lt=now - HERE))
    for condition, ending in ((silent, Ending.SILENCE), (gone, Ending.HELPDESK_LOST)):
        for found in Sharing.objects.filter(condition):
            with transaction.atomic():
                _expire(found, condition, ending)


def _expire(found: Sharing, condition: Q, ending: Ending) -> None:
    locked(found.ticket_id)
    still = Sharing.objects.filter(condition, pk=found.pk).first()
    if still is not None:
        _give_up(still, ending)


def _give_up(sharing: Sharing, ending: Ending) -> Sharing:
    if sharing.state == State.ENDED:
        return sharing
    was_shared = sharing.state == State.SHARED
    sharing_entries.given_up(sharing, ending)
    closed = _close(sharing, ending)
    if was_shared:
        sharing_entries.write_down_lost(sharing, ending)
    return closed


def _close(sharing: Sharing, ending: Ending) -> Sharing:
    """It ends, and who looked along does."""
    for guest in sharing.guests.exclude(state=State.ENDED):
        _give_up(guest, ending)
    sharing.ending = sharing.ending or ending
    return _move(sharing, State.ENDED)


def _move(sharing: Sharing, state: State) -> Sharing:
    sharing.state, sharing.moved_at = state, datetime.now(UTC)
    sharing.save()
    feed.tell_of_sharing(sharing.ticket)
    return sharing


def _of_machine(ticket_id: str, sharing_id: str, device: Device) -> Sharing:
    return _found(locked(ticket_id, requester=device.person)).get(pk=sharing_id)


def _of_browser(ticket_id: str, sharing_id: str, technician: Technician) -> Sharing:
    return _found(locked(ticket_id)).get(pk=sharing_id, technician=technician)


def _found(ticket: Ticket) -> "QuerySet[Sharing]":
    return ticket.sharings.select_related("technician", "ticket__requester")


def _require(holds: bool) -> None:
    if not holds:
        raise Conflict("sharing_moved_on")
