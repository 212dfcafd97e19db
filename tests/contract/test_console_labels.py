"""Kinds and tags of requests: changed beside the conversation, filtered in the queue, never told to the requester."""

import re

import pytest
from playwright.sync_api import Page, expect

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician


def subjects(who: Technician, **asked: str) -> set[str]:
    """What the table shows."""
    answer = who.page("rows", params=asked)
    assert answer.status_code == 200, answer.text
    return set(re.findall(r'class="subject ell"[^>]*>([^<]+)<', answer.text))


def test_tags_are_added_once_and_taken_off(sofia: Technician, camille: DeviceCaller) -> None:
    name, ticket = new_id()[-8:], camille.create(subject="Étiquetée").json()["id"]
    before = camille.ask("GET", f"tickets/{ticket}").json()
    for typed in (f" Wi-Fi {name} , vpn", f"WI-FI  {name}"):
        assert sofia.post(f"tickets/{ticket}/tags", tag=typed).status_code == 302
    page = sofia.page(f"tickets/{ticket}").text
    assert page.count(f'value="wi-fi {name}"><span') == 1
    assert page.replace("\u00a0", " ").count(f"Étiquette ajoutée : wi-fi {name}") == 1
    assert subjects(sofia, tag=f"wi-fi {name}") == {"Étiquetée"}
    sofia.post(f"tickets/{ticket}/tags", remove=f"wi-fi {name}")
    assert subjects(sofia, tag=f"wi-fi {name}") == set()
    after = camille.ask("GET", f"tickets/{ticket}").json()
    assert after == before | {"seen_seq": after["seen_seq"]}, "tags are the team's own matter"
    assert len(camille.entries(ticket)) == 1


def test_twenty_tags_are_enough(sofia: Technician, camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    sofia.post(f"tickets/{ticket}/tags", tag=",".join(f"t{number}" for number in range(30)))
    assert sofia.page(f"tickets/{ticket}").text.count('name="remove"') == 20


@pytest.mark.parametrize("tag", ["<script>alert(1)</script>", "\0", ",,,", "x" * 5000, "' OR 1=1 --"])
def test_odd_tags_do_no_harm(sofia: Technician, camille: DeviceCaller, tag: str) -> None:
    ticket = camille.create().json()["id"]
    assert sofia.post(f"tickets/{ticket}/tags", tag=tag).status_code == 302
    page = sofia.page(f"tickets/{ticket}").text
    assert "<script>alert" not in page
    assert all(len(name) <= 40 for name in re.findall(r'name="remove" value="([^"]+)"', page))
    assert sofia.page("rows", params={"tag": tag}).status_code == 200


def test_the_kind_is_a_fault_until_somebody_says_else(sofia: Technician, camille: DeviceCaller) -> None:
    subject = f"Un écran de plus {new_id()[-8:]}"
    ticket = camille.create(subject=subject).json()["id"]
    assert subject in subjects(sofia, kind="incident")
    assert sofia.post(f"tickets/{ticket}/kind", kind="equipment").status_code == 302
    assert subject in subjects(sofia, kind="equipment", priority="3", assignee="nobody")
    assert subject not in subjects(sofia, kind="incident")
    assert subject not in subjects(sofia, kind="equipment", assignee="me")
    sofia.post(f"tickets/{ticket}/kind", kind="nonsense")
    assert "Matériel ou logiciel (avant : Panne)" in sofia.page(f"tickets/{ticket}").text.replace("\u00a0", " ")


@pytest.mark.parametrize("path", ["", "rows", "articles"])
@pytest.mark.parametrize("query", ["a\0b", "\ud800".encode("utf-8", "surrogatepass"), "%", "9" * 300, "'\"\\"])
def test_odd_words_in_a_search_are_only_not_found(sofia: Technician, path: str, query: str | bytes) -> None:
    assert sofia.page(path, params={"q": query, "assignee": "\0"}).status_code == 200


def test_a_tag_is_added_and_filtered_without_a_mouse(page: Page, own_desk: DeskProcess) -> None:
    ticket = own_desk.device().create(subject="Imprimante muette").json()["id"]
    own_desk.device("Marc Dubois").create(subject="Sans étiquette")
    page.goto(f"{own_desk.console}tickets/{ticket}")
    page.get_by_label("Étiquettes", exact=True).focus()
    page.keyboard.type("imprimante")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Retirer l’étiquette imprimante")).to_be_visible()
    page.goto(own_desk.console)
    page.get_by_label("Étiquettes", exact=True).and_(page.locator("select")).select_option("imprimante")
    page.get_by_role("button", name="Filtrer").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".queue .subject")).to_have_text(["Imprimante muette"])
    page.get_by_role("link", name="Retirer les filtres").click()
    expect(page.locator(".queue .subject")).to_have_count(2)
