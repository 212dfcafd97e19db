"""Which machine is which: a copied disk, several people at one machine, access that was withdrawn."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.errors import AccessWithdrawn, ComputerCopied
from desktop_app.helpdesk.tokens import fingerprint
from desktop_app.protocol.devices import MACHINE
from desktop_app.services.enrolment import Vault
from desktop_app.services.tickets import Draft
from tests.contract.desk import DeskProcess, DeviceCaller, RawStream
from tests.contract.inside import inside
from tests.contract.workstation import Box, LockedKeys, Workstation

HERE, THERE = Box(("02:00:00:00:00:01", "02:00:00:00:00:02")), Box(("02:00:00:00:00:09",))
_COPIED = """
from desktop_app.helpdesk.models import Audit, Device
device = Device.objects.get(token_hash=sys.argv[3]).pk
told = Audit.objects.filter(act='device_copied', about=f"device:{device}").count()
"""
_DEVICE = """
from desktop_app.helpdesk.models import Device
told = [Device.objects.get(token_hash=token).pk for token in sys.argv[3:]]
"""
_ENDED = """
from datetime import UTC, datetime
from desktop_app.helpdesk.models import Device
told = Device.objects.filter(token_hash=sys.argv[3]).update(token_until=datetime.now(UTC))
"""
_LATER = """
from datetime import UTC, datetime
from desktop_app.helpdesk.models import Device
told = Device.objects.filter(token_hash=sys.argv[3]).update(earlier_until=datetime.now(UTC))
"""
Start = Callable[..., Workstation]


@pytest.fixture
def start(desk: DeskProcess, tmp_path: Path) -> Iterator[Start]:
    """A program over the home of that name; an `original`'s disk is copied into it."""
    running: list[Workstation] = []

    def begin(
        name: str, box: Box, original: Workstation | None = None, key: str = "", vault: Vault | None = None
    ) -> Workstation:
        home = tmp_path / name
        key = key or desk.key()
        running.append(original.copied(home, box) if original else Workstation(desk, home, box, key, vault))
        return running[-1]

    yield begin
    for one in running:
        one.store.close()


def test_a_copied_disk_is_found_and_both_join_again_as_two(start: Start, desk: DeskProcess) -> None:
    first = start("first", HERE)
    first.say("Rien ne sort de l’imprimante.")
    before = first.vault.load()
    copy = start("copy", THERE, first)
    first = start("first", HERE)
    assert copy.vault.load() == before
    assert copy.subjects() == [], "what was said at the other machine is not told to its copy"
    assert isinstance(copy.enrolment.warning, ComputerCopied)
    assert first.subjects() == ["Rien ne sort de l’imprimante."], "the original has its own again"
    assert first.enrolment.warning is None
    assert len({before, first.vault.load(), copy.vault.load()}) == 3, "the token that two had is worth nothing"
    copy.say("L’écran reste noir.")
    first.say("Le son est coupé.")
    assert copy.subjects() == ["L’écran reste noir."]
    assert first.subjects() == ["Le son est coupé.", "Rien ne sort de l’imprimante."]
    assert inside(desk, _COPIED, fingerprint(first.vault.load())) == 1, "the team can read of it"


def test_words_that_waited_in_a_copy_are_not_lost(start: Start) -> None:
    first = start("first", HERE)
    first.say("Envoyé avant la copie.")
    copy = start("copy", THERE, first)
    waiting = copy.tickets.create(Draft("", "Écrit après la copie."))
    copy.outbox.flush()
    assert [pending.id for pending in copy.outbox.waiting()] == []
    assert copy.subjects() == ["Écrit après la copie."]
    assert copy.tickets.conversation(waiting).lines[0].entry.body == "Écrit après la copie."


def test_a_copy_that_lost_the_token_does_not_take_the_place_of_the_original(start: Start) -> None:
    first = start("first", HERE)
    first.say("À moi.")
    kept = first.vault.load()
    copy = start("copy", THERE, first)
    copy.vault.clear()
    assert copy.subjects() == []
    first = start("first", HERE)
    assert first.subjects() == ["À moi."]
    assert first.vault.load() == kept, "its token still holds"


