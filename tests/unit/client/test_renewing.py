"""A sign-in that renews itself: nothing leaves unasked in an old name, and nothing is kept of who has signed out."""

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.adapters.helpdesk_client import elsewhere
from desktop_app.adapters.identity.issuer import Issuer
from desktop_app.services import known_identity
from desktop_app.services.identity import Identity
from desktop_app.services.known_identity import keep_identity
from desktop_app.services.tickets import Draft
from desktop_app.services.unclaimed import UnclaimedWords
from tests.unit.client.conftest import Core
from tests.unit.client.issuing import Desk, Lying, Memory, SignedIn
from tests.unit.knowledge.test_identity_seal import CLIENT, signed


@pytest.fixture
def due(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    """The policy wants a sign-in, and a day has passed since the last proof."""
    value = core.settings.value
    monkeypatch.setattr(core.settings, "value", lambda key: "required" if key == "identity.sign_in" else value(key))
    monkeypatch.setattr(known_identity, "_AGAIN", timedelta(seconds=-1))


pytestmark = pytest.mark.usefixtures("due")


def words_of(program: SignedIn) -> UnclaimedWords:
    words = program.ports.words
    assert isinstance(words, UnclaimedWords)
    return words


def end(core: Core) -> None:
    """What was proven counts no more."""
    known = known_identity.known_identity(core.store.notes)
    assert known is not None
    over = replace(known.verified, until=datetime.now(UTC) - timedelta(days=1))
    keep_identity(core.store.notes, replace(known, verified=over))


def test_what_was_written_after_it_had_ended_is_asked_about(program: SignedIn, core: Core) -> None:
    words = words_of(program)
    program.sign_in()
    end(core)
    others = core.tickets.create(Draft("Paie", "Écrit par on ne sait qui."))
    assert words.ids() == frozenset()
    program.identity.renew()
    assert program.identity.state().is_in
    assert words.ids() == {others}
    words.leave(others)
    end(core)
    own = core.tickets.create(Draft("Imprimante", "Écrit après."))
    program.sign_in()
    assert {one.id: one.is_left for one in words.waiting()} == {others: True, own: False}, "said once, asked once"


def test_what_they_write_while_it_counts_is_not_asked_about(program: SignedIn, core: Core) -> None:
    program.sign_in()
    core.tickets.create(Draft("Imprimante", "Écrit par Camille."))
    program.identity.renew()
    assert words_of(program).ids() == frozenset()


def test_who_sits_down_after_it_has_ended_can_sign_the_one_before_out(program: SignedIn, core: Core) -> None:
    program.sign_in()
    end(core)
    written = core.tickets.create(Draft("Paie", "Écrit par on ne sait qui."))
    assert program.identity.sign_out().verified is None
    assert words_of(program).ids() == {written}


def test_another_issuer_is_never_shown_what_renews(program: SignedIn, core: Core, issuer: Lying) -> None:
    program.sign_in()
    other = Lying()
    try:
        other.described = {"revocation_endpoint": f"{other.url}/revocation"}
        there = Issuer(lambda url: elsewhere(core.client, core.settings, url), other.url, CLIENT)
        program.identity._ports = replace(program.ports, issuer=lambda: there)
        program.identity.renew()
        assert program.ports.vault.load() == f"{issuer.url} r"
        program.identity.sign_out()
        assert other.forms == []
        assert "identity_not_revoked" in [line.key for line in core.journal.entries()]
    finally:
        other.shutdown()
        other.server_close()


def test_what_comes_after_another_program_has_signed_out_is_given_back(
    program: SignedIn, core: Core, issuer: Lying
) -> None:
    program.sign_in()
    issuer.described = {"revocation_endpoint": f"{issuer.url}/revocation"}
    other = Identity(program.ports, core.tickets, core.store, core.settings, core.journal)

    def make(url: str, nonce: str) -> str:
        other.sign_out()
        issuer.forms.clear()
        return signed(iss=url, nonce=nonce)

    issuer.make = make
    program.identity.renew()
    assert program.identity.state().verified is None
    assert program.ports.vault.load() == ""
    assert [form["token"] for form in issuer.forms] == [["r"]]
    assert len(program.believed) == 1


def test_the_help_desk_does_not_believe_again_in_who_has_signed_out(program: SignedIn, core: Core) -> None:
    program.sign_in()
    desk, left = program.ports.desk, []
    assert isinstance(desk, Desk)

    class Slow(Desk):
        def prove(self, id_token: str, proof: str):  # type: ignore[no-untyped-def]
            Identity(program.ports, core.tickets, core.store, core.settings, core.journal).sign_out()
            return desk.prove(id_token, proof)

        def leave(self) -> None:
            left.append(True)

    program.identity._ports = replace(program.ports, desk=Slow())
    program.identity.renew()
    assert program.identity.state().verified is None
    assert left == [True]
    assert program.ports.vault.load() == ""


def test_who_signs_out_while_it_renews_waits_for_it(program: SignedIn) -> None:
    program.sign_in()
    left = threading.Event()

    def leave() -> None:
        program.identity.sign_out()
        left.set()

    leaving = threading.Thread(target=leave)
    early: list[bool] = []

    class Slow(Memory):
        def save(self, token: str) -> None:
            leaving.start()
            early.append(left.wait(0.5))
            super().save(token)

    vault = Slow()
    vault.kept = program.ports.vault.load()
    program.identity._ports = replace(program.ports, vault=vault)
    program.identity.renew()
    leaving.join()
    assert early == [False]
    assert vault.kept == ""
    assert program.identity.state().verified is None
