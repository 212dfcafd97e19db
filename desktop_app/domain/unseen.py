"""Characters that are there and not seen: what is read as one word may be another."""

import re

UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""For a class of an expression: Unicode's Default_Ignorable_Code_Point, and the blank cell of Braille."""

JOINING = "\u200c\u200d\ufe00-\ufe0f"
"""Those of them that honest words have too: in Persian, in signs of people and flags."""

_UNSEEN = re.compile(f"[{UNSEEN}]")


def has_unseen(text: str) -> bool:
    """Whether something is in it that nobody sees."""
    return _UNSEEN.search(text) is not None
