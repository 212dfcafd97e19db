"""One act on many requests: done or told for each, taken back where that is possible, all by keyboard."""

import re
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician


def requests(caller: DeviceCaller, count: int = 3) -> list[str]:
    return [str(caller.create(subject=f"Lot {number}").json()["id"]) for number in range(count)]


def act(who: Technician, chosen: list[str], **form: object) -> str:
    """What the queue then says."""
    page = who.page("").text
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
    answer = who.browser.post(
        f"{who.desk.console}bulk",
        data={"csrfmiddlewaretoken": token, "ticket": chosen, **form},
        headers={"Referer": who.desk.console},
        timeout=120,
    )
    assert answer.status_code == 200, answer.text
    said = re.search(r'id="told".*?<p class="grow">(.*?)</p>', answer.text, re.DOTALL)
    return unescape(said[1]).replace("\u00a0", " ").replace("\u202f", " ") if said else ""


def owner(caller: DeviceCaller, ticket: str) -> str:
    return str(caller.ask("GET", f"tickets/{ticket}").json()["assignee"])


@pytest.fixture(scope="module")
def sofia_id(sofia: Technician) -> str:
    return str(re.findall(r'name="assign".*?<option value="([^"]+)" selected', sofia.page("").text, re.DOTALL)[0])


def test_given_to_somebody_and_taken_back(sofia: Technician, camille: DeviceCaller, sofia_id: str) -> None:
    first, second, third = requests(camille)
    assert "2" in act(sofia, [f"{first} ", f"{second} "], act="assign", assign=sofia_id)
    assert [owner(camille, ticket) for ticket in (first, second, third)] == ["Sofia", "Sofia", ""]
    assert sofia.post("bulk/undo").status_code == 302
    assert [owner(camille, ticket) for ticket in (first, second)] == ["", ""]
    sofia.post("bulk/undo")
    assert "Rien n’a changé" in unescape(sofia.page("").text), "once"


def test_who_was_faster_keeps_it_and_is_named(
    sofia: Technician, amelie: Technician, camille: DeviceCaller, sofia_id: str
) -> None:
    first, second, _ = requests(camille)
    amelie.post(f"tickets/{first}/take")
    said = act(sofia, [f"{first} ", f"{second} ", f"{new_id()} "], act="assign", assign=sofia_id)
    assert "confiées : 1" in said
    assert "Amélie" in said
    assert [owner(camille, ticket) for ticket in (first, second)] == ["Amélie", "Sofia"]


def test_tags_of_before_stay_when_the_new_one_is_taken_back(sofia: Technician, camille: DeviceCaller) -> None:
    name = new_id()[-8:]
    first, second, _ = requests(camille)
    sofia.post(f"tickets/{first}/tags", tag=name)
    act(sofia, [first, second], act="tag", tag=name)
    rows = sofia.page("rows", params={"tag": name}).text
    assert rows.count('class="subject ell"') == 2
    sofia.post("bulk/undo")
    rows = sofia.page("rows", params={"tag": name}).text
    assert first in rows
    assert second not in rows


def test_a_priority_needs_a_reason_and_goes_back_unless_changed_since(sofia: Technician, camille: DeviceCaller) -> None:
    first, second, _ = requests(camille)
    assert "raison" in act(sofia, [first], act="priority", priority="1")
    assert "2" in act(sofia, [first, second], act="priority", priority="1", words="Panne du réseau")
    sofia.post(f"tickets/{second}/priority", priority="4", reason="Finalement non")
    sofia.post("bulk/undo")
    assert "a changé entre-temps" in unescape(sofia.page("").text)
    shown = [sofia.page(f"tickets/{ticket}").text for ticket in (first, second)]
    assert 'class="priority p3"' in shown[0]
    assert 'class="priority p4"' in shown[1]


def test_resolved_together_with_a_word_to_each(sofia: Technician, camille: DeviceCaller) -> None:
    first, second, third = requests(camille)
    sofia.post(f"tickets/{third}/status", status="resolved")
    said = act(sofia, [first, second, third], act="resolve", words="Le serveur répond de nouveau.")
    assert "résolues : 2" in said
    assert "entre-temps" in said
    assert "Annuler" not in said
    for ticket, entries in ((first, 1), (second, 1), (third, 0)):
        bodies = [entry["body"] for entry in camille.entries(ticket)]
        assert bodies.count("Le serveur répond de nouveau.") == entries
        assert camille.ask("GET", f"tickets/{ticket}").json()["status"] == "resolved"


@pytest.mark.parametrize("form", [{}, {"act": "nonsense"}, {"act": "assign", "assign": "nobody known"}, {"act": "tag"}])
def test_what_is_unclear_changes_nothing(sofia: Technician, camille: DeviceCaller, form: dict[str, str]) -> None:
    ticket = requests(camille, 1)[0]
    before = camille.ask("GET", f"tickets/{ticket}").json()
    act(sofia, [f"{ticket} "], **form)
    assert camille.ask("GET", f"tickets/{ticket}").json() == before


def test_selected_and_resolved_without_a_mouse(page: Page, own_desk: DeskProcess) -> None:
    caller = own_desk.device()
    for subject in ("Souris", "Clavier", "Écran"):
        caller.create(subject=subject)
    page.goto(own_desk.console)
    expect(page.locator("#bulk")).to_be_hidden()
    for key in ("j", "x", "j", "x"):
        page.keyboard.press(key)
    expect(page.locator("#bulk-count")).to_contain_text("2")
    expect(page.locator(".filters")).to_be_hidden()
    page.get_by_label("Que faire").focus()
    page.get_by_label("Que faire").select_option("tag")
    page.keyboard.press("Tab")
    page.keyboard.type("matériel")
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_contain_text("2")
    expect(page.locator(".queue .chip")).to_have_text(["matériel", "matériel"])
    page.get_by_role("button", name="Annuler").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".queue .chip")).to_have_count(0)
