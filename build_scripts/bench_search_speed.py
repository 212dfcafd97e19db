"""How long a search takes while one types, and what it takes of the memory: each in a process of its own.

Memory is shared and given back there as the program itself does it.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_scripts.figures import Figure
from build_scripts.progress import Trouble, step

_PATIENCE_S = 900
_TYPING = """
import gzip, itertools, json, runpy, sys, time
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from desktop_app.knowledge.search import SearchIndex

heap = runpy.run_path(sys.argv[2] + "/desktop_app/ui/heap.py")  # without Qt, which comes with its package
heap["share"]()

def resident():
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024

# nothing of the benchmark itself is in memory here
folder = Path(sys.argv[2]).parent / "shared/data/search/laykb"

def pages():
    for language in ("en", "nl"):
        with gzip.open(folder / f"corpus.{language}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                page = json.loads(line)
                yield {**page, "lang": "en", "id": f"{language} {page['id']}"}

documents = list(itertools.islice(pages(), 5000))
asked = map(json.loads, (folder / "queries.dev.jsonl").read_text(encoding="utf-8").splitlines())
questions = [one["text"] for one in asked if one["lang"] in ("en", "nl")]
index = SearchIndex(meaning=sys.argv[1] == "meaning")
index.index(documents)
del documents
index.search("printer", "en")
times = []
for text in questions:
    for end in range(3, len(text) + 1):
        began = time.process_time()
        index.search(text[:end], "en", 8)
        times.append((time.process_time() - began) * 1000)
times.sort()
heap["give_back"]()
print(json.dumps({"p50": times[len(times) // 2], "p95": times[int(len(times) * .95)], "resident": resident()}))
"""
_SIMILAR = """
import json, sys, time
sys.path.insert(0, sys.argv[2])
from build_scripts.bench_search import SHARED, read_lines, stemmed
from desktop_app.knowledge.similar import Request, SimilarRequests

folder = SHARED / "data/search/sumo-similar"
rows = [row for file in sorted(folder.glob("corpus*.gz")) for row in read_lines(file)]
def request(row):
    return Request(row["id"], "en", row.get("title") or row["text"], row.get("body", ""))
index = SimilarRequests()
index.put(map(request, rows))
asked = read_lines(folder / "queries.dev.jsonl")
def times(find):
    found = []
    for row in asked:
        began = time.process_time()
        find(row)
        found.append((time.process_time() - began) * 1000)
    return sorted(found)[int(len(found) * .95)]
peer = stemmed(rows)
print(json.dumps({"requests": len(rows), "p95": times(lambda row: index.find(request(row), 20)),
    "peer": times(lambda row: peer(request(row).subject + " " + request(row).body, "en", 20))}))
"""


def speed() -> Iterator[Figure]:
    """Search as you type over 5,000 documents, and similar requests among 100,000."""
    for kind, name, goal, most in (("words", "words", 5, 45), ("meaning", "meaning too", 12, 150)):
        step(f"Typing every question letter by letter over 5,000 documents: {name}")
        told = _in_process(_TYPING, kind)
        yield _row(f"search as you type, 5,000 documents, p95, {name}", told["p95"], None, "ms", f"<= {goal} ms")
        yield _row(f"resident with 5,000 documents, {name}", told["resident"], None, "MB", f"<= {most} MB")
    step("Looking for similar requests")
    told = _in_process(_SIMILAR, "")
    name = f"similar among {told['requests']:,} requests, p95, peer: FTS5 with stems"
    yield _row(name, told["p95"], told["peer"], "ms", "<= 20 ms")


def _in_process(script: str, argument: str) -> dict[str, Any]:
    root = str(Path(__file__).resolve().parents[1])
    line = [sys.executable, "-c", script, argument, root]
    done = subprocess.run(line, capture_output=True, text=True, timeout=_PATIENCE_S, check=False)
    if done.returncode:
        raise Trouble(f"A measurement did not end well: {done.stderr.strip()[-300:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _row(name: str, ours: float, peer: float | None, unit: str, goal: str) -> Figure:
    shown = {"figure": name, "ours": round(ours, 2), "peer": round(peer, 2) if peer else None}
    ratio = round(ours / peer, 3) if peer else None
    return {**shown, "ratio": ratio, "unit": unit, "runs": 1, "spread": None, "goal": goal}
