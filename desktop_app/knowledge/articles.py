"""Articles: Markdown in four languages, in one file, under a short header."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from desktop_app.domain.errors import BadFixFile
from desktop_app.domain.words import LANGUAGES, Language, Text
from desktop_app.knowledge.fix_file import FixFile
from desktop_app.knowledge.nodes import Node, read

_HEADER = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
_SECTION = re.compile(r"^<!-- (\w+) -->$", re.MULTILINE)
_NEEDS = ("id", "icon", "titles", "summaries", "symptoms")


@dataclass(frozen=True)
class PackArticle:
    """An article as its file says. `symptoms` are users' own words, for the search; `bodies` are Markdown."""

    id: str
    icon: str
    titles: Text
    summaries: Text
    bodies: Text
    symptoms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    minutes: int = 2


def read_article(file: str, content: bytes) -> tuple[PackArticle | None, list[BadFixFile]]:
    """The article, or what is wrong with its file."""
    found = FixFile(file)
    article = found.gather(lambda: _article(file, content), None)
    return article, found.faults


def _article(file: str, content: bytes) -> PackArticle:
    start = Node(file, 1, None)
    try:
        parts = _HEADER.fullmatch(content.decode("utf-8").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        start.bad("not_utf8")
    if parts is None:
        start.bad("no_header")
    fields = read(file, parts[1].encode(), first_line=2).mapping((*_NEEDS, "minutes"), _NEEDS)
    wordings = fields["symptoms"].mapping(LANGUAGES, LANGUAGES)
    return PackArticle(
        id=fields["id"].word(),
        icon=fields["icon"].icon(),
        titles=fields["titles"].text(),
        summaries=fields["summaries"].text(),
        bodies=_bodies(start, parts[2]),
        symptoms={language: tuple(n.string() for n in node.items()) for language, node in wordings.items()},
        minutes=fields["minutes"].integer(1, 60) if "minutes" in fields else 2,
    )


def _bodies(start: Node, text: str) -> Text:
    pieces = _SECTION.split(text)
    bodies = {cast("Language", name): body.strip() for name, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    for language in LANGUAGES:
        if not bodies.get(language):
            start.bad("no_section", language=language)
    return bodies
