"""The technician's viewer in a real browser, against a machine that says and draws what the test wants."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from desktop_app.domain.consent import Capability, Ending
from desktop_app.protocol import screen_channel as channel
from tests.contract.desk import DeskProcess, DeviceCaller
from tests.contract.pages import signed_in_page
from tests.contract.sharing import asked_in, record
from tests.contract.standin_machine import StandinMachine, may, pixel, png, tile
from tests.unit.screen.test_check_words import VECTORS

WHOLE = (0, 0, 640, 400)
RED, GREEN = (200, 30, 30), (20, 160, 60)


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """One help desk for all of it: each test has a request of its own."""
    with DeskProcess(tmp_path_factory.mktemp("desk") / "data") as process:
        process.technician()
        yield process


@pytest.fixture(scope="module")
def signed_in(browser: Browser, one_desk: DeskProcess) -> Iterator[Page]:
    with signed_in_page(browser, one_desk) as opened:
        yield opened


@pytest.fixture
def camille(one_desk: DeskProcess) -> DeviceCaller:
    return one_desk.device()


@pytest.fixture
def machine(camille: DeviceCaller) -> Iterator[StandinMachine]:
    with StandinMachine(camille) as standing_in:
        yield standing_in


@pytest.fixture
def asked(signed_in: Page, one_desk: DeskProcess, camille: DeviceCaller, machine: StandinMachine) -> Page:
    """The page whose technician has asked, and whose user reads the words."""
    ticket = camille.create().json()["id"]
    page = signed_in
    page.goto(f"{one_desk.console}tickets/{ticket}")
    page.click("text=Voir l’écran")
    page.fill("#reason", "Voir le message d’erreur")
    page.click("#ask button")
    machine.get_ready()
    return page


@pytest.fixture
def live(asked: Page, machine: StandinMachine) -> Page:
    """The user has said yes to a small red screen."""
    machine.words()
    machine.allow()
    machine.send(channel.Screen(width=640, height=400, monitors=["Gauche", "Droite"]))
    machine.send(channel.Grants(left_s={"look": 600}))
    machine.send_raw("tiles", tile(1, WHOLE, png(640, 400, RED)))
    assert machine.hear("shown")["number"] == 1
    return asked


def test_the_words_are_the_same_on_both_sides(asked: Page, machine: StandinMachine) -> None:
    first, second = machine.words()
    expect(asked.locator("#wait .words")).to_have_text(f"{first}, {second}")
    expect(asked.locator("#words")).to_have_attribute("lang", "fr")
    assert not asked.is_visible("#picture"), "nothing is seen before the yes"


def test_from_the_yes_to_the_end(live: Page, machine: StandinMachine) -> None:
    assert pixel(live, 320, 200) == [*RED, 255]
    expect(live.locator("#state")).to_have_text("Regarder seulement")
    live.click("#end")
    assert machine.hear("bye")
    machine.send(channel.Ended(ending=Ending.TECHNICIAN))
    machine.end(record("technician"))
    live.wait_for_selector("#over >> text=Arrêté par l’équipe d’assistance")
    live.wait_for_selector("#thread >> text=Écran montré à Sofia")
    assert not live.is_visible("#picture")


def test_pointing_drawing_and_wiping(live: Page, machine: StandinMachine) -> None:
    picture = live.locator("#picture")
    picture.hover(position={"x": 10, "y": 10})
    live.click("[data-capability=point] button")
    live.click("#why button.p")
    question = machine.hear("ask")
    assert (question["capability"], bool(question["reason"])) == ("point", True)
    assert machine.heard_nothing("move"), "nothing is sent that is not allowed"
    may(machine, live, "point")
    picture.hover(position={"x": 64, "y": 40})
    moved = machine.hear("move")
    assert (moved["x"], moved["y"]) == (64, 40)
    live.click("[data-tool=arrow]")
    picture.drag_to(picture, source_position={"x": 100, "y": 100}, target_position={"x": 200, "y": 150})
    assert machine.hear("draw")["points"] == [[100, 100], [200, 150]]
    live.click("[data-tool=text]")
    picture.click(position={"x": 50, "y": 60})
    live.wait_for_selector("#label:focus")
    live.keyboard.type("Cliquez ici")
    live.keyboard.press("Enter")
    said = machine.hear("draw")
    assert (said["shape"], said["text"], said["points"]) == ("text", "Cliquez ici", [[50, 60]])
    assert live.locator("#marks .kept").count() == 2
    live.click("#wipe")
    assert machine.hear("draw")["shape"] == "wipe"
    assert live.locator("#marks .kept").count() == 0
    live.click("[data-tool=pointer]")
    picture.focus()
    live.keyboard.press("ArrowRight")
    assert live.wait_for_selector("#pointer:not([hidden])")


def test_control_is_asked_with_a_reason(live: Page, machine: StandinMachine) -> None:
    may(machine, live, "point")
    live.click("[data-capability=control] button")
    live.fill("#why-reason", "Pour relancer la file")
    live.keyboard.press("Enter")
    assert machine.hear("ask")["reason"] == "Pour relancer la file"
    may(machine, live, "point", waiting=[Capability.CONTROL])
    live.wait_for_selector("#banner >> text=Contrôle demandé, Camille n’a pas encore répondu")
    live.click("#banner >> text=Retirer la demande")
    assert machine.hear("drop")["capability"] == "control"


def test_mouse_and_keys_go_to_the_machine_until_given_back(live: Page, machine: StandinMachine) -> None:
    may(machine, live, "point", "control")
    live.wait_for_selector("#banner >> text=Vous contrôlez le poste de Camille")
    picture = live.locator("#picture")
    picture.click(position={"x": 30, "y": 20})
    assert machine.hear("button") == {"kind": "button", "x": 30, "y": 20, "button": 0, "down": True}
    assert machine.hear("button")["down"] is False
    live.mouse.wheel(0, 200)
    assert machine.hear("wheel")["dy"] == 2
    live.keyboard.press("a")
    assert [(word["key"], word["down"]) for word in (machine.hear("key"), machine.hear("key"))] == [
        ("a", True),
        ("a", False),
    ]
    live.keyboard.down("Shift")
    live.keyboard.press("Escape")
    assert machine.hear("key")["code"] == "ShiftLeft"
    assert machine.hear("key") == {"kind": "key", "code": "ShiftLeft", "key": "Shift", "down": False}
    live.keyboard.up("Shift")
    assert live.evaluate("document.activeElement.textContent") == "Rendre la main", "Escape leaves the capture"
    live.click("text=Ctrl+Alt+Suppr")
    struck = [machine.hear("key") for _ in range(6)]
    assert [word["code"] for word in struck] == [*(keys := ["ControlLeft", "AltLeft", "Delete"]), *reversed(keys)]
    live.fill("#to-type", "àç€")
    live.click("#typing button")
    assert machine.hear("typed")["text"] == "àç€"
    may(machine, live, "point", "control", waiting=[Capability.FILES])
    live.wait_for_selector("#banner >> text=« Fichiers » demandé")
    assert live.locator(".viewer.controlled").count() == 1, "the frame stays, whatever else is told"
    may(machine, live, "point", "control", resting=True)
    live.wait_for_selector("#banner >> text=Camille a la main")
    live.click("#banner >> text=Rendre la main")
    assert machine.hear("drop")["capability"] == "control"


def test_paused_is_grey_and_says_so(live: Page, machine: StandinMachine) -> None:
    may(machine, live, "point", paused=True)
    live.wait_for_selector("#banner >> text=Camille a mis en pause")
    assert "grayscale" in str(live.evaluate("getComputedStyle(document.querySelector('#tiles')).filter"))


def test_a_lost_line_comes_back_on_the_same_grant(live: Page, machine: StandinMachine) -> None:
    machine.cut()
    live.wait_for_selector("#banner >> text=Liaison perdue, nouvel essai")
    machine.allow(round_number=1)
    machine.send(channel.Screen(width=640, height=400))
    machine.send_raw("tiles", tile(9, WHOLE, png(640, 400, GREEN)))
    assert machine.hear("shown")["number"] == 9
    expect(live.locator("#banner")).to_be_hidden()
    assert pixel(live, 5, 5) == [*GREEN, 255]


def test_what_the_video_takes_over_never_wipes_a_newer_tile(live: Page, machine: StandinMachine) -> None:
    machine.send_raw("tiles", tile(2, WHOLE, kind=2, stamp=90_000))
    machine.send_raw("tiles", tile(3, (0, 0, 8, 8), png(8, 8, GREEN)))
    while machine.hear("shown")["number"] != 3:
        pass
    assert pixel(live, 4, 4) == [*GREEN, 255]
    assert pixel(live, 100, 100)[3] == 0, "there the video shows"


def test_malformed_and_hostile_words_of_the_machine(live: Page, machine: StandinMachine) -> None:
    bomb = png(8, 8, GREEN)
    for bad in (
        b"",
        b"\0",
        tile(2, WHOLE),
        tile(2, WHOLE, b"\x89PNG\r\n\x1a\n"),
        tile(2, (600, 0, 100, 10), png(100, 10, GREEN)),
        tile(2, (0, 0, 0, 0), bomb),
        tile(2, (0, 0, 9, 9), bomb),
        tile(2, (0, 0, 8, 8), bomb, kind=7),
        tile(2, (0, 0, 8, 8), bomb, kind=1),
    ):
        machine.send_raw("tiles", bad)
    for word in ("", "[]", "null", '{"kind": 7}', '{"kind": "screen"}', '{"kind": "toString"}', "{" * 9000):
        machine.send_raw("control", word)
    name = "<img src=x onerror=alert(1)>"
    machine.send(channel.Screen(width=640, height=400, monitors=[name, "B"]))
    machine.send_raw("tiles", tile(3, (0, 0, 8, 8), png(8, 8, GREEN)))
    while machine.hear("shown")["number"] != 3:
        pass
    assert pixel(live, 4, 4) == [*GREEN, 255]
    assert pixel(live, 100, 100) == [*RED, 255], "what was malformed changed nothing"
    assert live.locator("#monitor option").first.text_content() == name
    assert live.locator("img[src=x]").count() == 0


def test_somebody_in_between_is_refused(asked: Page, machine: StandinMachine, camille: DeviceCaller) -> None:
    machine.words()
    with StandinMachine(camille) as other:
        other.sharing = machine.sharing
        other.answer_only()
    asked.wait_for_selector("#over >> text=Quelqu’un s’est peut-être glissé entre vous")
    assert not asked.is_visible("#picture")


def test_files_follow_the_yes_and_never_come_before(live: Page, machine: StandinMachine, tmp_path: Path) -> None:
    chosen = tmp_path / "pilote.txt"
    chosen.write_bytes(b"x" * 20_000)
    live.set_input_files("#hand-over", chosen)
    assert machine.hear("files")["files"] == [{"name": "pilote.txt", "size": 20_000}]
    assert machine.heard_nothing("bytes")
    may(machine, live, "files")
    assert [len(machine.hear("bytes")["bytes"]) for _ in range(2)] == [16_384, 3_616]
    live.wait_for_selector("#told >> text=Fichiers remis à Camille : 1")


@pytest.mark.parametrize("vector", range(len(VECTORS)))
def test_the_browser_derives_the_machines_words(signed_in: Page, one_desk: DeskProcess, vector: int) -> None:
    signed_in.goto(one_desk.console)
    fingerprint, nonce, other, other_nonce, promised, places = VECTORS[vector]
    mine, theirs = (
        {"fingerprint": print_, "nonce": said} for print_, said in ((fingerprint, nonce), (other, other_nonce))
    )
    derived = signed_in.evaluate(
        """async ([mine, theirs]) => {
            const { checkWords, commitment } = await import("/static/viewer_proof.js");
            return [await commitment(mine), ...await checkWords(mine, theirs, [...Array(256).keys()])];
        }""",
        [mine, theirs],
    )
    assert derived == [promised, *places]


def test_an_answer_is_held_to_one_fingerprint(signed_in: Page, one_desk: DeskProcess) -> None:
    signed_in.goto(one_desk.console)
    known, other = ":".join(["AB"] * 32), ":".join(["CD"] * 32)
    held = """async ([sdp, known]) => (await import("/static/viewer_proof.js")).heldTo(sdp, known)"""
    one = f"v=0\r\na=fingerprint:sha-256 {known}\r\nm=video 9\r\n"
    sneaked = f"{one}a=fingerprint:sha-512 {other}:{other}\r\na=mid:0\r\n"
    assert other not in signed_in.evaluate(held, [sneaked, known]), "another kind would let somebody else in"
    assert signed_in.evaluate(held, [one, known]) == one
    for bad in (one + f"a=fingerprint:SHA-256 {other}\r\n", "v=0\r\nm=video 9\r\n", one.replace(known, other)):
        assert signed_in.evaluate(held, [bad, known]) == ""


def test_who_leaves_the_page_has_ended_it(live: Page, machine: StandinMachine) -> None:
    live.click(".vhead a")
    assert machine.hear("bye")
    assert machine.ending() == "technician"


def test_a_second_question_waits_for_the_end_of_the_first(
    signed_in: Page, one_desk: DeskProcess, camille: DeviceCaller
) -> None:
    colleague = one_desk.technician("jonas@valclair.invalid", "Jonas Weber")
    first = asked_in(camille, colleague).until("asked")
    signed_in.goto(f"{one_desk.console}tickets/{first.ticket}/screen")
    signed_in.fill("#reason", "Voir aussi")
    signed_in.click("#ask button")
    signed_in.wait_for_selector("#fault >> text=déjà demandé ou déjà montré à quelqu’un")
    assert signed_in.input_value("#reason") == "Voir aussi", "what was written stays"


def test_a_screenshot_is_a_note_of_the_request(live: Page, machine: StandinMachine) -> None:
    live.click("#screenshot")
    live.wait_for_selector("#thread .note >> text=screenshot.png")
