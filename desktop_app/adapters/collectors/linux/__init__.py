"""Linux: every section read from files, and from what the system's services tell; hardly a program is started."""

from desktop_app.adapters.collectors.application import application
from desktop_app.adapters.collectors.environment import environment
from desktop_app.adapters.collectors.later import Later
from desktop_app.adapters.collectors.linux.consumers import consumers
from desktop_app.adapters.collectors.linux.cpu import cpu
from desktop_app.adapters.collectors.linux.display import display
from desktop_app.adapters.collectors.linux.hardware import hardware
from desktop_app.adapters.collectors.linux.identity import identity
from desktop_app.adapters.collectors.linux.logs import logs
from desktop_app.adapters.collectors.linux.memory import memory
from desktop_app.adapters.collectors.linux.network import network
from desktop_app.adapters.collectors.linux.os import os_section
from desktop_app.adapters.collectors.linux.peripherals import peripherals
from desktop_app.adapters.collectors.linux.power import power
from desktop_app.adapters.collectors.linux.processes import processes
from desktop_app.adapters.collectors.linux.security import security
from desktop_app.adapters.collectors.linux.services import services
from desktop_app.adapters.collectors.linux.software import software
from desktop_app.adapters.collectors.linux.storage import storage
from desktop_app.adapters.collectors.linux.updates import pending, updates
from desktop_app.adapters.collectors.printing import printing
from desktop_app.adapters.collectors.run import Collector
from desktop_app.adapters.collectors.tree import Tree


class Linux:
    """The collectors of one tree. What is slow (updates on offer, sizes of places) is asked once in the background."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._pending = Later(lambda: pending(tree))
        self._consumers = Later(lambda: consumers(tree))

    def collectors(self, patience_s: float = 0.0) -> dict[str, Collector]:
        """A reader for every section; slow answers that are not there yet are waited for `patience_s` seconds."""
        tree = self._tree
        return {
            "os": lambda: os_section(tree),
            "identity": lambda: identity(tree),
            "hardware": lambda: hardware(tree),
            "cpu": lambda: cpu(tree),
            "memory": lambda: memory(tree),
            "storage": lambda: storage(tree, self._consumers.told(patience_s)),
            "network": lambda: network(tree),
            "printing": lambda: printing(tree),
            "software": lambda: software(tree),
            "updates": lambda: updates(tree, self._pending.told(patience_s)),
            "services": lambda: services(tree),
            "processes": lambda: processes(tree),
            "environment": lambda: environment(tree.environ),
            "logs": lambda: logs(tree),
            "power": lambda: power(tree),
            "security": lambda: security(tree),
            "display": lambda: display(tree),
            "peripherals": lambda: peripherals(tree),
            "application": application,
        }


def collectors(tree: Tree) -> dict[str, Collector]:
    """The collectors of a tree, for once."""
    return Linux(tree).collectors()
