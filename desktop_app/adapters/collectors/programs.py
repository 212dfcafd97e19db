"""Running programs where /proc does not exist: from what psutil tells."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop_app.domain.sections.programs import Processes, Program

_SHOWN = 20
_STATES = {
    "running": "running",
    "sleeping": "sleeping",
    "zombie": "zombie",
    "stopped": "stopped",
    "disk-sleep": "waiting for disk",
}
_NOT_PROGRAMS = frozenset({"System Idle Process", "kernel_task"})


def from_psutil(
    entries: Sequence[Mapping[str, Any]],
    now: float | None = None,
    busy: Callable[[Sequence[int]], Mapping[int, float]] = lambda _: {},
) -> Processes:
    """The busiest and the largest of `entries`; what may not be read of a program of somebody else is left out.

    `busy`: measures how much those chosen keep a processor busy now, in percent.
    """
    moment = time.time() if now is None else now
    found = [_program(entry, moment) for entry in entries if entry.get("name") not in _NOT_PROGRAMS]
    busiest = sorted(found, key=lambda program: program.cpu_average_percent or 0, reverse=True)[:_SHOWN]
    largest = sorted(found, key=lambda program: program.memory_bytes or 0, reverse=True)[:_SHOWN]
    chosen = {program.pid: program for program in (*busiest, *largest)}
    percent = busy([pid for pid in chosen if pid is not None])
    return Processes(
        count=len(found),
        threads=sum(program.threads or 0 for program in found),
        zombies=sum(program.state == "zombie" for program in found),
        programs=tuple(replace(program, cpu_percent=percent.get(pid or -1)) for pid, program in chosen.items()),
    )


def _program(entry: Mapping[str, Any], now: float) -> Program:
    times, memory, started = entry.get("cpu_times"), entry.get("memory_info"), entry.get("create_time")
    running = max(now - started, 0.01) if started else None
    used = times.user + times.system if times else None
    return Program(
        pid=entry.get("pid"),
        name=entry.get("name") or "?",
        owner=entry.get("username"),
        state=_STATES.get(str(entry.get("status")), entry.get("status")),
        cpu_average_percent=round(100 * used / running, 1) if used is not None and running else None,
        memory_bytes=memory.rss if memory else None,
        threads=entry.get("num_threads"),
        running_s=int(running) if running else None,
    )
