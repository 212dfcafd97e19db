"""Many machines with one problem: proposed, announced by one click with what works meanwhile, told when it is over."""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
import requests
from playwright.sync_api import Page, expect

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician, bearer

Wait = Callable[[Callable[[], object]], None]
TRIED = [{"fix_id": "disk_full", "title": "x", "result": "not_fixed"}]


@pytest.fixture
def chief(own_desk: DeskProcess) -> Technician:
    return own_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")


def machines(desk: DeskProcess, count: int, site: str = "SG") -> list[DeviceCaller]:
    """So many machines of a site."""
    made = []
    for number in range(count):
        caller = desk.device(f"Personne {site}{number}")
        word = {"device_id": caller.device_id, "hostname": f"{site}-{number:03}", "system": "linux"}
        person = {"login": f"p{site}{number}", "name": f"Personne {site}{number}", "email": "", "language": "fr"}
        answer = requests.post(
            f"{desk.url}/api/v1/enrol",
            json={**word, "person": person},
            headers=bearer(desk.key()),
            timeout=120,
        )
        caller.token = answer.json()["token"]
        made.append(caller)
    return made


def proposed(who: Technician) -> list[str]:
    page = unescape(re.sub(r"\s+", " ", who.page("outages").text)).replace("\u00a0", " ")
    return re.findall(r"<p><b>(.*?) :</b>", page)


def banners(caller: DeviceCaller) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = caller.ask("GET", "incidents").json()
    return found


def test_five_machines_of_a_site_are_no_chance(own_desk: DeskProcess, chief: Technician) -> None:
    callers = machines(own_desk, 5)
    for caller in callers[:4]:
        for _ in range(3):
            caller.create(attempts=TRIED)
    assert proposed(chief) == [], "one machine counts once"
    callers[4].create(attempts=[{**TRIED[0], "result": "fixed"}])
    assert proposed(chief) == [], "what helped is no sign"
    callers[4].create(attempts=TRIED)
    assert proposed(chief) == ["5 postes de SG ont le même problème"]


def test_one_click_makes_the_banner_and_all_who_asked_are_told(own_desk: DeskProcess, chief: Technician) -> None:
    callers = machines(own_desk, 5)
    for caller in callers:
        caller.create(attempts=TRIED)
    said = {"workaround_fr": "le serveur d’à côté", "workaround_nl": "de server ernaast"}
    form = {"key": "fix:disk_full", "site": "SG", **said}
    assert chief.post("outages/judge", act="announce", **form).status_code == 302
    banner = banners(callers[0])[0]
    assert set(banner["title"]) == set(banner["text"]) == {"fr", "en", "de", "nl"}
    assert banner["text"]["fr"].replace("\u00a0", " ").endswith("En attendant : le serveur d’à côté")
    assert banner["text"]["nl"].endswith("Intussen: de server ernaast")
    assert "Meanwhile" not in banner["text"]["en"]
    assert banner["fixes"] == ["disk_full"]
    assert "Il manque : EN, DE" in unescape(chief.page("incidents").text).replace("\u00a0", " ")
    page = chief.page(f"incidents/{banner['id']}").text
    assert 'name="workaround_nl" value="de server ernaast"' in page
    assert page.count('<span class="cap warn">manque</span>') == 2
    assert callers[0].ask("POST", f"incidents/{banner['id']}/subscribe").status_code < 300
    assert proposed(chief) == []
    chief.post("outages/judge", act="announce", **form)
    assert len(banners(callers[0])) == 1, "a second click makes no second banner"


def test_what_is_none_is_not_proposed_again(own_desk: DeskProcess, chief: Technician) -> None:
    callers = machines(own_desk, 6)
    for caller in callers[:5]:
        caller.create(attempts=TRIED)
    chief.post("outages/judge", act="dismiss", key="fix:disk_full", site="SG")
    callers[5].create(attempts=TRIED)
    assert proposed(chief) == []
    assert banners(callers[0]) == []


def test_several_sites_together_and_agents_only_look(own_desk: DeskProcess, chief: Technician) -> None:
    for caller in [*machines(own_desk, 4, "SG"), *machines(own_desk, 4, "URB")]:
        caller.create(attempts=TRIED)
    assert proposed(chief) == ["8 postes ont le même problème"]
    agent = own_desk.technician()
    assert proposed(agent) == ["8 postes ont le même problème"]
    assert "Amélie Bertrand" in agent.page("outages").text, "whom to ask"
    assert agent.post("outages/judge", act="announce", key="fix:disk_full", site="").status_code == 403


def test_what_reports_find_counts_and_strange_reports_do_not(
    own_desk: DeskProcess, chief: Technician, wait_until: Wait
) -> None:
    problem = {"key": "printing_stopped", "severity": "problem", "section": "printing", "facts": {}}
    report = {"schema": "rescousse.snapshot/1", "sections": {}, "masked": []}
    strange: list[Any] = [7, {"key": []}, {"key": "<b>", "severity": "problem"}, {"key": "printing_stopped"}]
    for caller in machines(own_desk, 5):
        content = json.dumps({**report, "findings": [problem, *strange]}).encode()
        kept = caller.upload(content, "snapshot.json", kind="snapshot", file_id=new_id()).json()["id"]
        caller.create(attachments=[kept])
    wait_until(lambda: proposed(chief))
    assert proposed(chief) == ["5 postes de SG ont le même problème"]


def test_announced_without_a_mouse(page: Page, own_desk: DeskProcess) -> None:
    callers = machines(own_desk, 5)
    for caller in callers:
        caller.create(attempts=TRIED)
    page.goto(own_desk.console)
    page.get_by_label("En attendant, ce qui marche (facultatif)").focus()
    page.keyboard.type("le papier")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_label("En attendant, ce qui marche (EN)").fill("paper")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/*")
    assert page.input_value("#workaround_fr") == "le papier"
    assert page.input_value("#workaround_en") == "paper"
    page.set_viewport_size({"width": 320, "height": 800})
    callers[0].create()
    page.goto(own_desk.console)
    expect(page.locator(".outage")).to_have_count(0)
    assert banners(callers[0])
