"""Windows: what runs now, and what does not answer."""

from dataclasses import replace

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.programs import from_psutil
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.memory import performance
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.domain.sections.programs import Processes, Program


def processes(pc: Pc) -> Processes | Partly:
    """What runs; programs by name, never by their command line."""
    parts = Parts()
    entries = psutil_facts.programs()
    stuck = parts.one(pc.calls.hung) or set()
    hung = tuple(
        Program(pid=e.get("pid"), name=e.get("name"), owner=e.get("username")) for e in entries if e.get("pid") in stuck
    )
    found = from_psutil(entries, busy=psutil_facts.busy_percent)
    handles = performance(pc.calls.performance()).get("handles")
    return parts.whole(replace(found, hung=hung, open_files=handles))
