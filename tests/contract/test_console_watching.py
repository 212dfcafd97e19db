"""Following requests, and seeing that a colleague is in one already."""

import pytest
from playwright.sync_api import Page, expect

from tests.contract.desk import DeskProcess, DeviceCaller, Technician


@pytest.fixture
def jonas(desk: DeskProcess) -> Technician:
    return desk.technician("jonas@valclair.invalid", "Jonas Weber")


def row(who: Technician, ticket: str, view: str = "followed") -> str:
    """Its row in the table, or nothing."""
    return next((part for part in who.page("rows", params={"view": view}).text.split("<tr ") if ticket in part), "")


def test_what_is_followed_has_its_view_and_its_mark(
    sofia: Technician, jonas: Technician, camille: DeviceCaller
) -> None:
    ticket = camille.create().json()["id"]
    assert not row(jonas, ticket)
    assert jonas.post(f"tickets/{ticket}/follow").status_code == 302
    assert "Jonas Weber" in sofia.page(f"tickets/{ticket}").text
    assert row(jonas, ticket).startswith('class=""')
    sofia.note(ticket, "Voir aussi la prise.")
    assert row(jonas, ticket).startswith('class="unread"')
    assert not row(sofia, ticket), "nobody else follows it by that"
    jonas.page(f"tickets/{ticket}")
    assert row(jonas, ticket).startswith('class=""')
    jonas.post(f"tickets/{ticket}/follow", stop="1")
    assert not row(jonas, ticket)


def test_followers_go_along_when_it_is_merged(sofia: Technician, jonas: Technician, camille: DeviceCaller) -> None:
    source, target = camille.create().json(), camille.create().json()
    jonas.post(f"tickets/{source['id']}/follow")
    sofia.post(f"tickets/{source['id']}/merge", number=str(target["number"]))
    assert row(jonas, target["id"])


def test_the_requester_never_learns_who_looks(sofia: Technician, jonas: Technician, camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    before = camille.ask("GET", "events", params={"after": 0, "wait": 0}, headers={"Accept": "application/json"}).json()
    for who in (sofia, jonas):
        assert who.post(f"tickets/{ticket}/others").status_code == 200
    news = camille.ask("GET", "events", params={"after": 0, "wait": 0}, headers={"Accept": "application/json"}).json()
    told = [event for event in news["events"] if event not in before["events"] and event["topic"] == "ticket"]
    assert not told


def test_a_colleague_who_opens_and_writes_is_seen_at_once(page: Page, own_desk: DeskProcess) -> None:
    ticket = own_desk.device().create().json()["id"]
    page.goto(f"{own_desk.console}tickets/{ticket}")
    expect(page.locator("#others")).to_be_empty()
    jonas = own_desk.technician("jonas@valclair.invalid", "Jonas Weber")
    jonas.page(f"tickets/{ticket}")
    expect(page.locator("#others")).to_contain_text("Jonas a aussi cette demande sous les yeux")
    jonas.post(f"tickets/{ticket}/others")
    expect(page.locator("#others")).to_contain_text("Jonas écrit")
    page.keyboard.press("r")
    with page.expect_response(lambda answer: answer.url.endswith("/others") and answer.request.method == "POST"):
        page.keyboard.type("Bon")
    assert "Sofia écrit" in jonas.page(f"tickets/{ticket}/others").text
