"""Handing over, priority, files and accounts in a real browser: announced, named, at every width, by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from desktop_app.domain.ticket import LONGEST_MESSAGE
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.knowledge import published

PAGES = ("incidents", "hours", "accounts", "accounts/own")

CHANGE_PRIORITY = ".fold:has(form[action$='/priority']) summary"


@pytest.fixture
def jonas(own_desk: DeskProcess) -> Technician:
    """A colleague."""
    return own_desk.technician("jonas@valclair.invalid", "Jonas Weber")


@pytest.fixture
def camille(own_desk: DeskProcess) -> DeviceCaller:
    """A user of that desk."""
    return own_desk.device()


def test_what_a_colleague_hands_over_is_told_on_the_open_page(
    page: Page, own_desk: DeskProcess, jonas: Technician, camille: DeviceCaller
) -> None:
    ticket = camille.create(subject="Écran noir").json()["id"]
    page.goto(f"{own_desk.console}articles")
    sofia = page.evaluate("fetch('/console/tickets/" + ticket + "').then(answer => answer.text())")
    to = sofia.split(">Sofia Laurent<")[0].rsplit('value="', 1)[1].split('"')[0]
    jonas.post(f"tickets/{ticket}/hand-over", to=to, was="")
    expect(page.locator("#handed")).to_contain_text("Écran noir")
    assert page.get_attribute("#handed", "role") == "status"
    page.get_by_role("link", name="Écran noir").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#thread")
    expect(page.locator("#handed")).not_to_contain_text("Écran noir")


def test_handed_over_and_hurried_without_a_mouse(
    page: Page, own_desk: DeskProcess, jonas: Technician, camille: DeviceCaller
) -> None:
    ticket = camille.create().json()["id"]
    page.goto(f"{own_desk.console}tickets/{ticket}")
    page.get_by_label("Confier à").select_option(label="Jonas Weber")
    page.get_by_role("button", name="Confier").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#thread")).to_contain_text("Jonas s’en occupe")
    page.locator(CHANGE_PRIORITY).focus()
    page.keyboard.press("Enter")
    page.locator("#new-priority").select_option("1")
    page.locator("#reason").focus()
    page.keyboard.type("Conseil à 14 h")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#thread")).to_contain_text("Conseil à 14 h")
    expect(page.locator(".props .priority.p1")).to_be_visible()


def test_files_are_chosen_shown_and_sent(page: Page, own_desk: DeskProcess, camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    page.goto(f"{own_desk.console}tickets/{ticket}")
    notice = {"name": "notice.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    page.set_input_files("#files", notice)  # type: ignore[arg-type]  # playwright's own shape of a file
    expect(page.locator("#chosen")).to_have_text("notice.pdf")
    page.fill("#body", "Voici la notice.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#thread .chip")).to_contain_text("notice.pdf")
    assert page.input_value("#body") == "", "what was sent is not kept for another time"
    assert [file["filename"] for file in camille.entries(ticket)[-1]["attachments"]] == ["notice.pdf"]


def test_what_was_refused_is_still_in_the_composer(page: Page, own_desk: DeskProcess, camille: DeviceCaller) -> None:
    ticket = camille.create().json()["id"]
    page.goto(f"{own_desk.console}tickets/{ticket}")
    many = [{"name": f"{number}.txt", "mimeType": "text/plain", "buffer": b"x"} for number in range(21)]
    page.set_input_files("#files", many)  # type: ignore[arg-type]
    page.fill("#body", "Un texte qui a pris du temps")
    with page.expect_response(lambda answer: answer.status == 422):
        page.keyboard.press("Control+Enter")
    expect(page.locator("[role=alert]")).to_contain_text("20 fichiers")
    assert page.input_value("#body") == "Un texte qui a pris du temps"
    page.goto(f"{own_desk.console}tickets/{ticket}")
    assert page.input_value("#body") == "Un texte qui a pris du temps"


def test_a_reply_that_is_too_long_is_refused_whole(own_desk: DeskProcess, camille: DeviceCaller) -> None:
    jonas, ticket = own_desk.technician("jonas.long@valclair.invalid", "Jonas Long"), camille.create().json()["id"]
    told = len(camille.entries(ticket))
    log = "x" * LONGEST_MESSAGE + " la dernière ligne dit pourquoi"
    page = jonas.post(f"tickets/{ticket}/write", body=log, mode="reply")
    assert log in page.text, "nothing of it is lost"
    assert "Joignez un fichier" in page.text
    assert len(camille.entries(ticket)) == told, "nothing is sent that lacks its end"
    jonas.post(f"tickets/{ticket}/write", body=log[:LONGEST_MESSAGE], mode="reply")
    assert camille.entries(ticket)[-1]["body"] == log[:LONGEST_MESSAGE]


@pytest.mark.parametrize("width", [1440, 1024, 800, 640, 320])
def test_everything_is_there_at_every_width(
    page: Page, own_desk: DeskProcess, jonas: Technician, camille: DeviceCaller, width: int
) -> None:
    ticket = camille.create().json()["id"]
    page.set_viewport_size({"width": width, "height": 800})
    for path in (*PAGES, f"tickets/{ticket}"):
        page.goto(own_desk.console + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    for part in ("#to", CHANGE_PRIORITY, "label[for=files]"):
        box = page.locator(part).bounding_box()
        assert box, part
        assert box["width"] >= 24, part
        assert box["height"] >= 24, part


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_no_word_is_cut_in_other_languages(
    page: Page, own_desk: DeskProcess, jonas: Technician, camille: DeviceCaller, language: str
) -> None:
    ticket = camille.create().json()["id"]
    page.context.add_cookies([{"name": "django_language", "value": language, "url": own_desk.url}])
    over = (
        "[...document.querySelectorAll('.b, .pill, select')].filter(e => e.getBoundingClientRect().right > innerWidth)"
    )
    cell = "[...document.querySelectorAll('td, th, .props dd')].filter(e => e.scrollWidth > e.clientWidth + 1)"
    for path in (*PAGES, f"tickets/{ticket}"):
        page.goto(own_desk.console + path)
        assert page.get_attribute("html", "lang") == language
        assert page.evaluate(f"{over}.map(e => e.textContent)") == [], path
        assert page.evaluate(f"{cell}.map(e => e.textContent.trim())") == [], path


def test_every_control_has_a_name_and_every_page_one_title(
    page: Page, own_desk: DeskProcess, camille: DeviceCaller
) -> None:
    ticket, article = camille.create().json()["id"], published(own_desk.technician(role="admin"))
    controls = "button:not([hidden]), a, input:not([type=hidden]), select, textarea, summary"
    nameless = f"""[...document.querySelectorAll('{controls}')]
        .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label') || e.value))
        .map(e => e.outerHTML)"""
    ids = "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) !== at)"
    for path in ("", *PAGES, f"tickets/{ticket}", "articles", f"articles/{article}", f"articles/{article}/history"):
        page.goto(own_desk.console + path)
        assert page.evaluate(nameless) == [], path
        assert page.evaluate(ids) == [], path
        assert page.locator("h1").count() == 1, path
