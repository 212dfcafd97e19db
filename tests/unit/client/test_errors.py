"""Every foreseen failure has a sentence in every language."""

import pytest

from desktop_app import resources
from desktop_app.domain.errors import SupportError
from desktop_app.domain.words import LANGUAGES, Language

NAMES = [
    "here",
    "detail",
    "folder",
    "file",
    "name",
    "size",
    "count",
    "limit",
    "line",
    "reason",
    "fix",
    "setting",
    "host",
    "other",
]
FACTS = dict.fromkeys(NAMES, "x")


def _kinds(parent: type[SupportError]) -> list[type[SupportError]]:
    return [parent, *(kind for child in parent.__subclasses__() for kind in _kinds(child))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", _kinds(SupportError), ids=lambda kind: kind.__name__)
def test_every_failure_has_a_sentence(kind: type[SupportError], language: Language) -> None:
    assert len(resources.explain(kind(**FACTS), language)) > 20
