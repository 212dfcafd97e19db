"""Our own pack: whether users' sentences find their fix, mistyped too, and whether it is told when there is none."""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from build_scripts.figures import Figure
from build_scripts.progress import step
from desktop_app.domain.words import LANGUAGES, Language

_TYPOS = 2
# Every sixth symptom is left out of the index in all languages, as they say the same there
_PARTS = 6
# All that there are: many of the best are taken away
_DEPTH = 200
_SAID = Path(__file__).resolve().parent.parent / "tests" / "unit" / "fixes"

Document = Mapping[str, Any]
# The fixes that are meant, any of which will do, the language, and what is said
Asked = tuple[frozenset[str], Language, str]
Scored = Sequence[tuple[str, float]]


def pack(known: Any) -> Iterator[Figure]:
    """First and among the first three, by words alone and with meaning; and what is told when nothing answers."""
    from desktop_app.knowledge.meaning import encoder

    step("Asking our own pack in its users' words")
    known.of(encoder())
    for meaning, kind in ((False, "words"), (True, "meaning too")):
        index = _index(known, _fixes(), meaning=meaning)
        for typos in (0, 1, _TYPOS):
            name = "as they stand" if not typos else f"{typos} typo{'s' * (typos > 1)}"
            for who, asked in (
                ("own symptoms", _symptoms()),
                ("said by others", _others()),
                ("said afresh", _afresh()),
            ):
                yield from _shares(f"{who} {name}", kind, _ranks(index, _mistyped(asked, typos)), ">= 92", ">= 99")
        yield from _left_out(known, meaning=meaning, kind=kind)
        yield from _floor(_index(known, _documents(), meaning=meaning), kind)


def _left_out(known: Any, *, meaning: bool, kind: str) -> Iterator[Figure]:
    """A sentence whose like is not in the index in any language: harder than what the goal asks."""
    ranks: list[int] = []
    for part in range(_PARTS):
        index = _index(known, [_without(document, part) for document in _fixes()], meaning=meaning)
        ranks += _ranks(index, _symptoms(part))
    yield from _shares("own symptoms left out of the index", kind, ranks, "", "")


def _floor(index: Any, kind: str) -> Iterator[Figure]:
    """What is told to have no answer: what others say, all answers there and then without; and questions on web sites.

    A fix does not answer alone. Without it and the articles that lead to it, the fixes that these lead to as well are
    still there; without those, the others of its topics ("no Internet": the router, the cable, the Wi-Fi), which still
    answer many. No ready-made help is left where all fixes of its topics are gone, with the articles that lead to them:
    the goal is for that. All ties are those that the pack declares; no result was looked at.
    """
    from build_scripts.bench_search import Corpus

    for who, said in (("said by others", _others()), ("said afresh", _afresh())):
        found = [(fixes, index.scored(text, lang, _DEPTH)) for fixes, lang, text in _mistyped(said, 1)]
        yield _told(f"{who}, refused though there is an answer", kind, index, [scored for _, scored in found], "<= 5")
        for gone, tied, goal in (
            ("fix and its articles", frozenset[str], ""),
            ("all fixes of the same articles", _of_same_articles, ""),
            ("all fixes of the same topics", _of_same_topics, ">= 80"),
        ):
            left = [_except(scored, _leading_to(tied(fixes))) for fixes, scored in found]
            yield _told(f"{who}, {gone} removed: told so", kind, index, left, goal)
    web = [index.scored(str(one["text"]), "en", _DEPTH) for one in Corpus("stackfaq").questions]
    yield _told("questions about web sites: told so", kind, index, web, ">= 80")


def _told(name: str, kind: str, index: Any, found: Sequence[Scored], goal: str) -> Figure:
    below = [index.sureness(scored) < index.floor for scored in found]
    return _row(f"own pack, {name}, {kind}", 100 * sum(below) / len(below), goal)


def _except(scored: Scored, gone: Collection[str]) -> Scored:
    return [(its, score) for its, score in scored if its not in gone]


