"""Disks and what is on them."""

from desktop_app.domain.sections.entries import entry, fact, items

FOR_ADMINISTRATORS = "administrators only"
"""Why the wear of a disk is not known: asking the disk takes rights that this program never asks for."""


@entry
class Disk:
    """A physical disk."""

    name: str | None = fact(plain=True)
    model: str | None = fact(plain=True)
    size_bytes: int | None = fact(unit="bytes")
    bus: str | None = fact(plain=True)
    media: str | None = fact(plain=True)
    removable: bool | None = fact()
    serial: str | None = fact(mask="serial")
    firmware: str | None = fact(plain=True)
    health: str | None = fact(plain=True)
    temperature_c: float | None = fact(unit="°C", volatile=True)
    power_on_hours: int | None = fact(volatile=True)
    wear_percent: float | None = fact(unit="%")
    wear_unread: str | None = fact(plain=True, volatile=True)
    bad_sectors: int | None = fact()
    failing_attributes: int | None = fact()
    errors: int | None = fact()
    read_bytes: int | None = fact(unit="bytes", volatile=True)
    written_bytes: int | None = fact(unit="bytes", volatile=True)


@entry
class Volume:
    """A file system of this machine: what is on the network is a `Share` and is never measured."""

    mount: str | None = fact()
    device: str | None = fact()
    filesystem: str | None = fact(plain=True)
    total_bytes: int | None = fact(unit="bytes")
    free_bytes: int | None = fact(unit="bytes", volatile=True)
    used_percent: float | None = fact(unit="%", volatile=True)
    inodes_total: int | None = fact()
    inodes_free: int | None = fact(volatile=True)
    read_only: bool | None = fact()
    removable: bool | None = fact()
    label: str | None = fact(mask="label")
    uuid: str | None = fact(mask="uuid")
    encrypted: bool | None = fact()
    system: bool | None = fact()


@entry
class Share:
    """A folder of another machine, as it is mounted or mapped here."""

    mount: str | None = fact()
    remote: str | None = fact(mask="share")
    filesystem: str | None = fact(plain=True)
    state: str | None = fact(plain=True)


@entry
class Raid:
    """Several disks used as one."""

    name: str | None = fact(plain=True)
    level: str | None = fact(plain=True)
    state: str | None = fact(plain=True)
    devices: int | None = fact()
    missing: int | None = fact()


@entry
class Consumer:
    """A place that fills up by itself and may be emptied: temporary files, waste bin, packages that were unpacked."""

    name: str | None = fact(plain=True)
    size_bytes: int | None = fact(unit="bytes", volatile=True)


@entry
class Storage:
    """Disks and what is on them."""

    disks: tuple[Disk, ...] = items("name")
    volumes: tuple[Volume, ...] = items("mount")
    shares: tuple[Share, ...] = items("mount")
    raid: tuple[Raid, ...] = items("name")
    consumers: tuple[Consumer, ...] = items("name", volatile=True)
