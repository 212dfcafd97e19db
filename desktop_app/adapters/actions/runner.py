"""Runs the tools of the system: argument lists, a deadline each, never a shell."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.adapters.actions.output import MOST_BYTES, TooLoud, collect
from desktop_app.domain.action import ActionFailed


@dataclass(frozen=True)
class Ran:
    """What a tool answered."""

    code: int
    out: str
    err: str


class ToolMissing(ActionFailed):
    """The tool is not installed."""


class ToolTooSlow(ActionFailed):
    """The tool did not answer in time and was ended, with everything it had started."""


class ToolTooLoud(ActionFailed):
    """The tool printed more than it may and was ended, with everything it had started."""


def run(
    args: Sequence[str],
    deadline_s: float,
    environ: Mapping[str, str],
    folder: Path | None = None,
    most: int = MOST_BYTES,
) -> Ran:
    """Runs `args` in `folder` with nothing to read and no terminal to ask on. ToolMissing, ToolTooSlow, ToolTooLoud
    (more than `most` bytes).
    """
    try:
        process = subprocess.Popen(  # noqa: S603 -- argument lists of registered actions only
            list(args),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            cwd=folder,
            env={**environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"},
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as problem:
        raise ToolMissing(f"{args[0]}: {problem.strerror}") from problem
    with process:
        try:
            out, err = collect(process, deadline_s, most)
        except subprocess.TimeoutExpired:
            _end_group(process)
            raise ToolTooSlow(f"{args[0]}: no answer in {deadline_s:g} s") from None
        except TooLoud:
            _end_group(process)
            raise ToolTooLoud(f"{args[0]}: more than {most} bytes") from None
        except BaseException:
            _end_group(process)
            raise
    return Ran(process.returncode, out.decode(errors="replace"), err.decode(errors="replace"))


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """Ends the tool and all it started; nobody waits for a grandchild that keeps the pipe open."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    for pipe in (process.stdout, process.stderr):
        if pipe:
            pipe.close()
