"""Words of one meaning: who writes "laptop" finds the page on portable computers, in another language too."""

from collections.abc import Iterator, Sequence
from functools import cache

from desktop_app import resources
from desktop_app.knowledge.language import words

# Terms that begin so name a meaning; no word of a text does
SIGN = "="


class Concepts:
    """What words and groups of words of one language mean. `forms` are the words it knows, without accents."""

    def __init__(self, language: str) -> None:
        self._meant: dict[tuple[str, ...], set[str]] = {}
        self.forms: dict[str, str] = {}
        for concept, said in _table().items():
            for group in said.get(language, "").split(","):
                told = list(words(group, language))
                # "no sound" is left with "sound" alone, which means something else
                if len(told) > 1 or len(group.split()) == 1:
                    self._learn(concept, told)
        self._longest = max(map(len, self._meant), default=0)

    def _learn(self, concept: str, group: list[tuple[str, str]]) -> None:
        self._meant.setdefault(tuple(stem for _, stem in group), set()).add(SIGN + concept)
        self.forms.update(group)

    def of(self, stems: Sequence[str]) -> Iterator[str]:
        """The concepts that follow each other in a text, as terms; one is told as often as it is meant."""
        for start in range(len(stems)):
            for length in range(1, self._longest + 1):
                yield from self._meant.get(tuple(stems[start : start + length]), ())


@cache
def concepts(language: str) -> Concepts:
    """The concepts of `language`, read once."""
    return Concepts(language)


@cache
def _table() -> dict[str, dict[str, str]]:
    import tomllib

    return tomllib.loads(resources.path("search/concepts.toml").read_text(encoding="utf-8"))
