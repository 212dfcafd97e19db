"""Linux: what the system wrote down."""

from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.records import Logs, Stop


def logs(tree: Tree) -> Logs:
    """Stops of the whole machine, of which the kernel kept the last words."""
    names = tree.names("sys/fs/pstore")
    return Logs(stops=tuple(Stop("kernel panic", None, tree.changed_at(f"sys/fs/pstore/{name}")) for name in names))
