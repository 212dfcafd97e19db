"""Links between requests and merging: nothing lost, nothing round in a circle, the requester told."""

import pytest
from playwright.sync_api import Page, expect

from tests.contract.desk import DeskProcess, DeviceCaller, Technician

Pair = tuple[dict[str, str], dict[str, str]]


@pytest.fixture
def pair(camille: DeviceCaller, marc: DeviceCaller) -> Pair:
    """Two requests about the same thing, of two people."""
    return (
        camille.create(subject="Imprimante A", body="Elle clignote.").json(),
        marc.create(subject="Imprimante B", body="Elle est rouge.").json(),
    )


def plain(who: Technician, ticket: str) -> str:
    """The page of a request, with spaces that are only spaces."""
    return who.page(f"tickets/{ticket}").text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_link_is_seen_from_both_sides_and_taken_away(sofia: Technician, pair: Pair) -> None:
    one, other = pair
    for _ in range(2):
        assert sofia.post(f"tickets/{one['id']}/link", link="blocks", number=str(other["number"])).status_code == 302
    assert plain(sofia, one["id"]).count(f"Lien ajouté : bloque {other['number']}") == 1
    page = plain(sofia, other["id"])
    assert "est bloquée par <a" in page
    link = page.split('name="remove" value="')[1].split('"')[0]
    assert sofia.post(f"tickets/{other['id']}/link", remove=link).status_code == 302
    assert "est bloquée par <a" not in plain(sofia, other["id"])
    assert sofia.post(f"tickets/{other['id']}/link", remove=link).status_code == 302, "gone already is no fault"


def test_what_cannot_be_linked_is_said(sofia: Technician, camille: DeviceCaller, pair: Pair) -> None:
    one, other = pair
    third = camille.create().json()
    for source, target in ((one, other), (other, third)):
        sofia.post(f"tickets/{source['id']}/link", link="child", number=str(target["number"]))
    tries = [(third, str(one["number"])), (one, str(one["number"])), (one, "99999999"), (one, "no number"), (one, "²")]
    for source, number in tries:
        answer = sofia.post(f"tickets/{source['id']}/link", link="child", number=number)
        assert answer.status_code == 422, number
        assert "Rien n’a été changé" in answer.text


def test_what_is_merged_goes_on_in_the_other(
    sofia: Technician, camille: DeviceCaller, marc: DeviceCaller, pair: Pair
) -> None:
    source, target = pair
    answer = sofia.post(f"tickets/{source['id']}/merge", number=str(target["number"]))
    assert answer.headers["Location"] == f"/console/tickets/{target['id']}"
    page = plain(sofia, target["id"])
    assert "Elle clignote." in page
    assert f"de la demande {source['number']}" in page
    told = camille.entries(source["id"])[-1]["body"]
    assert str(target["number"]) in told
    assert "Imprimante B" not in told, "the other request may be somebody else's"
    after = camille.ask("GET", f"tickets/{source['id']}").json()
    assert (after["status"], after["answer_by"], after["solve_by"]) == ("merged", None, None)
    assert after["joined_to"] == target["number"]
    assert [entry["body"] for entry in marc.entries(target["id"])] == ["Elle est rouge."], "nothing for anybody else"


def test_words_after_the_merging_are_not_lost(sofia: Technician, camille: DeviceCaller, pair: Pair) -> None:
    source, target = pair
    sofia.post(f"tickets/{source['id']}/merge", number=str(target["number"]))
    sofia.reply(target["id"], "Nous regardons.")
    sofia.page(f"tickets/{target['id']}")
    assert camille.write(source["id"], body="Et maintenant elle fume.").ok
    row = next(part for part in sofia.page("rows").text.split("<tr ") if target["id"] in part)
    assert row.startswith('class="unread"')
    assert "Et maintenant elle fume." in plain(sofia, target["id"])
    assert camille.ask("GET", f"tickets/{source['id']}").json()["answer_by"] is None
    row = next(part for part in sofia.page("rows").text.split("<tr ") if target["id"] in part)
    assert row.startswith('class=""')


def test_what_was_merged_before_goes_along(sofia: Technician, camille: DeviceCaller, pair: Pair) -> None:
    one, two = pair
    three = camille.create(subject="La troisième").json()
    sofia.post(f"tickets/{one['id']}/merge", number=str(two["number"]))
    sofia.post(f"tickets/{two['id']}/merge", number=str(three["number"]))
    page = plain(sofia, three["id"])
    assert "Elle clignote." in page
    assert "Elle est rouge." in page
    for source, number in ((three, one["number"]), (one, three["number"]), (three, three["number"])):
        answer = sofia.post(f"tickets/{source['id']}/merge", number=str(number))
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text


def test_what_has_ended_is_not_merged(sofia: Technician, camille: DeviceCaller, pair: Pair) -> None:
    source, target = pair
    sofia.post(f"tickets/{target['id']}/status", status="resolved")
    assert sofia.post(f"tickets/{source['id']}/merge", number=str(target["number"])).status_code == 422
    assert sofia.post(f"tickets/{target['id']}/merge", number=str(source["number"])).status_code == 422
    assert camille.ask("GET", f"tickets/{source['id']}").json()["status"] == "new"


def test_merged_without_a_mouse(page: Page, own_desk: DeskProcess) -> None:
    source = own_desk.device().create(subject="Écran", body="Noir.").json()
    target = own_desk.device("Marc Dubois").create(subject="Écran aussi").json()
    page.goto(f"{own_desk.console}tickets/{source['id']}")
    page.get_by_text("Regrouper avec une autre").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("ne peut pas être annulé")).to_be_visible()
    page.get_by_label("Numéro de la demande qui continue").focus()
    page.keyboard.type(str(target["number"]))
    page.keyboard.press("Enter")
    expect(page.locator("#thread")).to_contain_text("Noir.")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Écran aussi")
