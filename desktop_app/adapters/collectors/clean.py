"""Text from outside, made harmless to show.

No control characters, no terminal escapes, no direction marks, no endless lines.
"""

import re

LONGEST = 2000
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ESCAPES = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|[@-Z\\\\-_])")


def clean(text: str) -> str:
    """`text` without what could disturb a terminal, a page or the eye; at most `LONGEST` characters."""
    if len(text) > 4 * LONGEST:
        text = text[: 4 * LONGEST]
    if not text.isprintable():
        text = _HARMFUL.sub("", _ESCAPES.sub("", text))
    text = text.strip()
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
