"""The shared screen on bad lines: a narrow one, one that delays and loses, one that is away for half a minute."""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from build_scripts.bench_screen_view import look
from build_scripts.bench_screen_wire import Quality, Wire
from build_scripts.environment import ROOT
from build_scripts.figures import Figure, figure
from build_scripts.progress import Trouble

_NARROW = (
    "ip link set lo mtu 1500 up && tc qdisc add dev lo root tbf rate 2mbit burst 20kb latency 200ms && "
    'exec "$0" -m build_scripts.bench_screen_lines "$1"'
)
_SETTLED_S, _SHARP_S, _SECONDS, _OUTAGE_S = 6, 25, 10, 30
_CURRENT_MS = 1_000


def narrow(wanted: argparse.Namespace) -> Iterable[Figure]:
    """Scrolling where 2 Mbit/s are all there is, both directions together: a network of its own, shaped."""
    ours, theirs = ([_in_narrow(system) for _ in range(wanted.runs)] for system in ("ours", "x11vnc"))
    for name, fact, goal, unit in (
        ("shown frames", "rate", ">= 50 x, >= 10", "/s"),
        ("first", "first", "<= 0.2 x", "ms"),
    ):
        yield figure(f"2 Mbit/s: {name}", [row[fact] for row in ours], [row[fact] for row in theirs], unit, goal)


def _in_narrow(system: str) -> dict[str, float]:
    words = ["unshare", "--user", "--map-root-user", "--net", "sh", "-c", _NARROW, sys.executable, system]
    done = subprocess.run(words, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"No network of its own could be shaped here: {done.stderr[-400:]}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def lossy(wanted: argparse.Namespace) -> Iterable[Figure]:
    """Typing over 1 Mbit/s, 75 ms each way, of which 2 % are lost."""
    with Wire(Quality()) as wire, look("typing", "ours", wire.change) as seen:
        seen.page.wait_for_timeout(_SHARP_S * 1000)
        seen.page.evaluate("reset()")
        seen.page.wait_for_timeout(_SECONDS * 1000 * wanted.runs)
        told = seen.page.evaluate("told()")
    for part in ("p50", "p95"):
        yield figure(f"75 ms each way, 2 % lost: typing {part}", [told[part]], [], "ms", "<= 400")


def outage(wanted: argparse.Namespace) -> Iterable[Figure]:
    """Half a minute without a line: how long until the picture is current again, on the same yes."""
    with Wire(Quality()) as wire, look("typing", "ours", wire.change) as seen:
        late = [_away(seen.page, wire) for _ in range(min(wanted.runs, 2))]
    yield figure("current after 30 s without a line", late, [], "s", "<= 2")


def _away(page: Any, wire: Wire) -> float:
    page.wait_for_timeout(_SETTLED_S * 1000)
    wire.quality.is_open = False
    page.wait_for_timeout(_OUTAGE_S * 1000)
    page.evaluate("reset()")
    wire.quality.is_open, since = True, time.monotonic()
    page.wait_for_function(f"seen.late.some((late) => late < {_CURRENT_MS})", timeout=40_000)
    return time.monotonic() - since


def main() -> int:
    """One look through a line that is shaped around this process; a line of JSON."""
    with look("scroll", sys.argv[1]) as seen:
        seen.page.wait_for_function("seen.count", timeout=60_000)
        first = seen.page.evaluate("seen.read - seen.start")
        seen.page.wait_for_timeout(_SETTLED_S * 1000)
        seen.page.evaluate("reset()")
        seen.page.wait_for_timeout(_SECONDS * 1000)
        print(json.dumps({"first": first, "rate": seen.page.evaluate("told()")["rate"]}))
    return 0


LINES: dict[str, Callable[[argparse.Namespace], Iterable[Figure]]] = {
    "narrow": narrow, "lossy": lossy, "outage": outage,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
