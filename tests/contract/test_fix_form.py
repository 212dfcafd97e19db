"""A guided fix by forms alone: what its file says stays, whatever the forms do, and nobody has to know that file."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from desktop_app.helpdesk.fix_text import data_at
from tests.contract.desk import DeskProcess, Technician
from tests.contract.inside import inside
from tests.contract.knowledge import Form
from tests.contract.pages import signed_in_page
from tests.contract.writing import FIX, RUN, TEXT, begin, confirmed, key, publish, trusting

NOTED = TEXT.replace("steps:\n", "# why this way\nsteps:\n").replace("kind: repair\n", "kind: repair  # at last\n")


@pytest.fixture(scope="module")
def one_desk(made_desk: DeskProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    with made_desk.like(tmp_path_factory.mktemp("forms") / "data") as process:
        yield process


@pytest.fixture(scope="module")
def author(one_desk: DeskProcess) -> Technician:
    return one_desk.technician()


def edited(who: Technician, text: str, act: str, **fields: Any) -> str:
    """The file after a button of the form."""
    answer = who.post("fixes/edit", **{"commands": RUN, "view": "form", **fields, "text": text, "act": act})
    assert answer.status_code == 200, answer.status_code
    return Form(answer.text).fields["text"]


def steps(text: str) -> list[Any]:
    found: list[Any] = data_at(text, ("steps",))
    return found


@pytest.mark.parametrize("part", ["about", "0", "1", "2"])
def test_from_the_text_to_the_form_and_back_nothing_is_lost(author: Technician, part: str) -> None:
    page = author.post("fixes/edit", text=NOTED, commands=RUN, view="text", act=f"open.{part}").text
    fields = Form(page).fields
    assert sum(name.startswith("at/") for name in fields) > 8
    text = fields.pop("text")
    given: dict[str, Any] = {**fields, **({"at/systems": ["linux", "windows"]} if "at/systems" in fields else {})}
    assert edited(author, text, **{**given, "act": "text"}) == text == NOTED
    told = "at/title/nl" if part == "about" else f"at/steps/{part}/title/nl"
    changed = edited(author, text, **{**given, told: "Nieuw: goed?", "act": "text"})
    assert [line for line in changed.splitlines() if line not in NOTED.splitlines()] == [
        f"{' ' * (2 if part == 'about' else 6)}nl: 'Nieuw: goed?'"
    ]


def test_steps_come_go_and_move(author: Technician) -> None:
    names = [step["id"] for step in steps(NOTED)]
    moved = edited(author, NOTED, "earlier.2")
    assert [step["id"] for step in steps(moved)] == [names[0], names[2], names[1]]
    assert edited(author, moved, "later.1") == NOTED
    assert "# at last" in moved
    assert [step["id"] for step in steps(edited(author, NOTED, "delete.0"))] == names[1:]
    more = edited(author, NOTED, "add.question")
    assert steps(more)[3] | {"title": 0} == {
        "id": "question",
        "kind": "question",
        "title": 0,
        "question": {},
        "choices": [{"id": "answer", "label": {}}, {"id": "answer_2", "label": {}}],
    }
    assert steps(edited(author, more, "choice.3"))[3]["choices"][2] == {"id": "answer_3", "label": {}}
    assert steps(edited(author, more, "unchoice.3.0"))[3]["choices"] == [{"id": "answer_2", "label": {}}]
    assert edited(author, more, "delete.3") == NOTED
    for nothing in ("earlier.0", "later.2", "delete.9", "add.x", "unchoice.0.5", "x", "delete.", "open.77"):
        assert edited(author, NOTED, nothing) == NOTED, nothing


def test_an_action_brings_its_words_and_takes_those_of_another(author: Technician) -> None:
    text = edited(author, NOTED, "redraw", **{"at/systems": ["linux"], "at/steps/0/action": "devices.touchpad"})
    step = steps(text)[0]
    assert set(step["outcomes"]) == {"off", "off_with_mouse", "on", "unknown"}
    assert all(set(said) == {"fr", "en", "de", "nl"} for said in step["outcomes"].values())
    assert step["title"]["fr"] == "Regarder le lecteur de badge", "what was written stays"
    assert step["goes_to"] == {}
    turned = steps(edited(author, text, "redraw", **{"at/steps/0/kind": "question"}))[0]
    assert set(turned) == {"id", "kind", "title", "question", "choices"}
    repair = steps(edited(author, NOTED, "redraw", **{"at/steps/1/undo": "none"}))[1]
    assert repair["undo"] == "none"


def test_nobody_says_yes_to_words_about_another_action(author: Technician) -> None:
    bare = edited(author, NOTED, "add.repair", **{"at/systems": ["linux"]})
    first = edited(author, bare, "redraw", **{"at/steps/3/action": "devices.touchpad.turn_on"})
    mine = edited(author, first, "redraw", **{"at/steps/3/keeps/fr": "Tout le reste"})
    second = steps(edited(author, mine, "redraw", **{"at/steps/3/action": "devices.power_profile.balance"}))[3]
    for line in ("title", "changes", "button"):
        assert set(second[line]) == {"fr", "en", "de", "nl"}
        assert second[line] != steps(first)[3][line], line
    assert second["keeps"]["fr"] == "Tout le reste"
    assert ("30" in second["undo"]["en"]) == (second["undo_days"] == "30"), "what the words promise is so"
    unknown = steps(edited(author, mine, "redraw", **{"at/steps/3/action": ""}))[3]
    assert (unknown["changes"], unknown["undo"], "undo_days" in unknown) == ({}, {}, False)
    assert unknown["keeps"]["fr"] == "Tout le reste"


def test_the_icon_is_picked_from_pictures_that_have_names(author: Technician) -> None:
    page = author.post("fixes/edit", text=NOTED, commands=RUN, view="form", act="open.about").text
    shown = re.findall(
        r'(?s)name="at/icon" value="([a-z-]+)" *(checked)?>.*?<span class="visually-hidden">([^<]+)<', page
    )
    assert {name for name, _, _ in shown} >= {"printer", "wrench", "globe"}
    assert all(unescape(said) for _, _, said in shown)
    assert steps(NOTED) == steps(edited(author, NOTED, "redraw", **{"at/icon": "printer"}))
    assert "icon: printer\n" in edited(author, NOTED, "redraw", **{"at/icon": "printer"})


def test_an_icon_that_is_none_of_those_stays_in_the_file(author: Technician) -> None:
    other = re.sub(r"icon: .*", "icon: no-such-picture", NOTED)
    page = author.post("fixes/edit", text=other, commands=RUN, view="form", act="open.about").text
    assert not re.search(r'name="at/icon" value="[a-z-]+" checked', page)
    assert edited(author, other, "redraw") == other


def test_a_setting_is_what_its_action_takes(author: Technician) -> None:
    given = {"at/steps/0/action": "files.space", "at/steps/0/options/least_percent": "12"}
    text = edited(author, NOTED, "redraw", **{"at/steps/0/action": "files.space"})
    assert steps(edited(author, text, "redraw", **given))[0]["options"] == {"least_percent": "12"}
    emptied = edited(author, text, "redraw", **{**given, "at/steps/0/options/least_percent": ""})
    assert not steps(emptied)[0].get("options")


def test_what_the_form_cannot_change_is_kept_in_words(author: Technician) -> None:
    strange = "{id: strange, title: {fr: Un, # why\n en: One}, steps: []}\n"
    answer = author.post("fixes/edit", text=strange, commands="", view="form", act="redraw", **{"at/title/de": "Eins"})
    assert answer.status_code == 422
    assert "Rien n’est perdu" in unescape(answer.text)
    assert Form(answer.text).fields["text"] == f"{strange}# title.de: Eins\n"


@pytest.mark.parametrize("act", ["earlier.1", "delete.0", "add.check"])
def test_lines_that_refer_to_each_other_stop_nobody(author: Technician, act: str) -> None:
    doubled = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}' if n else 'x'] * 10)}]\n" for n in range(12))
    answer = author.post("fixes/edit", text=f"{doubled}steps: [*l11, *l11]\n", commands="", view="text", act=act)
    assert answer.status_code == 422
    assert "Rien n’est perdu" in unescape(answer.text)


def test_a_fix_without_a_name_takes_it_from_its_title(author: Technician) -> None:
    form = Form(author.page("fixes/new").text).fields
    form.pop("csrfmiddlewaretoken")
    made = author.post("fixes/new", **{**form, "at/title/fr": "Le pavé tactile dort", "act": "save"})
    assert made.headers["Location"] == "/console/fix/le_pave_tactile_dort"
    assert "Le pavé tactile dort" in author.page("fix/le_pave_tactile_dort").text


def test_a_file_is_read_once(one_desk: DeskProcess, author: Technician) -> None:
    assert inside(one_desk, _READ, TEXT) == 1


_READ = """
from desktop_app.helpdesk import fix_look
from desktop_app.helpdesk.console.fix_sheet import sheet
text, read, reads = sys.argv[3], fix_look.read, []
fix_look.read = lambda *given, **more: reads.append(1) or read(*given, **more)
assert fix_look.id_of(text) and fix_look.texts(text) and fix_look.title_of(text) and sheet(text, "fr")
told = len(reads)
"""


@pytest.fixture
def page(browser: Browser, one_desk: DeskProcess, author: Technician) -> Iterator[Page]:
    with signed_in_page(browser, one_desk) as opened:
        yield opened


def test_the_icons_are_walked_by_keyboard_and_the_page_stands_still(page: Page, one_desk: DeskProcess) -> None:
    page.goto(f"{one_desk.console}fixes/new")
    page.get_by_role("radio", name="Clé à molette").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Imprimante")).to_be_checked()
    assert page.evaluate("document.scrollingElement.scrollTop") == 0, "its parts scroll, the frame never"


def press(page: Page, name: str) -> None:
    """A button, without a mouse."""
    page.get_by_role("button", name=name).press("Enter")


def say(page: Page, label: str, words: str) -> None:
    """A text in French."""
    page.get_by_label(re.compile(f"^{re.escape(label)}.* FR")).first.fill(words)


def begun(page: Page) -> None:
    """What the fix says of itself, in place of the beginning that is offered."""
    while page.locator(".steps button").count() > 1:
        page.locator(".steps button").nth(1).press("Enter")
        press(page, "Supprimer l’étape")
    say(page, "Titre", "Le pavé tactile ne répond plus")
    say(page, "Résumé", "Nous le rallumons.")
    say(page, "Comment les gens le disent", "pavé mort\nla souris du portable est morte\nplus de pavé")
    say(page, "Ce qui est dit quand", "Le pavé tactile répond.")


def asked(page: Page) -> None:
    """A question with two answers."""
    press(page, "Question")
    expect(page.locator("#part")).to_be_focused()
    say(page, "Titre", "Le portable")
    say(page, "Question", "Est-ce le pavé du portable ?")
    page.get_by_label("Ses mots FR").nth(0).fill("Oui")
    page.get_by_label("Ses mots FR").nth(1).fill("Non, une souris")
    page.get_by_label("Ensuite").nth(1).select_option("person")


def does(page: Page, kind: str, action: str) -> None:
    """A step with the words that are proposed."""
    press(page, kind)
    page.get_by_label("Ce que fait le poste", exact=True).select_option(action)
    press(page, "Choisir Ce que fait le poste")
    expect(page.get_by_label("Ce que fait le poste", exact=True)).to_be_focused()


def test_who_never_saw_the_file_writes_a_fix(
    page: Page, one_desk: DeskProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wait_until: Callable[..., None]
) -> None:
    page.goto(f"{one_desk.console}fixes/new")
    begun(page)
    asked(page)
    does(page, "Contrôle automatique", "devices.touchpad")
    does(page, "Réparation avec accord", "devices.touchpad.turn_on")
    does(page, "Vérification", "devices.touchpad")
    for outcome, way in (("off", "person"), ("off_with_mouse", "person"), ("unknown", "person"), ("on", "end")):
        page.locator(f"[name='at/steps/3/goes_to/{outcome}']").select_option(way)
    expect(page.locator("#fix-faults")).to_contain_text("Rien à corriger")
    expect(page.locator(".sheet")).to_contain_text("Est-ce le pavé du portable ?")
    press(page, "Enregistrer")
    expect(page.locator("h1 .pill")).to_have_text("Brouillon")
    expect(page.locator("#part")).to_have_text("Étape 4")
    press(page, "Faire relire")
    expect(page.locator("h1 .pill")).to_have_text("À relire")
    line, reader = key(one_desk), one_desk.technician("amelie@valclair.invalid", "Amélie Bertrand", "supervisor")
    confirmed(reader)
    fix = page.url.partition("/fix/")[2].partition("?")[0]
    with trusting(one_desk, line, tmp_path / "policy.toml", monkeypatch) as house:
        assert publish(reader, fix=fix).status_code == 302
        wait_until(lambda: fix in house.packs.fixes())
        question, check, repair, verify = house.packs.fixes()[fix].steps
    assert (question.kind, check.kind, repair.kind, verify.kind) == ("question", "check", "repair", "verify")
    assert question.choices[1].goes_to == "person"
    assert repair.consent is not None
    assert repair.consent.undo, "it can be taken back"


def test_keyboard_stays_where_it_works(page: Page, one_desk: DeskProcess, author: Technician) -> None:
    begin(author, TEXT)
    page.goto(f"{one_desk.console}fix/{FIX}?part=2")
    press(page, "Plus tôt")
    expect(page.get_by_role("button", name="Plus tôt")).to_be_focused()
    expect(page.locator("#part")).to_have_text("Étape 2")
    press(page, "Texte (YAML)")
    expect(page.locator("#text")).to_contain_text("badge_reader_stopped")
    press(page, "Formulaire")
    expect(page.locator("#part")).to_have_text("Étape 2")
