"""The search on real help articles and lay questions: it may get better, never worse unnoticed."""

import gzip
import json
from collections import defaultdict
from pathlib import Path

import pytest

from desktop_app.knowledge.search import SearchIndex

# Mean reciprocal rank among the first ten, measured on the day of writing less a little: fr, en, de, nl
_LEAST = {"fr": 0.64, "en": 0.61, "de": 0.57, "nl": 0.55}


@pytest.mark.parametrize("language", _LEAST)
def test_lay_questions_find_their_article(shared_data: Path, language: str) -> None:
    folder = shared_data / "search/laykb"
    with gzip.open(folder / f"corpus.{language}.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    index = SearchIndex(meaning=False)
    index.index(documents)
    right = defaultdict(set)
    for line in (folder / "qrels.dev.tsv").read_text(encoding="utf-8").splitlines():
        query, document, _ = line.split("\t")
        right[query].add(document)
    asked = [json.loads(line) for line in (folder / "queries.dev.jsonl").read_text(encoding="utf-8").splitlines()]
    ranks = [
        next(
            (
                1 / rank
                for rank, found in enumerate(index.search(q["text"], language, 10), 1)
                if found in right[q["id"]]
            ),
            0,
        )
        for q in asked
        if q["lang"] == language and right[q["id"]]
    ]
    assert sum(ranks) / len(ranks) >= _LEAST[language]
