"""Pairs of acts that take the same rows at once, on PostgreSQL, in a process that knows the models (`inside`).

Each pair stops half-way at something that a third connection holds, until the database says that both wait.
"""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial

import psycopg
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from desktop_app.domain.asking import Answer
from desktop_app.domain.consent import Ending
from desktop_app.domain.deadline import Metric
from desktop_app.domain.ticket import Status
from desktop_app.helpdesk import (
    accounts,
    audit,
    conversations,
    erasure,
    handling,
    hearing,
    identities,
    labels,
    linking,
    opening,
    promises,
    sharing,
)
from desktop_app.helpdesk.models import (
    Attempt,
    Device,
    Heard,
    Identity,
    Person,
    Promise,
    Sharing,
    Technician,
    Ticket,
    TicketLink,
)
from desktop_app.knowledge.identity_seal import Claims
from desktop_app.protocol.base import new_id
from desktop_app.protocol.sharing import NewSharing, Record
from desktop_app.protocol.tickets import NewEntry, NewTicket

Act = Callable[[], object]
Scene = Callable[[], Iterator[tuple[Act, Act, str]]]

_FEED = "SELECT 1 FROM helpdesk_counter WHERE name = 'desk' FOR UPDATE"
_NEWS = "LOCK TABLE helpdesk_news IN SHARE MODE"
_RECORD = "LOCK TABLE helpdesk_audit IN SHARE MODE"
_WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


def crossed() -> dict[str, list[str]]:
    """By pair, what each of the two raised, and what is wrong afterwards."""
    return {name: _crossed(scene()) for name, scene in _SCENES.items()}


def _crossed(scene: Iterator[tuple[Act, Act, str]]) -> list[str]:
    raised = _cross(*next(scene))
    try:
        next(scene, None)
    except AssertionError as wrong:
        raised.append(str(wrong))
    return raised


def _cross(first: Act, second: Act, held: str) -> list[str]:
    with psycopg.connect(sys.argv[2]) as holder, ThreadPoolExecutor(2) as pool:
        holder.execute(held.encode())
        running = list[Future[str]]()
        for act in (first, second):
            running.append(pool.submit(_raised, act))
            have_met = _do_all_wait(running)
        holder.rollback()
        raised = [said for one in running if (said := one.result())]
        return raised if have_met else [*raised, "one ended before they met"]


def _raised(act: Act) -> str:
    try:
        act()
    except DatabaseError as error:
        return str(error).splitlines()[0]
    except conversations.Conflict:  # that is an answer
        return ""
    finally:
        connection.close()
    return ""


def _do_all_wait(running: list[Future[str]]) -> bool:
    with psycopg.connect(sys.argv[2], autocommit=True) as looking:
        while looking.execute(_WAITING).fetchone() != (len(running),):
            if any(one.done() for one in running):
                return False
    return True


def _merged() -> Iterator[tuple[Act, Act, str]]:
    """Its requester writes into what was merged; a technician links the two."""
    sofia, camille = _technician(), _person()
    target, source = _request(camille), _request(camille)
    linking.merge(source.pk, str(target.number), sofia)
    yield (
        lambda: conversations.requester_writes(source.pk, _message(), camille),
        lambda: linking.link(target.pk, TicketLink.Kind.RELATES, str(source.number), sofia),
        _FEED,
    )


def _merged_on() -> Iterator[tuple[Act, Act, str]]:
    """What something was merged into is merged itself, while its requester writes there."""
    sofia, camille = _technician(), _person()
    first, second, third = (_request(camille) for _ in range(3))
    linking.merge(first.pk, str(second.number), sofia)
    yield (
        lambda: linking.merge(second.pk, str(third.number), sofia),
        lambda: conversations.requester_writes(first.pk, _message(), camille),
        _FEED,
    )
    first.refresh_from_db()
    assert first.merged_into == third, "it was merged elsewhere"
    assert third.entries.filter(event="merged_wrote").exists(), "it was told where the request goes on now"


