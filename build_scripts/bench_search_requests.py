"""Articles suggested beside a real request, of which helpers named the right one: `bench.py search`."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from statistics import mean

from build_scripts.bench_search import SHARED, Corpus, Document, Search, read_lines, row, stemmed
from build_scripts.figures import Figure
from build_scripts.progress import step

_NAMED = "sumo-kb"
_READ_OF_BODY = 500
"""As much of a request as the console reads."""


def requests() -> Iterator[Figure]:
    """By words and what ended solved requests, beside the same words looked for in the articles."""
    step("Answering requests of a real help desk")
    corpus = Corpus(_NAMED)
    documents = corpus.documents["en"]
    ours, theirs = _asked(corpus, _ours(documents)), _asked(corpus, _theirs(stemmed(documents)))
    for measure, goal in (("mrr@10", ">= 26"), ("hit@5", ">= 38")):
        yield row(f"{_NAMED} {measure}, suggested beside a request", ours[measure], theirs[measure], goal)


def _asked(corpus: Corpus, find: Callable[[Document], Sequence[str]]) -> dict[str, float]:
    found: dict[str, list[float]] = defaultdict(list)
    for question in corpus.questions:
        for measure, value in corpus.evaluation.score(find(question), corpus.right[question["id"]]).items():
            found[measure].append(value)
    return {measure: 100 * mean(values) for measure, values in found.items()}


def _theirs(search: Search) -> Callable[[Document], Sequence[str]]:
    return lambda asked: search(f"{asked['text']} {asked['body'][:_READ_OF_BODY]}", "en", 10)


def _ours(documents: Sequence[Document]) -> Callable[[Document], Sequence[str]]:
    from desktop_app.knowledge.answers import VOTERS, near, ranked
    from desktop_app.knowledge.search import SearchIndex
    from desktop_app.knowledge.similar import Request, SimilarRequests

    index, solved = SearchIndex(meaning=False), SimilarRequests()
    index.index(documents)
    known = {str(one["id"]) for one in documents}
    history = {str(one["id"]): one for one in read_lines(SHARED / "data/search" / _NAMED / "history.jsonl.gz")}
    solved.put(Request(one, "en", told["title"], told["body"]) for one, told in history.items())

    def find(asked: Document) -> list[str]:
        voices: dict[str, list[float]] = defaultdict(list)
        for one, likeness in solved.find(Request("", "en", asked["text"], asked["body"]), VOTERS):
            for article in history[one]["articles"]:
                voices[article].append(likeness)
        return ranked(near(index, asked["text"], asked["body"][:_READ_OF_BODY], "en"), voices, known)[:10]

    return find
