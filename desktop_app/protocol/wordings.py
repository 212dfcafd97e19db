"""What users call their trouble, as technicians accepted it: search learns it for a guided fix or an article."""

from typing import Annotated

from pydantic import FailFast, Field, StringConstraints

from desktop_app.domain.words import Language
from desktop_app.protocol.articles import Symptom
from desktop_app.protocol.base import Word

MOST_WORDINGS = 5_000
"""Of the whole list, the newest ones."""

About = Annotated[str, StringConstraints(pattern=r"^(article|fix):[A-Za-z0-9_.-]{1,100}$")]


class Wording(Word):
    """One of `GET /api/v1/wordings`. `about` is `fix:` or `article:` with its id; `said` names nobody.

    The answer has an `ETag`: with `If-None-Match` a list that has not changed is answered by 304 without a body.
    """

    about: About
    language: Language
    said: Symptom


WordingList = Annotated[list[Wording], FailFast(), Field(max_length=MOST_WORDINGS)]
"""The answer."""
