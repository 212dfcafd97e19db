"""Filters kept under a name, and the list of keys."""

import re
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from desktop_app import resources
from tests.contract.desk import DeskProcess, Technician


def kept(who: Technician) -> dict[str, tuple[str, str]]:
    """By name: the address, and the id to forget it by."""
    page = unescape(who.page("").text)
    found = re.findall(
        r'<a class="grow" href="(\?[^"]+)"[^>]*>([^<]+)</a><form method="post" action="/console/views/([^/]+)/', page
    )
    return {name: (address, view_id) for address, name, view_id in found}


def test_a_view_is_ones_own_until_it_is_forgotten(sofia: Technician, amelie: Technician) -> None:
    form = {"view": "unassigned", "kind": "question", "tag": "vpn", "priority": "2", "assignee": "nobody"}
    assert sofia.post("views", name="Questions VPN", **form).status_code == 302
    address, view_id = kept(sofia)["Questions VPN"]
    assert address == "?view=unassigned&kind=question&tag=vpn&priority=2&assignee=nobody"
    page = sofia.page(address).text
    assert '<option value="question" selected>' in page
    assert "Questions VPN" not in kept(amelie)
    assert amelie.post(f"views/{view_id}/forget").status_code == 404
    assert sofia.post(f"views/{view_id}/forget").status_code == 302
    assert "Questions VPN" not in kept(sofia)


def test_the_same_name_again_is_the_newer_one(sofia: Technician) -> None:
    for kind in ("question", "suggestion"):
        sofia.post("views", name="À lire", view="todo", kind=kind)
    assert kept(sofia)["À lire"][0] == "?view=todo&kind=suggestion"


@pytest.mark.parametrize("name", ["", "\0", "   "])
def test_a_view_without_a_name_is_not_kept(amelie: Technician, name: str) -> None:
    before = kept(amelie)
    assert amelie.post("views", name=name, view="nonsense", kind="nonsense", priority="²").status_code == 302
    assert kept(amelie) == before


def test_thirty_views_are_enough(admin: Technician) -> None:
    for number in range(32):
        admin.post("views", name=f"Vue {number}", view="todo", kind="question")
    assert len(kept(admin)) == 30


def test_a_filter_is_kept_and_the_keys_are_listed_without_a_mouse(page: Page, own_desk: DeskProcess) -> None:
    page.goto(f"{own_desk.console}?view=todo&kind=question")
    page.get_by_label("Nom de la vue").focus()
    page.keyboard.type("Mes questions")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Mes questions")).to_have_attribute("aria-current", "true")
    page.locator("body").press("?")
    keys = page.get_by_role("dialog", name="Touches du clavier")
    expect(keys).to_contain_text("Prendre la demande ouverte")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()


def test_the_list_of_keys_is_what_the_script_listens_to() -> None:
    page = resources.path("console/templates/keys.html").read_text(encoding="utf-8")
    script = resources.path("console/static/console.js").read_text(encoding="utf-8")
    acts = script.partition("const acts = {")[2].partition("};")[0]
    heard = set(re.findall(r'^\s+"?([a-z?/])"?: ', acts, re.MULTILINE))
    alone = re.findall(r'<th scope="row"><span class="kbd">(.)</span>', page)
    assert {key.lower() for key in alone} == heard
    assert len(alone) == len(heard)
