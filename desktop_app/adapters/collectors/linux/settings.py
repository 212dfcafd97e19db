"""Linux: what the desktop's own settings say of screens, locks and proxies. GNOME's are asked, KDE's are read."""

import os
from collections.abc import Iterator, Mapping

from desktop_app.adapters.collectors.child import output
from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.proxies import without_login
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.network import Proxy

_PROXY, _KINDS = "org.gnome.system.proxy", ("http", "https", "socks")
_WITH_GSETTINGS = frozenset({"GNOME", "UNITY", "CINNAMON", "X-CINNAMON", "MATE", "BUDGIE", "PANTHEON", "UBUNTU"})


def gsettings(tree: Tree, *schemas: str) -> dict[str, str]:
    """`schema key` to value for every key of the schemas; nothing on other desktops. Raises ProgramFailed."""
    desktops = {name.upper() for name in tree.environ.get("XDG_CURRENT_DESKTOP", "").split(":")}
    if not desktops & _WITH_GSETTINGS:
        return {}
    from shutil import which

    program = which("gsettings", path=tree.environ.get("PATH", os.defpath))
    if program is None:
        return {}
    found: dict[str, str] = {}
    for schema in schemas:
        for line in output((program, "list-recursively", schema), seconds=0.4).decode("utf-8", "replace").splitlines():
            words = line.split(maxsplit=2)
            if len(words) == 3:
                found[f"{words[0]} {words[1]}"] = clean(words[2]).strip("'")
    return found


def number(found: Mapping[str, str], key: str) -> int | None:
    """A whole number among settings; `uint32 300` is how some are written."""
    word = found.get(key, "").rpartition(" ")[2]
    return int(word) if word.isdecimal() else None


def kde(tree: Tree, file: str) -> dict[str, str]:
    """A file of KDE's settings as `[group] key`; nothing when it is not there."""
    home = tree.environ.get("HOME", "").strip("/")
    group, found = "", {}
    for line in tree.lines(f"{home}/.config/{file}") if home else []:
        if line.startswith("["):
            group = line.strip()
        elif "=" in line:
            key, _, value = line.partition("=")
            found[f"{group} {key.strip()}"] = clean(value)
    return found


def proxies(tree: Tree) -> list[Proxy]:
    """Where the desktop sends programs through; the login that may stand beside it is not looked at."""
    told = [*_gnome_proxies(gsettings(tree, _PROXY)), *_kde_proxies(kde(tree, "kioslaverc"))]
    found = [(kind, without_login(address)) for kind, address in told]
    return [Proxy(kind, address, None, "desktop") for kind, address in found if address]


def _gnome_proxies(found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    mode = found.get(f"{_PROXY} mode")
    if mode == "auto":
        yield "pac", found.get(f"{_PROXY} autoconfig-url", "")
    for kind in _KINDS if mode == "manual" else ():
        host, port = found.get(f"{_PROXY}.{kind} host", ""), number(found, f"{_PROXY}.{kind} port")
        yield kind, f"{host}:{port}" if host and port else host


def _kde_proxies(found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    mode = found.get("[Proxy Settings] ProxyType")
    if mode == "2":
        yield "pac", found.get("[Proxy Settings] Proxy Config Script", "")
    for kind in _KINDS if mode == "1" else ():
        yield kind, found.get(f"[Proxy Settings] {kind}Proxy", "").replace(" ", ":")
