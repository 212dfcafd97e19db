"""Windows.

Sections from the registry, calls, psutil, and a question to Windows itself; no administrator's right, nothing that can
change software.
"""

from collections.abc import Mapping
from pathlib import Path
from time import monotonic

from desktop_app.adapters.collectors.application import application
from desktop_app.adapters.collectors.batch import Batch
from desktop_app.adapters.collectors.child import Printed, printed
from desktop_app.adapters.collectors.environment import environment
from desktop_app.adapters.collectors.later import Later
from desktop_app.adapters.collectors.run import Collector
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.adapters.collectors.windows import cim
from desktop_app.adapters.collectors.windows.calls import WindowsCalls
from desktop_app.adapters.collectors.windows.consumers import consumers
from desktop_app.adapters.collectors.windows.cpu import cpu
from desktop_app.adapters.collectors.windows.display import display
from desktop_app.adapters.collectors.windows.hardware import hardware
from desktop_app.adapters.collectors.windows.identity import identity
from desktop_app.adapters.collectors.windows.logs import logs
from desktop_app.adapters.collectors.windows.memory import memory
from desktop_app.adapters.collectors.windows.network import network
from desktop_app.adapters.collectors.windows.os import os_section
from desktop_app.adapters.collectors.windows.pc import Pc, Ways
from desktop_app.adapters.collectors.windows.peripherals import peripherals
from desktop_app.adapters.collectors.windows.power import power
from desktop_app.adapters.collectors.windows.printing import printing
from desktop_app.adapters.collectors.windows.processes import processes
from desktop_app.adapters.collectors.windows.registry import WindowsRegistry
from desktop_app.adapters.collectors.windows.security import security
from desktop_app.adapters.collectors.windows.services import services
from desktop_app.adapters.collectors.windows.software import software
from desktop_app.adapters.collectors.windows.storage import storage
from desktop_app.adapters.collectors.windows.updates import updates

_TOGETHER_S = 1.7
"""How long all programs of a section may take together: then it still comes in time, with what is known."""
_NOTHING = b"{}"


class Windows:
    """The collectors of a machine. What is slow is asked once in the background; each run asks the rest anew."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._later = Later(ways.ask_later)
        self._consumers = Later(lambda: consumers(ways.files.environ, ways.calls))

    def collectors(self, patience_s: float = 0.0) -> dict[str, Collector]:
        """A reader for every section; slow answers that are not there yet are waited for `patience_s` seconds."""
        pc = self._pc(patience_s)
        return {
            "os": lambda: os_section(pc),
            "identity": lambda: identity(pc),
            "hardware": lambda: hardware(pc),
            "cpu": lambda: cpu(pc),
            "memory": lambda: memory(pc),
            "storage": lambda: storage(pc),
            "network": lambda: network(pc),
            "printing": lambda: printing(pc),
            "software": lambda: software(pc),
            "updates": lambda: updates(pc),
            "services": lambda: services(pc),
            "processes": lambda: processes(pc),
            "environment": lambda: environment(pc.files.environ),
            "logs": lambda: logs(pc),
            "power": lambda: power(pc),
            "security": lambda: security(pc),
            "display": lambda: display(pc),
            "peripherals": lambda: peripherals(pc),
            "application": application,
        }

    def _pc(self, patience_s: float) -> Pc:
        ways, told = self._ways, self._later.told(patience_s)
        later = Batch(lambda: told.answer or Printed(_NOTHING, told.reason))
        consumed, until = self._consumers.told(patience_s), monotonic() + _TOGETHER_S

        def run(words: tuple[str, ...]) -> Printed:
            return ways.run(words, max(until - monotonic(), 0.05))

        return Pc(ways.keys, ways.calls, Batch(ways.ask), later, told.asked_at, consumed, ways.files, run)


def this_machine(environ: Mapping[str, str]) -> Windows:
    """The machine that this runs on."""
    files = Tree(Path(environ.get("SYSTEMDRIVE", "C:") + "/"), environ)
    return Windows(
        Ways(
            WindowsRegistry(),
            WindowsCalls(),
            cim.ask,
            cim.ask_later,
            lambda words, seconds: printed(words, seconds=seconds),
            files,
        )
    )
