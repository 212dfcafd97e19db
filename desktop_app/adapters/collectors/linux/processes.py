"""Linux: running programs from /proc/*/stat: names and figures, never a command line."""

import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from time import monotonic

from desktop_app.adapters.collectors.run import Partly
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.programs import Processes, Program
from desktop_app.domain.snapshot import Reason

SAMPLE_S = 0.08
MOST_READ = 20_000
SHOWN = 40
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_PAGE = 4096
_STATES = {"R": "running", "S": "sleeping", "D": "waiting for disk", "Z": "zombie", "T": "stopped", "I": "idle"}


@dataclass(frozen=True)
class Reading:
    """One process: `ticks` of processor since it started at `start_ticks` after the machine."""

    pid: int
    name: str
    state: str
    ticks: int
    threads: int
    start_ticks: int
    pages: int


def processes(tree: Tree, sample_s: float = SAMPLE_S) -> Processes | Partly:
    """Everything that runs; the present use of the processor comes from two readings `sample_s` seconds apart."""
    count = len(_numbers(tree))
    found = replace(_measured(tree, sample_s), count=count)
    return found if count <= MOST_READ else Partly(found, Reason.TOO_MUCH)


def _measured(tree: Tree, sample_s: float) -> Processes:
    before, started = _readings(tree), monotonic()
    if sample_s:
        threading.Event().wait(sample_s)
    now, passed = (_readings(tree), monotonic() - started) if sample_s else (before, 0.0)
    earlier = {reading.pid: reading.ticks for reading in before}
    up = tree.raw("proc/uptime").split()
    uptime = float(up[0]) if up else 0.0
    shown = [_program(reading, earlier.get(reading.pid), passed, uptime) for reading in now]
    files = tree.raw("proc/sys/fs/file-nr").split()
    return Processes(
        threads=sum(reading.threads for reading in now),
        zombies=sum(reading.state == "Z" for reading in now),
        waiting_for_disk=sum(reading.state == "D" for reading in now),
        open_files=int(files[0]) if len(files) == 3 else None,
        open_files_limit=min(int(files[2]), 2**53) if len(files) == 3 else None,
        programs=tuple(_owned(tree, shown)),
    )


def _numbers(tree: Tree) -> list[str]:
    return [entry.name for entry in os.scandir(tree.at("proc")) if entry.name.isdecimal()]


def _readings(tree: Tree) -> list[Reading]:
    return [reading for number in _numbers(tree)[:MOST_READ] if (reading := _reading(tree, number))]


def _reading(tree: Tree, pid: str) -> Reading | None:
    text = tree.raw(f"proc/{pid}/stat", 1024)
    before, _, after = text.rpartition(")")
    words = after.split()
    if len(words) < 22:
        return None
    name = before.partition("(")[2]
    ticks = int(words[11]) + int(words[12])
    return Reading(int(pid), name, words[0], ticks, int(words[17]), int(words[19]), int(words[21]))


def _program(reading: Reading, before: int | None, passed: float, uptime: float) -> Program:
    running = max(uptime - reading.start_ticks / _TICKS, 0.01)
    used = max(0, reading.ticks - before) if before is not None else 0  # a number may be given to another program
    recent = used / _TICKS / passed if passed else 0.0
    return Program(
        pid=reading.pid,
        name=reading.name,
        state=_STATES.get(reading.state, reading.state),
        cpu_percent=round(100 * recent, 1),
        cpu_average_percent=round(100 * reading.ticks / _TICKS / running, 1),
        memory_bytes=reading.pages * _PAGE,
        threads=reading.threads,
        running_s=int(running),
    )


def _owned(tree: Tree, programs: Iterable[Program]) -> list[Program]:
    """The busiest and the largest, with their owners."""
    found = list(programs)
    busiest = sorted(found, key=lambda p: ((p.cpu_percent or 0) + (p.cpu_average_percent or 0), p.memory_bytes or 0))
    largest = sorted(found, key=lambda p: p.memory_bytes or 0)
    chosen = {id(program): program for program in [*busiest[: -SHOWN // 2 - 1 : -1], *largest[: -SHOWN // 2 - 1 : -1]]}
    return [replace(program, owner=_owner(tree, program.pid or 0)) for program in chosen.values()]


def _owner(tree: Tree, pid: int) -> str | None:
    try:
        number = tree.at(f"proc/{pid}").stat().st_uid
    except OSError:
        return None
    return _user(number)


@cache
def _user(number: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)
