"""macOS: disks, network, software, programs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.batch import Batch, with_batch
from desktop_app.adapters.collectors.child import ProgramFailed, output
from desktop_app.adapters.collectors.macos.machine import plist, size
from desktop_app.adapters.collectors.programs import from_psutil
from desktop_app.adapters.collectors.proxies import from_environment, without_login
from desktop_app.adapters.collectors.run import Partly
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections.network import Network, Proxy, Route
from desktop_app.domain.sections.programs import Package, Processes, Software
from desktop_app.domain.sections.storage import Disk, Storage
from desktop_app.domain.sections.upkeep import Updates

_BROWSERS = {"Safari", "Google Chrome", "Firefox", "Microsoft Edge", "Brave Browser", "Opera", "Vivaldi", "Arc"}
_OFFICE = {
    "Microsoft Word",
    "Microsoft Excel",
    "Microsoft PowerPoint",
    "Microsoft Outlook",
    "LibreOffice",
    "Pages",
    "Numbers",
}
_FOLDERS = ("Applications", "System/Applications", "Applications/Utilities", "System/Applications/Utilities")
_MOST_APPS = 1000


def storage(batch: Batch) -> Storage | Partly:
    """Volumes from psutil, disks from `system_profiler`."""
    found = Storage(
        volumes=tuple(replace(v, system=v.mount in {"/", "/System/Volumes/Data"}) for v in psutil_facts.volumes())
    )
    return with_batch(found, lambda: replace(found, disks=tuple(_disks(batch))))


def _disks(batch: Batch) -> Iterator[Disk]:
    for kind, bus in (("SPNVMeDataType", "nvme"), ("SPSerialATADataType", "sata")):
        for controller in batch.all(kind):
            for entry in controller.get("_items", []):
                yield _disk(entry, bus)


def _disk(entry: dict[str, Any], bus: str) -> Disk:
    status = str(entry.get("smart_status", ""))
    rotation = str(entry.get("spsata_medium_type", ""))
    return Disk(
        name=entry.get("bsd_name"),
        model=entry.get("device_model") or entry.get("_name"),
        size_bytes=entry.get("size_in_bytes") or size(entry.get("size")),
        bus=bus,
        media="ssd" if bus == "nvme" or "Solid" in rotation else "hdd" if rotation else None,
        serial=entry.get("device_serial"),
        firmware=entry.get("device_revision"),
        health={"Verified": "ok", "Failing": "failing"}.get(status),
        removable=entry.get("removable_media") == "yes",
    )


def network(tree: Tree) -> Network | Partly:
    """Cards from psutil; names, ways out and proxies from `scutil` and `route`."""
    cards = psutil_facts.interfaces()
    found = Network(
        interfaces=tuple(replace(card, kind="loopback" if card.name == "lo0" else None) for card in cards),
        connected=any(card.up and any(a.scope in {"private", "global"} for a in card.addresses) for card in cards),
        proxies=from_environment(tree.environ),
    )
    try:
        dns = output(("/usr/sbin/scutil", "--dns"), seconds=1.0).decode("utf-8", "replace")
        proxy = output(("/usr/sbin/scutil", "--proxy"), seconds=1.0).decode("utf-8", "replace")
        route = output(("/sbin/route", "-n", "get", "default"), seconds=1.0).decode("utf-8", "replace")
    except ProgramFailed as failure:
        return Partly(found, failure.reason)
    return with_answers(found, dns, proxy, route)


def with_answers(found: Network, dns: str, proxy: str, route: str) -> Network:
    """The section with what the three programs said."""
    gateway, card = (re.search(rf"^\s*{name}:\s*(\S+)", route, re.MULTILINE) for name in ("gateway", "interface"))
    return replace(
        found,
        dns_servers=tuple(dict.fromkeys(re.findall(r"nameserver\[\d+\] : (\S+)", dns))),
        dns_search=tuple(dict.fromkeys(re.findall(r"search domain\[\d+\] : (\S+)", dns))),
        gateways=(Route("default", gateway[1], card[1] if card else None),) if gateway else (),
        proxies=(*found.proxies, *_proxies(proxy)),
    )


def _proxies(text: str) -> Iterator[Proxy]:
    values = dict(re.findall(r"^\s*(\w+) : (.+?)\s*$", text, re.MULTILINE))
    for kind in ("HTTP", "HTTPS", "SOCKS"):
        if values.get(f"{kind}Enable") == "1" and values.get(f"{kind}Proxy"):
            address = without_login(f"{values[f'{kind}Proxy']}:{values.get(f'{kind}Port', '0')}")
            yield Proxy(kind.lower(), address, None, "system")
    if values.get("ProxyAutoConfigEnable") == "1":
        yield Proxy("pac", without_login(values.get("ProxyAutoConfigURLString", "")), None, "system")


def software(tree: Tree) -> Software:
    """Applications by their own Info.plist; `system_profiler` would take a minute."""
    packages = [package for folder in _FOLDERS for package in _apps(tree, folder)][:_MOST_APPS]
    return Software(
        installed=len(packages) or None,
        browsers=tuple(package for package in packages if package.name in _BROWSERS),
        office=tuple(package for package in packages if package.name in _OFFICE),
        packages=tuple(packages),
    )


def updates(tree: Tree) -> Updates:
    """When updates were looked for, and whether they come by themselves."""
    found = plist(tree, "Library/Preferences/com.apple.SoftwareUpdate.plist")
    checked, automatic = found.get("LastSuccessfulDate"), found.get("AutomaticallyInstallMacOSUpdates")
    return Updates(
        checked_at=checked.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(checked, datetime) else None,
        automatic=None if automatic is None else bool(automatic),
    )


def _apps(tree: Tree, folder: str) -> Iterator[Package]:
    for name in tree.names(folder):
        if name.endswith(".app"):
            about = plist(tree, f"{folder}/{name}/Contents/Info.plist")
            version = about.get("CFBundleShortVersionString") or about.get("CFBundleVersion")
            maker = str(about.get("CFBundleIdentifier", "")).split(".")[1:2]
            yield Package(
                name.removesuffix(".app"), str(version) if version else None, maker[0] if maker else None, "app"
            )


def processes() -> Processes:
    """What runs now."""
    return from_psutil(psutil_facts.programs())
