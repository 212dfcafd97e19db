"""The person of a computer, by their organisation's word: a real issuer, the real help desk, the program as it is."""

import io
import json
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.bootstrap import House
from desktop_app.domain.errors import AnotherAccount, HelpdeskUnreachable, IssuerSilent, SignInRefused, StillUnsent
from desktop_app.services import known_identity
from desktop_app.services.identity_ports import Given
from desktop_app.services.tickets import Draft
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.identity import provider
from tests.contract.signed_in import PEOPLE, Overheard, Start, name_issuer, program, revoke, say, sign_in, subjects
from tests.contract.tables import run_sql
from tests.contract.test_law import person_of


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with provider(*PEOPLE) as address:
        yield address


@pytest.fixture(scope="module")
def one_desk(made_desk: DeskProcess, issuer: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    with made_desk.like(tmp_path_factory.mktemp("signing") / "data") as process:
        name_issuer(process, issuer)
        yield process


@pytest.fixture
def start(one_desk: DeskProcess, issuer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    running: list[House] = []

    def begin(name: str, asks: str = "offered", at: str = "") -> House:
        running.append(program(one_desk, tmp_path / name, at or issuer, monkeypatch, asks))
        return running[-1]

    yield begin
    for house in running:
        house.close()


@pytest.fixture(scope="module")
def sofia(one_desk: DeskProcess) -> Technician:
    return one_desk.technician()


def later(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day has passed since the last proof."""
    monkeypatch.setattr(known_identity, "_AGAIN", timedelta(seconds=-1))


def test_the_technician_reads_who_verified_whom(start: Start, sofia: Technician) -> None:
    house = start("one")
    ticket_id = say(house, "Rien ne sort de l’imprimante.")
    assert "Nom donné par la personne, non vérifié" in sofia.page(f"tickets/{ticket_id}").text
    state = sign_in(house, "n1")
    assert state.is_in
    assert state.is_kept
    assert state.verified is not None
    assert (state.verified.name, state.verified.by) == ("Nour Haddad", "la mairie")
    page = sofia.page(f"tickets/{ticket_id}").text
    assert "Vérifié par la mairie" in page
    assert "Nour Haddad" in page
    assert subjects(house) == ["Rien ne sort de l’imprimante."], "what was asked here before is theirs"
    who = house.enrolment.confirm("Le maire", "maire@valclair.invalid")
    assert (who.name, who.by) == ("Nour Haddad", "la mairie"), "their own word does not replace it"
    kept = b"".join(file.read_bytes() for file in (house.folders.state).rglob("*") if file.is_file())
    refresh = house.identity._ports.vault.load()
    assert refresh
    assert refresh.encode() not in kept
    assert refresh not in repr(Given("", refresh, None))


def test_a_machine_that_lies_about_a_name_changes_nothing(start: Start, sofia: Technician) -> None:
    house = start("one")
    ticket_id = say(house, "Le son est coupé.")
    sign_in(house, "t1")
    house.store.notes.drop("identity:verified")
    house.enrolment.confirm("Le maire", "maire@valclair.invalid")
    page = sofia.page(f"tickets/{ticket_id}").text
    assert "Le maire" not in page
    assert "Thomas Petit" in page


def test_each_sees_their_own_requests_wherever_they_sit(start: Start) -> None:
    counter, office = start("counter"), start("office")
    say(counter, "Demandé par personne.")
    sign_in(office, "m1")
    say(office, "Demandé par Marc au bureau.")
    sign_in(counter, "m1")
    say(counter, "Demandé par Marc au guichet.")
    marcs = ["Demandé par Marc au bureau.", "Demandé par Marc au guichet."]
    assert [one for one in subjects(counter) if "Marc" in one] == marcs
    assert "Demandé par personne." not in subjects(counter)
    with pytest.raises(AnotherAccount):
        sign_in(counter, "c1")
    assert marcs[1] in subjects(counter), "nothing was changed"
    assert counter.identity.sign_out().verified is None
    assert subjects(counter) == ["Demandé par personne."]
    sign_in(counter, "c1")
    assert not [one for one in subjects(counter) if "Marc" in one]
    assert not [one for one in subjects(office) if "personne" in one]


def test_what_waits_would_leave_under_another_name(start: Start) -> None:
    house = start("one")
    sign_in(house, "c1")
    house.tickets.create(Draft("", "Pas encore parti."))
    with pytest.raises(StillUnsent):
        house.identity.sign_out()
    assert house.identity.state().is_in


def test_a_sign_in_is_worth_nothing_at_another_computer(start: Start, one_desk: DeskProcess) -> None:
    house, thief = start("one"), one_desk.device("Eve")
    desk = Overheard(house.identity._ports.desk)
    house.identity._ports = replace(house.identity._ports, desk=desk)
    sign_in(house, "c1")
    token, proof = desk.heard
    for stolen in ({"id_token": token, "proof": proof}, {"id_token": token}, {"id_token": token, "proof": "guessed"}):
        answer = thief.ask("POST", "identity", json=stolen)
        assert (answer.status_code, answer.json()["code"]) == (403, "identity_elsewhere"), stolen
    assert thief.ask("GET", "tickets").json() == []
    assert thief.ask("POST", "identity", json={"id_token": token[:-4] + "AAAA", "proof": proof}).status_code == 403
    assert [thief.ask("POST", "identity", json={"id_token": "x"}).status_code for _ in range(8)][-1] == 429


def test_who_has_signed_out_is_not_brought_back_by_what_they_left(
    start: Start, one_desk: DeskProcess, wait_until: Callable[[Callable[[], object]], None]
) -> None:
    house = start("kiosk")
    desk = Overheard(house.identity._ports.desk)
    house.identity._ports = replace(house.identity._ports, desk=desk)
    sign_in(house, "c1")
    began = time.time()
    wait_until(lambda: time.time() > began + 1)
    house.identity.sign_out()
    token, proof = desk.heard
    next_one = DeviceCaller(one_desk, house.enrolment.token())
    answer = next_one.ask("POST", "identity", json={"id_token": token, "proof": proof})
    assert (answer.status_code, answer.json()["code"]) == (403, "identity_late")
    wait_until(lambda: time.time() > began + 3)
    assert sign_in(house, "c1").is_in, "they themselves may come back"


def test_renewed_without_the_person_until_the_organisation_ends_it(
    start: Start, issuer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = start("one")
    sign_in(house, "m1")
    first, vault = house.identity.state().verified, house.identity._ports.vault
    kept = vault.load()
    house.identity.renew()
    assert vault.load() == kept, "not before a day has passed"
    later(house, monkeypatch)
    again = start("one")
    again.identity.renew()
    second = again.identity.state().verified
    assert first is not None
    assert second is not None
    assert second.until > first.until
    assert vault.load() not in {"", kept}, "each renews once"
    revoke(issuer, "m1")
    again.identity.renew()
    assert vault.load() == ""
    assert again.identity.state().verified == second, "what was proven counts to its end"


def test_what_is_held_leaves_only_for_who_says_that_it_is_theirs(start: Start, sofia: Technician) -> None:
    house = start("one", asks="required")
    ticket_id = say(house, "Écrit avant.")
    assert not house.outbox.has_sendable()
    sign_in(house, "m1")
    assert house.outbox.flush() == 0
    assert house.identity.sign_out().verified is None, "what is not theirs keeps nobody signed in"
    sign_in(house, "c1")
    assert [(one.label, one.is_left) for one in house.unclaimed.waiting()] == [("Écrit avant.", False)]
    house.unclaimed.claim(ticket_id)
    assert house.outbox.flush() == 1
    assert "Camille Martin" in sofia.page(f"tickets/{ticket_id}").text


def test_an_issuer_that_is_down_changes_nothing(start: Start) -> None:
    house = start("one", at="http://127.0.0.1:9")
    with pytest.raises(IssuerSilent):
        house.identity.begin()
    assert house.enrolment.confirm("Camille Durand", "").name == "Camille Durand"


def test_an_issuer_that_the_help_desk_does_not_know_is_not_believed(start: Start) -> None:
    with provider(*PEOPLE) as another:
        house = start("one", at=another)
        with pytest.raises(SignInRefused) as refused:
            sign_in(house, "c1")
    assert "ne prouve pas qui vous êtes" in str(refused.value.facts["detail"])
    assert house.identity.state().verified is None


def test_what_was_proven_ends(start: Start) -> None:
    house = start("one")
    sign_in(house, "c1")
    known = known_identity.known_identity(house.store.notes)
    assert known is not None
    assert timedelta(days=6) < known.verified.until - datetime.now(UTC) < timedelta(days=8)


def test_what_the_organisation_said_is_given_out_and_forgotten(
    start: Start, one_desk: DeskProcess, sofia: Technician
) -> None:
    house, admin = start("one"), one_desk.technician("ada@valclair.invalid", "Ada Min", "admin")
    sign_in(house, "e1")
    ticket_id = say(house, "Le chauffage souffle.")
    assert sofia.post(f"tickets/{ticket_id}/status", status="resolved").status_code == 302
    person = person_of(admin, "elise@")
    assert "Vérifié par la mairie pour la dernière fois" in admin.page(f"people/{person}").text
    archive = zipfile.ZipFile(io.BytesIO(admin.post(f"people/{person}/save").content))
    assert json.loads(archive.read("person.json"))["identity"]["subject"] == "e1"
    assert admin.post(f"people/{person}/erase", sure="on").status_code == 302
    assert "'e1'" not in str(run_sql(one_desk, "SELECT * FROM helpdesk_identity"))


def test_two_who_proved_who_they_are_are_never_made_one(start: Start, one_desk: DeskProcess) -> None:
    counter, office = start("counter"), start("office")
    sign_in(counter, "c1")
    sign_in(office, "m1")
    done = one_desk.run("device", "replace", counter.enrolment.joined_id(), office.enrolment.joined_id())
    assert done.returncode == 1
    assert office.identity.state().verified is not None
    assert "m1" in str(run_sql(one_desk, "SELECT * FROM helpdesk_identity"))


@pytest.mark.parametrize("is_in_at", ["shared", "successor"])
def test_who_is_signed_in_is_not_handed_to_another_computer(start: Start, one_desk: DeskProcess, is_in_at: str) -> None:
    counter, shared, successor = start("counter"), start("shared"), start("successor")
    sign_in(counter, "m1")
    for house in (shared, successor):
        say(house, f"Demandé au poste {house.folders.state.parent.name}.")
    before = [*subjects(shared), *subjects(successor)]
    sign_in(shared if is_in_at == "shared" else successor, "m1")
    one_desk.command_ok("device", "replace", shared.enrolment.joined_id(), successor.enrolment.joined_id())
    if is_in_at == "successor":
        assert not set(before) & set(subjects(counter)), "who is signed in has their own"
        successor.identity.sign_out()
    assert subjects(successor) == sorted(before)


def test_a_sign_in_whose_answer_never_came_counts_nowhere(start: Start) -> None:
    office, counter = start("office"), start("booth")
    sign_in(office, "v1")
    say(office, "Le secret de Vera.")
    say(counter, "Demandé par personne.")
    whole = counter.identity._ports

    class Cut:
        leave = whole.desk.leave

        def prove(self, id_token: str, proof: str) -> None:
            whole.desk.prove(id_token, proof)
            raise HelpdeskUnreachable(host="desk")

    counter.identity._ports = replace(whole, desk=Cut())  # type: ignore[arg-type]
    with pytest.raises(HelpdeskUnreachable):
        sign_in(counter, "v1")
    counter.identity._ports = whole
    counter.settle_identity()
    assert subjects(counter) == ["Demandé par personne."]
    sign_in(counter, "v1")
    counter.settle_identity()
    assert subjects(counter) == ["Le secret de Vera."]


def test_nobody_inherits_the_name_that_was_proven_at_the_old_computer(start: Start, one_desk: DeskProcess) -> None:
    old, new = start("old"), start("new")
    sign_in(old, "p1")
    say(old, "Le secret de Paul.")
    say(new, "Demandé par personne.")
    done = one_desk.run("device", "replace", old.enrolment.joined_id(), new.enrolment.joined_id())
    assert done.returncode == 1
    assert subjects(new) == ["Demandé par personne."]


def test_erasing_somebody_leaves_the_computer_they_are_signed_in_at(start: Start, one_desk: DeskProcess) -> None:
    house, admin = start("kiosk"), one_desk.technician("ada@valclair.invalid", "Ada Min", "admin")
    say(house, "Demandé par personne.")
    elsewhere = start("elsewhere")
    sign_in(elsewhere, "e1")
    sign_in(house, "e1")
    assert admin.post(f"people/{person_of(admin, 'elise@')}/erase", sure="on").status_code == 302
    assert subjects(house) == ["Demandé par personne."]
    assert "'e1'" not in str(run_sql(one_desk, "SELECT * FROM helpdesk_identity"))
