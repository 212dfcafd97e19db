"""The story of the README with the real programs: jammed printer, guided fix, undo, request, technician, answer.

The steps build on each other, as a working day does; they run in the order they are written.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from build_scripts.local_desk import LocalDesk
from tests.e2e.conftest import PICTURES, App
from tests.e2e.screen import Person
from tests.real_cups import RealCups

pytestmark = pytest.mark.e2e
Wait = Callable[[Callable[[], object]], None]
PROBLEM = "je n'arrive pas à imprimer"


def test_a_lifebuoy_and_a_question(person: Person, wait_until: Wait) -> None:
    person.sees("Qu’est-ce qui ne va pas ?")
    person.presses("J’ai compris")  # there is no keyring here, and that was said
    person.presses("C’est juste")
    passing = ("Nous regardons", "Pas encore relié", "Le trousseau de clés", "Voici comment")
    wait_until(lambda: not [name for _, name in person.tree() if name.startswith(passing)])
    person.picture("home")


def test_the_printer_is_freed_with_consent_and_proof(person: Person, cups: RealCups, wait_until: Wait) -> None:
    cups.jam()
    for _ in range(2):
        cups.print_page("Accueil")
    wait_until(lambda: cups.is_stopped("Accueil"))
    person.types(PROBLEM, into="Qu’est-ce qui ne va pas ?")
    person.presses("L’imprimante n’imprime plus")
    person.sees("Ce qui change")
    person.sees("Pour revenir en arrière")
    person.picture("fix-consent")
    cups.unjam()
    before = dict(cups.waiting())
    person.presses("Débloquer l’impression")
    person.sees("Annuler la réparation")
    person.picture("fix-success")
    assert len(before) == 2
    assert not cups.is_stopped("Accueil")


def test_what_was_done_is_taken_back(person: Person, cups: RealCups, wait_until: Wait) -> None:
    person.presses("Annuler la réparation")
    person.sees("La réparation est annulée.")
    wait_until(lambda: cups.printed() == 2 or len(cups.waiting()) == 2)
    person.picture("fix-undone")


def test_a_request_leaves_with_a_reviewed_report(person: Person) -> None:
    person.presses("Accueil", role="button")
    person.presses("Autre chose")
    person.types("L’écran clignote depuis ce matin", into="Que se passe-t-il")
    person.picture("request")
    person.presses("Vérifier", role="button")
    person.sees("Vérifiez ce que vous envoyez")
    person.sees("Édition")
    person.picture("review")
    person.presses("Exactement ce qui part")
    person.sees("Voici exactement ce qui part")
    person.presses("Joindre à ma demande")
    person.sees("Que se passe-t-il")
    person.presses("Envoyer")
    person.sees("n° 48")
    person.picture("receipt")


def test_the_technician_sees_it_and_answers(technician: Page) -> None:
    technician.goto(technician.url)
    technician.get_by_role("link", name="L’écran clignote depuis ce matin").click()
    expect(technician.get_by_role("heading", name="Constats")).to_be_visible()
    technician.screenshot(path=PICTURES / "console-ticket.png")
    technician.get_by_label("Note interne", exact=True).check(force=True)
    technician.get_by_label("Message").fill("Câble à vérifier, déjà vu au 2e étage.")
    technician.get_by_role("button", name="Ajouter la note").click()
    expect(technician.get_by_label("Conversation", exact=True)).to_contain_text("Câble à vérifier")
    technician.get_by_label("Message").fill("Bonjour, débranchez puis rebranchez le câble de l’écran.")
    technician.get_by_role("button", name="Envoyer", exact=True).click()
    expect(technician.get_by_label("Conversation", exact=True)).to_contain_text("rebranchez le câble")


def test_the_answer_arrives_and_the_note_does_not(person: Person, app: App) -> None:
    person.presses("Mes demandes")
    person.presses("L’écran clignote")
    person.sees("rebranchez le câble")
    person.picture("conversation")
    assert not [name for _, name in person.tree() if "Câble à vérifier" in name]
    assert "Câble à vérifier" not in app.command("ticket", "list", "--json").stdout


def test_what_is_being_written_survives_a_kill(person: Person, app: App, desk: LocalDesk, wait_until: Wait) -> None:
    kept = desk.home / "state"
    person.types("Merci, je regarde", into="Écrire à Sofia")
    wait_until(
        lambda: b"Merci, je regarde" in b"".join(file.read_bytes() for file in kept.rglob("*") if file.is_file())
    )
    app.kill_and_start_again()
    person.presses("Ouvrir la conversation")
    assert "Merci, je regarde" in person.sees("Écrire à Sofia", role="text")


def test_the_journal_tells_all_of_it(app: App) -> None:
    told = app.command("journal").stdout
    assert "L’imprimante n’imprime plus" in told
    assert "L’écran clignote" in told
