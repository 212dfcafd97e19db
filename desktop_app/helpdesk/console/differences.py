"""What one revision of an article changed in the one before it, line by line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff

from desktop_app.domain.words import LANGUAGES
from desktop_app.helpdesk.wording import Wording

_AROUND = 1  # unchanged lines shown beside a changed one


@dataclass(frozen=True)
class Line:
    """`sign`: + added, − removed, empty for what stands around it, … where lines were left out."""

    sign: str
    text: str


@dataclass(frozen=True)
class Part:
    """What changed in one field in one language. `key` names the field in `console.toml`."""

    key: str
    language: str
    lines: tuple[Line, ...]


def differences(before: Wording, after: Wording) -> list[Part]:
    """Every field that differs, language by language."""
    was, now = _texts(before), _texts(after)
    return [
        Part(key, language, lines)
        for language in LANGUAGES
        for key in now
        if (lines := tuple(changed_lines(was[key].get(language, ""), now[key].get(language, ""))))
    ]


def _texts(wording: Wording) -> dict[str, Mapping[str, str]]:
    symptoms = {language: "\n".join(words) for language, words in wording.symptoms.items()}
    return {"article_title": wording.title, "article_body": wording.body, "article_symptoms": symptoms}


def changed_lines(was: str, now: str) -> Iterator[Line]:
    """What was added and removed, with a line around each."""
    _, _, *found = [*unified_diff(was.splitlines(), now.splitlines(), n=_AROUND, lineterm="")] or ("", "")
    for number, line in enumerate(found):
        if line.startswith("@@"):
            if number:
                yield Line("…", "")
        else:
            yield Line({"+": "+", "-": "−"}.get(line[0], ""), line[1:])
