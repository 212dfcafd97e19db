"""A real program for the length of a test, under a name of the test's choice."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PYTHON = Path(sys.executable).resolve()
SLEEP = Path("/bin/sleep")


def called(folder: Path, name: str, program: Path = PYTHON) -> Path:
    """`program` under another name: processes bear the name that they were started by."""
    link = folder / name
    link.symlink_to(program)
    return link


@contextmanager
def running(
    *words: str | Path, says: str = "", enter: Callable[[], None] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Started, and when it should say something, heard; ended with the test whatever happens in it."""
    command: Sequence[str | Path] = words
    with subprocess.Popen(command, stdout=subprocess.PIPE, preexec_fn=enter) as program:
        try:
            if says:
                assert program.stdout
                assert program.stdout.readline().decode().strip() == says
            yield program
        finally:
            program.kill()
