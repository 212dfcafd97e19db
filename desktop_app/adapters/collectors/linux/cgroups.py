"""Linux: which services run, by the folders that the kernel keeps for them; no service is asked."""

from desktop_app.adapters.collectors.tree import Tree

_SLICE = "sys/fs/cgroup/system.slice"
_OLD_SLICE = "sys/fs/cgroup/systemd/system.slice"
_UNITS = ("etc/systemd/system", "usr/lib/systemd/system", "lib/systemd/system")


def running(tree: Tree) -> frozenset[str]:
    """Names of the services that run now, without `.service`."""
    names = tree.names(_SLICE) or tree.names(_OLD_SLICE)
    return frozenset(name.removesuffix(".service") for name in names if name.endswith(".service"))


def installed(tree: Tree, name: str) -> bool:
    """Whether the system knows such a service, running or not."""
    return any(tree.exists(f"{folder}/{name}.service") for folder in _UNITS)
