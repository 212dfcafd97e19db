"""The editor's form: what was typed, as the words of a revision, and what of it cannot be kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.helpdesk.wording import Wording, audience
from desktop_app.protocol.articles import LONGEST_ARTICLE, MOST_SYMPTOMS

_NAMES: dict[Language, str] = {"fr": "Français", "en": "English", "de": "Deutsch", "nl": "Nederlands"}
_LONGEST_TITLE, _LONGEST_SYMPTOM = 200, 100
_BETWEEN_SYMPTOMS = re.compile(r"[\n,;]+")


@dataclass(frozen=True)
class Fields:
    """One language of the form. `symptoms`: one to a line."""

    language: Language
    title: str
    body: str
    symptoms: str

    @property
    def name(self) -> str:
        """The language, as its own speakers call it."""
        return _NAMES[self.language]

    @property
    def is_missing(self) -> bool:
        """Whether it cannot be read in this language."""
        return not (self.title and self.body)


def fields(wording: Wording) -> list[Fields]:
    """The form filled with these words."""
    return [
        Fields(one, wording.title.get(one, ""), wording.body.get(one, ""), "\n".join(wording.symptoms.get(one, ())))
        for one in LANGUAGES
    ]


def read(form: QueryDict) -> Wording:
    """What was typed. An audience that is not known is the smaller one."""
    symptoms = {language: _symptoms(_text(form, f"symptoms_{language}")) for language in LANGUAGES}
    return Wording(
        _by_language(form, "title"),
        _by_language(form, "body"),
        {language: words for language, words in symptoms.items() if words},
        audience(form.get("audience", "")),
    )


def fault(wording: Wording) -> str:
    """The key of why it cannot be kept, or nothing."""
    if not any(wording.title.values()):
        return "article_needs_title"
    too_long = _is_longer(wording.title, _LONGEST_TITLE) or _is_longer(wording.body, LONGEST_ARTICLE)
    return "article_too_long" if too_long or _has_too_many_symptoms(wording) else ""


def _has_too_many_symptoms(wording: Wording) -> bool:
    return any(
        len(words) > MOST_SYMPTOMS or any(len(word) > _LONGEST_SYMPTOM for word in words)
        for words in wording.symptoms.values()
    )


def _is_longer(texts: Mapping[str, str], most: int) -> bool:
    return any(len(text) > most for text in texts.values())


def _by_language(form: QueryDict, name: str) -> dict[str, str]:
    given = {language: _text(form, f"{name}_{language}") for language in LANGUAGES}
    return {language: text for language, text in given.items() if text}


def _text(form: QueryDict, name: str) -> str:
    return form.get(name, "").replace("\r\n", "\n").replace("\0", "").strip()


def _symptoms(text: str) -> list[str]:
    return list(dict.fromkeys(word.strip() for word in _BETWEEN_SYMPTOMS.split(text) if word.strip()))
