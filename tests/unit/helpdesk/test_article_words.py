"""The words of an article: what may stand on a page, what changed in them, how they read."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.helpdesk.console.differences import Part, differences
from desktop_app.helpdesk.console.markdown import html
from desktop_app.helpdesk.console.readability import readability
from desktop_app.helpdesk.wording import Wording, audience

_MAY = {"p", "br", "hr", "em", "strong", "ol", "ul", "li", "blockquote", "code", "pre", "a", "h3", "h4", "h5"}
_MAY_HAVE = {"href", "target", "rel", "start"}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<svg/onload=alert(1)>",
    "<style>*{display:none}</style>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/x)",
    "[x](/console/logout)",
    "[x](rescousse:fix/disk_full)",
    "[x](\\\\evil.example\\share)",
    '[x](https://a.example/"onclick="alert(1))',
    '[x](https://a.example "title\\" onclick=alert(1)")',
    "<javascript:alert(1)>",
    "![x](https://evil.example/pixel.png)",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "![<script>alert(1)</script>](x)",
    "[![x](https://evil.example/p.png)](javascript:alert(1))",
    "[x]: javascript:alert(1)\n\n[x]",
    "`<script>`\n\n```html\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "> <iframe src=https://evil.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
]


class Page(HTMLParser):
    """The tags and attributes of a piece of page, and the text between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def _check(page: Page) -> None:
    assert set(page.tags) <= _MAY
    assert {name for name, _ in page.attributes} <= _MAY_HAVE
    leads = [value for name, value in page.attributes if name == "href"]
    assert all(re.match("(?i)https?://|mailto:", address) for address in leads), leads


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_runs_loads_or_leads_astray(text: str) -> None:
    _check(Page(html(text)))


@given(st.lists(st.sampled_from([*HOSTILE, "\n\n", "](", "<", '"', "`", "- ", "# ", "\\", "&"]), max_size=8))
def test_nor_any_mixture_of_it(parts: list[str]) -> None:
    _check(Page(html("".join(parts))))


def test_what_people_write_is_shown() -> None:
    list_of_two = "1. Un **mot**\n2. *Deux*\n\n- [la page](https://aide.example/) <b>&amp;"
    page = Page(html(f"# Titre\n\n## Étape\n\n{list_of_two}\n\n![Le bouton](x.png)"))
    assert page.tags == ["h3", "h4", "ol", "li", "strong", "li", "em", "ul", "li", "a", "p"]
    assert ("href", "https://aide.example/") in page.attributes
    assert ("rel", "noopener noreferrer nofollow") in page.attributes
    assert "<b>" in page.text, "raw HTML is shown as the characters it is"
    assert "Le bouton" in page.text, "a picture is its caption"


def test_differences_name_field_language_and_line() -> None:
    before = Wording({"fr": "Imprimer"}, {"fr": "un\ndeux\ntrois\nquatre\ncinq"}, {"fr": ["imprimante"]})
    after = Wording(
        {"fr": "Imprimer"}, {"fr": "un\n2\ntrois\nquatre\ncinq", "en": "one"}, {"fr": ["imprimante", "word"]}
    )
    assert [_told(part) for part in differences(before, after)] == [
        ("article_body", "fr", ["", "−", "+", ""]),
        ("article_symptoms", "fr", ["", "+"]),
        ("article_body", "en", ["+"]),
    ]
    assert differences(after, after) == []
    assert [line.text for line in differences(before, after)[0].lines] == ["un", "deux", "2", "trois"]


def test_a_line_that_looks_like_a_sign_is_a_line() -> None:
    (part,) = differences(Wording(body={"fr": "--- a\n@@ x"}), Wording(body={"fr": "+++ a\n@@ x"}))
    assert [(line.sign, line.text) for line in part.lines] == [("−", "--- a"), ("+", "+++ a"), ("", "@@ x")]


def _told(part: Part) -> tuple[str, str, list[str]]:
    return part.key, part.language, [line.sign for line in part.lines]


def test_readability_counts_words_not_signs() -> None:
    ease = readability(
        "## Ouvrir\n\n1. Choisissez Fichier, puis Imprimer.\n2. Voir [la page](https://aide.example/un/deux)"
    )
    assert ease is not None
    assert (ease.words, ease.is_easy) == (3, True)
    long = readability("mot " * 30 + ".")
    assert long is not None
    assert not long.is_easy
    assert readability("") is None
    assert readability("---\n") is None


def test_a_language_counts_when_it_has_title_and_text() -> None:
    wording = Wording({"fr": "Titre", "de": "Titel"}, {"de": "Text", "nl": "Tekst"})
    assert wording.languages == ["de"]
    assert wording.missing == ["fr", "en", "nl"]
    assert wording.in_language("fr") == ("Titel", "Text")
    assert wording.in_language("de") == ("Titel", "Text")
    assert Wording({"en": "Only a title"}).in_language("fr") == ("Only a title", "")


@pytest.mark.parametrize("name", ["", "everyone", "USERS", "users "])
def test_an_audience_that_is_not_known_is_the_smaller_one(name: str) -> None:
    assert audience(name) == "technicians"
    assert audience("users") == "users"
