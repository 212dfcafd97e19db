"""Sentences in four languages: picked, filled in, and spaced as each language asks."""

import re
from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["fr", "en", "de", "nl"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"

Text = Mapping[Language, str]
"""One sentence in every language of `LANGUAGES`."""

_BEFORE_HIGH_SIGNS = re.compile(r" ([?!;])")
_BEFORE_COLON_OR_CLOSING_QUOTE = re.compile(r" ([:»%€])")


def in_language(text: Text, language: Language, **facts: object) -> str:
    """`text` in `language`, its `{gaps}` filled with `facts`; French spaces made unbreakable."""
    sentence = text[language].format(**facts) if facts else text[language]
    return french_spaces(sentence) if language == "fr" else sentence


def french_spaces(sentence: str) -> str:
    """Spaces that may not break a line, by the rules of the Imprimerie nationale."""
    sentence = _BEFORE_HIGH_SIGNS.sub(NARROW_SPACE + r"\1", sentence)
    sentence = _BEFORE_COLON_OR_CLOSING_QUOTE.sub(NO_BREAK_SPACE + r"\1", sentence)
    return sentence.replace("« ", "«" + NO_BREAK_SPACE)


def nearest_language(tag: str, default: Language = "fr") -> Language:
    """The language of ours that serves a BCP 47 or POSIX tag: `de_AT.UTF-8` gives `de`."""
    start = tag[:2].lower()
    return next((language for language in LANGUAGES if language == start), default)
