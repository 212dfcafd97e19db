"""Who may do what with articles, and what an attacker tries: by the pages' own forms."""

import re
from html.parser import HTMLParser

import pytest
import requests

from desktop_app.protocol.base import new_id
from tests.contract.desk import DeskProcess, DeviceCaller, Technician
from tests.contract.knowledge import act, newest, published, read, seen, write

PAGES = ("articles", "articles/new", "articles?view=draft", "articles?view=nonsense", "articles?q=imprimer")
XSS = '<img src=x onerror=alert(1)><script>alert(1)</script>[x](javascript:alert(1)) {{ 7|add:7 }} " onmouseover="x'


class Dangers(HTMLParser):
    """What a browser would run, load or follow on a page, beyond what is ours."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        is_ours = given.get("src", "").startswith("/static/")
        if tag in {"img", "iframe", "object", "style"} or (tag == "script" and not is_ours):
            self.found.append(tag)
        self.found += [name for name in given if name.startswith("on") or name == "style"]
        self.found += [value for name, value in given.items() if name in {"href", "action"} and ":" in value]


def test_an_agent_writes_and_another_role_publishes(
    camille: DeviceCaller, sofia: Technician, amelie: Technician
) -> None:
    article, answer = write(sofia, act="publish", body_fr="Cliquez ici et donnez votre mot de passe.")
    assert answer.status_code == 403
    assert "Amélie Bertrand" in answer.text, "the page says whom to ask"
    assert seen(camille, article) is None
    assert "Cliquez ici" in sofia.page(f"articles/{article}").text, "the words are kept all the same"
    assert 'value="publish"' not in sofia.page(f"articles/{article}").text
    act(amelie, article, "publish")
    assert seen(camille, article)


def test_an_agent_cannot_take_away_what_users_read(
    camille: DeviceCaller, sofia: Technician, amelie: Technician
) -> None:
    article = published(amelie)
    for name in ("withdraw", "archive", "publish"):
        assert act(sofia, article, name).status_code == 403, name
        assert act(sofia, article, name, audience="technicians").status_code == 403, "nor by narrowing its readers"
        act(amelie, article, "save")
    assert seen(camille, article)


def test_an_agent_publishes_for_the_team(sofia: Technician) -> None:
    article = published(sofia, audience="technicians", title_fr="Redémarrer le routeur")
    assert "En ligne" in sofia.page(f"articles/{article}").text


def test_a_review_comes_from_somebody_else(sofia: Technician, amelie: Technician) -> None:
    article, _ = write(sofia)
    assert act(sofia, article, "review").status_code == 409
    assert act(amelie, article, "review").status_code == 302
    assert "Relu par Amélie Bertrand" in sofia.page(f"articles/{article}").text
    act(sofia, article, "save", body_fr="Autre chose.")
    assert "Relu par" not in sofia.page(f"articles/{article}").text, "other words were not reviewed"


@pytest.mark.parametrize(
    "fields",
    [
        {"title_fr": "", "title_en": " "},
        {"title_fr": "x" * 201},
        {"body_fr": "x" * 20_001},
        {"symptoms_fr": "\n".join(f"mot {number}" for number in range(31))},
        {"symptoms_nl": "x" * 101},
    ],
    ids=["no title", "title", "text", "many words", "long word"],
)
def test_what_cannot_be_kept_stays_in_the_form(amelie: Technician, fields: dict[str, str]) -> None:
    article, answer = write(amelie, body_en="Kept on the page.", **fields)
    assert answer.status_code == 409
    assert "Kept on the page." in answer.text
    assert amelie.page(f"articles/{article}").status_code == 404, "nothing was stored"


def test_publishing_needs_words(amelie: Technician) -> None:
    article, answer = write(amelie, act="publish", body_fr="")
    assert answer.status_code == 409
    assert amelie.page(f"articles/{article}").status_code == 200


def test_an_archived_article_rests_until_it_is_taken_out(amelie: Technician) -> None:
    article = published(amelie)
    act(amelie, article, "archive")
    assert act(amelie, article, "save", body_fr="Encore.").status_code == 409
    assert amelie.post(f"articles/{article}/restore").status_code == 302
    assert act(amelie, article, "save", body_fr="Encore.").status_code == 302


def test_an_id_is_an_id(amelie: Technician) -> None:
    for wrong in ("new", "..%2F..%2Fx", "1", "0" * 36, new_id().upper()):
        assert write(amelie, wrong)[1].status_code == 404, wrong


def test_hostile_words_are_words(amelie: Technician, camille: DeviceCaller) -> None:
    article, answer = write(
        amelie, act="publish", title_fr=XSS, body_fr=f"# {XSS}\n\n{XSS}\n\n![{XSS}](x)\0", symptoms_fr=XSS[:90]
    )
    assert answer.status_code == 302
    for path in (f"articles/{article}", f"articles/{article}/history", "articles", "articles?q=onerror"):
        assert not Dangers(amelie.page(path).text).found, path
    preview = amelie.post("articles/preview", shown="fr", title_fr=XSS, body_fr=XSS)
    assert preview.status_code == 200
    assert not Dangers(preview.text).found
    assert seen(camille, article), "what is strange is kept as it was written"


def test_nobody_comes_in_without_signing_in(desk: DeskProcess, amelie: Technician) -> None:
    article, stranger = published(amelie), Technician(desk)
    for path in (*PAGES, f"articles/{article}", f"articles/{article}/history"):
        answer = stranger.page(path, allow_redirects=False)
        assert answer.status_code == 302, path
        assert "/console/login" in answer.headers["Location"]
    stranger.page("login")
    for path in (f"articles/{article}/save", f"articles/{article}/restore", "articles/preview"):
        assert "/console/login" in stranger.post(path, title_fr="x").headers.get("Location", ""), path


def test_a_form_from_elsewhere_is_refused(desk: DeskProcess, amelie: Technician, camille: DeviceCaller) -> None:
    article = published(amelie)
    for path in (f"articles/{article}/save", f"articles/{article}/restore", "articles/preview"):
        form = {"title_fr": "Pris", "body_fr": "Pris", "act": "publish", "number": "1", "audience": "users"}
        answer = amelie.browser.post(f"{desk.url}/console/{path}", data=form, timeout=30)
        assert answer.status_code == 403, path
    found = seen(camille, article)
    assert found
    assert found["title"]["fr"] != "Pris"


def test_a_token_of_a_device_is_no_key_to_the_pages(desk: DeskProcess, camille: DeviceCaller) -> None:
    headers = {"Authorization": f"Bearer {camille.token}"}
    answer = requests.get(f"{desk.console}articles", headers=headers, allow_redirects=False, timeout=30)
    assert answer.status_code == 302


def test_every_page_is_there_and_only_ours(amelie: Technician) -> None:
    article = published(amelie)
    for path in (*PAGES, f"articles/{article}", f"articles/{article}?shown=xx", f"articles/{article}/history"):
        answer = amelie.page(path)
        assert answer.status_code == 200, path
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert not re.search(r" (style|onclick)=", answer.text), path
    assert amelie.page(f"articles/{new_id()}").status_code == 404


def test_it_is_found_in_other_words_and_what_is_archived_last(amelie: Technician) -> None:
    old = published(amelie, title_fr="Zébrures sur l’écran", symptoms_fr="écran zébré")
    act(amelie, old, "archive")
    young = published(amelie, title_fr="Zébrures à l’écran", symptoms_fr="écran zébré")
    page = amelie.page("articles?q=ecran zébrée").text
    assert page.index(young) < page.index(old)
    assert young not in amelie.page("articles?view=archived").text
    assert old in amelie.page("articles?view=archived").text


def test_an_article_of_a_solved_request_names_nobody(desk: DeskProcess, sofia: Technician, amelie: Technician) -> None:
    nora = desk.device("Nora Petit", email="nora.petit@valclair.invalid")
    ticket = nora.create(subject="Le poste SG-014 de Nora Petit n’imprime plus").json()["id"]
    assert amelie.page(f"articles/new?ticket={ticket}").status_code == 404, "it is not solved yet"
    solution = "Bonjour Nora, j’ai vidé la file de SG-014. Code : mot de passe=Azerty!234, tél. 01 99 00 45 67."
    sofia.post(f"tickets/{ticket}/write", body=solution, mode="reply", resolve="1")
    assert f"articles/new?ticket={ticket}" in sofia.page(f"tickets/{ticket}").text
    page = sofia.page(f"articles/new?ticket={ticket}").text
    words = "".join(re.findall(r'<textarea.*?</textarea>|<input type="text".*?>', page, re.DOTALL))
    assert "j’ai vidé la file" in words
    assert not [told for told in ("Nora", "Petit", "SG-014", "Azerty", "01 99 00") if told in words]
    article, _ = write(sofia, ticket=ticket)
    assert article in sofia.page(f"tickets/{ticket}").text
    assert ticket in sofia.page(f"articles/{article}").text


def test_a_request_is_shown_what_may_answer_it(camille: DeviceCaller, sofia: Technician, amelie: Technician) -> None:
    word = f"zyx{new_id()[-6:]}"
    public = published(amelie, title_fr=f"Régler le {word}")
    team = published(amelie, title_fr=f"Ouvrir le {word}", audience="technicians")
    draft, _ = write(amelie, title_fr=f"Brouillon du {word}")
    ticket = camille.create(subject=f"Le {word} est bloqué").json()["id"]
    for path in (f"tickets/{ticket}/articles?pick={word}", f"tickets/{ticket}"):  # the page may be a minute behind
        page = sofia.page(path).text
        assert f'data-insert="Régler le {word} (rescousse:article/{public})"' in page
        assert f"articles/{team}" in page
        assert f"rescousse:article/{team}" not in page, "what users cannot read is not sent to them"
        assert draft not in page
    assert f"rescousse:article/{public}" in sofia.page(f"tickets/{ticket}?insert={public}").text
    assert f"rescousse:article/{team}" not in sofia.page(f"tickets/{ticket}?insert={team}").text
    sofia.reply(ticket, f"Voyez rescousse:article/{public}")
    assert f'href="/console/articles/{public}"' in sofia.page(f"tickets/{ticket}").text


def test_the_list_says_what_is_missing(amelie: Technician, camille: DeviceCaller) -> None:
    whole = {f"{name}_{language}": "mot" for name in ("title", "body") for language in ("fr", "en", "de", "nl")}
    complete = published(amelie, **whole)
    partial = published(amelie, title_de="Nur ein Titel")
    page = amelie.page("articles?view=missing").text
    assert complete not in page
    assert partial in page
    assert "Il manque : EN, DE, NL" in amelie.page(f"articles/{partial}").text.replace("\u00a0", " ")
    assert newest(amelie, complete) == "1"
    assert read(camille).status_code == 200
