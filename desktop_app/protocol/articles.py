"""Articles of the help desk: text for people, in some of the four languages. Never a fix, never HTML."""

from typing import Annotated, Any

from pydantic import BeforeValidator, FailFast, Field, StringConstraints

from desktop_app.domain.words import LANGUAGES, Language
from desktop_app.protocol.base import Id, Line, Word

LONGEST_ARTICLE = 20_000
"""Characters of the Markdown of one article in one language."""

MOST_SYMPTOMS = 30
LONGEST_SAID = 100

LINK = "rescousse:article/"
"""What stands before the id where a message names an article: the program opens it, everywhere else it is text."""

Markdown = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_ARTICLE)]
Symptom = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Symptoms = Annotated[list[Symptom], Field(max_length=MOST_SYMPTOMS)]


def _in_our_languages(value: Any) -> Any:
    """What a newer help desk writes in other languages is left out, and so is a million of them."""
    return {one: value[one] for one in LANGUAGES if one in value} if isinstance(value, dict) else value


_OURS = BeforeValidator(_in_our_languages)


class Article(Word):
    """One of `GET /api/v1/articles`: all that is published for users; `title` and `body` have the same languages.

    `symptoms` are the words that people type. The answer has an `ETag`: with `If-None-Match` a list that has not
    changed is answered by 304 without a body.
    """

    id: Id
    revision: int
    title: Annotated[dict[Language, Line], _OURS]
    body: Annotated[dict[Language, Markdown], _OURS]
    symptoms: Annotated[dict[Language, Symptoms], _OURS] = Field(default_factory=dict)

    def shown_in(self, language: Language) -> Language | None:
        """The language to show it in: the reader's, else the first it is written in; None when there is none."""
        written = [one for one in LANGUAGES if one in self.title and one in self.body]
        return language if language in written else next(iter(written), None)


ArticleList = Annotated[list[Article], FailFast()]
"""The answer; the first article that is none ends the reading of it."""


class Feedback(Word):
    """`POST /api/v1/articles/{id}/feedback`: answers 204. Each person has one opinion of an article: of two that
    arrive, the one with the later `id` holds, so that sending again, in whatever order, changes nothing.

    `said`: the words that it was found by, when its reader wants others to find it by them; in `language`.
    """

    id: Id
    helpful: bool
    said: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_SAID)] = ""
    language: Language = "en"
