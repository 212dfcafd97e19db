"""What to suggest beside a request: what its words are near to, and what ended solved requests that are like it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.knowledge.search import SearchIndex

Voices = Mapping[str, Sequence[float]]
"""By answer, how alike each solved request is that it ended."""

VOTERS = 20
"""How many solved requests have a voice, those most alike."""

# A request says its subject first; what follows is about everything: 438 real ones were answered best with these
_SAID, _VOICE = 0.35, 4.0
# What is worth less than this share of the best answer shares a stray word with the request, no more
_TELLING = 0.35


def near(index: SearchIndex, subject: str, said: str, language: str, most: int = 50) -> Mapping[str, float]:
    """By id, how near each is to the words of a request, in one language; `most` by each of both texts."""
    scores = defaultdict(float, index.scored(subject, language, most))
    for one, score in index.scored(said, language, most):
        scores[one] += _SAID * score
    return scores


def ranked(scores: Mapping[str, float], voices: Voices, among: Collection[str]) -> list[str]:
    """Those `among` which may be shown, best first, by words and voices together: what may not be shown must not make
    the others look poor. One request that is a quarter alike outdoes no perfect answer.
    """
    heard = {one: _VOICE * sum(likeness) for one, likeness in voices.items()}
    merged = {one: scores.get(one, 0.0) + heard.get(one, 0.0) for one in {**scores, **heard} if one in among}
    least = _TELLING * max(merged.values(), default=0.0)
    return sorted((one for one, score in merged.items() if score >= least), key=lambda one: -merged[one])
