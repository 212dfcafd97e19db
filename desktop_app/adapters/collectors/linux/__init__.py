"""Linux: every section read from files, and from what the system's services tell; hardly a program is started."""

from desktop_app.adapters.collectors.application import Own, application, nothing_own
from desktop_app.adapters.collectors.environment import environment
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
from desktop_app.adapters.collectors.linux.printing import printing
from desktop_app.adapters.collectors.linux.processes import processes
from desktop_app.adapters.collectors.linux.security import security
from desktop_app.adapters.collectors.linux.services import services
from desktop_app.adapters.collectors.linux.software import software
from desktop_app.adapters.collectors.linux.storage import storage
from desktop_app.adapters.collectors.linux.updates import updates
from desktop_app.adapters.collectors.run import Collector
from desktop_app.adapters.collectors.tree import Tree


def collectors(tree: Tree, own: Own = nothing_own) -> dict[str, Collector]:
    """The collectors, reading under the root of `tree`. `own`: what this program knows of itself."""
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
        "identity": lambda: identity(tree),
        "updates": lambda: updates(tree),
        "services": lambda: services(tree),
        "environment": lambda: environment(tree.environ),
        "logs": lambda: logs(tree),
        "security": lambda: security(tree),
        "display": lambda: display(tree),
        "peripherals": lambda: peripherals(tree),
        "application": lambda: application(own()),
    }
