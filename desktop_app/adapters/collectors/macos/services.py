"""macOS: what runs in the background, what should and does not, what starts by itself and at fixed times.

Names only: the words with which they are started are not read.
"""

from collections.abc import Iterator

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.macos.mac import Mac
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.upkeep import Autostart, Service, Services, Task

_MACHINE, _AGENTS = "Library/LaunchDaemons", "Library/LaunchAgents"
_APPLE = "com.apple."
_ENDED_BY_OTHERS = {"-9", "-15", "0", "-"}
"""Signals with which macOS itself ends what is not needed."""
_MOST, _MOST_FAILED = 400, 30


def services(mac: Mac) -> Services | Partly:
    """What runs for this user, what should, what starts by itself."""
    parts = Parts()
    told = parts.rows(lambda: services_from(mac.said("/bin/launchctl", "list")))
    plists = list(_plists(mac))
    return parts.whole(
        Services(
            total=len(told) or None,
            running=sum(service.state == "running" for service in told) if told else None,
            failed=tuple(s for s in told if s.result and not (s.name or "").startswith(_APPLE))[:_MOST_FAILED],
            services=told[:_MOST],
            enabled=tuple(name for name, source, table in plists if source == "machine" and _is_on(table))[:_MOST],
            autostart=tuple(
                Autostart(name, _is_on(table), source) for name, source, table in plists if source != "machine"
            ),
            tasks=tuple(_tasks(plists))[:_MOST],
        )
    )


def services_from(said: str) -> Iterator[Service]:
    """What `launchctl list` says: number of the program, how it last ended, name."""
    for line in said.splitlines()[1:]:
        words = line.split("\t")
        if len(words) == 3:
            state = "running" if words[0].isdecimal() else "stopped"
            result = words[1] if state == "stopped" and words[1] not in _ENDED_BY_OTHERS else None
            yield Service(clean(words[2]), None, state, None, result)


def _plists(mac: Mac) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Name, whose, and table of each program that launchd knows from others than Apple."""
    places = {"machine": _MACHINE, "all users": _AGENTS, "user": f"{mac.home}/{_AGENTS}" if mac.home else ""}
    for source, folder in places.items():
        for name in mac.files.names(folder) if folder else ():
            if name.endswith(".plist"):
                table = mac.plist(f"{folder}/{name}")
                yield clean(str(table.get("Label") or name.removesuffix(".plist"))), source, table


def _is_on(table: dict[str, object]) -> bool:
    return table.get("Disabled") is not True


def _tasks(plists: list[tuple[str, str, dict[str, object]]]) -> Iterator[Task]:
    """What is done at its time; launchd keeps no table of when it was."""
    for name, _, table in plists:
        if "StartCalendarInterval" in table or "StartInterval" in table:
            yield Task(name=name, state="waiting" if _is_on(table) else "off", source="launchd")
