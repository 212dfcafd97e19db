"""The words of an article as values: what a revision holds, what an editor types."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from desktop_app.domain.words import LANGUAGES, Language

Audience = Literal["users", "technicians"]


@dataclass(frozen=True)
class Wording:
    """Tables by language; a language without words is not in them. `symptoms` are what people type."""

    title: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, str] = field(default_factory=dict)
    symptoms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    audience: Audience = "technicians"

    @property
    def languages(self) -> list[Language]:
        """Those in which it can be read: with a title and a text."""
        return [language for language in LANGUAGES if self.title.get(language) and self.body.get(language)]

    @property
    def missing(self) -> list[Language]:
        """Those in which it cannot."""
        return [language for language in LANGUAGES if language not in self.languages]

    def in_language(self, language: str) -> tuple[str, str]:
        """Title and text in `language`, else in the first one it can be read in, else whatever there is."""
        best = language if language in self.languages else next(iter(self.languages), language)
        return self.title.get(best) or next(iter(self.title.values()), ""), self.body.get(best, "")

    def fields(self) -> dict[str, object]:
        """As a revision stores them."""
        symptoms = {language: list(words) for language, words in self.symptoms.items()}
        return {"title": dict(self.title), "body": dict(self.body), "symptoms": symptoms, "audience": self.audience}


def audience(name: str) -> Audience:
    """The audience of that name; one that is not known is the smaller one."""
    return cast("Audience", name) if name == "users" else "technicians"
