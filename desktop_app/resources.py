"""Where the files of `resources/` and `i18n/` lie, and the sentences that every floor shares."""

import sys
from functools import cache
from pathlib import Path
from typing import cast

from desktop_app.domain.amounts import worded
from desktop_app.domain.errors import SupportError
from desktop_app.domain.words import Language, Text, in_language

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).parent.parent))


def path(name: str) -> Path:
    """The file or folder `name` of `resources/`, in the bundle when frozen, else in the repository."""
    return _ROOT / "resources" / name


def translations() -> Path:
    """The folder of Qt and console catalogues."""
    return _ROOT / "i18n"


@cache
def words(topic: str) -> dict[str, Text]:
    """The table `resources/words/{topic}.toml`: key to a sentence in each language."""
    import tomllib  # the icon near the clock does not need it

    table = tomllib.loads(path(f"words/{topic}.toml").read_text(encoding="utf-8"))
    return cast("dict[str, Text]", table)


def sentence(topic: str, key: str, language: Language, **facts: object) -> str:
    """The sentence `key` of `topic`, its gaps filled."""
    return in_language(words(topic)[key], language, **facts)


def explain(error: SupportError, language: Language) -> str:
    """The sentence for a foreseen failure: what is safe and what to do."""
    return sentence("errors", error.key, language, **worded(error.facts, language))
