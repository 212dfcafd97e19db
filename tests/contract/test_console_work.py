"""Time, escalation, parts and calls: beside the request and in the team's list, never told to the requester."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from desktop_app.domain.call_back import read
from tests.contract.desk import DeskProcess, DeviceCaller, Technician


def text(who: Technician, path: str) -> str:
    """The words of a page, with plain spaces."""
    shown = re.sub(r"<[^>]+>", "", who.page(path).text)
    return re.sub(r"[\s\u00a0\u202f]+", " ", unescape(shown))


def test_minutes_add_up_and_stand_with_what_took_them(sofia: Technician, camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    for minutes, mode in (
        ("5", "reply"),
        ("70", "note"),
        ("", "note"),
        ("-3", "note"),
        ("x", "note"),
        ("99999999", "note"),
    ):
        assert sofia.post(f"tickets/{ticket}/write", body="Vu", mode=mode, minutes=minutes).status_code == 302
    shown = text(sofia, f"tickets/{ticket}")
    assert "Temps passé : 1 h 15" in shown
    assert "70 min" in shown
    assert "minutes" not in camille.ask("GET", f"tickets/{ticket}/entries").text


def test_to_the_second_line_and_still_followed(
    desk: DeskProcess, sofia: Technician, amelie: Technician, camille: DeviceCaller
) -> None:
    ticket = camille.create().json()["id"]
    page = sofia.page(f"tickets/{ticket}").text
    second = re.findall(r'id="second".*?<option value="([^"]+)">Amélie', page, re.DOTALL)[0]
    assert sofia.post(f"tickets/{ticket}/escalate", second=second, reason="Droits d’annuaire").status_code == 302
    assert camille.ask("GET", f"tickets/{ticket}").json()["assignee"] == "Amélie"
    shown = text(sofia, f"tickets/{ticket}")
    assert "Transmise à Amélie : Droits d’annuaire" in shown
    assert "Ne plus suivre" in shown
    assert "annuaire" not in camille.ask("GET", f"tickets/{ticket}/entries").text


def test_a_supplier_is_waited_for_until_they_answer(sofia: Technician, camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    form = {"supplier": "<b>Valprint</b>", "reference": "VP-77", "warranty": "2027-03-01", "reason": "Four mort"}
    sofia.post(f"tickets/{ticket}/escalate", **form)
    assert camille.ask("GET", f"tickets/{ticket}").json()["status"] == "pending_other"
    page = sofia.page(f"tickets/{ticket}").text
    assert "<b>Valprint" not in page
    assert "Garantie jusqu’au 01/03/2027" in text(sofia, f"tickets/{ticket}")
    escalation = re.findall(r'action="/console/(escalations/[^"]+)"', page)[0]
    for _ in range(2):
        assert sofia.post(escalation).status_code == 302
    assert camille.ask("GET", f"tickets/{ticket}").json()["status"] == "open"
    assert text(sofia, f"tickets/{ticket}").count("<b>Valprint</b> a répondu") == 1


@pytest.mark.parametrize("form", [{}, {"supplier": "X"}, {"reason": "Y"}, {"second": "nobody", "reason": "Y"}])
def test_nothing_is_escalated_without_whom_and_why(
    sofia: Technician, camille: DeviceCaller, form: dict[str, str]
) -> None:
    ticket = camille.create().json()["id"]
    assert sofia.post(f"tickets/{ticket}/escalate", **form).status_code == 422
    sofia.post(f"tickets/{ticket}/status", status="resolved")
    over = sofia.post(f"tickets/{ticket}/escalate", supplier="X", reason="Y")
    assert over.status_code == 422


def test_a_part_is_wanted_ordered_and_arrives(sofia: Technician, camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    assert sofia.post(f"tickets/{ticket}/part", item="Toner noir", quantity="2", cost="1 129,9").status_code == 302
    part = re.findall(r'action="/console/(parts/[^"]+)"', sofia.page(f"tickets/{ticket}").text)[0]
    assert "2 × Toner noir 1 129,90 €" in text(sofia, f"tickets/{ticket}")
    sofia.post(part, state="ordered")
    sofia.post(part, state="ordered")
    assert text(sofia, f"tickets/{ticket}").count("Pièce commandée : 2 × Toner noir") == 1
    assert "Toner" not in camille.ask("GET", f"tickets/{ticket}/entries").text
    for wrong in (
        {"item": ""},
        {"item": "x", "quantity": "0"},
        {"item": "x", "cost": "cher"},
        {"item": "x", "quantity": "²"},
    ):
        assert sofia.post(f"tickets/{ticket}/part", **wrong).status_code == 422


def test_calls_by_time_tried_and_done(desk: DeskProcess, sofia: Technician, camille: DeviceCaller) -> None:
    now = datetime.now(UTC)
    slots = [(now + timedelta(hours=hours)).isoformat(timespec="minutes") for hours in (3, 4, 1, 2)]
    camille.create(subject="Second", call_back=f"{slots[0]}/{slots[1]};01 99 00 45 67")
    first = camille.create(subject="Premier", call_back=f"{slots[2]}/{slots[3]};4567").json()["id"]
    camille.create(subject="Sans heure", call_back="06 00 00 00 00 <script>")
    shown = text(sofia, "calls")
    assert shown.index("Premier") < shown.index("Second") < shown.index("Sans heure")
    assert "<script>" not in sofia.page("calls").text.split("console.js")[1]
    about = f"{slots[2]}/{slots[3]};4567"
    sofia.post(f"tickets/{first}/called", act="again", wish=about)
    assert "Sans réponse : 1" in text(sofia, "calls")
    for _ in range(2):
        sofia.post(f"tickets/{first}/called", act="done", wish=about)
    assert "Premier" not in text(sofia, "calls")
    assert text(sofia, f"tickets/{first}").count("Rappelé au téléphone") == 1


@pytest.mark.parametrize(
    ("written", "starts", "ends", "phone"),
    [
        ("2026-11-24T14:00+01:00/2026-11-24T15:00+01:00;01 99", "13:00", "14:00", "01 99"),
        ("2026-11-24T14:00Z/;01 99", "14:00", "", "01 99"),
        ("/2026-11-24T14:00Z;", "", "14:00", ""),
        ("2026-11-24T15:00/2026-11-24T14:00;1", "14:00", "15:00", "1"),
        ("01 99 00 45 67", "", "", "01 99 00 45 67"),
        ("demain;01 99", "", "", "01 99"),
        ("0001-01-01T00:00+23:59/9999-12-31T23:59-23:59;1", "", "", "1"),
        ("", "", "", ""),
    ],
)
def test_a_wish_to_be_rung_is_read_with_patience(written: str, starts: str, ends: str, phone: str) -> None:
    found = read(written)
    assert (found.starts.strftime("%H:%M") if found.starts else "") == starts
    assert (found.ends.strftime("%H:%M") if found.ends else "") == ends
    assert found.phone == phone


def test_escalated_and_called_without_a_mouse(page: Page, own_desk: DeskProcess) -> None:
    ticket = own_desk.device().create(call_back="4567").json()["id"]
    page.goto(f"{own_desk.console}tickets/{ticket}")
    page.get_by_text("Transmettre à plus expert").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Ou fournisseur").focus()
    page.keyboard.type("Valprint")
    page.get_by_label("Pourquoi", exact=True).focus()
    page.keyboard.type("Sous garantie")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#thread")).to_contain_text("Transmise à Valprint")
    page.goto(f"{own_desk.console}calls")
    page.get_by_role("button", name="Rappelé").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".empty")).to_contain_text("Personne n’attend d’appel")
