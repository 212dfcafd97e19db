"""Statements that are put into SQL once say what Django's own would, each time anew."""

import pytest

from tests.contract.desk import DeskProcess
from tests.contract.inside import inside

_MADE = """
from datetime import UTC, datetime, timedelta
from django.db import connection
from django.db.models import F, Q
from django.test.utils import CaptureQueriesContext
from desktop_app.helpdesk import prepared
from desktop_app.helpdesk.models import Device, Organisation, Ticket
from desktop_app.protocol.base import new_id
def ticket(number):
    now = datetime.now(UTC)
    return Ticket(id=new_id(), number=number, subject=f"Souris {number}", requester=device.person, device=device,
        created_at=now, updated_at=now)
def fields(one):
    return {field.attname: getattr(one, field.attname) for field in one._meta.concrete_fields}
device = Device.objects.select_related("person").get()
"""

_ASKED = """
question = prepared.Question(lambda pk, other: Ticket.objects.filter(Q(pk=pk) | Q(pk=other))
    .select_related("requester", "device", "assignee").order_by("number"))
first, second = ticket(1), ticket(2)
first.save(force_insert=True), second.save(force_insert=True)
with CaptureQueriesContext(connection) as asked:
    found = [question(first.pk, ""), question(second.pk, ""), question(second.pk, first.pk), question("", "")]
    names = {(one.requester.name, one.device.hostname, one.assignee) for one in found[2]}
own = Ticket.objects.in_bulk([first.pk, second.pk])
told = {
    "numbers": [[one.number for one in rows] for rows in found],
    "questions": len(asked),
    "names": [list(one) for one in names],
    "same": [fields(one) == fields(own[one.pk]) for one in found[2]],
    "one": [question.first("", second.pk).number, question.first("", "")],
}
"""

_KEPT = """
by_hand, ours, other = ticket(1), ticket(2), ticket(3)
by_hand.save(force_insert=True)
prepared.add(ours, other)
apart = {"id", "number", "subject", "created_at", "updated_at"}
kept = [{k: v for k, v in fields(Ticket.objects.get(pk=pk)).items() if k not in apart} for pk in (by_hand.pk, ours.pk)]
organisation = Organisation(pk=1, name="Ailleurs", holidays=[{"le": "1er mai"}])
Organisation.objects.all().delete()
prepared.add(organisation)
rename = prepared.Change(
    lambda pk, words: (Ticket.objects.filter(pk=pk), {"subject": words, "version": F("version") + 1})
)
renamed = [rename(ours.pk, "Clavier"), rename(other.pk, "Ecran"), rename("", "Rien")]
told = {
    "same": kept[0] == kept[1],
    "states": [ours._state.adding, ours._state.db],
    "holidays": Organisation.objects.get().holidays,
    "renamed": renamed,
    "stands": list(Ticket.objects.order_by("number").values_list("subject", "version")),
}
"""

_TIME = """
from desktop_app.helpdesk.api.access import _BY_TOKEN
before = _BY_TOKEN.first(device.token_hash) is not None
Device.objects.update(token_until=datetime.now(UTC) + timedelta(hours=1))
soon = _BY_TOKEN.first(device.token_hash) is not None
ends = datetime.now(UTC)
Device.objects.update(token_until=ends)
while (late := _BY_TOKEN.first(device.token_hash)) and datetime.now(UTC) < ends + timedelta(seconds=10):
    pass
told = [before, soon, late is not None]
"""


@pytest.fixture(autouse=True)
def _machine(own_desk: DeskProcess) -> None:
    own_desk.device("Camille Martin")


def test_a_question_is_asked_of_other_values_each_time_and_brings_what_belongs_to_the_rows(
    own_desk: DeskProcess,
) -> None:
    told = inside(own_desk, _MADE + _ASKED)
    assert told["numbers"] == [[1], [2], [1, 2], []]
    assert told["questions"] == 4, "what is related came with them"
    assert [name for name, _, assignee in told["names"]] == ["Camille Martin"]
    assert told["same"] == [True, True]
    assert told["one"] == [2, None]


def test_rows_are_kept_as_they_would_be_one_by_one_and_change_alone(own_desk: DeskProcess) -> None:
    told = inside(own_desk, _MADE + _KEPT)
    assert told["same"]
    assert told["states"] == [False, "default"]
    assert told["holidays"] == [{"le": "1er mai"}]
    assert told["renamed"] == [1, 1, 0]
    assert told["stands"] == [["Souris 1", 1], ["Clavier", 2], ["Ecran", 2]]


def test_a_token_ends_when_it_does_however_long_ago_the_question_was_first_asked(own_desk: DeskProcess) -> None:
    assert inside(own_desk, _MADE + _TIME) == [True, True, False]
