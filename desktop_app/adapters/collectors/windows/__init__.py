"""Windows.

Ten sections from the registry, psutil and one CIM question; no administrator's right, nothing that can change
software.
"""

from collections.abc import Callable

from desktop_app.adapters.collectors.batch import Batch
from desktop_app.adapters.collectors.run import Collector
from desktop_app.adapters.collectors.windows import around, cim, machine
from desktop_app.adapters.collectors.windows.registry import Registry, WindowsRegistry


def collectors(registry: Registry | None = None, ask: Callable[[], bytes] = cim.ask) -> dict[str, Collector]:
    """The ten collectors; each run asks CIM anew, once."""
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
    }
