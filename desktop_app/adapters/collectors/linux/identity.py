"""Linux: whose machine it is, from the tables of accounts and the system's name."""

import os
from collections.abc import Iterator

from desktop_app.adapters.collectors.linux.bus import Table, system_bus
from desktop_app.adapters.collectors.linux.wtmp import signed_in
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.sections.identity import Account, Identity, SignedIn

_ADMINISTRATORS = frozenset({"sudo", "wheel", "admin"})
_FIRST_PERSON, _NOBODY = 1000, 60000
_NO_LOGIN = ("nologin", "false")
_LOGIND = "org.freedesktop.login1"
_MOST = 100


def identity(tree: Tree) -> Identity | Partly:
    """Whose machine it is."""
    parts = Parts()
    groups = [line.split(":") for line in tree.lines("etc/group")]
    name, domain = tree.text("proc/sys/kernel/hostname"), _domain(tree)
    directory, management = _directory(tree), _management(tree)
    return parts.whole(
        Identity(
            computer_name=name,
            network_name=f"{name}.{domain}" if name and domain and "." not in name else None,
            domain=domain,
            directory=directory,
            joined=directory is not None,
            managed=management is not None,
            management=management,
            user=tree.environ.get("USER") or tree.environ.get("LOGNAME") or _own_name(tree),
            user_is_administrator=_is_administrator(groups),
            signed_in=parts.rows(lambda: _signed_in(tree))[:_MOST],
            accounts=tuple(_accounts(tree, groups))[:_MOST],
            machine_id=tree.text("etc/machine-id"),
        )
    )


def _domain(tree: Tree) -> str | None:
    words = (line.split() for line in tree.lines("etc/resolv.conf"))
    return next((word[1] for word in words if len(word) > 1 and word[0] in {"domain", "search"}), None)


def _directory(tree: Tree) -> str | None:
    """By what the accounts of an organisation are known here; whether it may be read or not, the file stands there."""
    marks = {"etc/sssd/sssd.conf": "sssd", "etc/himmelblau/himmelblau.conf": "Entra", "etc/ipa/default.conf": "FreeIPA"}
    found = next((name for mark, name in marks.items() if tree.exists(mark)), None)
    sources = tree.pairs("etc/nsswitch.conf", ":").get("passwd", "").split()
    return found or next((name for name in ("sss", "winbind", "ldap") if name in sources), None)


def _management(tree: Tree) -> str | None:
    marks = {
        "etc/puppetlabs/puppet/puppet.conf": "Puppet",
        "etc/salt/minion": "Salt",
        "etc/chef/client.rb": "Chef",
        "opt/microsoft/intune": "Intune",
        "etc/landscape/client.conf": "Landscape",
    }
    return next((name for mark, name in marks.items() if tree.exists(mark)), None)


def _own_name(tree: Tree) -> str | None:
    """The account that this program runs for, by its number."""
    number = str(os.getuid()) if hasattr(os, "getuid") else ""
    lines = (line.split(":") for line in tree.lines("etc/passwd"))
    return next((words[0] for words in lines if len(words) > 2 and words[2] == number), None)


def _is_administrator(groups: list[list[str]]) -> bool | None:
    if os.name != "posix":
        return None
    if os.geteuid() == 0:
        return True
    ours = {str(number) for number in os.getgroups()}
    return any(len(group) > 2 and group[0] in _ADMINISTRATORS and group[2] in ours for group in groups)


def _signed_in(tree: Tree) -> tuple[SignedIn, ...]:
    """Who is signed in, as the system's keeper of sign-ins knows it; else as the old table tells."""
    with system_bus(tree) as bus:
        answer = bus and bus.call(_LOGIND, "/org/freedesktop/login1", f"{_LOGIND}.Manager", "ListSessions")
        if bus is not None and answer:
            faces = (bus.properties(_LOGIND, entry[4], f"{_LOGIND}.Session") for entry in answer[0][:_MOST])
            return tuple(_session(face) for face in faces if face.get("Class") == "user")
    return tuple(signed_in(tree))


def _session(face: Table) -> SignedIn:
    began = face.get("Timestamp")
    return SignedIn(
        user=face.get("Name"),
        kind=face.get("Type") or None,
        state=face.get("State"),
        origin=face.get("RemoteHost") or None,
        since=moment(began / 1_000_000) if began else None,
    )


def _accounts(tree: Tree, groups: list[list[str]]) -> Iterator[Account]:
    masters = {user for group in groups if group[0] in _ADMINISTRATORS for user in group[-1].split(",")}
    for line in tree.lines("etc/passwd"):
        words = line.split(":")
        if len(words) > 6 and words[2].isdecimal() and _FIRST_PERSON <= int(words[2]) < _NOBODY:
            full = words[4].partition(",")[0] or None
            yield Account(words[0], full, words[0] in masters, words[6].endswith(_NO_LOGIN))
