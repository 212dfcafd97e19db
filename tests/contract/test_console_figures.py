"""The dashboard: figures that can be counted by hand, a sheet without formulas, a report that prints."""

import csv
import io
import re
from datetime import UTC, datetime
from html import unescape

import pytest
from playwright.sync_api import Page

from desktop_app.helpdesk.console.sheets import cell
from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.inside import queries


def text(who: Technician, path: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", unescape(re.sub(r"<[^>]+>", " ", who.page(path).text)))


def figure(shown: str, name: str) -> str:
    """What stands after the name of a figure."""
    found = re.search(rf"{name} (\S+( %)?)", shown)
    return found[1] if found else ""


@pytest.fixture
def camille(own_desk: DeskProcess) -> DeviceCaller:
    return own_desk.device()


@pytest.fixture
def chief(own_desk: DeskProcess) -> Technician:
    return own_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")


def solve(chief: Technician, caller: DeviceCaller, replies: int, score: int = 0, **changes: object) -> str:
    ticket = str(caller.create(**changes).json()["id"])
    for _ in range(replies):
        chief.reply(ticket, "Voilà.")
    chief.post(f"tickets/{ticket}/status", status="resolved")
    if score:
        caller.ask("POST", f"tickets/{ticket}/opinion", json={"id": new_id(), "score": score})
    return ticket


def count(caller: DeviceCaller, fix: str, outcome: str) -> None:
    word = {"id": new_id(), "day": datetime.now(UTC).date().isoformat(), "fix": fix, "outcome": outcome}
    assert caller.ask("POST", "fix-counts", json=word).status_code == 204


_DAYS = {"fr": r"\d\d/\d\d", "en": r"\d\d/\d\d", "de": r"\d\d\.\d\d\.", "nl": r"\d\d-\d\d"}
_OF_A_YEAR = {"fr": r"/\d{4}", "en": r"/\d{4}", "de": r"\d{4}", "nl": r"-\d{4}"}


def test_a_day_is_written_as_people_of_the_language_write_it(chief: Technician, camille: DeviceCaller) -> None:
    camille.create()
    for language, day in _DAYS.items():
        shown = chief.page("figures", headers={"Accept-Language": language}).text
        assert len(re.findall(day + _OF_A_YEAR[language], shown)) > 30, f"each day of the table, {language}"
        assert len(re.findall(f">{day}</", shown)) > 3, f"along the curve, {language}"


def test_every_figure_is_what_can_be_counted_by_hand(chief: Technician, camille: DeviceCaller) -> None:
    assert "Rien à compter encore" in text(chief, "figures")
    solve(chief, camille, 1, score=1)
    solve(chief, camille, 1, score=4)
    solve(chief, camille, 2)
    again = solve(chief, camille, 1)
    camille.write(again)
    camille.create()
    for _ in range(5):
        count(camille, "disk_full", "helped")
    count(camille, "disk_full", "needs_person")
    shown = text(chief, "figures")
    assert figure(shown, "Résolu sans personne") == "50 %", "5 of 5 + 5"
    assert figure(shown, "Résolu au premier contact") == "67 %", "2 of 3: one took two answers, one is open again"
    assert figure(shown, "Délais tenus") == "100 %"
    assert figure(shown, "Demandes ouvertes") == "2"
    assert "Reçues : 5, résolues : 3." in shown
    assert "2 réponses sur 3" in shown
    assert re.search(r"Amélie Bertrand 1 3 5 –", shown), "one in hand, three solved, five answers"


def test_what_recurs_ends_with_what_to_do(own_desk: DeskProcess, chief: Technician, camille: DeviceCaller) -> None:
    tried = [{"fix_id": "disk_full", "title": "x", "result": "not_fixed"}]
    for number in range(3):
        ticket = camille.create(attempts=tried).json()["id"]
        chief.post(f"tickets/{ticket}/tags", tag=f"vpn, seul{number}")
    for outcome in ("helped", "needs_person", "needs_person"):
        count(camille, "disk_full", outcome)
    shown = text(chief, "figures")
    assert re.search(r"vpn 3 Aucune Écrire un article", shown)
    assert re.search(r" 3 33 % suffit Revoir l’aide guidée", shown)
    assert "seul0" not in shown
    for name in "abcde":
        ticket = own_desk.device(f"Personne {name}").create().json()["id"]
        chief.post(f"tickets/{ticket}/tags", tag="messagerie")
    assert re.search(r"messagerie 5 Aucune Annoncer une panne", text(chief, "figures"))


def test_the_sheet_holds_no_formula_no_words_and_no_requester(
    own_desk: DeskProcess, chief: Technician, camille: DeviceCaller
) -> None:
    evil = own_desk.technician("evil@valclair.invalid", "=HYPERLINK(1)", "agent")
    ticket = camille.create(subject="=cmd|' /C calc'!A0", body="Secret").json()["id"]
    evil.post(f"tickets/{ticket}/take")
    evil.post(f"tickets/{ticket}/tags", tag="+1+cmd")
    evil.post(f"tickets/{ticket}/write", body="Vu", mode="note", minutes="12")
    answer = chief.page("figures/export?days=7")
    assert answer.headers["Content-Type"].startswith("text/csv")
    sheet = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(sheet) == 1
    assert sheet[0]["Minutes"] == "12"
    assert sheet[0]["Pour"] == "'=HYPERLINK(1)"
    assert not [value for value in sheet[0].values() if value.startswith(("=", "+", "-", "@"))]
    assert "Camille" not in answer.text
    assert "calc" not in answer.text


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "＝1"])
def test_what_a_spreadsheet_would_calculate_is_text(text: str) -> None:
    assert cell(text).startswith("'")
    assert cell(-1) == "-1"
    assert cell("a=1") == "a=1"


def test_as_many_queries_for_a_year_as_for_a_week(own_desk: DeskProcess, chief: Technician) -> None:
    few = queries(own_desk, "figures?days=7")
    for name in "abc":
        caller = own_desk.device(name)
        solve(chief, caller, 1)
    assert queries(own_desk, "figures?days=365") <= few + 1
    assert few <= 70


def test_it_prints_without_what_is_for_the_screen_and_fits_everywhere(page: Page, own_desk: DeskProcess) -> None:
    own_desk.device().create()
    page.goto(f"{own_desk.console}figures")
    assert page.locator("#print").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".rail").is_hidden()
    assert page.locator("#print").is_hidden()
    assert page.locator(".flow").is_visible()
    page.emulate_media(media="screen")
    for width in (1440, 1024, 640, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
