"""Linux: disks from /sys/block, volumes from /proc/self/mountinfo.

What lies on the network is named and never touched.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.adapters.collectors.clean import clean
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.storage import Disk, Raid, Share, Storage, Volume

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
_SECTOR = 512
_OCTAL = re.compile(r"\\([0-3][0-7]{2})")
_NOT_DISKS = ("loop", "ram", "zram", "dm-", "md", "sr", "fd", "nbd")
_SYSTEM_MOUNTS = frozenset({"/", "/boot", "/boot/efi", "/usr", "/var", "/home"})


@dataclass(frozen=True)
class Mount:
    """A line of mountinfo."""

    point: str
    kind: str
    source: str
    options: frozenset[str]


def storage(tree: Tree) -> Storage:
    """Disks, volumes, shares."""
    mounts = list(mounted(tree))
    return Storage(
        disks=tuple(_disk(tree, name) for name in tree.names("sys/block") if _is_disk(tree, name)),
        volumes=tuple(_volumes(tree, mounts)),
        shares=tuple(
            Share(mount.point, mount.source, mount.kind, "mounted") for mount in mounts if mount.kind in NETWORK_KINDS
        ),
        raid=tuple(_raid(tree)),
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
        encrypted=_is_encrypted(tree, mount.source),
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


def _is_encrypted(tree: Tree, source: str) -> bool | None:
    if not source.startswith("/dev/"):
        return None
    name = tree.target(source.lstrip("/")).rpartition("/")[2] or source.rpartition("/")[2]
    return (tree.text(f"sys/block/{name}/dm/uuid") or "").startswith("CRYPT-")


def _is_disk(tree: Tree, name: str) -> bool:
    return not name.startswith(_NOT_DISKS) and bool(tree.number(f"sys/block/{name}/size"))


def _disk(tree: Tree, name: str) -> Disk:
    here = f"sys/block/{name}/"
    spins, counters = tree.number(here + "queue/rotational"), tree.raw(here + "stat").split()
    heat = next(
        (tree.number(str(f.relative_to(tree.root))) for f in tree.glob(here + "device/hwmon*/temp1_input")), None
    )
    return Disk(
        name=name,
        model=" ".join(filter(None, (tree.text(here + "device/vendor"), tree.text(here + "device/model")))) or None,
        size_bytes=(tree.number(here + "size") or 0) * _SECTOR,
        bus=_bus(tree, name),
        media={0: "ssd", 1: "hdd"}.get(spins) if spins is not None else None,
        removable=tree.number(here + "removable") == 1,
        serial=tree.text(here + "device/serial") or tree.text(here + "serial"),
        firmware=tree.text(here + "device/firmware_rev") or tree.text(here + "device/rev"),
        health={"live": "ok", "running": "ok", "offline": "failing", "dead": "failing"}.get(
            tree.text(here + "device/state") or ""
        ),
        temperature_c=heat / 1000 if heat else None,
        errors=tree.number(here + "device/ioerr_cnt"),
        read_bytes=int(counters[2]) * _SECTOR if len(counters) > 6 else None,
        written_bytes=int(counters[6]) * _SECTOR if len(counters) > 6 else None,
    )


def _bus(tree: Tree, name: str) -> str | None:
    path = tree.target(f"sys/block/{name}")
    marks = (("/usb", "usb"), ("/nvme/", "nvme"), ("/ata", "sata"), ("/virtio", "virtio"), ("/mmc", "mmc"))
    return next((bus for mark, bus in marks if mark in path), None)


def _raid(tree: Tree) -> Iterator[Raid]:
    lines = tree.lines("proc/mdstat")
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        words = line.split()
        if len(words) > 4 and words[0].startswith("md") and words[1] == ":":
            marks = following.rpartition("[")[2].rstrip("]") if "[U" in following or "[_" in following else ""
            yield Raid(words[0], words[3], words[2], len(words) - 4, marks.count("_") if marks else None)
