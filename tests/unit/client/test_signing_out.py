"""Who signs out takes back what renews, and leaves nothing in the name of the next."""

from datetime import timedelta

import pytest

from desktop_app.domain.errors import StillUnsent
from desktop_app.services import identity
from desktop_app.services.tickets import Draft
from desktop_app.services.unclaimed import UnclaimedWords
from tests.unit.client.conftest import Core
from tests.unit.client.issuing import Lying, SignedIn
from tests.unit.knowledge.test_identity_seal import CLIENT


def taken_back(program: SignedIn, issuer: Lying) -> list[dict[str, list[str]]]:
    """What the issuer is asked when they sign out."""
    program.sign_in()
    program.issuer.forms.clear()
    program.identity.sign_out()
    assert program.ports.vault.load() == ""
    assert program.identity.state().verified is None
    return issuer.forms


def keys_of_journal(core: Core) -> list[str]:
    return [line.key for line in core.journal.entries()]


def test_who_signs_out_takes_back_what_renews(program: SignedIn, issuer: Lying, core: Core) -> None:
    issuer.described = {"revocation_endpoint": f"{issuer.url}/revocation"}
    told = {"token": ["r"], "token_type_hint": ["refresh_token"], "client_id": [CLIENT]}
    assert taken_back(program, issuer) == [told]
    assert "identity_not_revoked" not in keys_of_journal(core)


@pytest.mark.parametrize("place", ["", "http://id.example.org/revocation"], ids=["nowhere", "over an open line"])
def test_an_issuer_that_takes_nothing_back_is_not_asked(
    program: SignedIn, issuer: Lying, core: Core, place: str
) -> None:
    issuer.described = {"revocation_endpoint": place} if place else {}
    assert taken_back(program, issuer) == []
    assert "identity_not_revoked" not in keys_of_journal(core)


@pytest.mark.parametrize("status", [400, 503])
def test_an_issuer_that_refuses_to_take_it_back_keeps_nobody_signed_in(
    program: SignedIn, issuer: Lying, core: Core, status: int
) -> None:
    issuer.described = {"revocation_endpoint": f"{issuer.url}/revocation"}
    issuer.taken_back = status
    taken_back(program, issuer)
    assert "identity_not_revoked" in keys_of_journal(core)


@pytest.fixture
def required(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the policy says."""
    value = core.settings.value
    monkeypatch.setattr(core.settings, "value", lambda key: "required" if key == "identity.sign_in" else value(key))


@pytest.mark.usefixtures("required")
def test_what_was_written_before_is_held_and_keeps_nobody_signed_in(program: SignedIn, core: Core) -> None:
    words = program.ports.words
    assert isinstance(words, UnclaimedWords)
    before = core.tickets.create(Draft("Avant", "Écrit par on ne sait qui."))
    program.sign_in()
    core.tickets.create(Draft("Après", "Écrit par Camille."))
    program.sign_in()
    assert words.ids() == {before}, "whoever signs in again has not become somebody else"
    with pytest.raises(StillUnsent):
        program.identity.sign_out()
    words.claim()
    core.outbox.unclaimed = words.ids
    core.outbox.flush()
    assert program.identity.sign_out().verified is None
    assert words.ids() == {before}


def test_where_it_is_only_offered_what_waits_is_not_asked_about(program: SignedIn, core: Core) -> None:
    core.tickets.create(Draft("Avant", "Écrit."))
    program.sign_in()
    assert core.outbox.has_sendable()
    assert program.ports.words.has_claimed()


def test_put_off_it_comes_back_when_something_waits_or_a_day_has_passed(
    program: SignedIn, core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not program.identity.state().is_put_off
    assert program.identity.put_off().is_put_off
    core.tickets.create(Draft("Avant", "Écrit."))
    assert program.identity.state().is_put_off
    monkeypatch.setattr(core.settings, "value", lambda _: "required")
    assert not program.identity.state().is_put_off, "it waits for nothing else"
    monkeypatch.undo()
    monkeypatch.setattr(identity, "_LATER", timedelta(seconds=-1))
    assert not program.identity.state().is_put_off
