"""Memory that runs out: how much is left to this user, and which programs hold it."""

from contextlib import suppress
from pathlib import Path

import psutil

from desktop_app.adapters.actions import processes
from desktop_app.adapters.actions.ending import shown_name
from desktop_app.adapters.actions.here import Here
from desktop_app.adapters.actions.registry import Shown, check
from desktop_app.domain.action import Given, Item, Result
from desktop_app.domain.fix import Facts

_FACTS = ("percent", "free_bytes", "total_bytes", "program", "memory_bytes", "count")
_LEAST_PERCENT, _PLENTY_BYTES = 10, 1_500_000_000
_SMALL_BYTES = 60_000_000
_SHOWN = 6
# Files of a control group: the most it may use, what it uses, what of that the kernel gives back at once
_VERSION_2 = ("memory.max", "memory.current", "inactive_file")
_VERSION_1 = ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")


@check("speed.memory", Shown(("short", "enough"), _FACTS, {"least_percent": int}))
def memory_left(here: Here, given: Given) -> Result:
    """What is free for this user, and the programs that hold most, with all that belongs to each."""
    free, total = left(here)
    items = tuple(_largest())
    percent = 100 * free / max(total, 1)
    facts: Facts = {"percent": round(percent), "free_bytes": free, "total_bytes": total, "count": len(items)}
    is_short = percent < given.number("least_percent", _LEAST_PERCENT) and free < _PLENTY_BYTES
    first = items[0].facts if items else {}
    return Result("short" if is_short else "enough", {**first, **facts}, f"{percent:.1f} % of {total} free", items)


def left(here: Here) -> tuple[int, int]:
    """Free and whole memory in bytes: of the machine, or of the part of it that this user was given."""
    machine = psutil.virtual_memory()
    groups = _groups(here) if here.system == "linux" else []
    return min([(machine.available, machine.total), *groups])


def _groups(here: Here) -> list[tuple[int, int]]:
    """Every limit above this program (kernel.org: cgroup-v2, cgroup-v1/memory)."""
    found = []
    for line in _text(here.at("proc/self/cgroup")).splitlines():
        _, _, rest = line.partition(":")
        kinds, _, path = rest.partition(":")
        if kinds in ("", "memory"):
            base = here.at("sys/fs/cgroup") / kinds
            place = Path(path.lstrip("/"))
            found += [_group(base / part, _VERSION_1 if kinds else _VERSION_2) for part in (place, *place.parents)]
    return [limit for limit in found if limit]


def _group(folder: Path, names: tuple[str, str, str]) -> tuple[int, int] | None:
    most, used = _text(folder / names[0]).strip(), _text(folder / names[1]).strip()
    if not most.isdigit() or not used.isdigit() or int(most) >= psutil.virtual_memory().total:
        return None
    spare = next(
        (row.split()[1] for row in _text(folder / "memory.stat").splitlines() if row.startswith(names[2])), "0"
    )
    return int(most) - int(used) + int(spare), int(most)


def _text(file: Path) -> str:
    with suppress(OSError):
        return file.read_text(encoding="utf-8", errors="replace")
    return ""


def _largest() -> list[Item]:
    every = {process.pid: process for process in processes.mine()}
    held: dict[int, int] = {}
    for process in every.values():
        with suppress(psutil.Error):
            owner = _owner(process.pid, every)
            held[owner] = held.get(owner, 0) + process.memory_info().rss
    ranked = sorted(((size, pid) for pid, size in held.items() if size > _SMALL_BYTES), reverse=True)
    return [item for size, pid in ranked[:_SHOWN] if (item := _item(every[pid], size))]


def _owner(pid: int, every: dict[int, psutil.Process]) -> int:
    """The program that people know: the first one up the line, before the desktop that started it."""
    with suppress(psutil.Error):
        while (parent := every[pid].ppid()) in every:
            pid = parent
    return pid


def _item(process: psutil.Process, size: int) -> Item | None:
    with suppress(psutil.Error):
        name = shown_name(process)
        return Item(processes.mark(process), {"program": name, "memory_bytes": size})
    return None
