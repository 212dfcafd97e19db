"""The project's command line as processes that find the libraries loaded.

To load Django and what stands on it takes longer than most tests, and they need some four hundred of these processes.
A fork server of the standard library loads it once; each process is forked from it and has its own environment, output
and end. `python -m desktop_app` itself is what the tests end to end start.
"""

import io
import multiprocessing
import os
import sys
from multiprocessing.connection import Connection
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["tests.contract.loaded"])


class Forked:
    """`rescousse WORDS…`: `said` is what it prints, what it complains of is added to the file `log`."""

    def __init__(self, words: list[str], log: Path, typed: str = "") -> None:
        hears, says = _SERVER.Pipe(duplex=False)
        given = (words, dict(os.environ), str(log), typed, says)
        self._process = _SERVER.Process(target=_run, args=given, daemon=True)
        self._process.start()
        says.close()
        self.said = os.fdopen(os.dup(hears.fileno()), encoding="utf-8")
        hears.close()

    @property
    def pid(self) -> int:
        """Its number."""
        assert self._process.pid is not None
        return self._process.pid

    def ended(self, timeout_s: float) -> int:
        """Its exit code once it is over; negative when a signal ended it."""
        self._process.join(timeout_s)
        code = self._process.exitcode
        assert code is not None, f"still running after {timeout_s} s"
        self._process.close()
        self.said.close()
        return code


def _run(words: list[str], environment: dict[str, str], log: str, typed: str, says: Connection) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(_ROOT)
    os.dup2(says.fileno(), sys.__stdout__.fileno())  # type: ignore[union-attr]
    says.close()
    complaints = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(complaints, sys.__stderr__.fileno())  # type: ignore[union-attr]
    os.close(complaints)
    sys.stdin = io.StringIO(typed)
    sys.argv = ["rescousse", *words]
    from desktop_app.__main__ import main

    sys.exit(main())
