"""Articles of the help desk: text for people, in some of the four languages. Never a fix, never HTML."""

from typing import Annotated

from pydantic import Field, StringConstraints

from desktop_app.domain.words import Language
from desktop_app.protocol.base import Id, Line, Word

LONGEST_ARTICLE = 20_000
"""Characters of the Markdown of one article in one language."""

MOST_SYMPTOMS = 30

LINK = "rescousse:article/"
"""What stands before the id where a message names an article: the program opens it, everywhere else it is text."""

Markdown = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_ARTICLE)]
Symptom = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class Article(Word):
    """One of `GET /api/v1/articles`: all that is published for users; `title` and `body` have the same languages.

    `symptoms` are the words that people type. The answer has an `ETag`: with `If-None-Match` a list that has not
    changed is answered by 304 without a body.
    """

    id: Id
    revision: int
    title: dict[Language, Line]
    body: dict[Language, Markdown]
    symptoms: dict[Language, Annotated[list[Symptom], Field(max_length=MOST_SYMPTOMS)]] = Field(default_factory=dict)


class Feedback(Word):
    """`POST /api/v1/articles/{id}/feedback`: answers 204. Each person has one opinion of an article: of two that
    arrive, the one with the later `id` holds, so that sending again, in whatever order, changes nothing.
    """

    id: Id
    helpful: bool
