"""The screen as a technician sees it, ours and two VNC servers in the same run: `bench.py screen`.

Each run has its own Xvfb of 1920 x 1080, the same work on it, and the same Chromium. What is late is measured in the
browser: the time stands in the picture. Raw rows go to `bench-screen.json` beside the table.
"""

import argparse
import json
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psutil

from build_scripts.bench_screen_lines import LINES
from build_scripts.bench_screen_long import LONG
from build_scripts.bench_screen_view import look
from build_scripts.figures import Figure, figure
from build_scripts.progress import Trouble, step

WORKS = ("still", "typing", "scroll", "motion")
SYSTEMS = ("ours", "x11vnc", "x0vncserver")
_SECONDS, _WARM_S = 6, 3
_BUSY = 0.25
"""A row is measured again, twice at most, when other programs used more than this of a core."""
Row = dict[str, Any]

# figure, what of a row, its work, beside whom, the goal as a ratio
GOALS = (
    ("typing: latency p50", "p50", "typing", "x0vncserver", 0.3, "ms"),
    ("typing: latency p50", "p50", "typing", "x11vnc", 0.1, "ms"),
    ("typing: latency p95", "p95", "typing", "x0vncserver", 0.35, "ms"),
    ("typing: processor per update", "per_update", "typing", "x0vncserver", 1, "ms"),
    ("scrolling: shown frames", "rate", "scroll", "x11vnc", 4, "/s"),
    ("scrolling: bytes", "kbits", "scroll", "x11vnc", 0.06, "kbit/s"),
    ("scrolling: latency p50", "p50", "scroll", "x11vnc", 0.35, "ms"),
    ("motion: shown frames", "rate", "motion", "x11vnc", 1.9, "/s"),
    ("motion: bytes", "kbits", "motion", "x11vnc", 0.09, "kbit/s"),
    ("motion: latency p50", "p50", "motion", "x11vnc", 0.6, "ms"),
    ("motion: viewer's processor", "viewer", "motion", "x11vnc", 0.4, "%"),
    ("still: bytes", "kbits", "still", "x11vnc", 0, "kbit/s"),
    ("still: processor", "processor", "still", "x11vnc", 0.1, "%"),
    ("first whole picture", "first", "still", "x0vncserver", 0.6, "ms"),
    ("memory, tiles", "memory", "typing", "x11vnc", 5, "MB"),
    ("memory, video", "memory", "motion", "x11vnc", 9, "MB"),
)


def screen(wanted: argparse.Namespace) -> Iterable[Figure]:
    """The rows that are named with `--rows`, each of the table's figures of `peers` in `--runs` rounds."""
    _require()
    if "peers" in wanted.rows:
        yield from _beside_peers(wanted.runs)
    more = {**LINES, **LONG}
    for name in (name for name in wanted.rows if name in more):
        step(f"Showing: {name}")
        yield from more[name](wanted)


def _beside_peers(runs: int) -> Iterable[Figure]:
    rows = [row for _ in range(runs) for work in WORKS for row in _round(work)]
    Path("bench-screen.json").write_text(json.dumps(rows, indent=1))
    for name, fact, work, peer, goal, unit in GOALS:
        ours, theirs = (_values(rows, work, system, fact) for system in ("ours", peer))
        yield figure(f"{name}, beside {peer}", ours, theirs, unit, f"{'>=' if goal > 1 else '<='} {goal} x")


def _values(rows: list[Row], work: str, system: str, fact: str) -> list[float]:
    found = (row[fact] for row in rows if (row["work"], row["system"]) == (work, system))
    return [float(value) for value in found if value is not None]


def _require() -> None:
    missing = [tool for tool in ("x11vnc", "X0tigervnc", "websockify", "chromium") if shutil.which(tool) is None]
    if missing or not Path("/usr/share/novnc/core/rfb.js").exists():
        raise Trouble(f"These are missing for the benchmark: {', '.join(missing or ['novnc'])}.")
    if find_spec("playwright") is None:
        raise Trouble(
            "The browser is driven by what the tests install: run build_scripts/test.py once, then this again."
        )


def _round(work: str) -> Iterator[Row]:
    for system in SYSTEMS:
        step(f"Showing: {work}, {system}")
        for _ in range(3):
            row = _measured(work, system)
            if row["others"] <= _BUSY:
                break
        yield row


def _measured(work: str, system: str) -> Row:
    with look(work, system) as seen:
        page = seen.page
        row: Row = {"work": work, "system": system, "first": page.evaluate("seen.first - seen.start")}
        page.wait_for_timeout(_WARM_S * 1000)
        page.evaluate("reset()")
        row |= _during(seen.sharer.program, lambda: page.wait_for_timeout(_SECONDS * 1000))
        told = page.evaluate("told()")
    row |= {fact: told[fact] for fact in ("count", "rate", "p50", "p95")}
    row["kbits"] = told["bytes"] * 8 / told["seconds"] / 1000
    row["per_update"] = row["processor"] * 10 * told["seconds"] / max(1, told["count"])
    return row


def _during(program: "subprocess.Popen[str]", wait: Any) -> Row:
    """Percent of a core: the sender, the viewer, and everybody who has nothing to do with it."""
    sender, me = psutil.Process(program.pid), psutil.Process()
    viewers = [child for child in me.children(recursive=True) if "chrom" in child.name().lower()]
    all_before, ours_before = _busy(), _spent([me, *me.children(recursive=True)])
    before, start = (_spent([sender]), _spent(viewers)), time.monotonic()
    wait()
    seconds = time.monotonic() - start
    ours = _spent([me, *me.children(recursive=True)]) - ours_before
    return {
        "processor": round(100 * (_spent([sender]) - before[0]) / seconds, 2),
        "viewer": round(100 * (_spent(viewers) - before[1]) / seconds, 1),
        "others": round((_busy() - all_before - ours) / seconds, 2),
        "memory": round(sender.memory_info().rss / 2**20),
    }


def _spent(processes: list[psutil.Process]) -> float:
    total = 0.0
    for process in processes:
        try:
            times = process.cpu_times()
            total += times.user + times.system
        except psutil.NoSuchProcess:
            continue
    return total


def _busy() -> float:
    times = psutil.cpu_times()
    return float(sum(times) - times.idle - times.iowait - times.guest - times.guest_nice)