def _leading_to(fixes: Collection[str]) -> set[str]:
    """These fixes, and every article that leads to one of them."""
    articles = {f"article:{its}" for its, leads in _leads().items() if not leads.isdisjoint(fixes)}
    return articles | {f"fix:{fix}" for fix in fixes}


def _of_same_articles(fixes: frozenset[str]) -> frozenset[str]:
    """The fixes that articles offer beside these: any of them may be what is wanted."""
    return fixes.union(*(leads for leads in _leads().values() if not leads.isdisjoint(fixes)))


def _of_same_topics(fixes: frozenset[str]) -> frozenset[str]:
    """All fixes that share a topic with one of these."""
    known = _packs().fixes()
    topics = {topic for fix in fixes for topic in known[fix].topics}
    return frozenset(fix for fix, its in known.items() if not topics.isdisjoint(its.topics))


def _shares(name: str, kind: str, ranks: Sequence[int], *goals: str) -> Iterator[Figure]:
    for most, where, goal in zip((1, 3), ("first", "in three"), goals, strict=True):
        yield _row(f"{name}, {where}, {kind}", 100 * sum(rank <= most for rank in ranks) / len(ranks), goal)


def _ranks(index: Any, asked: Sequence[Asked]) -> list[int]:
    found = [(fixes, index.search(text, language, 3)) for fixes, language, text in asked]
    return [
        next((rank for rank, its in enumerate(best, 1) if its.removeprefix("fix:") in fixes), 9)
        for fixes, best in found
    ]


def _index(known: Any, documents: Sequence[Document], *, meaning: bool) -> Any:
    from desktop_app.knowledge.search import SearchIndex

    index = SearchIndex(meaning, known.of)
    index.index(documents)
    return index


def _others() -> list[Asked]:
    """The sentences of people who have not seen the pack's own: `tests/unit/fixes/said_by_others.toml`."""
    return [asked for fix, by in _said("by_others").items() for asked in _asked([fix], by)]


def _afresh() -> list[Asked]:
    """The sentences that nothing has been learnt from: `tests/unit/fixes/said_afresh.toml`."""
    return [asked for by in _said("afresh").values() for asked in _asked(by["fixes"], by)]


def _asked(fixes: Collection[str], said: Mapping[str, Sequence[str]]) -> list[Asked]:
    return [(frozenset(fixes), language, text) for language in LANGUAGES for text in said[language]]


def _said(who: str) -> dict[str, Any]:
    return tomllib.loads((_SAID / f"said_{who}.toml").read_text(encoding="utf-8"))


def _symptoms(part: int | None = None) -> list[Asked]:
    """The pack's own sentences, or one part of them."""
    return [
        (frozenset({document["id"].removeprefix("fix:")}), document["lang"], text)
        for document in _fixes()
        for number, text in enumerate(document["wordings"])
        if part in (None, number % _PARTS)
    ]


def _without(document: Document, part: int) -> Document:
    left = [text for number, text in enumerate(document["wordings"]) if number % _PARTS != part]
    return {**document, "wordings": left}


def _mistyped(asked: Sequence[Asked], typos: int) -> list[Asked]:
    from build_scripts.bench_search import evaluation

    perturb = evaluation().perturb
    return [
        (fixes, language, str(perturb({"id": text, "text": text, "lang": language}, typos, False)))
        for fixes, language, text in asked
    ]


@cache
def _packs() -> Any:
    from desktop_app import resources
    from desktop_app.knowledge.pack import Packs

    return Packs([resources.path("packs/core")])


@cache
def _leads() -> Mapping[str, frozenset[str]]:
    """The fixes that each article leads to."""
    return {article.id: frozenset(article.fixes) for article in _packs().articles().values()}


def _documents() -> list[Document]:
    from desktop_app.services.search import documents_of

    return [document for language in LANGUAGES for document in documents_of(_packs(), language)]


def _fixes() -> list[Document]:
    return [document for document in _documents() if document["id"].startswith("fix:")]


def _row(name: str, ours: float, goal: str) -> Figure:
    shown = {"figure": name, "ours": round(ours, 1), "peer": None, "ratio": None}
    return {**shown, "unit": "%", "runs": 1, "spread": None, "goal": goal}
