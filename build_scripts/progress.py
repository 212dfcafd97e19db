"""What the scripts say while they work: plain sentences, one a line."""

import sys
import time

_START = time.monotonic()


class Trouble(Exception):
    """Something the person at the keyboard has to know or do: one plain sentence, or the exact line to type."""


def step(text: str) -> None:
    """One line of progress, with the seconds since the start."""
    print(f"[{time.monotonic() - _START:5.1f} s] {text}", flush=True)


def tell(trouble: Trouble) -> int:
    """Say what went wrong; the exit code."""
    print(f"\n{trouble}", file=sys.stderr, flush=True)
    return 1
