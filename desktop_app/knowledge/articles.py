"""Articles: Markdown in four languages, in one file, under a short header."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.words import LANGUAGES, Language, Text
from desktop_app.knowledge.fix_file import FixFile
from desktop_app.knowledge.nodes import FALLBACK, Node, in_every_language, read

_HEADER = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
_SECTION = re.compile(r"^<!-- (\w+) -->$", re.MULTILINE)
_NEEDS = ("id", "icon", "titles", "summaries", "symptoms")
_MAY = (*_NEEDS, "minutes", "fixes", "findings")


@dataclass(frozen=True)
class PackArticle:
    """An article as its file says. `symptoms` are users' own words, for the search; `bodies` are Markdown.

    `fixes` are the guided fixes it leads to and explains, the most likely first; `findings` are the keys of what a
    look at the computer may find, and that it answers.
    """

    id: str
    icon: str
    titles: Text
    summaries: Text
    bodies: Text
    symptoms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    minutes: int = 2
    fixes: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


def read_article(
    file: str, content: bytes, wants: tuple[Language, ...] = LANGUAGES
) -> tuple[PackArticle | None, list[BadFixFile]]:
    """The article, or what is wrong with its file. `wants`: the languages it must have."""
    found = FixFile(file)
    article = found.gather(lambda: _article(file, content, wants), None)
    return article, found.faults


def _article(file: str, content: bytes, wants: tuple[Language, ...]) -> PackArticle:
    start = Node(file, 1, None, wants=wants)
    try:
        parts = _HEADER.fullmatch(content.decode("utf-8").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        start.bad("not_utf8")
    if parts is None:
        start.bad("no_header")
    fields = read(file, parts[1].encode(), first_line=2, wants=wants).mapping(_MAY, _NEEDS)
    return PackArticle(
        id=fields["id"].word(),
        icon=fields["icon"].icon(),
        titles=fields["titles"].text(),
        summaries=fields["summaries"].text(),
        bodies=_bodies(start, parts[2]),
        symptoms=_symptoms(fields["symptoms"]),
        minutes=fields["minutes"].integer(1, 60) if "minutes" in fields else 2,
        fixes=_words(fields, "fixes"),
        findings=_words(fields, "findings"),
    )


def _words(fields: Mapping[str, Node], name: str) -> tuple[str, ...]:
    return tuple(node.word() for node in fields[name].items()) if name in fields else ()


def _symptoms(node: Node) -> Mapping[str, tuple[str, ...]]:
    said = {language: tuple(n.string() for n in words.items()) for language, words in node.in_languages().items()}
    return in_every_language(said)


def _bodies(start: Node, text: str) -> Text:
    pieces = _SECTION.split(text)
    every = {cast("Language", name): body.strip() for name, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    bodies = {language: body for language, body in every.items() if body and language in LANGUAGES}
    for language in start.wants if bodies else FALLBACK[:1]:
        if language not in bodies:
            start.bad("no_section", language=language)
    return in_every_language(bodies)