def _reminded() -> Iterator[tuple[Act, Act, str]]:
    """An answer is written when a reminder of it is due."""
    sofia, ticket = _technician(), _request(_person())
    due = Promise.objects.filter(ticket=ticket, metric=Metric.FIRST_ANSWER)
    due.update(look_at=datetime.now(UTC), used_s=F("target_s"))
    yield (
        lambda: conversations.technician_writes(ticket.pk, sofia, "On s’en occupe."),
        lambda: promises.remind(handling.remind),
        _FEED,
    )


def _asks(role: str = Technician.Role.AGENT) -> Act:
    """Tells first, and writes into the audit log then."""
    sofia, ticket = _technician(role), _request(_person())
    word = NewSharing(id=new_id(), reason="Voir le message", commitment="0" * 64)
    return lambda: sharing.ask(ticket.pk, word, sofia)


def _lost() -> Iterator[tuple[Act, Act, str]]:
    shown = _shown(_person())
    yield _asks(), lambda: sharing.withdraw(shown.ticket_id, shown.pk, shown.technician), _NEWS


def _ended() -> Iterator[tuple[Act, Act, str]]:
    """The machine tells of it when the help desk thought it over: the conversation says nothing new."""
    camille = _person()
    device, shown = _device(camille), _shown(camille)
    sharing.withdraw(shown.ticket_id, shown.pk, shown.technician)
    word = Record(ending=Ending.TECHNICIAN, ended_at=datetime.now(UTC))
    Sharing.objects.filter(pk=shown.pk).update(state=Sharing.State.SHARED)
    with transaction.atomic():
        conversations.record(conversations.locked(shown.ticket_id), Answer.NOT_SHOWN, {"asked": shown.pk}, None)
    yield _asks(), lambda: sharing.end(shown.ticket_id, shown.pk, word, device), _NEWS


def _closed() -> Iterator[tuple[Act, Act, str]]:
    ada, sofia = _technician(Technician.Role.ADMIN), _technician()
    handling.take(_request(_person()).pk, sofia)
    yield _asks(), lambda: accounts.close(sofia.pk, ada), _NEWS


def _left() -> Iterator[tuple[Act, Act, str]]:
    """Somebody signs out at a machine while an account is closed."""
    ada, sofia, device = _technician(Technician.Role.ADMIN), _technician(), _device(_person())
    identities._take_up(device.pk, _claims(), "la mairie")
    yield lambda: identities.leave(device), lambda: accounts.close(sofia.pk, ada), _RECORD


def _erased() -> Iterator[tuple[Act, Act, str]]:
    """Somebody is forgotten while an account is closed."""
    ada, sofia, camille = _technician(Technician.Role.ADMIN), _technician(), _person()
    yield lambda: erasure.erase(camille, ada), lambda: accounts.close(sofia.pk, ada), _RECORD


def _heard() -> Iterator[tuple[Act, Act, str]]:
    """A request is solved whose words somebody judges."""
    sofia, ticket = _technician(), _request(_person())
    Attempt.objects.create(ticket=ticket, fix_id="spooler", title="", result="fixed")
    with transaction.atomic():
        hearing.hear("fix:spooler", ticket.language, ticket.subject)
    heard = Heard.objects.get()
    yield (
        lambda: conversations.change_status(ticket.pk, Status.RESOLVED, sofia),
        lambda: hearing.judge(heard.pk, sofia, accept=True),
        _NEWS,
    )


def _came_twice() -> Iterator[tuple[Act, Act, str]]:
    """Somebody's first two sign-ins, at two machines at once: one person."""
    audit.write(audit.Act.SIGNED_OUT, None)
    machines, claims = [_device(_person()) for _ in range(2)], _claims()
    people = Person.objects.count()
    yield (
        lambda: identities._take_up(machines[0].pk, claims, "la mairie"),
        lambda: identities._take_up(machines[1].pk, claims, "la mairie"),
        _RECORD,
    )
    person = Identity.objects.get(subject=claims.subject).person
    assert [Device.objects.get(pk=one.pk).person for one in machines] == [person, person], "two persons"
    assert Person.objects.count() == people, "nobody was made in vain"