def test_a_machine_with_another_card_is_the_same_machine(start: Start) -> None:
    start("first", HERE).say("À moi.")
    later = start("first", Box((HERE.parts[0], "02:00:00:00:00:77")))
    kept = later.vault.load()
    assert later.subjects() == ["À moi."]
    assert later.vault.load() == kept
    assert later.enrolment.warning is None


def test_the_line_of_the_original_ends_when_a_copy_comes(desk: DeskProcess) -> None:
    camille = desk.device()
    headers = {MACHINE: "0123456789abcdef"}
    assert camille.ask("GET", "tickets", headers=headers).status_code == 200  # noted at first sight
    with RawStream(desk, camille.token) as stream:
        stream.read_until(b": hello")
        assert camille.ask("GET", "tickets", headers={MACHINE: "fedcba9876543210"}).status_code == 401
        stream.read_to_end()
        assert stream.is_over
    assert camille.ask("GET", "tickets", headers=headers).status_code == 401


@pytest.mark.parametrize("nonsense", ["", "x" * 9, "a" * 300, "<b>", "0123456789abcdef\t"], ids=range(5))
def test_a_machine_that_says_nonsense_says_nothing(desk: DeskProcess, nonsense: str) -> None:
    camille = desk.device()
    for said in ("0123456789abcdef", nonsense, "0123456789abcdef"):
        assert camille.ask("GET", "tickets", headers={MACHINE: said}).status_code == 200


def test_several_people_at_one_machine_see_their_own(start: Start) -> None:
    camille, marc = start("camille", HERE), start("marc", Box(HERE.parts, "marc"))
    camille.say("De Camille.")
    ticket = marc.say("De Marc.")
    assert camille.subjects() == ["De Camille."]
    assert marc.subjects() == ["De Marc."]
    assert camille.client.ask("GET", "tickets").status == 200
    with pytest.raises(Exception, match="request_refused"):
        camille.client.entries(ticket, 0)


def test_access_that_was_withdrawn_is_told_and_what_was_written_is_kept(start: Start, desk: DeskProcess) -> None:
    camille = start("camille", HERE)
    camille.say("Avant.")
    [device] = _devices(desk, camille)
    desk.command_ok("device", "revoke", device)
    written = camille.tickets.create(Draft("", "Écrit sans accès."))
    with pytest.raises(AccessWithdrawn):
        camille.outbox.flush()
    assert isinstance(camille.desk.refresh().trouble, AccessWithdrawn)
    assert [pending.ticket_id for pending in camille.outbox.waiting()] == [written]
    assert {ticket.subject for ticket in camille.tickets.overview()} == {"Avant.", "Écrit sans accès."}


def test_a_machine_made_anew_gets_its_conversations_back_once_the_team_says_so(start: Start, desk: DeskProcess) -> None:
    before = start("before", HERE)
    before.say("Avant la réinstallation.")
    anew, other = start("anew", HERE), start("other", Box(HERE.parts, "a colleague"))
    anew.say("Après la réinstallation.")
    other.say("De Marc.")
    assert anew.subjects() == ["Après la réinstallation."], "saying to be somebody opens nothing"
    old, new, marc = _devices(desk, before, anew, other)
    seems = {row["id"]: row["seems"] for row in desk.command("device", "list")}
    assert (seems[new], seems[marc], seems[old] == new) == (old, "", False)
    with RawStream(desk, anew.vault.load()) as stream:
        stream.read_until(b": hello")
        desk.command_ok("device", "replace", old, new)
        stream.read_to_end()
        assert stream.is_over, "the line begins anew, as the person it is now"
    assert anew.subjects() == ["Après la réinstallation.", "Avant la réinstallation."]
    assert other.subjects() == ["De Marc."]
    with pytest.raises(AccessWithdrawn):
        before.tickets.sync()
    assert desk.run("device", "replace", old, new).returncode == 1
    assert anew.subjects() == ["Après la réinstallation.", "Avant la réinstallation."]


