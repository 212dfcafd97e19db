"""How well and how fast search answers, beside SQLite's own full-text search: `bench.py search`.

Lay questions in four languages over help pages (laykb), reworded questions over a FAQ (stackfaq), the symptoms of our
own pack, and requests of a real help desk (sumo). Peers, in the same run: FTS5 as it comes (all words must be there),
and FTS5 with Snowball stems, without accents, any word counting. The corpora lie in the folder `shared` beside the
project, with the evaluation that perturbs the questions; nothing of them is kept here.
"""

import argparse
import gzip
import importlib.util
import json
import sqlite3
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from build_scripts.figures import Figure
from build_scripts.progress import Trouble, step

SHARED = Path(__file__).resolve().parents[2] / "shared"
LANGUAGES = ("fr", "en", "de", "nl")
_DEPTH, _TYPOS = 10, 2
# A share of the questions that have an answer may be refused
_REFUSED = 0.05

Document = Mapping[str, Any]
Search = Callable[[str, str, int], list[str]]
Make = Callable[[Sequence[Document]], Search]


def search(_wanted: argparse.Namespace) -> Iterable[Figure]:
    """Everything; a quarter of an hour on two busy processors, most of it for vectors of the corpora."""
    from build_scripts import bench_search_pack, bench_search_requests, bench_search_speed

    if not (SHARED / "data/search/laykb").is_dir():
        raise Trouble(f"The corpora are not at {SHARED / 'data/search'}: nothing to measure with")
    with tempfile.TemporaryDirectory(prefix="rescousse-search-") as folder:
        engines = Engines(Path(folder) / "vectors.npz")
        yield from _lay_questions(engines)
        yield from _faq(engines)
        yield from _no_answer(engines)
        yield from bench_search_pack.pack(engines.known)
    yield from bench_search_requests.requests()
    yield from bench_search_speed.speed()


class Engines:
    """Ours, by words and with meaning, and the peers."""

    def __init__(self, vectors: Path) -> None:
        from desktop_app.knowledge.vectors import KnownVectors

        self.known = KnownVectors(file=vectors)

    def ours(self, *, meaning: bool) -> Make:
        """Our index as the product makes it."""

        def make(documents: Sequence[Document]) -> Search:
            found: Search = self.index(documents, meaning=meaning).search
            return found

        return make

    def index(self, documents: Sequence[Document], *, meaning: bool) -> Any:
        """The index itself."""
        from desktop_app.knowledge.search import SearchIndex

        made = SearchIndex(meaning, self.known.of)
        made.index(documents)
        return made


def _lay_questions(engines: Engines) -> Iterator[Figure]:
    step("Asking lay questions of 11,000 help pages")
    laykb, peers = Corpus("laykb"), {"FTS5": plain, "FTS5 with stems": stemmed}
    told = {name: {typos: laykb.asked(make, typos) for typos in (0, _TYPOS)} for name, make in peers.items()}
    for name, meaning, goals in (("words", False, (62, 74, 52)), ("meaning too", True, (75, 88, 66))):
        clean, typed = (laykb.asked(engines.ours(meaning=meaning), typos) for typos in (0, _TYPOS))
        for peer, theirs in told.items():
            yield row(f"laykb MRR, {name}, peer: {peer}", clean["mrr@10"], theirs[0]["mrr@10"], f">= {goals[0]}")
            yield row(f"laykb hit@5, {name}, peer: {peer}", clean["hit@5"], theirs[0]["hit@5"], f">= {goals[1]}")
            yield row(
                f"laykb 2 typos MRR, {name}, peer: {peer}", typed["mrr@10"], theirs[2]["mrr@10"], f">= {goals[2]}"
            )
        worst = min(clean[f"hit@5 {language}"] for language in LANGUAGES)
        yield row(f"laykb hit@5 of the worst language, {name}", worst, 0, ">= 85" if meaning else "")


def _faq(engines: Engines) -> Iterator[Figure]:
    step("Asking reworded questions of a FAQ")
    threads, pairs = Corpus("stackfaq"), Corpus("stackfaq", "pairs.jsonl")
    for name, corpus in (("125 threads", threads), ("719 pairs", pairs)):
        theirs = corpus.asked(stemmed)["map"]
        for kind, meaning in (("words", False), ("meaning too", True)):
            goal = ">= 86" if meaning else ""
            ours = corpus.asked(engines.ours(meaning=meaning))["map"]
            yield row(f"stackfaq MAP, {name}, {kind}, peer: FTS5 with stems", ours, theirs, goal)


def _no_answer(engines: Engines) -> Iterator[Figure]:
    step("Asking what has no answer any more")
    laykb = Corpus("laykb")
    for name, meaning in (("words", False), ("meaning too", True)):
        answered, unanswered = laykb.surenesses(engines, meaning=meaning)
        floor = sorted(answered)[int(_REFUSED * len(answered))]
        told = 100 * statistics.mean(score < floor for score in unanswered)
        yield row(f"laykb, articles removed: told so, where 5 % are refused wrongly, {name}", told, 0, ">= 80")


