"""Linux: disks from /sys/block, volumes from /proc/self/mountinfo.

What lies on the network is named and never touched.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.later import Told
from desktop_app.adapters.collectors.linux.disks import disks
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.storage import Consumer, Raid, Share, Storage, Volume

NETWORK_KINDS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ceph",
        "glusterfs",
        "9p",
        "fuse.sshfs",
        "fuse.davfs",
        "davfs",
        "ncpfs",
        "lustre",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "autofs",
    }
)
DISK_KINDS = frozenset(
    {
        "ext2",
        "ext3",
        "ext4",
        "xfs",
        "btrfs",
        "f2fs",
        "vfat",
        "exfat",
        "ntfs",
        "ntfs3",
        "fuseblk",
        "hfsplus",
        "apfs",
        "zfs",
        "reiserfs",
        "jfs",
        "bcachefs",
        "overlay",
        "iso9660",
        "udf",
    }
)
_DEEPEST = 5
_OCTAL = re.compile(r"\\([0-3][0-7]{2})")
_SYSTEM_MOUNTS = frozenset({"/", "/boot", "/boot/efi", "/usr", "/var", "/home"})


@dataclass(frozen=True)
class Mount:
    """A line of mountinfo."""

    point: str
    kind: str
    source: str
    options: frozenset[str]


def storage(tree: Tree, places: Told[list[Consumer]] = Told()) -> Storage | Partly:  # noqa: B008 - frozen
    """Disks, volumes, shares, and the `places` that fill up by themselves as far as these were measured."""
    parts, mounts = Parts(), list(mounted(tree))
    parts.note(places.reason)
    shares = [mount for mount in mounts if mount.kind in NETWORK_KINDS]
    return parts.whole(
        Storage(
            disks=disks(tree, parts),
            volumes=parts.rows(lambda: _volumes(tree, mounts)),
            shares=tuple(Share(mount.point, mount.source, mount.kind, "mounted") for mount in shares),
            raid=(*parts.rows(lambda: _raid(tree)), *_logical(tree)),
            consumers=tuple(places.answer or ()),
        )
    )


def mounted(tree: Tree) -> Iterator[Mount]:
    """Everything that is mounted, as this program sees it; a later mount on the same place covers the earlier one."""
    found: dict[str, Mount] = {}
    for line in tree.lines("proc/self/mountinfo"):
        before, mark, after = line.partition(" - ")
        left, right = before.split(), after.split()
        if mark and len(left) > 5 and len(right) > 1:
            options = frozenset(left[5].split(",")) | frozenset(right[2].split(",") if len(right) > 2 else ())
            found[left[4]] = Mount(_unescaped(left[4]), right[0], _unescaped(right[1]), options)
    return iter(found.values())


def _unescaped(text: str) -> str:
    """A blank in a name is written `\\040` by the kernel and `\\x20` by udev."""
    return clean(_OCTAL.sub(lambda found: chr(int(found[1], 8)), text).replace("\\x20", " "))


def _volumes(tree: Tree, mounts: list[Mount]) -> Iterator[Volume]:
    """One volume per device, at its shortest place: containers mount the same device many times over."""
    seen: set[str] = set()
    for mount in sorted(mounts, key=lambda mount: len(mount.point)):
        wanted = mount.kind in DISK_KINDS and not mount.point.startswith(("/snap/", "/var/lib/docker", "/run/docker"))
        if wanted and mount.source not in seen:
            seen.add(mount.source)
            yield _volume(tree, mount)


def _volume(tree: Tree, mount: Mount) -> Volume:
    try:
        room = os.statvfs(tree.at(mount.point.lstrip("/")))
    except OSError:
        return Volume(mount.point, mount.source, mount.kind)
    total, free = room.f_blocks * room.f_frsize, room.f_bavail * room.f_frsize
    used = (room.f_blocks - room.f_bfree) * room.f_frsize
    name = mount.source.rpartition("/")[2]
    return Volume(
        mount=mount.point,
        device=mount.source,
        filesystem=mount.kind,
        total_bytes=total,
        free_bytes=free,
        used_percent=round(100 * used / (used + free), 1) if used + free else None,
        inodes_total=room.f_files or None,
        inodes_free=room.f_favail if room.f_files else None,
        read_only="ro" in mount.options,
        removable=tree.number(f"sys/block/{_disk_of(name)}/removable") == 1,
        label=_linked(tree, "by-label", name),
        uuid=_linked(tree, "by-uuid", name),
        encrypted=is_encrypted(tree, mount.source),
        system=mount.point in _SYSTEM_MOUNTS,
    )


def _disk_of(partition: str) -> str:
    stem = partition.rstrip("0123456789")
    return stem.removesuffix("p") if partition.startswith(("nvme", "mmcblk")) and stem.endswith("p") else stem


def _linked(tree: Tree, folder: str, device: str) -> str | None:
    """The name under which /dev/disk knows a device."""
    here = f"dev/disk/{folder}"
    found = (name for name in tree.names(here) if tree.target(f"{here}/{name}").rpartition("/")[2] == device)
    return next((_unescaped(name) for name in found), None)


def is_encrypted(tree: Tree, source: str) -> bool | None:
    """Whether a device, or one of those that it is made of, is encrypted; None for what is no device."""
    if not source.startswith("/dev/"):
        return None
    name = tree.target(source.lstrip("/")).rpartition("/")[2] or source.rpartition("/")[2]
    return any((tree.text(f"sys/block/{layer}/dm/uuid") or "").startswith("CRYPT-") for layer in _layers(tree, name))


def _layers(tree: Tree, name: str, depth: int = 0) -> Iterator[str]:
    yield name
    for below in tree.names(f"sys/block/{name}/slaves") if depth < _DEEPEST else ():
        yield from _layers(tree, below, depth + 1)


def _raid(tree: Tree) -> Iterator[Raid]:
    lines = tree.lines("proc/mdstat")
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        words = line.split()
        if len(words) > 4 and words[0].startswith("md") and words[1] == ":":
            marks = following.rpartition("[")[2].rstrip("]") if "[U" in following or "[_" in following else ""
            yield Raid(words[0], words[3], words[2], len(words) - 4, marks.count("_") if marks else None)


def _logical(tree: Tree) -> Iterator[Raid]:
    """Logical volumes, by the name that the device mapper gives them."""
    for name in tree.names("sys/block"):
        if (tree.text(f"sys/block/{name}/dm/uuid") or "").startswith("LVM-"):
            below = tree.names(f"sys/block/{name}/slaves")
            state = "inactive" if tree.number(f"sys/block/{name}/dm/suspended") else "active"
            yield Raid(tree.text(f"sys/block/{name}/dm/name"), "lvm", state, len(below) or None)
