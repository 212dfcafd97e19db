"""Figures, with the peer in the same run: `python3 build_scripts/bench.py start idle`.

Prints a table, then one JSON line per figure.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts import environment, system_packages
from build_scripts.figures import Figure, kept_back
from build_scripts.progress import Trouble, step, tell

NAMES = ("start", "idle", "gaps", "snapshot", "redaction", "search", "screen", "desk")
SCREEN_ROWS = ("peers", "flip", "narrow", "lossy", "outage", "stop", "soak")


def main() -> int:
    """Prepare both programs, measure what was named, print."""
    wanted = _arguments()
    try:
        if sys.prefix != str(environment.VENV):
            return _again_inside()
        before = _processor()
        figures = [figure for name in wanted.names for figure in _benchmark(name)(wanted)]
        figures.append(kept_back(before, _processor()))
    except Trouble as trouble:
        return tell(trouble)
    _print(figures)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="+", choices=NAMES)
    parser.add_argument("--runs", type=int, default=5, help="paired runs of `start`, `gaps` and `snapshot`")
    parser.add_argument("--minutes", type=float, default=5, help="rest before `idle` is read")
    parser.add_argument("--desktops", type=int, default=10_000, help="connected ones of `desk`")
    parser.add_argument("--tickets", type=int, default=100_000, help="that `desk` finds when it looks at pages")
    parser.add_argument("--rows", nargs="+", choices=SCREEN_ROWS, default=["peers"], help="of `screen`")
    parser.add_argument("--soak", type=float, default=60, help="minutes of `screen --rows soak`")
    return parser.parse_args()


def _again_inside() -> int:
    """Prepare the environment, then measure with the libraries it holds."""
    system_packages.require_venv()
    environment.prepare("app")
    system_packages.require_qt()
    system_packages.require_bench()
    environment.build_translations()
    environment.build_vectors()
    return subprocess.run([str(environment.PYTHON), *sys.argv], check=False).returncode


def _benchmark(name: str) -> Callable[[argparse.Namespace], Iterable[Figure]]:
    # they need the environment's libraries
    from build_scripts import (
        bench_desk,
        bench_gaps,
        bench_redaction,
        bench_screen,
        bench_search,
        bench_snapshot,
        bench_tray,
    )

    known = {
        "start": bench_tray.start,
        "idle": bench_tray.idle,
        "gaps": bench_gaps.gaps,
        "snapshot": bench_snapshot.snapshot,
        "redaction": bench_redaction.redaction,
        "search": bench_search.search,
        "screen": bench_screen.screen,
        "desk": bench_desk.desk,
    }
    return known[name]


def _processor() -> Mapping[str, float]:
    import psutil

    return psutil.cpu_times()._asdict()


def _print(figures: list[Figure]) -> None:
    step("Done")
    columns = ("figure", "ours", "peer", "ratio", "unit", "goal")
    width = max(len(str(row["figure"])) for row in figures)
    for row in [dict.fromkeys(columns, ""), *figures]:
        cells = [str(row[name]) if row["figure"] else name for name in columns]
        print(f"{cells[0]:{width}}  {cells[1]:>9} {cells[2]:>9} {cells[3]:>7}  {cells[4]:<8} {cells[5]}")
    for row in figures:
        print(json.dumps(row))


if __name__ == "__main__":
    sys.exit(main())