class Corpus:
    """Documents by language, questions, and which documents answer them."""

    def __init__(self, name: str, documents: str = "") -> None:
        folder = SHARED / "data/search" / name
        self.evaluation = evaluation()
        files = [folder / documents] if documents else sorted(folder.glob("corpus*.jsonl*"))
        self.documents: dict[str, list[Document]] = defaultdict(list)
        for file in files:
            for document in read_lines(file):
                self.documents[document["lang"]].append(document)
        self.right: dict[str, set[str]] = defaultdict(set)
        for line in (folder / "qrels.dev.tsv").read_text(encoding="utf-8").splitlines():
            question, document_id, _ = line.split("\t")
            self.right[question].add(document_id)
        if documents:
            self._spread()
        self.questions = [one for one in read_lines(folder / "queries.dev.jsonl") if self.right[one["id"]]]

    def _spread(self) -> None:
        """A thread's pairs are right where the thread is."""
        pairs = [str(one["id"]) for one in self.documents["en"]]
        for question, threads in self.right.items():
            self.right[question] = {pair for pair in pairs if pair.rpartition("-")[0] in threads}

    def asked(self, make: Make, typos: int = 0) -> dict[str, float]:
        """Means over the questions, in percent, each measure also by language."""
        found: dict[str, list[float]] = defaultdict(list)
        engines = {language: make(documents) for language, documents in self.documents.items()}
        depth = _DEPTH if len(self.documents) > 1 else 200
        for question in self.questions:
            text = self.evaluation.perturb(question, typos, bool(typos))
            ids = engines[question["lang"]](text, question["lang"], depth)
            for measure, value in self.evaluation.score(ids, self.right[question["id"]]).items():
                found[measure].append(value)
                found[f"{measure} {question['lang']}"].append(value)
        return {measure: 100 * statistics.mean(values) for measure, values in found.items()}

    def surenesses(self, engines: Engines, *, meaning: bool) -> tuple[list[float], list[float]]:
        """How sure each answer is, and what is then the first without the documents that answer."""
        with_it, without = [], []
        made = {language: engines.index(its, meaning=meaning) for language, its in self.documents.items()}
        for question in self.questions:
            index, right = made[question["lang"]], self.right[question["id"]]
            scored = index.scored(question["text"], question["lang"], 30)
            with_it.append(index.sureness(scored))
            without.append(index.sureness([(one, score) for one, score in scored if one not in right]))
        return with_it, without


def plain(documents: Sequence[Document]) -> Search:
    """FTS5 as it comes: every word must be there."""

    def words(text: str, _language: str) -> list[str]:
        return [word for word in "".join(sign if sign.isalnum() else " " for sign in text).split() if word]

    return _fts(documents, words, " ")


def stemmed(documents: Sequence[Document]) -> Search:
    """FTS5 over stems, without accents and silent words; any word counts."""
    from desktop_app.knowledge import language

    def stems(text: str, its: str) -> list[str]:
        return [stem for _, stem in language.words(text, its)]

    return _fts(documents, stems, " OR ")


def _fts(documents: Sequence[Document], words: Callable[[str, str], list[str]], joined: str) -> Search:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE found USING fts5(title, body)")
    rows = [tuple(" ".join(words(str(one[part]), one["lang"])) for part in ("title", "body")) for one in documents]
    base.executemany("INSERT INTO found VALUES (?, ?)", rows)

    def find(text: str, language: str, most: int) -> list[str]:
        asked = joined.join(f'"{word}"' for word in dict.fromkeys(words(text, language)))
        best = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found, 4, 1) LIMIT ?"
        return [str(documents[row - 1]["id"]) for (row,) in base.execute(best, (asked, most))] if asked else []

    return find


def evaluation() -> ModuleType:
    """The evaluation that lies with the corpora: how questions are mistyped, and how answers are counted."""
    file = SHARED / "research/search-eval/evaluate_search.py"
    spec = importlib.util.spec_from_file_location("evaluate_search", file)
    if spec is None or spec.loader is None or not file.exists():
        raise Trouble(f"The evaluation is not at {file}")
    module = sys.modules.setdefault("evaluate_search", importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


def read_lines(file: Path) -> list[dict[str, Any]]:
    """A document a line."""
    content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    return [json.loads(line) for line in content.splitlines() if line.strip()]


def row(name: str, ours: float, peer: float, goal: str) -> Figure:
    """One figure, in percent."""
    ratio = round(ours / peer, 2) if peer else None
    shown = {"figure": name, "ours": round(ours, 1), "peer": round(peer, 1) if peer else None, "ratio": ratio}
    return {**shown, "unit": "%", "runs": 1, "spread": None, "goal": goal}
