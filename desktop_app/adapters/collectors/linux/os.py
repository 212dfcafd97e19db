"""Linux: which system, since when, in which language, at what time."""

import os
from datetime import datetime
from pathlib import PurePosixPath

from desktop_app.adapters.collectors.linux.clock import clock_of
from desktop_app.adapters.collectors.linux.wtmp import last_shutdown_clean
from desktop_app.adapters.collectors.tree import Tree, moment
from desktop_app.domain.sections.machine import Os

_CONTAINERS = {".dockerenv": "docker", "run/.containerenv": "podman"}
_MAKERS = {
    "QEMU": "QEMU",
    "KVM": "KVM",
    "VMware": "VMware",
    "innotek": "VirtualBox",
    "Microsoft Corporation": "Hyper-V",
    "Xen": "Xen",
    "Parallels": "Parallels",
}


def os_section(tree: Tree) -> Os:
    """The system."""
    clock = clock_of(tree)
    release = tree.pairs("etc/os-release") or tree.pairs("usr/lib/os-release")
    booted = _booted(tree)
    up = tree.raw("proc/uptime").split()
    pending = tree.exists("run/reboot-required")
    return Os(
        name=release.get("NAME"),
        version=release.get("VERSION_ID"),
        build=tree.text("etc/debian_version") or release.get("BUILD_ID"),
        edition=release.get("VARIANT") or release.get("VERSION_CODENAME"),
        architecture=os.uname().machine if hasattr(os, "uname") else None,
        kernel=tree.text("proc/sys/kernel/osrelease"),
        installed_at=tree.changed_at("var/log/installer") or tree.changed_at("etc/machine-id"),
        booted_at=None if booted is None else moment(booted),
        uptime_s=int(float(up[0])) if up else None,
        last_shutdown_clean=last_shutdown_clean(tree),
        locale=tree.environ.get("LC_ALL") or tree.environ.get("LANG") or tree.pairs("etc/default/locale").get("LANG"),
        time_zone=_time_zone(tree),
        utc_offset=datetime.now().astimezone().strftime("%z"),
        clock_synchronised=clock.synchronised,
        clock_offset_s=clock.offset_s,
        clock_source=clock.source,
        virtual_machine=_virtual_machine(tree),
        boot_mode="UEFI" if tree.exists("sys/firmware/efi") else "BIOS",
        boot_arguments=tree.text("proc/cmdline"),
        restart_pending=pending,
        restart_pending_since=tree.changed_at("run/reboot-required") if pending else None,
        restart_wanted_by=tuple(dict.fromkeys(tree.lines("run/reboot-required.pkgs")))[:20],
    )


def _booted(tree: Tree) -> int | None:
    line = next((line for line in tree.lines("proc/stat") if line.startswith("btime ")), "")
    return int(line.split()[1]) if line else None


def _time_zone(tree: Tree) -> str | None:
    target = PurePosixPath(tree.target("etc/localtime")).parts
    if "zoneinfo" in target:
        return "/".join(target[target.index("zoneinfo") + 1 :])
    return tree.text("etc/timezone")


def _virtual_machine(tree: Tree) -> str | None:
    container = next((name for mark, name in _CONTAINERS.items() if tree.exists(mark)), None)
    if container:
        return container
    maker = f"{tree.text('sys/class/dmi/id/sys_vendor')} {tree.text('sys/class/dmi/id/product_name')}"
    known = next((name for mark, name in _MAKERS.items() if mark in maker and "Surface" not in maker), None)
    if known:
        return known
    flags = next((line for line in tree.lines("proc/cpuinfo") if line.startswith("flags")), "")
    return "hypervisor" if " hypervisor" in flags else None
