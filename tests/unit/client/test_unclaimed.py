"""What was written before it was known by whom leaves only for somebody who says that it is theirs."""

from collections.abc import Callable
from threading import Thread

import pytest
from uuid_utils import uuid7

from desktop_app.domain.errors import NotFound
from desktop_app.services.actions import Kind, new_action
from desktop_app.services.tickets import Draft
from desktop_app.services.unclaimed import UnclaimedWords
from tests.unit.client.conftest import Core
from tests.unit.client.standin import StandIn, refuse

OTHERS, OWN = Draft("Paie", "Ma fiche de paie est fausse."), Draft("Imprimante", "Rien ne sort.")


def joined(core: Core) -> UnclaimedWords:
    """As bootstrap joins them."""
    words = UnclaimedWords(core.store, core.outbox, core.journal)
    core.outbox.unclaimed = words.ids
    return words


@pytest.fixture
def words(core: Core) -> UnclaimedWords:
    return joined(core)


def known(words: UnclaimedWords) -> list[tuple[str, bool]]:
    return [(one.label, one.is_left) for one in words.waiting()]


def test_silence_keeps_it_here_and_lets_the_rest_leave(
    core: Core, words: UnclaimedWords, standin: StandIn, new_core: Callable[..., Core]
) -> None:
    others = core.tickets.create(OTHERS)
    words.hold()
    assert not core.outbox.has_sendable()
    core.tickets.reply(others, "Et la prime ?")
    own = core.tickets.create(OWN)
    assert core.outbox.flush() == 1
    assert list(standin.tickets) == [own]
    again = new_core()
    assert known(joined(again)) == [("Paie", False)]
    assert again.outbox.flush() == 0, "the next run asks too"
    assert not again.outbox.has_sendable()


def test_a_message_that_is_held_stops_no_other_of_its_conversation(
    core: Core, words: UnclaimedWords, standin: StandIn
) -> None:
    ticket_id = core.tickets.create(OWN)
    core.outbox.flush()
    core.tickets.reply(ticket_id, "Écrit par on ne sait qui.")
    words.hold()
    core.tickets.reply(ticket_id, "Écrit par Camille.")
    assert core.outbox.flush() == 1
    assert [line["body"] for line in standin.entries[ticket_id].values()] == ["Rien ne sort.", "Écrit par Camille."]


def test_what_they_say_is_theirs_leaves(core: Core, words: UnclaimedWords, standin: StandIn) -> None:
    ids = [core.tickets.create(draft) for draft in (OTHERS, OWN)]
    words.hold()
    told: list[bool] = []
    core.outbox.on_change(lambda: told.append(core.outbox.has_sendable()))
    assert not words.has_claimed()
    words.claim(ids[1])
    assert told == [True], "whoever sends is told"
    assert words.has_claimed()
    assert core.outbox.flush() == 1
    assert list(standin.tickets) == [ids[1]]
    assert known(words) == [("Paie", False)]


def test_what_is_not_theirs_stays_for_the_next_one_who_is_asked(
    core: Core, words: UnclaimedWords, standin: StandIn
) -> None:
    ticket_id = core.tickets.create(OTHERS)
    words.hold()
    words.leave(ticket_id)
    assert known(words) == [("Paie", True)]
    assert core.outbox.flush() == 0
    words.hold()
    assert known(words) == [("Paie", False)]
    assert not standin.tickets


def test_what_is_deleted_is_gone_with_what_followed_it(core: Core, words: UnclaimedWords) -> None:
    others = core.tickets.create(OTHERS)
    core.tickets.reply(others, "Et la prime ?")
    words.hold()
    own = core.tickets.create(OWN)
    words.delete(own)
    assert len(core.outbox.waiting()) == 3, "only what is held is deleted here"
    words.delete(others)
    assert [one.id for one in core.outbox.waiting()] == [own]
    assert [ticket.subject for ticket in core.tickets.overview()] == ["Imprimante"]
    assert words.ids() == frozenset()
    (line,) = core.journal.entries()
    assert (line.key, line.facts) == ("unclaimed_deleted", {"label": "Paie"})


