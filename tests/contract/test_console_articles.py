"""The editor in a real browser: seen while it is typed, in four languages, without a mouse, never lost by a slip."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.knowledge import published

ARTICLES = ".picker summary >> nth=0"


@pytest.fixture
def camille(own_desk: DeskProcess) -> DeviceCaller:
    """A user of that desk."""
    return own_desk.device()


@pytest.fixture
def sofia(own_desk: DeskProcess, page: Page) -> Technician:
    """The same account as the page's, by its forms."""
    return own_desk.technician(role="admin")


def test_the_preview_follows_what_is_typed(page: Page, own_desk: DeskProcess) -> None:
    page.goto(f"{own_desk.console}articles/new")
    page.fill("#title_fr", "Imprimer en couleur")
    page.fill("#body_fr", "## Étape\n\n<script>document.title='pris'</script> **Ouvrez** le menu.")
    expect(page.locator(".sheet h4")).to_have_text("Étape")
    expect(page.locator(".sheet-title")).to_have_text("Imprimer en couleur")
    expect(page.locator(".sheet")).to_contain_text("<script>")
    assert page.title() != "pris"
    page.click("label[for=shown-de]")
    expect(page.locator("#title_de")).to_be_visible()
    expect(page.locator("#title_fr")).to_be_hidden()
    page.fill("#title_de", "Farbig drucken")
    expect(page.locator(".sheet-title")).to_have_text("Farbig drucken")
    page.click("label[for=shown-all]")
    for language in ("fr", "en", "de", "nl"):
        expect(page.locator(f"#body_{language}")).to_be_visible()


def test_the_preview_shows_both_looks(page: Page, own_desk: DeskProcess) -> None:
    page.goto(f"{own_desk.console}articles/new")
    grounds = set()
    for look in ("light", "dark"):
        page.click(f"label[for=look-{look}]")
        grounds.add(page.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor"))
    assert len(grounds) == 2


def test_an_article_is_written_and_published_without_a_mouse(
    page: Page, own_desk: DeskProcess, camille: DeviceCaller
) -> None:
    page.goto(f"{own_desk.console}articles")
    page.get_by_role("link", name="Écrire un article").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Titre, en une phrase (Français)").focus()
    page.keyboard.type("Imprimer")
    _tab_to(page, "body_fr")
    page.keyboard.type("Ouvrez Fichier.")
    page.get_by_label("Lecteurs").select_option("users")
    page.get_by_role("button", name="Publier").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1 .pill")).to_have_text("En ligne")
    assert [article["title"] for article in camille.ask("GET", "articles").json()] == [{"fr": "Imprimer"}]


def _tab_to(page: Page, wanted: str) -> None:
    """By the tab key alone, past the marks between title and text."""
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == wanted:
            return
    raise AssertionError(f"{wanted} is not reached")


def test_the_marks_write_what_could_be_typed(page: Page, own_desk: DeskProcess) -> None:
    page.goto(f"{own_desk.console}articles/new")
    page.fill("#body_fr", "mot")
    page.locator("#body_fr").press("Control+a")
    page.click(".words.fr .marks button >> nth=0")
    assert page.input_value("#body_fr") == "**mot**"
    expect(page.locator(".sheet strong")).to_have_text("mot")


def test_leaving_with_words_that_are_not_kept_asks_first(page: Page, own_desk: DeskProcess) -> None:
    page.goto(f"{own_desk.console}articles/new")
    asked = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.click("label[for=title_fr]")
    page.keyboard.type("Pas encore gardé")
    page.click("nav.rail a >> nth=0")
    page.wait_for_selector("#rows")
    assert asked == ["beforeunload"]


def test_an_article_is_put_into_the_reply(
    page: Page, own_desk: DeskProcess, sofia: Technician, camille: DeviceCaller
) -> None:
    article = published(sofia, title_fr="Imprimer en couleur")
    ticket = camille.create(subject="Imprimer en couleur").json()["id"]
    page.goto(f"{own_desk.console}tickets/{ticket}")
    page.fill("#body", "Bonjour,")
    page.click(".context [data-insert]")
    assert page.input_value("#body") == f"Bonjour, Imprimer en couleur (rescousse:article/{article})"
    page.click(ARTICLES)
    expect(page.locator("#pick")).to_be_focused()
    page.keyboard.type("couleur")
    expect(page.locator("#picked [data-insert]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#picked [data-insert]")).to_be_hidden()
    expect(page.locator(ARTICLES)).to_be_focused()
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.locator("#thread")).to_contain_text("Bonjour,")
    assert article in camille.entries(ticket)[1]["body"]


@pytest.mark.parametrize("width", [1440, 1100, 900, 640, 320])
def test_everything_is_there_at_every_width(
    page: Page, own_desk: DeskProcess, sofia: Technician, camille: DeviceCaller, width: int
) -> None:
    article = published(sofia, title_fr="Un titre plutôt long pour une petite fenêtre, avec encore quelques mots")
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("articles", "articles/new", f"articles/{article}", f"articles/{article}/history"):
        page.goto(own_desk.console + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(f"{own_desk.console}articles/{article}")
    for part in ("#title_fr", "#body_fr", ".sheet", "#audience", "button[value=publish]"):
        box = page.locator(part).bounding_box()
        assert box, part
        assert box["width"] > 40, part
        assert box["height"] > 15, part


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_no_word_is_cut_in_other_languages(page: Page, own_desk: DeskProcess, sofia: Technician, language: str) -> None:
    article = published(sofia)
    page.context.add_cookies([{"name": "django_language", "value": language, "url": own_desk.url}])
    over = "[...document.querySelectorAll('.b, .pill, .seg')].filter(e => e.getBoundingClientRect().right > innerWidth)"
    cell = "[...document.querySelectorAll('td, th')].filter(e => e.scrollWidth > e.clientWidth + 1)"
    for path in ("articles", f"articles/{article}", f"articles/{article}/history"):
        page.goto(own_desk.console + path)
        assert page.get_attribute("html", "lang") == language
        assert page.evaluate(f"{over}.map(e => e.textContent)") == [], path
        assert page.evaluate(f"{cell}.map(e => e.textContent.trim())") == [], path


def test_every_control_has_a_name(page: Page, own_desk: DeskProcess, sofia: Technician, camille: DeviceCaller) -> None:
    article = published(sofia)
    ticket = camille.create().json()["id"]
    nameless = """[...document.querySelectorAll('button, a, input:not([type=hidden]), select, textarea, summary')]
        .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label') || e.value))
        .map(e => e.outerHTML)"""
    for path in ("articles", "articles/new", f"articles/{article}", f"articles/{article}/history", f"tickets/{ticket}"):
        page.goto(own_desk.console + path)
        assert page.evaluate(nameless) == [], path