def _promoted() -> Iterator[tuple[Act, Act, str]]:
    """An administrator asks for something while another changes a role."""
    ada, sofia = _technician(Technician.Role.ADMIN), _technician()
    act = _asks(Technician.Role.ADMIN)
    yield act, lambda: accounts.change_role(sofia.pk, Technician.Role.SUPERVISOR, ada), _RECORD


def _shown_and_left() -> Iterator[tuple[Act, Act, str]]:
    """The machine tells that nothing is shown any more while its user signs out."""
    device = _device(_person())
    identities._take_up(device.pk, _claims(), "la mairie")
    device = Device.objects.select_related("person").get(pk=device.pk)
    shown = _shown(device.person)
    word = Record(ending=Ending.TECHNICIAN, ended_at=datetime.now(UTC))
    yield lambda: sharing.end(shown.ticket_id, shown.pk, word, device), lambda: identities.leave(device), _RECORD


def _tagged() -> Iterator[tuple[Act, Act, str]]:
    """Two technicians bring the same new tag."""
    sofia, one, other = _technician(), _request(_person()), _request(_person())
    yield lambda: labels.add(one.pk, "aa, bb", sofia), lambda: labels.add(other.pk, "bb", sofia), _FEED
    assert {tag.name for tag in one.tags.all()} == {"aa", "bb"}


def _written_while_erased() -> Iterator[tuple[Act, Act, str]]:
    """Somebody writes into a solved request while they are forgotten."""
    sofia, camille = _technician(Technician.Role.ADMIN), _person()
    ticket = _request(camille)
    conversations.change_status(ticket.pk, Status.RESOLVED, sofia)
    writes = partial(conversations.requester_writes, ticket.pk, _message(), camille)
    yield writes, partial(erasure.erase, camille, sofia), _FEED
    camille.refresh_from_db()
    bodies = [entry.body for entry in ticket.entries.all() if entry.body]
    assert not bodies or camille.name == "Camille Martin", "forgotten, and the words are still there"


_SCENES: dict[str, Scene] = {
    "merged": _merged,
    "merged_on": _merged_on,
    "reminded": _reminded,
    "lost": _lost,
    "ended": _ended,
    "closed": _closed,
    "left": _left,
    "erased": _erased,
    "heard": _heard,
    "came_twice": _came_twice,
    "promoted": _promoted,
    "shown_and_left": _shown_and_left,
    "tagged": _tagged,
    "written_while_erased": _written_while_erased,
}


def _technician(role: str = Technician.Role.AGENT) -> Technician:
    return Technician.objects.add("Sofia Laurent", f"{new_id()}@valclair.invalid", role, None)


def _person() -> Person:
    return Person.objects.create(login="camille", name="Camille Martin")


def _device(person: Person) -> Device:
    return Device.objects.create(id=new_id(), hostname="SG-014", system="linux", person=person, token_hash=new_id())


def _request(person: Person) -> Ticket:
    told = {"id": new_id(), "entry_id": new_id(), "subject": "Impossible d’imprimer", "body": "Rien ne sort."}
    with transaction.atomic():
        return opening.open_for(NewTicket(**told, written_at=datetime.now(UTC)), person, None)


def _message() -> NewEntry:
    return NewEntry(id=new_id(), body="Toujours rien.", written_at=datetime.now(UTC))


def _shown(person: Person) -> Sharing:
    ticket, now = _request(person), datetime.now(UTC)
    told = {"technician": _technician(), "reason": "Voir", "commitment": "0" * 64, "asked_at": now, "moved_at": now}
    return Sharing.objects.create(id=new_id(), ticket=ticket, state=Sharing.State.SHARED, **told)


def _claims() -> Claims:
    return Claims("https://valclair.invalid", new_id(), "Camille Martin", "", "", datetime.now(UTC))
