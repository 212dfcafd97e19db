"""Linux: ten sections read from files; no program is started."""

from desktop_app.adapters.collectors.linux.cpu import cpu
from desktop_app.adapters.collectors.linux.hardware import hardware
from desktop_app.adapters.collectors.linux.memory import memory
from desktop_app.adapters.collectors.linux.network import network
from desktop_app.adapters.collectors.linux.os import os_section
from desktop_app.adapters.collectors.linux.power import power
from desktop_app.adapters.collectors.linux.printing import printing
from desktop_app.adapters.collectors.linux.processes import processes
from desktop_app.adapters.collectors.linux.software import software
from desktop_app.adapters.collectors.linux.storage import storage
from desktop_app.adapters.collectors.run import Collector
from desktop_app.adapters.collectors.tree import Tree


def collectors(tree: Tree) -> dict[str, Collector]:
    """The ten collectors, reading under the root of `tree`."""
    return {
        "os": lambda: os_section(tree),
        "hardware": lambda: hardware(tree),
        "cpu": lambda: cpu(tree),
        "memory": lambda: memory(tree),
        "storage": lambda: storage(tree),
        "network": lambda: network(tree),
        "printing": lambda: printing(tree),
        "software": lambda: software(tree),
        "processes": lambda: processes(tree),
        "power": lambda: power(tree),
    }
