"""Linux: what protects the machine."""

from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.safety import Security


def security(tree: Tree) -> Security:
    """What protects the machine."""
    product, on = _firewall(tree)
    return Security(firewall=product, firewall_on=on)


def _firewall(tree: Tree) -> tuple[str | None, bool | None]:
    if tree.exists("etc/ufw/ufw.conf"):
        return "ufw", tree.pairs("etc/ufw/ufw.conf").get("ENABLED", "").lower() == "yes"
    if tree.exists("run/firewalld") or tree.exists("etc/firewalld/firewalld.conf"):
        return "firewalld", tree.exists("run/firewalld")
    return None, None
