"""The editor of guided fixes in a real browser: what is wrong and how it looks while it is typed, without a mouse."""

from playwright.sync_api import Page, expect

from tests.contract.desk import PASSWORD, DeskProcess, Technician
from tests.contract.writing import FIX, WORDS, begin, confirmed, file, key, offered


def test_it_is_seen_while_it_is_typed(page: Page, own_desk: DeskProcess) -> None:
    page.goto(f"{own_desk.console}fixes/new?view=text")
    page.fill("#text", file("typed").replace("minutes: 1", "minutes: many").replace("desk_", "desc_"))
    expect(page.locator(".sheet-title")).to_have_text("Le lecteur de badge ne réagit pas")
    expect(page.locator("#fix-steps li")).to_have_count(3)
    page.locator("#fix-faults a", has_text="Ligne 4").press("Enter")
    chosen = "[...document.querySelectorAll('#text')].map(a => a.value.slice(a.selectionStart, a.selectionEnd))[0]"
    assert page.evaluate(chosen) == "minutes: many"
    expect(page.locator("#text")).to_be_focused()
    page.click("label[for=shown-de]")
    expect(page.locator(".sheet-title")).to_have_text("Manque encore")
    page.click("label[for=shown-en]")
    expect(page.locator(".yes li").first).to_contain_text("The program of the badge reader is started.")
    page.fill("#text", "[")
    expect(page.locator(".preview")).to_contain_text("L’aperçu revient dès que le texte est du YAML.")
    assert page.evaluate("document.querySelectorAll('#fix-faults, #fix-texts, #fix-steps').length") == 3


def test_written_handed_over_and_read_without_a_mouse(page: Page, own_desk: DeskProcess) -> None:
    key(own_desk)
    page.goto(f"{own_desk.console}fixes/written")
    page.get_by_role("link", name="Écrire une aide guidée").press("Enter")
    page.get_by_role("button", name="Texte (YAML)").press("Enter")
    page.get_by_label("L’aide, étape par étape (YAML)").focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(file("by_keys").replace("desk_by_keys.badge_reader", "updates.pending"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "commands", "the field lets go of the tab key"
    page.get_by_role("button", name="Enregistrer").press("Enter")
    expect(page.locator("h1 .pill")).to_have_text("Brouillon")
    page.get_by_role("button", name="Faire relire").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("il reste des choses à corriger")
    author = own_desk.technician("karim@valclair.invalid", "Karim Amrani")
    offered(author)
    page.goto(f"{own_desk.console}fixes/written")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "Le lecteur de badge ne réagit pas"
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Relire et publier").press("Enter")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_label("Phrase secrète de la clé de signature").fill(WORDS)
    page.keyboard.press("Enter")
    expect(page.locator("h1 .pill")).to_have_text("Sur les postes")
    page.get_by_role("button", name="Retirer de tous les postes").press("Enter")
    expect(page.locator("h1 .pill")).to_have_text("Brouillon")


def test_every_width_has_room(page: Page, own_desk: DeskProcess) -> None:
    author: Technician = own_desk.technician("karim@valclair.invalid", "Karim Amrani", "supervisor")
    key(own_desk)
    offered(author)
    begin(author, file("second").replace("minutes: 1", "minutes: many"))
    confirmed(author)
    page.context.add_cookies([{"name": "sessionid", "value": author.browser.cookies["sessionid"], "url": own_desk.url}])
    for width in (1440, 900, 640, 320):
        page.set_viewport_size({"width": width, "height": 800})
        paths = (
            "fixes/written",
            "fixes/new",
            f"fix/{FIX}",
            "fix/second?view=text",
            f"fix/{FIX}/history",
            f"fix/{FIX}/publish",
        )
        for path in (*paths, f"fix/{FIX}?part=1", "incidents", "hours"):
            page.goto(own_desk.console + path)
            assert page.url.endswith(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} {width}"
