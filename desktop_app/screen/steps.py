"""The process that records steps: one line in, `Begin`; a line out for each click; over when the pipe closes."""

import os
import sys
from contextlib import suppress
from itertools import islice
from typing import IO

from desktop_app.protocol.steps import MOST_STEPS, Began, Begin


def main() -> int:
    """Record until the pipe closes, or so many steps that nobody would read more."""
    lines_out = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # what a library prints must not look like a line
    with suppress(BrokenPipeError):
        record(os.fdopen(0, "rb", buffering=0), lines_out)
    sys.stderr.flush()
    os._exit(0)


def record(lines_in: IO[bytes], lines_out: IO[str]) -> None:
    """Tell each click of this person."""
    from desktop_app.screen.x11.clicks import Clicks

    begin = Begin.model_validate_json(lines_in.readline())
    clicks = Clicks(begin, lines_in)
    lines_out.write(Began().model_dump_json() + "\n")
    for clicked in islice(clicks.heard(), 1 if begin.picks else MOST_STEPS):
        lines_out.write(clicked.model_dump_json() + "\n")
