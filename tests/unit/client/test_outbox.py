"""What the user sends leaves in order, once, and is never lost."""

import threading
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app import resources
from desktop_app.domain.errors import (
    AccessWithdrawn,
    AnswerLost,
    HelpdeskTroubled,
    HelpdeskUnreachable,
    NotTheHelpdesk,
    TextTooLong,
    TooLarge,
)
from desktop_app.domain.journal import JournalKind
from desktop_app.services.tickets import Draft
from tests.unit.client.conftest import Core
from tests.unit.client.standin import StandIn, cut_after, cut_before, page, refuse, trouble, truncated

DRAFT = Draft("Imprimante", "Rien ne sort.")
NOBODY = "http://127.0.0.1:9"


def _states(core: Core) -> list[str]:
    return [pending.state for pending in core.outbox.waiting()]


def test_a_request_is_accepted_without_a_network_and_leaves_later(
    new_core: Callable[..., Core], standin: StandIn
) -> None:
    offline = new_core(NOBODY)
    ticket_id = offline.tickets.create(DRAFT)
    with pytest.raises(HelpdeskUnreachable):
        offline.outbox.flush()
    assert _states(offline) == ["queued"]
    assert offline.tickets.overview()[0].number == 0
    assert offline.tickets.conversation(ticket_id).lines[0].state == "queued"

    online = new_core()
    assert online.outbox.flush() == 1
    assert online.tickets.overview()[0].number == 1
    line = online.tickets.conversation(ticket_id).lines[0]
    assert (line.state, line.entry.body) == ("sent", "Rien ne sort.")
    assert _states(online) == []


def test_request_and_replies_arrive_in_order(core: Core, standin: StandIn) -> None:
    ticket_id = core.tickets.create(DRAFT)
    for text in ("un", "deux", "trois"):
        core.tickets.reply(ticket_id, text)
    assert core.outbox.flush() == 4
    assert [entry["body"] for entry in standin.entries[ticket_id].values()] == ["Rien ne sort.", "un", "deux", "trois"]
    core.tickets.sync()
    conversation = core.tickets.conversation(ticket_id)
    assert [line.entry.body for line in conversation.lines] == ["Rien ne sort.", "un", "deux", "trois"]


