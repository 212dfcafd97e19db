"""macOS: sections from property lists, psutil, CUPS, small programs, and questions to `system_profiler`."""

from time import monotonic

from desktop_app.adapters.collectors.application import application
from desktop_app.adapters.collectors.batch import Batch
from desktop_app.adapters.collectors.child import Printed, printed
from desktop_app.adapters.collectors.environment import environment
from desktop_app.adapters.collectors.later import Later
from desktop_app.adapters.collectors.macos import profiler
from desktop_app.adapters.collectors.macos.consumers import consumers
from desktop_app.adapters.collectors.macos.cpu import cpu
from desktop_app.adapters.collectors.macos.display import display
from desktop_app.adapters.collectors.macos.hardware import hardware
from desktop_app.adapters.collectors.macos.identity import identity
from desktop_app.adapters.collectors.macos.logs import logs
from desktop_app.adapters.collectors.macos.mac import Mac, Ways
from desktop_app.adapters.collectors.macos.memory import memory
from desktop_app.adapters.collectors.macos.network import network
from desktop_app.adapters.collectors.macos.os import os_section
from desktop_app.adapters.collectors.macos.peripherals import peripherals
from desktop_app.adapters.collectors.macos.power import power
from desktop_app.adapters.collectors.macos.processes import processes
from desktop_app.adapters.collectors.macos.security import security
from desktop_app.adapters.collectors.macos.services import services
from desktop_app.adapters.collectors.macos.software import software
from desktop_app.adapters.collectors.macos.storage import storage
from desktop_app.adapters.collectors.macos.updates import updates
from desktop_app.adapters.collectors.printing import printing
from desktop_app.adapters.collectors.run import Collector
from desktop_app.adapters.collectors.tree import Tree

_TOGETHER_S = 1.7
"""How long all programs of a section may take together: then it still comes in time, with what is known."""
_NOTHING = b"{}"


class MacOS:
    """The collectors of a Mac. What is slow is asked once in the background; each run asks the rest anew."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._later = Later(lambda: ways.profile("later"))
        self._log = Later(ways.log)
        self._consumers = Later(lambda: consumers(ways.files))

    def collectors(self, patience_s: float = 0.0) -> dict[str, Collector]:
        """A reader for every section; slow answers that are not there yet are waited for `patience_s` seconds."""
        mac = self._mac(patience_s)
        return {
            "os": lambda: os_section(mac),
            "identity": lambda: identity(mac),
            "hardware": lambda: hardware(mac),
            "cpu": lambda: cpu(mac),
            "memory": lambda: memory(mac),
            "storage": lambda: storage(mac),
            "network": lambda: network(mac),
            "printing": lambda: printing(mac.files),
            "software": lambda: software(mac),
            "updates": lambda: updates(mac),
            "services": lambda: services(mac),
            "processes": lambda: processes(mac),
            "environment": lambda: environment(mac.files.environ),
            "logs": lambda: logs(mac),
            "power": lambda: power(mac),
            "security": lambda: security(mac),
            "display": lambda: display(mac),
            "peripherals": lambda: peripherals(mac),
            "application": application,
        }

    def _mac(self, patience_s: float) -> Mac:
        ways, told, log = self._ways, self._later.told(patience_s), self._log.told(patience_s)
        consumed, until = self._consumers.told(patience_s), monotonic() + _TOGETHER_S

        def run(words: tuple[str, ...]) -> Printed:
            return ways.run(words, max(until - monotonic(), 0.05))

        return Mac(
            ways.files,
            Batch(lambda: ways.profile("machine")),
            Batch(lambda: ways.profile("around")),
            Batch(lambda: told.answer or Printed(_NOTHING, told.reason)),
            log,
            consumed,
            run,
        )


def this_mac(files: Tree) -> MacOS:
    """The Mac that this runs on."""
    return MacOS(Ways(files, profiler.profile, profiler.log, lambda words, seconds: printed(words, seconds=seconds)))