def test_what_was_refused_is_asked_about_before_it_is_sent_again(
    core: Core, words: UnclaimedWords, standin: StandIn
) -> None:
    standin.tricks.append(refuse(422, "Trop court."))
    ticket_id = core.tickets.create(OTHERS)
    core.outbox.flush()
    words.hold()
    core.tickets.correct(ticket_id, "Plus long.")
    assert core.outbox.flush() == 0
    words.claim(ticket_id)
    assert core.outbox.flush() == 1


def test_a_count_has_no_name_to_leave_under(core: Core, words: UnclaimedWords) -> None:
    with core.outbox.adding() as add:
        add(new_action(Kind.COUNT, "a-count", "a-fix", "", "{}"))
    words.hold()
    assert words.waiting() == []
    assert not words.has_claimed(), "it keeps nobody signed in"
    assert core.outbox.has_sendable()


@pytest.mark.parametrize("act", ["hold", "leave", "delete"])
def test_what_another_program_says_meanwhile_is_not_undone(
    core: Core, words: UnclaimedWords, new_core: Callable[..., Core], monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    first, second = core.tickets.create(OTHERS), core.tickets.create(OWN)
    words.hold()
    other = joined(new_core())
    claiming = Thread(target=other.claim, args=(second,))
    get = core.store.notes.get

    def slowly(name: str) -> str:
        value = get(name)
        if claiming.ident is None:
            claiming.start()
            claiming.join(0.5)
        return value

    monkeypatch.setattr(core.store.notes, "get", slowly)
    said: dict[str, Callable[[], None]] = {
        "hold": lambda: words.hold(is_same=True),
        "leave": lambda: words.leave(first),
        "delete": lambda: words.delete(first),
    }
    said[act]()
    claiming.join()
    assert second not in words.ids()


def test_a_request_that_is_not_theirs_is_not_read_by_who_is_signed_in(core: Core, words: UnclaimedWords) -> None:
    others = core.tickets.create(OTHERS)
    words.hold()
    own = core.tickets.create(OWN)
    assert [ticket.id for ticket in core.tickets.overview()] == [own]
    assert core.tickets.search("paie") == []
    with pytest.raises(NotFound):
        core.tickets.conversation(others)
    words.claim(others)
    assert {ticket.id for ticket in core.tickets.overview()} == {own, others}
    assert core.tickets.search("paie")
    assert [line.entry.body for line in core.tickets.conversation(others).lines] == [OTHERS.body]


def test_who_signs_out_leaves_no_answer_behind_that_a_held_message_waits_in(
    core: Core, words: UnclaimedWords, standin: StandIn
) -> None:
    sent = core.tickets.create(OWN)
    core.outbox.flush()
    core.tickets.reply(sent, "Écrit par on ne sait qui.")
    words.hold()
    standin.answer_by_technician(sent, "Pour Camille seule.", str(uuid7()))
    core.tickets.sync()
    with core.tickets.held() as forget:
        forget()
    assert core.tickets.overview() == []
    assert core.tickets.search("seule") == []
    assert core.store.tickets.entries(sent) == []
    assert known(words) == [("Imprimante", False)], "what waits is kept"
    core.tickets.sync()
    bodies = [line.entry.body for line in core.tickets.conversation(sent).lines]
    assert bodies == [OWN.body, "Pour Camille seule.", "Écrit par on ne sait qui."], "whose it is gets all of it back"


def test_a_request_that_has_not_left_stays_when_the_others_are_forgotten(core: Core) -> None:
    unsent = core.tickets.create(OWN)
    with core.tickets.held() as forget:
        forget()
    assert [line.entry.body for line in core.tickets.conversation(unsent).lines] == [OWN.body]
