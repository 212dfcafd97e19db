"""Canned replies: whose they are, how they are filled, and how they get into the composer."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.contract.desk import DeskProcess, DeviceCaller, Technician

BODY = "Bonjour {first_name}, votre demande {number} avance. {technician} {autre}"


@pytest.fixture
def ticket(camille: DeviceCaller) -> str:
    made: str = camille.create().json()["id"]
    return made


def offered(who: Technician, ticket: str) -> dict[str, str]:
    """Title and id of what the composer offers."""
    select = re.search(r'<select id="reply".*?</select>', who.page(f"tickets/{ticket}").text, re.DOTALL)
    assert select
    return {title: pk for pk, title in re.findall(r'<option value="([^"]+)">([^<]+)</option>', select[0])}


def test_its_gaps_are_filled_for_the_request(sofia: Technician, ticket: str, camille: DeviceCaller) -> None:
    assert sofia.post("replies", title="Avancement", body=BODY).status_code == 302
    chosen = offered(sofia, ticket)["Avancement"]
    number = camille.ask("GET", f"tickets/{ticket}").json()["number"]
    answer = sofia.page(f"tickets/{ticket}/reply", params={"reply": chosen})
    assert answer.text == f"Bonjour Camille, votre demande {number} avance. Sofia {{autre}}"
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_it_is_put_after_what_was_written_without_a_script(sofia: Technician, ticket: str) -> None:
    sofia.post("replies", title="Politesse", body="Bien à vous, {technician}")
    page = sofia.post(f"tickets/{ticket}/reply", body="Déjà écrit.", reply=offered(sofia, ticket)["Politesse"])
    assert page.status_code == 200
    assert "Déjà écrit.\nBien à vous, Sofia</textarea>" in page.text


def test_ones_own_are_for_nobody_else(sofia: Technician, amelie: Technician, ticket: str) -> None:
    sofia.post("replies", title="Seulement moi", body="x")
    amelie.post("replies", title="Pour toutes", body="y", scope="team")
    own = offered(sofia, ticket)["Seulement moi"]
    assert "Seulement moi" not in offered(amelie, ticket)
    assert "Pour toutes" in offered(sofia, ticket)
    assert amelie.page(f"tickets/{ticket}/reply", params={"reply": own}).text == ""
    assert amelie.post(f"replies/{own}/remove").status_code == 404
    assert amelie.post(f"replies/{own}", title="Volé", body="z").status_code == 404
    assert sofia.post(f"replies/{own}", title="Encore moi", body="x").status_code == 302
    assert sofia.post(f"replies/{own}/remove").status_code == 302
    assert "Encore moi" not in offered(sofia, ticket)


@pytest.mark.parametrize(
    "form", [{"title": "", "body": "x"}, {"title": "x", "body": "\0"}, {"title": "x" * 121, "body": "x"}]
)
def test_what_is_incomplete_is_said_and_kept(sofia: Technician, form: dict[str, str]) -> None:
    answer = sofia.post("replies", **form)
    assert answer.status_code == 422
    assert "Rien n’a été enregistré" in answer.text


def test_a_name_cannot_bring_gaps_or_markup(desk: DeskProcess, sofia: Technician) -> None:
    odd = desk.device("{number}<b> Tricky").create().json()["id"]
    sofia.post("replies", title="Bonjour seul", body="Bonjour {first_name}")
    page = sofia.post(f"tickets/{odd}/reply", body="", reply=offered(sofia, odd)["Bonjour seul"])
    assert "Bonjour {number}&lt;b&gt;</textarea>" in page.text


def test_a_slash_puts_one_in_without_a_mouse(page: Page, own_desk: DeskProcess) -> None:
    ticket = own_desk.device().create().json()["id"]
    for title, body in (("Écran noir", "Débranchez l’écran."), ("Élan", "x"), ("Merci", "Merci {first_name} !")):
        page.goto(f"{own_desk.console}replies")
        page.fill("#title", title)
        page.fill("#body", body)
        page.get_by_role("button", name="Enregistrer").click()
    page.goto(f"{own_desk.console}tickets/{ticket}")
    page.keyboard.press("r")
    page.keyboard.type("Bonjour, /e")
    expect(page.get_by_role("option").filter(visible=True)).to_have_text(["Écran noir", "Élan", "Merci"])
    page.keyboard.type("c")
    expect(page.get_by_role("option").filter(visible=True)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#replies")).to_be_hidden()
    assert page.input_value("#body") == "Bonjour, /ec", "Escape leaves what was typed"
    page.keyboard.press("Control+a")
    page.keyboard.type("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#body", "aria-activedescendant") == "reply-2"
    page.keyboard.press("Enter")
    expect(page.locator("#body")).to_have_value("Merci Camille !")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#thread")).to_contain_text("Merci Camille !")
