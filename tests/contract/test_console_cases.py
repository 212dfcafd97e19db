"""Containment: opened by hand or by what a guided fix found, every step with who and when, not closed in silence."""

import re
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from desktop_app.domain.containment import STEPS, suspected
from tests.contract.desk import DeskProcess, DeviceCaller, Technician


def tried(fix: str, result: str) -> list[dict[str, str]]:
    return [{"fix_id": fix, "title": "x", "result": result}]


def case_of(who: Technician, ticket: str) -> str:
    found = re.search(r'href="/console/(cases/[^"]+)"', who.page(f"tickets/{ticket}").text)
    return found[1] if found else ""


def text(who: Technician, path: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", unescape(re.sub(r"<[^>]+>", " ", who.page(path).text)))


@pytest.mark.parametrize(
    ("fix", "result", "is_suspected"),
    [
        ("containment", "fixed", True),
        ("containment", "not_fixed", True),
        ("containment", "stopped", True),
        ("containment", "undone", False),
        ("suspicious_program", "not_fixed", True),
        ("suspicious_program", "fixed", False),
        ("unknown_remote_tool", "not_fixed", True),
        ("disk_full", "not_fixed", False),
    ],
)
def test_what_a_fix_found_opens_a_case(fix: str, result: str, is_suspected: bool) -> None:
    assert suspected([("disk_full", "fixed"), (fix, result)]) is is_suspected


def test_a_request_that_brings_a_suspicion_is_critical_and_has_its_case(
    sofia: Technician, camille: DeviceCaller
) -> None:
    plain = camille.create(attempts=tried("disk_full", "not_fixed")).json()["id"]
    ticket = camille.create(attempts=tried("containment", "fixed")).json()["id"]
    assert case_of(sofia, plain) == ""
    case = case_of(sofia, ticket)
    assert "par le résultat d’une aide guidée" in text(sofia, case)
    assert 'class="priority p1"' in sofia.page(f"tickets/{ticket}").text
    assert case.split("/")[1] in sofia.page("cases").text


def test_steps_are_ticked_by_somebody_at_a_time_and_the_requester_hears_nothing(
    sofia: Technician, amelie: Technician, camille: DeviceCaller
) -> None:
    ticket = camille.create().json()["id"]
    before = camille.ask("GET", f"tickets/{ticket}").json()
    for _ in range(2):
        assert sofia.post(f"tickets/{ticket}/case", reason="Rançon affichée").status_code == 302
    case = case_of(sofia, ticket)
    sofia.post(f"{case}/tick", step="network")
    amelie.post(f"{case}/tick", step="network")
    amelie.post(f"{case}/tick", step="evidence")
    amelie.post(f"{case}/tick", step="nonsense")
    shown = text(sofia, case)
    assert re.search(r"Couper le poste du réseau Fait par Sofia Laurent, ", shown), "the first one counts"
    assert re.search(r"Garder les traces Fait par Amélie Bertrand, ", shown)
    assert f"Étapes restantes : {len(STEPS) - 2}" in shown
    amelie.post(f"{case}/tick", step="evidence", act="back")
    journal = text(sofia, f"tickets/{ticket}?tab=journal")
    assert "Isolement, fait : Garder les traces" in journal
    assert "Isolement, pas encore : Garder les traces" in journal
    after, passing = camille.ask("GET", f"tickets/{ticket}").json(), {"solve_by": 0, "answer_by": 0, "seen_seq": 0}
    assert after | passing == before | passing
    assert len(camille.entries(ticket)) == 1


def test_it_is_not_closed_while_steps_are_open_and_nobody_says_why(sofia: Technician, camille: DeviceCaller) -> None:
    ticket = camille.create(attempts=tried("containment", "stopped")).json()["id"]
    case = case_of(sofia, ticket)
    refused = sofia.post(f"{case}/close")
    assert refused.status_code == 422
    assert "reste ouvert" in refused.text
    assert sofia.post(f"{case}/close", reason="Fausse alerte : <b>exercice</b>").status_code == 302
    assert "&lt;b&gt;exercice" in sofia.page(case).text
    assert sofia.post(f"{case}/tick", step="network").status_code == 422, "what is closed stays as it is"
    assert "Étapes" not in text(sofia, case)


def test_all_steps_done_it_is_closed_without_a_word(sofia: Technician, camille: DeviceCaller) -> None:
    case = case_of(sofia, camille.create(attempts=tried("containment", "fixed")).json()["id"])
    for step in STEPS:
        sofia.post(f"{case}/tick", step=step)
    assert sofia.post(f"{case}/close").status_code == 302
    assert "Clos :" in text(sofia, case)


def test_ticked_without_a_mouse_at_every_width(page: Page, own_desk: DeskProcess) -> None:
    own_desk.device().create(attempts=tried("containment", "fixed"))
    page.goto(f"{own_desk.console}cases")
    page.locator(".lines a").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Fait Couper le poste").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".steps")).to_contain_text("Fait par Sofia Laurent")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
