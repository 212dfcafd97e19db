"""Linux: when updates came, by whom they come."""

from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.upkeep import Updates


def updates(tree: Tree) -> Updates:
    """When updates were looked for and installed, and what stopped half-way."""
    return Updates(
        checked_at=tree.changed_at("var/lib/apt/periodic/update-success-stamp") or tree.changed_at("var/lib/apt/lists"),
        installed_at=tree.changed_at("var/log/apt/history.log") or tree.changed_at("var/lib/dpkg/status"),
        automatic=_automatic(tree),
        half_installed=tuple(_half_installed(tree)),
    )


def _automatic(tree: Tree) -> bool | None:
    found: bool | None = None
    for name in tree.names("etc/apt/apt.conf.d"):
        for line in tree.lines(f"etc/apt/apt.conf.d/{name}"):
            if line.lstrip().startswith("APT::Periodic::Unattended-Upgrade"):
                found = '"0"' not in line
    return found


def _half_installed(tree: Tree) -> list[str]:
    from desktop_app.adapters.collectors.linux.software import debian

    return debian(tree)[1]
