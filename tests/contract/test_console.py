"""The console in a real browser: what the technician sees, at every width and without a mouse."""

import pytest
from playwright.sync_api import Page

from tests.contract.desk import DeskProcess, DeviceCaller
from tests.contract.knowledge import published


@pytest.fixture
def camille(own_desk: DeskProcess) -> DeviceCaller:
    """A user of that desk."""
    return own_desk.device()


def test_new_requests_wait_behind_a_button(page: Page, camille: DeviceCaller) -> None:
    assert not page.is_visible("#news"), "nothing is new on a page that was just loaded"
    camille.create(subject="Premier")
    page.wait_for_selector("text=1 nouvelle, afficher")
    camille.create(subject="Second")
    page.wait_for_selector("text=2 nouvelles, afficher")
    assert not page.is_visible("text=Second"), "nothing moves under the pointer"
    page.click("#news")
    page.wait_for_selector("text=Second")
    assert not page.is_visible("#news")


def test_a_message_appears_in_the_open_conversation(page: Page, camille: DeviceCaller, own_desk: DeskProcess) -> None:
    ticket = camille.create().json()["id"]
    page.goto(f"{own_desk.console}tickets/{ticket}")
    camille.write(ticket, body="Un mot de plus")
    page.wait_for_selector("#thread >> text=Un mot de plus")
    assert page.get_attribute("#thread", "aria-live") == "polite"


def test_a_note_looks_different_and_says_so(page: Page, camille: DeviceCaller, own_desk: DeskProcess) -> None:
    ticket = camille.create().json()["id"]
    page.goto(f"{own_desk.console}tickets/{ticket}")
    ground = "getComputedStyle(document.querySelector('.composer')).backgroundColor"
    reply = page.evaluate(ground)
    page.click("label[for=mode-note]")
    assert page.evaluate(ground) != reply
    assert not page.is_visible(".only-reply >> nth=0")
    page.fill("#body", "Entre nous")
    page.click("text=Ajouter la note")
    page.wait_for_selector(".note >> text=Entre nous")
    assert len(camille.entries(ticket)) == 1


def test_a_request_is_opened_and_answered_without_a_mouse(
    page: Page, camille: DeviceCaller, own_desk: DeskProcess
) -> None:
    ticket = camille.create().json()["id"]
    page.goto(own_desk.console)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector("#thread")
    page.keyboard.press("r")
    page.keyboard.type("Bonjour, je regarde.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#thread >> text=Bonjour, je regarde.")
    assert camille.entries(ticket)[1]["body"] == "Bonjour, je regarde."


@pytest.mark.parametrize("width", [1440, 1100, 1024, 800, 640, 320])
def test_everything_is_there_at_every_width(
    page: Page, camille: DeviceCaller, own_desk: DeskProcess, width: int
) -> None:
    ticket = camille.create(subject="Un sujet plutôt long pour une petite fenêtre").json()["id"]
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("", f"tickets/{ticket}", f"tickets/{ticket}?tab=record", "incidents", "hours"):
        page.goto(own_desk.console + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(f"{own_desk.console}tickets/{ticket}")
    for part in (".bubble", "#body", ".composer >> text=Envoyer >> nth=-1", ".props", ".context"):
        box = page.locator(part).first.bounding_box()
        assert box, part
        assert box["width"] > 40, part
        assert box["height"] > 15, part


_CUT = """[...document.querySelectorAll('.subject, .people td')].filter(e => e.scrollWidth > e.clientWidth + 1)
    .map(e => e.innerText)"""


def test_what_lists_are_about_can_be_read_at_every_width(
    page: Page, camille: DeviceCaller, own_desk: DeskProcess
) -> None:
    camille.create(subject="Impossible d’imprimer")
    published(own_desk.technician(role="admin"), title_fr="Imprimer en couleur")
    cut = []
    for path in ("", "articles", "accounts"):
        page.goto(own_desk.console + path)
        for width in (1920, 1440, 1366, 1280, 1241, 1240, 1141, 1140, 1024, 901, 900, 640, 320):
            page.set_viewport_size({"width": width, "height": 800})
            cut += [(path, width, words) for words in page.evaluate(_CUT)]
    assert not cut


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_no_word_is_cut_in_other_languages(
    page: Page, camille: DeviceCaller, own_desk: DeskProcess, language: str
) -> None:
    camille.create()
    page.context.add_cookies([{"name": "django_language", "value": language, "url": own_desk.url}])
    page.goto(own_desk.console)
    assert page.get_attribute("html", "lang") == language
    over = "[...document.querySelectorAll('.b, .pill')].filter(e => e.getBoundingClientRect().right > innerWidth - 20)"
    assert page.evaluate(f"{over}.map(e => e.textContent)") == []
    cell = "[...document.querySelectorAll('.queue td')].filter(e => e.scrollWidth > e.clientWidth + 1)"
    assert page.evaluate(f"{cell}.map(e => e.textContent.trim())") == []
