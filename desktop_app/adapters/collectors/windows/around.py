"""Windows: disks, network, printers, software, programs."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.batch import Batch, with_batch
from desktop_app.adapters.collectors.programs import from_psutil
from desktop_app.adapters.collectors.proxies import without_login
from desktop_app.adapters.collectors.run import Partly
from desktop_app.adapters.collectors.windows.machine import date_of, text, whole
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.domain.sections.network import Interface, Network, Profile, Proxy, Route
from desktop_app.domain.sections.programs import Package, Printer, Printing, PrintJob, Processes, Software
from desktop_app.domain.sections.safety import Security
from desktop_app.domain.sections.storage import Disk, Share, Storage, Volume

_UNINSTALL = (
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall",
    r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall",
    r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall",
)
_INTERNET = r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings"
_OFFICE = r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
_BUSES = {7: "usb", 8: "raid", 11: "sata", 17: "nvme", 10: "sas", 12: "sd", 14: "virtual", 15: "virtual", 3: "ata"}
_MEDIA = {3: "hdd", 4: "ssd", 5: "scm"}
_HEALTH = {0: "ok", 1: "warning", 2: "failing"}
_NETWORK_DRIVE = 4
_PRINTER_STATES = {1: "other", 2: "unknown", 3: "idle", 4: "printing", 5: "warming up", 6: "stopped", 7: "offline"}
_PRINTER_ERRORS = {4: "media-empty", 6: "toner-empty", 7: "cover-open", 8: "media-jam", 9: "offline"}
_BROWSERS = ("Google Chrome", "Microsoft Edge", "Mozilla Firefox", "Brave", "Opera", "Vivaldi")
_RUNTIMES = ("Microsoft Visual C++", "Microsoft .NET", "Java", "Python ", "Microsoft Windows Desktop Runtime")


def storage(batch: Batch) -> Storage | Partly:
    """Disks, volumes, mapped drives. A mapped drive is named and never measured."""
    found = Storage(volumes=psutil_facts.volumes())
    return with_batch(found, lambda: _with_disks(found, batch))


def _with_disks(found: Storage, batch: Batch) -> Storage:
    labels = {text(disk.get("DeviceID")): text(disk.get("VolumeName")) for disk in batch.all("Win32_LogicalDisk")}
    return replace(
        found,
        volumes=tuple(_labelled(volume, labels) for volume in found.volumes),
        disks=tuple(map(_disk, batch.all("MSFT_PhysicalDisk"))),
        shares=tuple(
            Share(
                text(disk.get("DeviceID")),
                text(disk.get("ProviderName")),
                text(disk.get("FileSystem")) or "smb",
                "mapped",
            )
            for disk in batch.all("Win32_LogicalDisk")
            if disk.get("DriveType") == _NETWORK_DRIVE
        ),
    )


def _labelled(volume: Volume, labels: dict[str | None, str | None]) -> Volume:
    drive = (volume.mount or "").rstrip("\\")
    return replace(volume, label=labels.get(drive), system=drive.upper() == "C:")


def _disk(found: dict[str, Any]) -> Disk:
    return Disk(
        name=f"disk{found.get('DeviceId', '')}",
        model=text(found.get("FriendlyName")),
        size_bytes=whole(found.get("Size")),
        bus=_BUSES.get(found.get("BusType", 0)),
        media=_MEDIA.get(found.get("MediaType", 0)),
        serial=text(found.get("SerialNumber")),
        firmware=text(found.get("FirmwareVersion")),
        health=_HEALTH.get(found.get("HealthStatus", -1)),
    )


def network(keys: Registry, batch: Batch) -> Network | Partly:
    """Cards, addresses, names and ways out."""
    cards = psutil_facts.interfaces()
    found = Network(
        interfaces=cards,
        connected=any(card.up and any(a.scope in {"private", "global"} for a in card.addresses) for card in cards),
        proxies=tuple(_proxies(keys)),
    )
    return with_batch(found, lambda: _with_names(found, batch))


def _with_names(found: Network, batch: Batch) -> Network:
    active = [entry for entry in batch.all("Win32_NetworkAdapterConfiguration") if entry.get("IPEnabled")]
    return replace(
        found,
        interfaces=tuple(_described(card, active) for card in found.interfaces),
        gateways=tuple(
            Route("default", gateway, text(entry.get("Description")))
            for entry in active
            for gateway in _texts(entry, "DefaultIPGateway")
        ),
        dns_servers=tuple(dict.fromkeys(name for entry in active for name in _texts(entry, "DNSServerSearchOrder"))),
        dns_search=tuple(
            dict.fromkeys(name for entry in active for name in _texts(entry, "DNSDomainSuffixSearchOrder"))
        ),
        addressing="dhcp" if any(entry.get("DHCPEnabled") for entry in active) else "static" if active else None,
        firewall_profiles=tuple(
            Profile(text(entry.get("Name")), bool(entry.get("Enabled")))
            for entry in batch.all("MSFT_NetFirewallProfile")
        ),
    )


def security(batch: Batch) -> Security:
    """What protects the machine. Raises ProgramFailed."""
    on = [bool(entry.get("Enabled")) for entry in batch.all("MSFT_NetFirewallProfile")]
    return Security(firewall="Windows" if on else None, firewall_on=all(on) if on else None)


def _described(card: Interface, active: list[dict[str, Any]]) -> Interface:
    same = next((entry for entry in active if str(entry.get("MACAddress") or "").lower() == card.mac), {})
    model = text(same.get("Description"))
    name = f"{card.name} {model}".lower()
    kind = (
        "wifi"
        if "wi-fi" in name or "wireless" in name or "wlan" in name
        else "loopback"
        if "loopback" in name
        else "ethernet"
    )
    return replace(card, model=model, kind=kind)


def _texts(entry: dict[str, Any], name: str) -> list[str]:
    found = entry.get(name)
    values = found if isinstance(found, list) else [found]
    return [value for value in values if isinstance(value, str) and value]


def _proxies(keys: Registry) -> Iterator[Proxy]:
    address, script = keys.value(_INTERNET, "ProxyServer"), keys.value(_INTERNET, "AutoConfigURL")
    bypass = text(keys.value(_INTERNET, "ProxyOverride"))
    if keys.value(_INTERNET, "ProxyEnable") == 1 and isinstance(address, str):
        for part in address.split(";"):
            kind, mark, rest = part.rpartition("=")
            yield Proxy(kind if mark else "all", without_login(rest), bypass, "registry")
    if isinstance(script, str) and script:
        yield Proxy("pac", without_login(script), None, "registry")


def printing(batch: Batch) -> Printing:
    """Printers and what waits in front of them. Raises ProgramFailed."""
    service = next((entry for entry in batch.all("Win32_Service") if entry.get("Name") == "Spooler"), {})
    printers = batch.all("Win32_Printer")
    jobs = tuple(map(_job, batch.all("Win32_PrintJob")))
    default = next((text(printer.get("Name")) for printer in printers if printer.get("Default")), None)
    return Printing(
        spooler={"Running": "running", "Stopped": "stopped"}.get(str(service.get("State"))),
        default_printer=default,
        printers=tuple(_printer(printer, jobs) for printer in printers),
        jobs=jobs,
    )


def _printer(found: dict[str, Any], jobs: tuple[PrintJob, ...]) -> Printer:
    error = _PRINTER_ERRORS.get(found.get("DetectedErrorState", 0))
    name = text(found.get("Name"))
    return Printer(
        name=name,
        driver=text(found.get("DriverName")),
        connection=text(found.get("PortName")),
        location=text(found.get("Location")),
        state="offline" if found.get("WorkOffline") else _PRINTER_STATES.get(found.get("PrinterStatus", 0)),
        reasons=(error,) if error else (),
        default=bool(found.get("Default")),
        shared=bool(found.get("Shared")),
        waiting=sum(job.printer == name for job in jobs),
    )


def _job(found: dict[str, Any]) -> PrintJob:
    status = str(found.get("JobStatus") or "").lower()
    return PrintJob(
        id=whole(found.get("JobId")),
        printer=(text(found.get("Name")) or "").rpartition(",")[0] or None,
        owner=text(found.get("Owner")),
        document=text(found.get("Document")),
        size_bytes=whole(found.get("Size")),
        state="stopped" if "error" in status or "blocked" in status else "held" if "paused" in status else "waiting",
        since=date_of(found.get("TimeSubmitted")),
    )


def software(keys: Registry) -> Software:
    """Installed programs, from the three Uninstall keys."""
    packages = list({(p.name, p.version): p for root in _UNINSTALL for p in _packages(keys, root)}.values())
    channel, version = text(keys.value(_OFFICE, "CDNBaseUrl")), text(keys.value(_OFFICE, "VersionToReport"))
    office = (
        (Package("Microsoft 365", version, "Microsoft", channel, text(keys.value(_OFFICE, "Platform"))),)
        if version
        else ()
    )
    return Software(
        installed=len(packages) or None,
        browsers=tuple(p for p in packages if (p.name or "").startswith(_BROWSERS)),
        office=office,
        runtimes=tuple(p for p in packages if (p.name or "").startswith(_RUNTIMES))[:20],
        packages=tuple(packages),
    )


def _packages(keys: Registry, root: str) -> Iterator[Package]:
    for key in keys.keys(root):
        path = f"{root}\\{key}"
        name = text(keys.value(path, "DisplayName"))
        if name and keys.value(path, "SystemComponent") != 1:
            yield Package(
                name=name,
                version=text(keys.value(path, "DisplayVersion")),
                vendor=text(keys.value(path, "Publisher")),
                source="registry",
                architecture="x86" if "WOW6432Node" in root else None,
                installed_at=_installed(keys.value(path, "InstallDate")),
            )


def _installed(value: object) -> str | None:
    day = str(value or "")
    return f"{day[:4]}-{day[4:6]}-{day[6:]}T00:00:00Z" if len(day) == 8 and day.isdecimal() else None


def processes() -> Processes:
    """What runs now."""
    return from_psutil(psutil_facts.programs())
