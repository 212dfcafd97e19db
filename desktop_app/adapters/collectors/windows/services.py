"""Windows: what runs in the background, what should and does not, what starts by itself and at fixed times.

Names only: the commands behind them, with whatever people wrote into those, are not read.
"""

import re
from collections.abc import Iterator
from typing import Any

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.values import date_of, text, whole
from desktop_app.domain.sections.upkeep import Autostart, Service, Services, Task

_STATES = {
    "Running": "running",
    "Stopped": "stopped",
    "Paused": "paused",
    "Start Pending": "waiting",
    "Stop Pending": "waiting",
}
_STARTS = {"Auto": "automatic", "Manual": "on demand", "Disabled": "never", "Boot": "automatic", "System": "automatic"}
_NEEDED = frozenset(
    {
        *("Spooler", "Dhcp", "Dnscache", "LanmanWorkstation", "EventLog", "BFE", "mpssvc", "nsi", "Winmgmt", "ProfSvc"),
        *("AudioEndpointBuilder", "Audiosrv", "Schedule", "SamSs", "CryptSvc", "WinDefend"),
    }
)
"""Services that never end by themselves: most others that start by themselves end when there is nothing to do."""
_NEVER_STARTED = 1077
_RUNNING_TEMPLATE = re.compile(r"_[0-9a-f]{4,}$")
_RUN = {
    "machine": r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run",
    "machine (32 bits)": r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Run",
    "user": r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Run",
}
_APPROVED = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved"
_SWITCHES = {
    "machine": rf"HKLM\{_APPROVED}\Run",
    "machine (32 bits)": rf"HKLM\{_APPROVED}\Run32",
    "user": rf"HKCU\{_APPROVED}\Run",
    "folder": rf"HKCU\{_APPROVED}\StartupFolder",
    "folder of all": rf"HKLM\{_APPROVED}\StartupFolder",
}
_STARTUP = "Microsoft/Windows/Start Menu/Programs/Startup"
_FOLDERS = {"folder": "APPDATA", "folder of all": "PROGRAMDATA"}
_TASK_STATES = {1: "off", 2: "waiting", 3: "ready", 4: "running"}
_SID = re.compile(r"-?S-1-\d+(?:-\d+)+")
_MOST, _MOST_FAILED = 400, 30


def services(pc: Pc) -> Services | Partly:
    """What runs, what should and does not, what starts by itself."""
    parts = Parts()
    found = parts.rows(lambda: pc.now.all("Win32_Service"))
    told = [_service(entry) for entry in found]
    return parts.whole(
        Services(
            total=len(told) or None,
            running=sum(service.state == "running" for service in told) if told else None,
            failed=tuple(_failed(found))[:_MOST_FAILED],
            services=tuple(told)[:_MOST],
            enabled=tuple(service.name for service in told if service.name and service.start == "automatic")[:_MOST],
            autostart=parts.rows(lambda: _autostart(pc))[:_MOST],
            tasks=parts.rows(lambda: map(_task, pc.later.all("Tasks")))[:_MOST],
        )
    )


def _service(entry: dict[str, Any]) -> Service:
    """A service; those of one user each carry a number that changes at every sign-in."""
    code = whole(entry.get("ExitCode"))
    return Service(
        name=_RUNNING_TEMPLATE.sub("", str(entry.get("Name") or "")) or None,
        title=text(entry.get("DisplayName")),
        state=_STATES.get(str(entry.get("State"))),
        start=_STARTS.get(str(entry.get("StartMode"))),
        result=str(code) if code and code != _NEVER_STARTED else None,
    )


def _failed(found: tuple[dict[str, Any], ...]) -> Iterator[Service]:
    """Started by itself and ended with an error, or ended although it is needed."""
    for service in map(_service, found):
        is_missed = service.result is not None or service.name in _NEEDED
        if service.start == "automatic" and service.state == "stopped" and is_missed:
            yield service


def _autostart(pc: Pc) -> Iterator[Autostart]:
    """Names in the lists of the registry and in the start folders; a switch with an odd first byte is off."""
    places = {source: pc.keys.names(path) for source, path in _RUN.items()}
    for source, variable in _FOLDERS.items():
        folder = pc.folder(variable)
        names = pc.files.names(f"{folder}/{_STARTUP}") if folder else []
        places[source] = [name for name in names if name.lower() != "desktop.ini"]
    for source, names in places.items():
        for name in names:
            switch = pc.keys.value(_SWITCHES[source], name)
            is_off = isinstance(switch, bytes) and switch[:1] != b"" and bool(switch[0] & 1)
            yield Autostart(clean(name.removesuffix(".lnk")), not is_off, source)


def _task(entry: dict[str, Any]) -> Task:
    """A task without the number of the user that some programs put into its name."""
    code = whole(entry.get("LastTaskResult"))
    return Task(
        name=_SID.sub("", clean(str(entry.get("Name") or ""))) or None,
        state=_TASK_STATES.get(entry.get("State", 0)),
        last_at=date_of(entry.get("Last")),
        next_at=date_of(entry.get("Next")),
        result=None if code is None else f"0x{code & 0xFFFFFFFF:x}",
        source="task scheduler",
    )
