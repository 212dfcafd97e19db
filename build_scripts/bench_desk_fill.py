"""Rows for `bench.py desk`, made inside a help desk's own database: `-m build_scripts.bench_desk_fill FOLDER WHAT N`.

`devices`: so many machines of as many people, the first hundred with a request; prints their tokens and requests.
`tickets`: so many requests of two lines and a report each, the last of 200 lines; prints that one's id.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.helpdesk.models import Attachment, Entry, Ticket

_WITH_A_REQUEST, _ENTRIES, _USUAL, _AT_ONCE = 100, 200, 2, 2000


def main() -> None:
    """Fill, and print what was made as JSON."""
    from desktop_app.helpdesk.server import set_up

    folder, what, count = sys.argv[1:]
    set_up(Path(folder), "")
    print(json.dumps({"devices": devices, "tickets": tickets}[what](int(count))))


def devices(count: int) -> list[list[str]]:
    """Token and request (or nothing) of each."""
    from desktop_app.helpdesk.models import Device, Person, Ticket
    from desktop_app.helpdesk.tokens import new_token
    from desktop_app.protocol.base import new_id

    people = [Person(id=new_id(), login=f"p{n}", name=f"Personne {n}") for n in range(count)]
    tokens = [new_token("rsd") for _ in range(count)]
    machines = [
        Device(id=new_id(), hostname=f"SG-{n}", system="linux", person=person, token_hash=tokens[n][1])
        for n, person in enumerate(people)
    ]
    now = datetime.now(UTC)
    asked = [
        Ticket(id=new_id(), number=n + 1, subject="Rien", requester=person, created_at=now, updated_at=now)
        for n, person in enumerate(people[:_WITH_A_REQUEST])
    ]
    Person.objects.bulk_create(people, _AT_ONCE)
    Device.objects.bulk_create(machines, _AT_ONCE)
    Ticket.objects.bulk_create(asked)
    requests = [ticket.pk for ticket in asked] + [""] * count
    return [[token, request] for (token, _), request in zip(tokens, requests, strict=False)]


def tickets(count: int) -> str:
    """The id of the one that much was written in."""
    from desktop_app.helpdesk.models import Attachment, Entry, Organisation, Person, Ticket
    from desktop_app.protocol.base import new_id

    people = [Person(id=new_id(), login=f"q{n}", name=f"Personne {n}") for n in range(1000)]
    Person.objects.bulk_create(people)
    made = list(_tickets(count, [person.pk for person in people]))
    Ticket.objects.bulk_create(made, _AT_ONCE)
    long = made[-1]
    for some in _some(made):
        said = [entry for one in some for entry in _entries(one, _ENTRIES if one is long else _USUAL)]
        Entry.objects.bulk_create(said)
        Attachment.objects.bulk_create(_report(entry) for entry in said if entry.seq == 1)
    Ticket.objects.filter(pk=long.pk).update(position=_ENTRIES, public_seq=_ENTRIES)
    Organisation.load()
    Organisation.objects.update(last_number=2_000_000)
    return long.pk


def _some(made: "list[Ticket]") -> "Iterator[Sequence[Ticket]]":
    return (made[n : n + _AT_ONCE] for n in range(0, len(made), _AT_ONCE))


def _tickets(count: int, people: list[str]) -> "Iterator[Ticket]":
    from desktop_app.helpdesk.models import Ticket
    from desktop_app.protocol.base import new_id

    now, first = datetime.now(UTC), 1_000_000 + Ticket.objects.count()
    for n in range(count):
        at = now - timedelta(minutes=count - n)
        status, ended = ("closed", at) if n % 10 else ("open", None)
        yield Ticket(
            id=new_id(), number=first + n, subject=f"Imprimante {n}", requester_id=people[n % len(people)],
            status=status, created_at=at, updated_at=at, answer_by=at, solve_by=at,
            first_answer_at=ended, resolved_at=ended, position=_USUAL, public_seq=_USUAL, read_by_desk=_USUAL,
        )  # fmt: skip


def _entries(ticket: "Ticket", count: int) -> "list[Entry]":
    from desktop_app.helpdesk.models import Entry
    from desktop_app.protocol.base import new_id

    return [
        Entry(
            id=new_id(),
            ticket=ticket,
            person_id=ticket.requester_id,
            seq=n,
            position=n,
            visibility="public",
            body=f"Message {n}. " * 20,
            created_at=ticket.created_at,
        )
        for n in range(1, count + 1)
    ]


def _report(entry: "Entry") -> "Attachment":
    """As large as a computer report; its bytes are not there, so it is kept as a file, which nobody reads."""
    from desktop_app.helpdesk.models import Attachment
    from desktop_app.protocol.base import new_id

    kept = {"filename": "snapshot.json", "media_type": "application/json", "kind": "file", "size": 200_000}
    return Attachment(id=new_id(), entry=entry, person_id=entry.person_id, sha256=f"{entry.pk:0>64}", **kept)


if __name__ == "__main__":
    main()
