"""Linux: what runs in the background, by systemd itself; what starts by itself and at fixed times, by its files."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import Any

from desktop_app.adapters.collectors.linux.bus import Bus, Table, session_bus, system_bus
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.sections.upkeep import Autostart, Service, Services, Task

_SYSTEMD, _MANAGER = "org.freedesktop.systemd1", "/org/freedesktop/systemd1"
_WANTS = "etc/systemd/system"
_STATES = {"active": "running", "failed": "failed", "inactive": "inactive", "activating": "waiting"}
_TIMERS, _STAMPS = "timers.target.wants", "var/lib/systemd/timers"
_CRON = ("cron.d", "cron.hourly", "cron.daily", "cron.weekly", "cron.monthly")
_MOST, _MOST_FAILED, _MOST_TIMERS = 400, 30, 40

Unit = tuple[Any, ...]
"""As systemd lists it: name, description, load, active and sub state, followed unit, path, job."""


def services(tree: Tree) -> Services | Partly:
    """What runs, what should and does not, what starts by itself."""
    parts = Parts()
    with ExitStack() as doors:
        system = parts.one(lambda: doors.enter_context(system_bus(tree)))
        user = parts.one(lambda: doors.enter_context(session_bus(tree)))
        units = parts.rows(lambda: _units(system, "*.service"))
        enabled = tuple(_enabled(tree))
        return parts.whole(
            Services(
                state=parts.one(lambda: _state(system)),
                total=len(units) or None,
                running=sum(unit[4] == "running" for unit in units) if units else None,
                failed=(*parts.rows(lambda: _failed(system)), *parts.rows(lambda: _failed(user))),
                services=tuple(_service(unit, enabled) for unit in units if unit[2] != "not-found")[:_MOST],
                enabled=enabled,
                autostart=tuple(_autostart(tree)),
                tasks=(*parts.rows(lambda: _timers(tree, system)), *_cron(tree)),
            )
        )


def _units(bus: Bus | None, pattern: str, states: tuple[str, ...] = ()) -> list[Unit]:
    if bus is None:
        return []
    face, question = f"{_SYSTEMD}.Manager", "ListUnitsByPatterns"
    answer = bus.call(_SYSTEMD, _MANAGER, face, question, "asas", list(states), [pattern])
    return sorted(answer[0]) if answer else []


def _state(bus: Bus | None) -> str | None:
    return bus.properties(_SYSTEMD, _MANAGER, f"{_SYSTEMD}.Manager").get("SystemState") if bus else None


def _service(unit: Unit, enabled: tuple[str, ...]) -> Service:
    state = "exited" if unit[4] == "exited" else _STATES.get(unit[3], unit[3])
    return Service(_name(unit), unit[1] or None, state, "automatic" if unit[0] in enabled else "on demand")


def _name(unit: Unit) -> str:
    return str(unit[0]).removesuffix(".service")


def _failed(bus: Bus | None) -> Iterator[Service]:
    """Failed units of every kind, and why each of them failed."""
    for unit in _units(bus, "*", ("failed",))[:_MOST_FAILED]:
        face = str(unit[0]).rpartition(".")[2].capitalize()
        about = bus.properties(_SYSTEMD, unit[6], f"{_SYSTEMD}.{face}") if bus else {}
        yield Service(_name(unit), unit[1] or None, "failed", None, about.get("Result"))


def _enabled(tree: Tree) -> Iterator[str]:
    """Units that something wants at the start of the machine or of its desktop."""
    found = (file.name for file in tree.glob(f"{_WANTS}/*.wants/*") if file.parent.name.endswith((".target.wants",)))
    return iter(sorted(set(found)))


def _autostart(tree: Tree) -> Iterator[Autostart]:
    """Entries of the desktop; the user's own ones cover those of the system with the same file name."""
    home = tree.environ.get("HOME", "").strip("/")
    places = {"user": f"{home}/.config/autostart"} if home else {}
    seen: set[str] = set()
    for source, place in {**places, "system": "etc/xdg/autostart"}.items():
        for name in tree.names(place):
            if name.endswith(".desktop") and name not in seen:
                seen.add(name)
                entry = tree.pairs(f"{place}/{name}")
                off = entry.get("Hidden") == "true" or entry.get("X-GNOME-Autostart-enabled") == "false"
                yield Autostart(entry.get("Name") or name.removesuffix(".desktop"), not off, source)


def _timers(tree: Tree, bus: Bus | None) -> Iterator[Task]:
    """Timers with their last and next time; without the one who keeps them, those that are switched on."""
    for unit in _units(bus, "*.timer")[:_MOST_TIMERS]:
        about = bus.properties(_SYSTEMD, unit[6], f"{_SYSTEMD}.Timer") if bus else {}
        yield _timer(tree, str(unit[0]), _STATES.get(unit[3], unit[3]), about)
    for file in tree.glob(f"{_WANTS}/{_TIMERS}/*.timer") if bus is None else ():
        yield _timer(tree, file.name, None, {})


def _timer(tree: Tree, name: str, state: str | None, about: Table) -> Task:
    last, following = about.get("LastTriggerUSec"), about.get("NextElapseUSecRealtime")
    return Task(
        name=name.removesuffix(".timer"),
        state=state,
        last_at=_micro(last) or tree.changed_at(f"{_STAMPS}/stamp-{name}"),
        next_at=_micro(following),
        result=about.get("Result"),
        source="timer",
    )


def _micro(count: object) -> str | None:
    """A count of microseconds since 1970; the largest number there is means never."""
    return moment(count / 1_000_000) if isinstance(count, int) and 0 < count < 2**63 else None


def _cron(tree: Tree) -> Iterator[Task]:
    """Files of the old timetable by name; what they do is not told."""
    for folder in _CRON:
        for name in tree.names(f"etc/{folder}"):
            if not name.startswith("."):
                yield Task(name=PurePosixPath(name).name, source=folder)
    if any(line[:1].isdigit() or line[:1] in {"*", "@"} for line in tree.lines("etc/crontab")):
        yield Task(name="crontab", source="crontab")
