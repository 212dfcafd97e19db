"""A sharing goes on: after a reload of the technician's page, and with more time for mouse and keys."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from desktop_app.protocol import screen_channel as channel
from tests.contract.desk import DeskProcess
from tests.contract.pages import signed_in_page
from tests.contract.standin_machine import StandinMachine, may, pixel, png, tile

RED, GREEN = (200, 30, 30), (20, 160, 60)
WHOLE = (0, 0, 640, 400)


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    with DeskProcess(tmp_path_factory.mktemp("desk") / "data") as process:
        process.technician()
        yield process


@pytest.fixture
def machine(one_desk: DeskProcess) -> Iterator[StandinMachine]:
    with StandinMachine(one_desk.device()) as standing_in:
        yield standing_in


@pytest.fixture(scope="module")
def signed_in(browser: Browser, one_desk: DeskProcess) -> Iterator[Page]:
    with signed_in_page(browser, one_desk) as opened:
        yield opened


@pytest.fixture
def live(signed_in: Page, one_desk: DeskProcess, machine: StandinMachine) -> Page:
    """A small red screen is shown."""
    ticket = machine._device.create().json()["id"]
    signed_in.goto(f"{one_desk.console}tickets/{ticket}/screen")
    signed_in.fill("#reason", "Voir le message d’erreur")
    signed_in.click("#ask button")
    machine.get_ready()
    machine.words()
    machine.allow()
    _draw(machine, RED)
    assert pixel(signed_in, 320, 200) == [*RED, 255]
    return signed_in


def _draw(machine: StandinMachine, colour: tuple[int, int, int]) -> None:
    machine.send(channel.Screen(width=640, height=400))
    machine.send(channel.Grants(left_s={"look": 600}))
    machine.send_raw("tiles", tile(1, WHOLE, png(640, 400, colour)))
    assert machine.hear("shown")["number"] == 1


def test_a_reload_goes_on_without_a_question(live: Page, machine: StandinMachine) -> None:
    words = live.inner_text("#words")
    live.reload()
    machine.cut()
    machine.allow(round_number=1)
    _draw(machine, GREEN)
    assert pixel(live, 5, 5) == [*GREEN, 255]
    assert machine.words(), "the same certificate: the commitment of the first question holds"
    expect(live.locator("#words")).to_have_text(words)
    expect(live.locator("#ask")).to_be_hidden()
    assert machine.heard_nothing("bye")
    live.click("#end")
    assert machine.hear("bye")
    machine.send(channel.Ended(ending="technician"))
    live.wait_for_selector("#over")
    kept = "async (id) => (await import('/static/viewer_kept.js')).kept(id)"
    assert live.evaluate(kept, machine.sharing["id"]) is None, "nothing is kept after the end"


def test_another_page_does_not_take_the_line(live: Page, machine: StandinMachine) -> None:
    second = live.context.new_page()
    second.goto(live.url)
    second.fill("#reason", "Voir aussi")
    second.click("#ask button")
    second.wait_for_selector("#fault >> text=autre")
    second.close()
    expect(live.locator("#state")).to_have_text("Regarder seulement")


def test_another_technician_finds_nothing_to_go_on_with(
    live: Page, machine: StandinMachine, one_desk: DeskProcess, browser: Browser
) -> None:
    jonas = one_desk.technician("jonas@valclair.invalid", "Jonas Weber")
    path = f"tickets/{machine.sharing['ticket_id']}/sharings/{machine.sharing['id']}"
    refused = jonas.browser.get(f"{one_desk.url}/api/v1/{path}")
    assert refused.status_code == 404
    his = jonas.browser.get(f"{one_desk.url}/api/v1/sharings").json()["items"]
    assert machine.sharing["id"] not in [one["id"] for one in his]


def test_a_colleague_looks_along_and_has_nothing_to_ask_for(
    live: Page, machine: StandinMachine, one_desk: DeskProcess, browser: Browser
) -> None:
    one_desk.technician("jonas@valclair.invalid", "Jonas Weber")
    jonas = signed_in_page(browser, one_desk, "jonas@valclair.invalid")
    with jonas as page, StandinMachine(machine._device) as second:
        page.goto(live.url)
        page.wait_for_selector("#ask .notice >> text=Sofia voit déjà cet écran")
        page.fill("#reason", "Apprendre")
        page.click("#ask button")
        second.get_ready()
        assert second.sharing["joins"] == machine.sharing["id"]
        second.words()
        second.allow()
        _draw(second, GREEN)
        assert page.locator(".have li:visible").count() == 1
        assert page.locator("#tools button:visible").count() == 1, "a picture of it is all"
        expect(live.locator(".have li:visible")).to_have_count(7)
        page.click("#end")
        assert second.hear("bye")
        assert machine.heard_nothing("bye"), "who looks along leaves alone"


def test_more_time_is_asked_before_it_is_over(live: Page, machine: StandinMachine) -> None:
    button = live.locator("[data-capability=control] button")
    button.click()
    live.fill("#why-reason", "Pour relancer la file")
    live.keyboard.press("Enter")
    assert machine.hear("ask")["capability"] == "control"
    machine.send(channel.Grants(left_s={"look": 600, "point": 62, "control": 62}))
    expect(button).to_have_text("Rendre")
    expect(button).to_have_text("Prolonger")
    button.click()
    assert live.input_value("#why-reason") == "Pour relancer la file"
    live.keyboard.press("Enter")
    assert machine.hear("ask") == {"kind": "ask", "capability": "control", "reason": "Pour relancer la file"}
    may(machine, live, "point", "control", waiting=["control"])
    live.click("#banner >> text=Retirer la demande")
    assert machine.hear("drop")["capability"] == "control"