def test_the_old_token_holds_until_the_next_one_is_used(desk: DeskProcess) -> None:
    camille, marc = desk.device(), desk.device("Marc Dubois")
    old = DeviceCaller(desk, camille.token, camille.device_id)
    assert camille.enrol("Camille Martin", key=old.token).status_code == 200
    assert camille.token != old.token
    assert old.ask("GET", "tickets").status_code == 200, "the answer may have been lost"
    assert camille.ask("GET", "tickets").status_code == 200
    assert old.ask("GET", "tickets").status_code == 401
    assert marc.enrol("Marc Dubois", key=camille.token).status_code == 409, "only for itself"
    assert marc.ask("GET", "tickets").status_code == 200


def test_programs_that_may_keep_no_token_do_not_end_each_others(start: Start, desk: DeskProcess) -> None:
    window = start("camille", HERE, vault=LockedKeys())
    window.say("De la fenêtre.")
    at_hand = window.enrolment.token()
    typed = start("camille", HERE, key=window.key, vault=LockedKeys())
    typed.say("De la ligne de commande.")
    assert window.client.ask("GET", "tickets").status == 200
    assert window.enrolment.token() == at_hand, "nothing made it join again"
    with RawStream(desk, at_hand) as stream:
        stream.read_until(b": hello")
    assert typed.subjects() == ["De la fenêtre.", "De la ligne de commande."]
    inside(desk, _LATER, fingerprint(typed.enrolment.token()))
    assert DeviceCaller(desk, at_hand).ask("GET", "tickets").status_code == 401, "not for ever"
    assert window.subjects() == ["De la fenêtre.", "De la ligne de commande."]
    assert DeviceCaller(desk, typed.enrolment.token()).ask("GET", "tickets").status_code == 200


def test_an_earlier_token_is_not_made_a_lasting_one(desk: DeskProcess) -> None:
    camille = desk.device()
    stolen = DeviceCaller(desk, camille.token, camille.device_id)
    assert camille.enrol("Camille Martin", key=desk.key()).status_code == 200
    assert stolen.ask("GET", "tickets").status_code == 200, "it may be another program of the machine"
    assert stolen.enrol("Camille Martin", key=stolen.token).status_code == 401
    assert camille.ask("GET", "tickets").status_code == 200


def test_what_has_ended_does_not_hold_beside_another(desk: DeskProcess) -> None:
    camille = desk.device()
    ended = camille.token
    inside(desk, _ENDED, fingerprint(ended))
    assert camille.enrol("Camille Martin", key=desk.key()).status_code == 200
    assert DeviceCaller(desk, ended).ask("GET", "tickets").status_code == 401


def test_a_copy_ends_every_token_of_the_machine(desk: DeskProcess) -> None:
    camille = desk.device()
    earlier, headers = camille.token, {MACHINE: "0123456789abcdef"}
    assert camille.enrol("Camille Martin", key=desk.key()).status_code == 200
    tokens = (earlier, camille.token)
    callers = [DeviceCaller(desk, token) for token in tokens]
    assert [caller.ask("GET", "tickets", headers=headers).status_code for caller in callers] == [200, 200]
    assert callers[0].ask("GET", "tickets", headers={MACHINE: "fedcba9876543210"}).status_code == 401
    assert [caller.ask("GET", "tickets", headers=headers).status_code for caller in callers] == [401, 401]


def test_a_program_renews_in_time_and_joins_again_when_it_was_off_for_too_long(start: Start, desk: DeskProcess) -> None:
    camille = start("camille", HERE)
    camille.say("Toujours là.")
    first = camille.vault.load()
    camille.enrolment.renew_in_time()
    assert camille.vault.load() == first, "not yet"
    camille.store.notes.put("device:token_until", (datetime.now(UTC) + timedelta(days=20)).isoformat())
    camille.enrolment.renew_in_time()
    renewed = camille.vault.load()
    assert camille.subjects() == ["Toujours là."]
    assert camille.vault.load() == renewed != first
    assert DeviceCaller(desk, first).ask("GET", "tickets").status_code == 401
    inside(desk, _ENDED, fingerprint(renewed))
    assert DeviceCaller(desk, renewed).ask("GET", "tickets").status_code == 401
    assert camille.subjects() == ["Toujours là."]
    assert camille.vault.load() not in {first, renewed}


def _devices(desk: DeskProcess, *stations: Workstation) -> list[str]:
    found: list[str] = inside(desk, _DEVICE, *(fingerprint(station.vault.load()) for station in stations))
    return found
