"""Full-text search over requests, entries and notes: on both databases the same, never behind, never lost."""

import re
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.inside import inside, queries

MARK = re.compile(r"<mark>([^<]+)</mark>")


def found(who: Technician, query: str) -> list[str]:
    """The subjects, newest first."""
    answer = who.page("rows", params={"q": query})
    assert answer.status_code == 200, answer.text
    return [unescape(one) for one in re.findall(r'class="subject ell"[^>]*>([^<]+)<', answer.text)]


def word() -> str:
    """One that nobody else says, of letters alone."""
    return "w" + "".join(chr(ord("a") + int(digit, 16)) for digit in new_id()[-8:])


def test_words_are_found_wherever_they_stand(desk: DeskProcess, sofia: Technician) -> None:
    rare, other, noted = word(), word(), word()
    ines = desk.device(f"Inès {rare}")
    ticket = ines.create(subject="Écran gelé", body=f"Le câble bleu-{other} est débranché.").json()["id"]
    sofia.note(ticket, f"Vu avec le fournisseur : {noted.upper()}")
    for query in (
        rare,
        f"INES {rare[:-2]}",
        other,
        f"cable {other}",
        f"gele debranche {rare}",
        noted,
        f"{other} {noted}",
    ):
        assert found(sofia, query) == ["Écran gelé"], query
    for query in (f"{rare} absent{other}", f"x{other}", "'\"*()", "AND OR NOT", ":*"):
        assert "Écran gelé" not in found(sofia, query), query
    number = str(ines.ask("GET", f"tickets/{ticket}").json()["number"])
    assert found(sofia, f"{number} {rare}") == ["Écran gelé"]


def test_what_is_found_is_marked_and_nothing_in_it_is_markup(sofia: Technician, camille: DeviceCaller) -> None:
    rare = word()
    camille.create(body=f"{'mot ' * 90}<b>É{rare}é</b> <script>alert(1)</script> {'mot ' * 90}")
    page = sofia.page("rows", params={"q": f"e{rare}"}).text
    assert MARK.findall(page) == [f"É{rare}é"]
    assert "&lt;b&gt;<mark>" in page
    assert "<script>alert" not in page
    assert "…" in page


def test_what_a_requester_searches_holds_no_note(sofia: Technician, camille: DeviceCaller) -> None:
    ticket, rare = camille.create().json()["id"], word()
    sofia.note(ticket, rare)
    assert found(sofia, rare), "technicians read notes"
    answer = camille.ask("GET", "tickets", params={"q": rare})
    assert rare not in answer.text


def test_a_rebuilt_index_finds_the_same(desk: DeskProcess, sofia: Technician, camille: DeviceCaller) -> None:
    rare = word()
    for number in range(3):
        camille.create(subject=f"{rare} {number}")
    before = found(sofia, rare)
    assert before == [f"{rare} {number}" for number in (2, 1, 0)]
    assert desk.command("search-index", "rebuild")["texts"] >= 6
    assert found(sofia, rare) == before


CHANGE = """
from desktop_app.helpdesk.models import Entry, Ticket
ticket = Ticket.objects.get(pk=sys.argv[3])
if sys.argv[4] == "delete":
    ticket.delete()
else:
    Ticket.objects.filter(pk=ticket.pk).update(subject=sys.argv[4])
    Entry.objects.filter(ticket=ticket).update(body=sys.argv[5])
from django.db import connection
if connection.vendor == "sqlite":
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO helpdesk_found(helpdesk_found, rank) VALUES ('integrity-check', 1)")
told = True
"""


def test_the_index_follows_whoever_writes(desk: DeskProcess, sofia: Technician, camille: DeviceCaller) -> None:
    first, second, body = word(), word(), word()
    ticket = camille.create(subject=first, body=f"Avant {first}").json()["id"]
    inside(desk, CHANGE, ticket, second, f"Après {body}")
    assert (found(sofia, first), found(sofia, second), found(sofia, body)) == ([], [second], [second])
    inside(desk, CHANGE, ticket, "delete", "")
    assert found(sofia, second) == []


AGAIN = """
from desktop_app.helpdesk.finding import index
from django.apps import apps
index.before_migrations(plan=[1])
from desktop_app.helpdesk.models import Ticket
Ticket.objects.filter(pk=sys.argv[3]).update(subject=sys.argv[4])
index.after_migrations(sender=apps.get_app_config("helpdesk"))
told = True
"""


def test_what_changes_while_tables_are_changed_is_found(
    desk: DeskProcess, sofia: Technician, camille: DeviceCaller
) -> None:
    first, second = word(), word()
    inside(desk, AGAIN, camille.create(subject=first).json()["id"], second)
    assert (found(sofia, first), found(sofia, second)) == ([], [second])


@pytest.mark.parametrize("path", ["?view=todo", "?q=imprimante"])
def test_as_many_queries_for_many_rows_as_for_few(
    desk: DeskProcess, sofia: Technician, camille: DeviceCaller, path: str
) -> None:
    camille.create()
    few = queries(desk, path)
    for number in range(12):
        ticket = camille.create(subject=f"Imprimante {number}").json()["id"]
        sofia.post(f"tickets/{ticket}/tags", tag=f"t{number}")
    assert queries(desk, path) <= few
    assert few <= 40


def test_search_is_a_key_away_on_every_page(page: Page, own_desk: DeskProcess) -> None:
    ticket = own_desk.device().create(subject="Imprimante muette").json()["id"]
    own_desk.device("Marc Dubois").create(subject="Souris", body="Elle ne bouge plus.")
    for path in ("hours", f"tickets/{ticket}"):
        page.goto(own_desk.console + path)
        page.locator("body").press("/" if path == "hours" else "Control+k")
        page.keyboard.type("boug")
        page.keyboard.press("Enter")
        expect(page.locator(".queue .subject")).to_have_text(["Souris"])
        expect(page.locator(".queue mark")).to_have_text("bouge")
    page.locator("body").press("Control+k")
    expect(page.locator("#search")).to_be_focused()