def test_files_are_there_before_the_request_that_claims_them(core: Core, standin: StandIn, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_bytes(b"essai")
    ticket_id = core.tickets.create(Draft("a", "b", files=(note,), snapshot=b'{"schema":1}'))
    note.unlink()  # what was accepted no longer needs the file
    core.outbox.flush()
    assert sorted(standin.files.values()) == [b"essai", b'{"schema":1}']
    order = [arrival.split()[0] for arrival in standin.arrivals]
    assert order == ["PUT", "PUT", "POST"]
    attached = core.tickets.conversation(ticket_id).lines[0].entry.attachments
    assert core.tickets.attachment(ticket_id, attached[0].id) == b"essai"


def test_the_journal_keeps_the_very_bytes_that_left(core: Core) -> None:
    core.tickets.create(Draft("a", "b", snapshot=b"\x00exactly this\xff"))
    core.outbox.flush()
    sent = {entry.key: entry for entry in core.journal.entries(JournalKind.SENT)}
    assert core.journal.payload(sent["snapshot_sent"].id) == b"\x00exactly this\xff"
    assert b'"body":"b"' in core.journal.payload(sent["create_sent"].id)


def test_after_a_lost_answer_the_help_desk_is_asked_before_anything_is_sent_again(core: Core, standin: StandIn) -> None:
    ticket_id = core.tickets.create(DRAFT)
    standin.tricks = [cut_after]
    with pytest.raises(AnswerLost):
        core.outbox.flush()
    assert _states(core) == ["unknown"]
    assert list(standin.tickets) == [ticket_id]
    standin.arrivals.clear()
    assert core.outbox.flush() == 1
    assert standin.arrivals == [f"GET tickets/{ticket_id}"]


def test_a_lost_reply_is_found_again_and_not_doubled(core: Core, standin: StandIn) -> None:
    ticket_id = core.tickets.create(DRAFT)
    core.outbox.flush()
    core.tickets.reply(ticket_id, "encore")
    standin.tricks = [cut_after]
    with pytest.raises(AnswerLost):
        core.outbox.flush()
    standin.arrivals.clear()
    assert core.outbox.flush() == 1
    assert standin.arrivals == [f"GET tickets/{ticket_id}/entries"]
    assert len(standin.entries[ticket_id]) == 2


def test_what_never_arrived_is_sent_again(core: Core, standin: StandIn) -> None:
    core.tickets.create(DRAFT)
    standin.tricks = [cut_before]
    with pytest.raises(AnswerLost):
        core.outbox.flush()
    assert core.outbox.flush() == 1
    assert len(standin.tickets) == 1


@pytest.mark.parametrize(
    ("trick", "error", "state"),
    [(page, NotTheHelpdesk, "queued"), (truncated, AnswerLost, "unknown"), (trouble, HelpdeskTroubled, "unknown")],
)
def test_nonsense_keeps_everything(
    core: Core, standin: StandIn, trick: Callable[..., bool], error: type[Exception], state: str
) -> None:
    core.tickets.create(DRAFT)
    standin.trick = trick
    for _ in range(3):
        with pytest.raises(error):
            core.outbox.flush()
        assert _states(core) == [state]
    standin.trick = None
    assert core.outbox.flush() == 1
    assert len(standin.tickets) == 1


def test_a_refusal_keeps_the_text_which_can_be_corrected(core: Core, standin: StandIn) -> None:
    ticket_id = core.tickets.create(DRAFT)
    standin.tricks = [refuse(422, "Le texte est trop long.")]
    assert core.outbox.flush() == 0
    [pending] = core.outbox.waiting()
    assert (pending.state, pending.reason) == ("failed", "Le texte est trop long.")
    line = core.tickets.conversation(ticket_id).lines[0]
    assert (line.state, line.reason, line.entry.body) == ("failed", "Le texte est trop long.", "Rien ne sort.")
    assert core.outbox.flush() == 0  # not sent again by itself
    core.tickets.correct(pending.id, "Plus court.")
    assert core.outbox.flush() == 1
    assert next(iter(standin.entries[ticket_id].values()))["body"] == "Plus court."


def test_a_refused_reply_does_not_hold_up_the_next_but_a_refused_request_does(core: Core, standin: StandIn) -> None:
    first = core.tickets.create(DRAFT)
    standin.tricks = [refuse(422, "Non.")]
    core.outbox.flush()
    core.tickets.reply(first, "suite")
    second = core.tickets.create(DRAFT)
    assert core.outbox.flush() == 1
    assert list(standin.tickets) == [second]
    assert not core.outbox.has_sendable()
    core.tickets.reply(second, "refusée")
    core.tickets.reply(second, "acceptée")
    standin.tricks = [refuse(422, "Non.")]
    assert core.outbox.flush() == 1
    assert [entry["body"] for entry in standin.entries[second].values()][1:] == ["acceptée"]


def test_one_request_that_upsets_the_help_desk_does_not_hold_up_the_others(core: Core, standin: StandIn) -> None:
    core.tickets.create(DRAFT)
    good = core.tickets.create(DRAFT)
    standin.tricks = [trouble]
    with pytest.raises(HelpdeskTroubled):
        core.outbox.flush()
    assert list(standin.tickets) == [good]


def test_a_withdrawn_token_keeps_everything(core: Core, standin: StandIn) -> None:
    core.tickets.create(DRAFT)
    standin.tokens.clear()
    with pytest.raises(AccessWithdrawn):
        core.outbox.flush()
    assert _states(core) == ["queued"]


def test_two_programs_flush_at_once_and_nothing_is_sent_twice(new_core: Callable[..., Core], standin: StandIn) -> None:
    app, command = new_core(), new_core()
    ids = [app.tickets.create(DRAFT) for _ in range(10)]
    threads = [threading.Thread(target=one.outbox.flush) for one in (app, command)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(standin.tickets) == sorted(ids)
    assert standin.arrivals.count("POST tickets") == 10
    assert len(app.journal.entries()) == 10
    assert app.journal.first_broken() == ""


def test_while_another_program_sends_this_one_leaves_it_to_it(
    new_core: Callable[..., Core], standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, command = new_core(), new_core()
    app.tickets.create(DRAFT)
    monkeypatch.setattr("desktop_app.adapters.store.TURN_S", 0.05)
    with app.store.sending_turn() as mine:
        assert mine
        assert command.outbox.flush() == 0
    assert standin.arrivals == []
    assert command.outbox.flush() == 1


def test_too_large_a_file_is_refused_before_anything_is_written(core: Core, tmp_path: Path) -> None:
    big = tmp_path / "big.bin"
    with big.open("wb") as file:
        file.truncate(101 * 1024 * 1024)
    with pytest.raises(TooLarge):
        core.tickets.create(Draft("a", "b", files=(big,)))
    assert core.outbox.waiting() == []


def test_what_is_too_large_is_told_in_the_users_own_units(core: Core, tmp_path: Path) -> None:
    big = tmp_path / "big.bin"
    with big.open("wb") as file:
        file.truncate(100 * 1024 * 1024 + 1)
    with pytest.raises(TooLarge) as of_file:
        core.tickets.create(Draft("a", "b", files=(big,)))
    with pytest.raises(TextTooLong) as of_text:
        core.tickets.create(Draft("a", "b" * 100_001))
    said = [unicodedata.normalize("NFKC", resources.explain(error.value, "fr")) for error in (of_file, of_text)]
    assert "« big.bin » est trop gros : 101 Mo, pour 100 Mo au plus." in said[0]
    assert "trop long : 100 001 caractères, pour 100 000 au plus." in said[1]
    assert core.outbox.waiting() == []


def test_everybody_who_asked_is_told_of_a_change(core: Core) -> None:
    told: list[int] = []
    core.outbox.on_change(lambda: told.append(1))
    core.tickets.create(DRAFT)
    assert told
