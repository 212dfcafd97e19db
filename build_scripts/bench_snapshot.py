"""A snapshot beside the inventory programs of Debian: `bench.py snapshot`.

Whole processes, in turn with each peer: start of the interpreter, reading, masking, writing. inxi sleeps on purpose
for its processor sample; `--sleep 0` takes that away. Then the same inside the running program, where the libraries
are loaded: processor time of all sections together.
"""

import argparse
import json
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from build_scripts import environment
from build_scripts.figures import Figure, figure
from build_scripts.progress import step

_OURS = [str(environment.PYTHON), "-m", "desktop_app", "snapshot", "--json", "--output", os.devnull]
_PEERS = {
    "inxi -F": (["inxi", "-F"], "<= 0.25 x"),
    "inxi -F --sleep 0": (["inxi", "-F", "--sleep", "0"], "<= 0.6 x"),
    "fusioninventory": (["fusioninventory-inventory"], "<= 0.15 x"),
}
_WINDOWS = 5
_INSIDE = """
import json, sys
from desktop_app.bootstrap import House
from desktop_app.services.snapshots import measure
json.dump(measure(House().snapshots), sys.stdout)
"""


def snapshot(wanted: argparse.Namespace) -> Iterable[Figure]:
    """Wall and processor time against each peer, then inside the program."""
    environment.run([str(environment.PYTHON), "-m", "compileall", "-q", "desktop_app"])  # as whatever is installed
    with tempfile.TemporaryDirectory(prefix="rescousse-bench-") as home:
        variables = {**os.environ, "RESCOUSSE_HOME": home}
        for name, (command, goal) in _PEERS.items():
            step(f"In turn with {name}")
            pairs = [(_timed(_OURS, variables), _timed(command, variables)) for _ in range(wanted.runs + 1)][1:]
            for at, kind in enumerate(("wall", "processor")):
                ours, peer = ([pair[who][at] for pair in pairs] for who in (0, 1))
                yield figure(f"whole process, {kind}, beside {name}", ours, peer, "s", goal if kind == "wall" else "")
        yield from _inside(variables)
        yield from _window(variables)


def _timed(command: list[str], variables: dict[str, str]) -> tuple[float, float]:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, env=variables, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _window(variables: dict[str, str]) -> Iterable[Figure]:
    step("In the window, while the report is taken")
    command = [str(environment.PYTHON), "-m", "build_scripts.bench_snapshot_window"]
    root = Path(__file__).resolve().parent.parent
    runs = [subprocess.run(command, env=variables, cwd=root, capture_output=True, check=True) for _ in range(_WINDOWS)]
    idle, busy = (list(column) for column in zip(*(map(float, run.stdout.split()) for run in runs), strict=True))
    yield figure("longest stand of the window, beside one that does nothing", busy, idle, "ms", "<= 50 ms")


def _inside(variables: dict[str, str]) -> Iterable[Figure]:
    step("Inside the program, its libraries loaded")
    command = [str(environment.PYTHON), "-c", _INSIDE]
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(command, env=variables, cwd=root, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    yield figure("all sections, processor", [found["cpu_ms"]], [], "ms", "<= 60 ms")
    yield figure("all sections, wall (80 ms of it a sample)", [found["wall_ms"]], [], "ms")
    yield figure("masking and writing, wall", [found["review_ms"]], [], "ms")
