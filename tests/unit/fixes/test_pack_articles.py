"""The shipped articles: enough, short, easy to read, the same in every language; every link leads somewhere."""

import re
from collections import Counter

import pytest

from desktop_app import resources
from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk.console.readability import readability
from desktop_app.knowledge.articles import PackArticle
from desktop_app.knowledge.pack import load_pack

CORE = resources.path("packs/core")
PACK = load_pack(CORE)
ARTICLES = PACK.articles
_MOST_WORDS_A_SENTENCE, _MOST_WORDS = 12, 260
_LONGEST_SENTENCE = 25
_END = re.compile(r"[.!?:;]+(?=[\s*”»“’]|$)|\n+|\|")
_SYMPTOMS, _LEAST = 5, 60
_BEGINNINGS = (r"\d+\. ", r"- ", r"\| ", r" +- ", r"\*\*")


def _told(article: PackArticle, language: Language) -> str:
    return f"{article.summaries[language]}\n\n{article.bodies[language]}"


def _build(markdown: str) -> Counter[str]:
    """How many steps, points, table rows and headings a text has."""
    return Counter(sign for sign in _BEGINNINGS for _ in re.finditer(f"^{sign}", markdown, re.MULTILINE))


def test_there_are_enough_and_each_lies_in_the_folder_of_its_topic() -> None:
    assert len(ARTICLES) >= _LEAST
    files = {file.stem: file.relative_to(CORE / "articles") for file in CORE.glob("articles/**/*.md")}
    assert set(files) == {article.id for article in ARTICLES}
    assert {len(file.parts) for file in files.values()} == {2}


def test_each_is_found_by_five_ways_of_saying_it_that_are_its_own() -> None:
    for language in LANGUAGES:
        said = Counter(words.casefold() for article in ARTICLES for words in article.symptoms[language])
        assert [words for words, times in said.items() if times > 1] == []
        assert [a.id for a in ARTICLES if len(a.symptoms[language]) < _SYMPTOMS] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_and_articles_are_short(language: Language) -> None:
    eases = {article.id: readability(_told(article, language)) for article in ARTICLES}
    assert {one: ease for one, ease in eases.items() if ease is None or ease.words > _MOST_WORDS_A_SENTENCE} == {}
    lengths = {article.id: len(_told(article, language).split()) for article in ARTICLES}
    assert {one: length for one, length in lengths.items() if length > _MOST_WORDS} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_read_twice(language: Language) -> None:
    sentences = [(a.id, part.strip()) for a in ARTICLES for part in _END.split(_told(a, language))]
    assert [one for one in sentences if len(re.findall(r"\w+", one[1])) > _LONGEST_SENTENCE] == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_says_as_much_as_french(language: Language) -> None:
    builds = {a.id: (_build(a.bodies["fr"]), _build(a.bodies[language])) for a in ARTICLES}
    assert {one: pair for one, pair in builds.items() if pair[0] != pair[1]} == {}


def test_every_link_leads_somewhere() -> None:
    fixes, findings = {fix.id for fix in PACK.fixes}, set(resources.words("findings"))
    assert {a.id: missing for a in ARTICLES if (missing := set(a.fixes) - fixes)} == {}
    assert {a.id: missing for a in ARTICLES if (missing := set(a.findings) - findings)} == {}


def test_no_finding_has_two_answers() -> None:
    answered = Counter(finding for article in ARTICLES for finding in article.findings)
    assert [finding for finding, times in answered.items() if times > 1] == []


def test_titles_tell_articles_apart() -> None:
    for language in LANGUAGES:
        assert len({article.titles[language].casefold() for article in ARTICLES}) == len(ARTICLES)
