"""How easy a text is to read: the words of its sentences, counted."""

import re
from dataclasses import dataclass

# Twelve words on average is what the design asks for; above this people begin to read twice
_EASY = 15
_NOT_READ = re.compile(r"```.*?```|\]\([^)]*\)|^\s*(?:#{1,6}|[-*+>]|\d+[.)])\s", re.DOTALL | re.MULTILINE)
_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Ease:
    """The average of words in a sentence, and whether that reads easily."""

    words: int
    is_easy: bool


def readability(text: str) -> Ease | None:
    """The figure of a Markdown text; None when there is nothing to count."""
    counts = [len(_WORD.findall(sentence)) for sentence in _END.split(_NOT_READ.sub("\n", text))]
    counts = [count for count in counts if count]
    if not counts:
        return None
    average = round(sum(counts) / len(counts))
    return Ease(average, average <= _EASY)
