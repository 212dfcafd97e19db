"""Linux: what is installed, from the package managers' own files: dpkg, rpm, pacman, flatpak, snap."""

import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.databases import rows
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.sections.programs import Package

_DPKG = "var/lib/dpkg/status"
_DPKG_LIMIT = 64 * 1024 * 1024
_RPM = ("var/lib/rpm/rpmdb.sqlite", "usr/lib/sysimage/rpm/rpmdb.sqlite")
_NAME, _VERSION, _RELEASE, _INSTALLED, _VENDOR, _ARCH = 1000, 1001, 1002, 1008, 1011, 1022
_NUMBERS, _TEXTS = {4}, {6, 8, 9}


@dataclass(frozen=True)
class Debian:
    """The table of dpkg: what is installed, what stopped half-way, what somebody holds back."""

    packages: tuple[Package, ...] = ()
    half_installed: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


_lock = threading.Lock()


def installed(tree: Tree) -> list[Package]:
    """Everything, of every manager."""
    return [*debian(tree).packages, *_rpm(tree), *_pacman(tree), *_flatpak(tree), *_snap(tree)]


def debian(tree: Tree) -> Debian:
    """The table of dpkg; it is read again only when it changed, whichever section asks."""
    try:
        changed = tree.at(_DPKG).stat().st_mtime_ns
    except OSError:
        return Debian()
    with _lock:
        return _debian(tree.root, changed)


@lru_cache(maxsize=1)
def _debian(root: Path, changed: int) -> Debian:
    del changed
    tree, packages, broken, held = Tree(root), [], [], []
    for text in tree.raw(_DPKG, _DPKG_LIMIT).split("\n\n"):
        entry = f"\n{text}"
        status, called = _value(entry, "Status"), _value(entry, "Package")
        if status.startswith("hold "):
            held.append(called)
        if status.endswith(" installed"):
            packages.append(_deb(tree, entry, called))
        elif called and not status.endswith((" config-files", " not-installed")):
            broken.append(called)
    return Debian(tuple(packages), tuple(broken), tuple(held))


def _value(entry: str, name: str) -> str:
    """What stands on the line `name:` of an entry that begins with the end of the line before."""
    return entry.partition(f"\n{name}:")[2].partition("\n")[0].strip()


def _deb(tree: Tree, entry: str, name: str) -> Package:
    """A package of dpkg; the list of its files was written when it was installed or updated."""
    version, architecture = _value(entry, "Version") or None, _value(entry, "Architecture") or None
    here, of_many = f"var/lib/dpkg/info/{name}.list", f"var/lib/dpkg/info/{name}:{architecture}.list"
    likely, other = (of_many, here) if _value(entry, "Multi-Arch") == "same" else (here, of_many)
    since = tree.changed_at(likely) or tree.changed_at(other)
    return Package(name, version, None, "deb", architecture, since)


def _rpm(tree: Tree) -> Iterator[Package]:
    """The table of rpm: one header per package, in a database that is only read."""
    file = next((name for name in _RPM if tree.exists(name)), _RPM[0])
    for (blob,) in rows(tree.at(file), "SELECT blob FROM Packages"):
        header = _header(blob)
        made = header.get(_INSTALLED)
        yield Package(
            name=_text(header, _NAME),
            version="-".join(filter(None, (_text(header, _VERSION), _text(header, _RELEASE)))) or None,
            vendor=_text(header, _VENDOR),
            source="rpm",
            architecture=_text(header, _ARCH),
            installed_at=moment(made) if isinstance(made, int) else None,
        )


def _text(header: dict[int, str | int], tag: int) -> str | None:
    return str(header[tag]) if tag in header else None


def _header(blob: bytes) -> dict[int, str | int]:
    """The single values of an rpm header: an index of (tag, type, offset, count), then the data."""
    count, _ = struct.unpack_from(">II", blob)
    data = 8 + 16 * count
    found: dict[int, str | int] = {}
    for at in range(8, data, 16):
        tag, kind, offset, _ = struct.unpack_from(">IIII", blob, at)
        if kind in _TEXTS:
            end = blob.find(b"\0", data + offset)
            found[tag] = clean(blob[data + offset : end].decode("utf-8", "replace"))
        elif kind in _NUMBERS:
            (found[tag],) = struct.unpack_from(">I", blob, data + offset)
    return found


def _pacman(tree: Tree) -> Iterator[Package]:
    for folder in tree.names("var/lib/pacman/local"):
        name, version, release = [*folder.rsplit("-", 2), "", ""][:3]
        if version:
            since = tree.changed_at(f"var/lib/pacman/local/{folder}/desc")
            yield Package(name, f"{version}-{release}", None, "pacman", None, since)


def _flatpak(tree: Tree) -> Iterator[Package]:
    home = tree.environ.get("HOME", "").strip("/")
    for place in ("var/lib/flatpak/app", *([f"{home}/.local/share/flatpak/app"] if home else [])):
        for name in tree.names(place):
            yield Package(name, None, None, "flatpak", None, tree.changed_at(f"{place}/{name}/current"))


def _snap(tree: Tree) -> Iterator[Package]:
    for name in tree.names("snap"):
        revision = tree.target(f"snap/{name}/current")
        if revision:
            about = tree.pairs(f"snap/{name}/current/meta/snap.yaml", ":")
            version = about.get("version", "").strip(" '\"") or revision
            yield Package(name, version, None, "snap", None, tree.changed_at(f"snap/{name}/{revision}"))
