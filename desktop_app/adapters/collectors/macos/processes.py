"""macOS: what runs now."""

from dataclasses import replace

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.macos.mac import Mac
from desktop_app.adapters.collectors.macos.values import whole
from desktop_app.adapters.collectors.programs import from_psutil
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.programs import Processes


def processes(mac: Mac) -> Processes | Partly:
    """What runs; programs by name, never by their command line."""
    parts = Parts()
    files = parts.one(lambda: mac.settings("kern.num_files", "kern.maxfiles")) or {}
    found = from_psutil(psutil_facts.programs(), busy=psutil_facts.busy_percent)
    count, most = whole(files.get("kern.num_files")), whole(files.get("kern.maxfiles"))
    return parts.whole(replace(found, open_files=count, open_files_limit=most))
