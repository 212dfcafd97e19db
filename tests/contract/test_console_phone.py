"""A request on the telephone: the caller found by name or address, the machine by name, knowledge beside it."""

import re
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.knowledge import published

TOLD = {"subject": "Souris muette", "body": "Elle ne bouge plus.", "impact": "team", "blocked": "yes"}


def people(who: Technician, typed: str) -> dict[str, str]:
    """Names and ids of who may be meant."""
    page = who.page("phone/people", params={"who": typed}).text
    return {unescape(name): pk for pk, name in re.findall(r'value="([^"]+)" [^>]*><span><b>([^<]+)</b>', page)}


def own(caller: DeviceCaller) -> list[str]:
    return [ticket["subject"] for ticket in caller.ask("GET", "tickets").json()]


def test_a_caller_is_found_and_finds_the_request_on_their_own_desktop(desk: DeskProcess, sofia: Technician) -> None:
    name = "Q" + "".join(chr(ord("a") + int(digit, 16)) for digit in new_id()[-8:])
    zoe = desk.device(f"Zoé {name}", email=f"{name}@valclair.invalid")
    found = people(sofia, f"zoe {name[:6]}")
    assert found.keys() == {f"Zoé {name}"}
    assert people(sofia, f"{name}@valclair") == found
    form = {"id": new_id(), "person": found[f"Zoé {name}"], "phone": "4567", "mine": "1", "kind": "question", **TOLD}
    answers = [sofia.post("phone", **form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert own(zoe) == ["Souris muette"], "sent twice, made once"
    ticket = zoe.ask("GET", "tickets").json()[0]
    assert ticket["assignee"] == "Sofia"
    assert [entry["body"] for entry in zoe.entries(ticket["id"]) if entry["kind"] == "message"] == [
        "Elle ne bouge plus."
    ]
    page = sofia.page(f"tickets/{ticket['id']}").text
    assert "SG-014" in page, "the machine they use"
    assert "Notée au téléphone par Sofia" in page
    assert 'class="priority p1"' in page
    assert "4567" in sofia.page("calls").text


def test_somebody_new_about_a_machine_by_its_name(sofia: Technician, camille: DeviceCaller) -> None:
    form = {"id": new_id(), "name": "Paul <b>Garnier</b>", "email": "p@valclair.invalid", "hostname": "sg-014", **TOLD}
    answer = sofia.post("phone", **form)
    assert answer.status_code == 302
    page = sofia.page(answer.headers["Location"].removeprefix("/console/")).text
    assert "Paul &lt;b&gt;Garnier" in page
    assert "SG-014" in page
    assert "Souris muette" not in own(camille), "whose machine it is has not asked"


@pytest.mark.parametrize(
    "change", [{"name": ""}, {"subject": " "}, {"subject": "x" * 201}, {"id": "nonsense"}, {"impact": "all"}]
)
def test_what_is_missing_is_said_and_what_was_written_stays(sofia: Technician, change: dict[str, str]) -> None:
    answer = sofia.post("phone", **{"id": new_id(), "name": "Paul", **TOLD, "body": "Un long récit", **change})
    assert answer.status_code == 422
    assert "Un long récit" in answer.text
    assert "n’est pas créée" in answer.text


def test_taken_by_keyboard_with_knowledge_beside_it(page: Page, own_desk: DeskProcess) -> None:
    chief = own_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")
    published(chief, title_fr="Changer les piles de la souris", body_fr="Ouvrez la trappe de la souris.")
    own_desk.device("Inès Moreau")
    page.goto(f"{own_desk.console}phone")
    page.wait_for_selector("input:focus")  # what is typed before goes nowhere
    page.keyboard.type("ines")
    page.get_by_role("radio", name="Inès Moreau").wait_for()
    page.get_by_label("Ce qui ne va pas").focus()
    page.keyboard.type("La souris ne bouge plus")
    expect(page.locator("#knowledge")).to_contain_text("Changer les piles de la souris")
    page.keyboard.press("Enter")
    page.wait_for_selector("#thread")
    expect(page.locator(".props")).to_contain_text("Inès Moreau")
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{own_desk.console}phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
