"""macOS: sections from property lists, psutil, CUPS and one question to `system_profiler`."""

from collections.abc import Callable

from desktop_app.adapters.collectors.application import application
from desktop_app.adapters.collectors.batch import Batch
from desktop_app.adapters.collectors.environment import environment
from desktop_app.adapters.collectors.linux.printing import printing
from desktop_app.adapters.collectors.macos import around, machine, profiler
from desktop_app.adapters.collectors.run import Collector, not_told
from desktop_app.adapters.collectors.tree import Tree


def collectors(tree: Tree, ask: Callable[[], bytes] = profiler.ask) -> dict[str, Collector]:
    """The collectors; each run asks `system_profiler` anew, once."""
    batch = Batch(ask)
    return {
        "os": lambda: machine.os_section(tree),
        "hardware": lambda: machine.hardware(batch),
        "cpu": lambda: machine.cpu(batch),
        "memory": lambda: machine.memory(batch),
        "storage": lambda: around.storage(batch),
        "network": lambda: around.network(tree),
        "printing": lambda: printing(tree),
        "software": lambda: around.software(tree),
        "processes": lambda: around.processes(),
        "power": lambda: machine.power(batch),
        "identity": lambda: machine.identity(tree),
        "display": lambda: machine.display(batch),
        "updates": lambda: around.updates(tree),
        "environment": lambda: environment(tree.environ),
        "application": lambda: application(),
        **dict.fromkeys(("services", "logs", "security", "peripherals"), not_told),
    }
