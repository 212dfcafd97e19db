"""Windows.

Sections from the registry, psutil and one CIM question; no administrator's right, nothing that can change
software.
"""

import os
from collections.abc import Callable

from desktop_app.adapters.collectors.application import application
from desktop_app.adapters.collectors.batch import Batch
from desktop_app.adapters.collectors.environment import environment
from desktop_app.adapters.collectors.run import Collector, not_told
from desktop_app.adapters.collectors.windows import around, cim, machine
from desktop_app.adapters.collectors.windows.registry import Registry, WindowsRegistry


def collectors(registry: Registry | None = None, ask: Callable[[], bytes] = cim.ask) -> dict[str, Collector]:
    """The collectors; each run asks CIM anew, once."""
    keys, batch = registry or WindowsRegistry(), Batch(ask)
    return {
        "os": lambda: machine.os_section(keys, batch),
        "hardware": lambda: machine.hardware(keys, batch),
        "cpu": lambda: machine.cpu(keys, batch),
        "memory": lambda: machine.memory(batch),
        "storage": lambda: around.storage(batch),
        "network": lambda: around.network(keys, batch),
        "printing": lambda: around.printing(batch),
        "software": lambda: around.software(keys),
        "processes": lambda: around.processes(),
        "power": lambda: machine.power(batch),
        "identity": lambda: machine.identity(keys),
        "display": lambda: machine.display(batch),
        "security": lambda: around.security(batch),
        "environment": lambda: environment(os.environ),
        "application": lambda: application(),
        **dict.fromkeys(("updates", "services", "logs", "peripherals"), not_told),
    }
