"""The snapshot in GLPI's inventory format (version 1): for help desks that keep their equipment there.

Made from the document as it would be sent, so that nothing leaves this way that was masked: what is masked there is
left out here.
"""

import re
from collections.abc import Iterator, Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

from desktop_app.domain.glpi_around import Table, around, table
from desktop_app.domain.redaction.span import MARK

_MIB = 1024 * 1024
_CPU_ARCH = re.compile(r"mips|mips64|alpha|sparc|sparc64|m68k|i\d86|x86_64|powerpc|powerpc64|arm.*|aarch64")
_ARCH = {"AMD64": "x86_64", "x64": "x86_64", "ARM64": "aarch64", "arm64": "aarch64", "x86": "i686"}
_CARD_KINDS = {"ethernet": "ethernet", "wifi": "wifi", "loopback": "loopback", "bridge": "bridge", "ppp": "dialup"}
_KERNELS = {"Windows": "win32", "macOS": "darwin"}
_OFFSET = re.compile(r"[+-]\d{4}")


def inventory(document: Mapping[str, Any], version: str) -> Table:
    """A partial inventory of one computer. Raises nothing: what is missing is left out."""
    sections = {name: _clear(section) for name, section in document["sections"].items()}
    content: Table = {
        "versionclient": f"Rescousse-{version}",
        "hardware": _hardware(sections),
        "bios": _bios(sections.get("hardware", {}), sections.get("security", {})),
        "operatingsystem": _system(sections.get("os", {}), sections.get("identity", {})),
        "cpus": _cpus(sections),
        "memories": [_memory(found) for found in sections.get("memory", {}).get("modules", ())],
        "drives": [_drive(found) for found in sections.get("storage", {}).get("volumes", ())],
        "storages": [_disk(found) for found in sections.get("storage", {}).get("disks", ())],
        "networks": list(_networks(sections.get("network", {}))),
        "printers": [
            _printer(found) for found in sections.get("printing", {}).get("printers", ()) if found.get("name")
        ],
        "softwares": [
            _software(found) for found in sections.get("software", {}).get("packages", ()) if found.get("name")
        ],
        "batteries": [_battery(found) for found in sections.get("power", {}).get("batteries", ())],
    } | around(sections)
    kept = {name: part for name, part in content.items() if part}
    return {
        "deviceid": _device(document),
        "itemtype": "Computer",
        "action": "inventory",
        "partial": True,
        "content": kept,
    }


def _device(document: Mapping[str, Any]) -> str:
    """GLPI names a device by its name, here the pseudonym that was sent, and the date of its first inventory."""
    name = document["sections"].get("identity", {}).get("computer_name", "computer")
    return f"{name}-{document['taken_at'][:19].replace('T', '-').replace(':', '-')}"


def _clear(value: Any) -> Any:
    """Without the values that are pseudonyms: no number of GLPI's would fit them."""
    if isinstance(value, Mapping):
        items = ((key, _clear(item)) for key, item in value.items())
        return {key: item for key, item in items if item is not None}
    if isinstance(value, list):
        return [item for item in map(_clear, value) if item is not None]
    return None if isinstance(value, str) and MARK.fullmatch(value) else value


def _hardware(sections: Mapping[str, Any]) -> Table:
    names = ("hardware", "os", "memory", "identity", "network")
    machine, system, memory, identity, network = (sections.get(name, {}) for name in names)
    return table(
        name=identity.get("computer_name"),
        workgroup=identity.get("domain"),
        lastloggeduser=identity.get("user"),
        uuid=machine.get("uuid"),
        chassis_type=machine.get("chassis"),
        vmsystem=system.get("virtual_machine") or "Physical",
        memory=_mib(memory.get("total_bytes")),
        swap=_mib(memory.get("swap_total_bytes")),
        defaultgateway=next(iter(_ways_out(network)), None),
        dns="/".join(str(found) for found in map(_address, network.get("dns_servers", ())) if found),
    )


def _ways_out(network: Mapping[str, Any], card: str = "") -> Iterator[str]:
    """The machines that lead everywhere else, IPv4 first; behind one card, or all."""
    found = (way for way in network.get("gateways", ()) if not card or way.get("interface") == card)
    known = [address for way in found if (address := _address(way.get("gateway")))]
    return map(str, sorted(known, key=lambda address: address.version))


def _bios(machine: Mapping[str, Any], security: Mapping[str, Any]) -> Table:
    return table(
        assettag=machine.get("asset_tag"),
        bdate=None,
        bmanufacturer=machine.get("firmware_maker"),
        bversion=machine.get("firmware_version"),
        mmanufacturer=machine.get("board_maker"),
        mmodel=machine.get("board_model"),
        msn=machine.get("board_serial"),
        skunumber=machine.get("sku"),
        smanufacturer=machine.get("maker"),
        smodel=machine.get("model"),
        ssn=machine.get("serial"),
        secure_boot={True: "enabled", False: "disabled"}.get(security.get("secure_boot", "")),
    )


def _system(system: Mapping[str, Any], identity: Mapping[str, Any]) -> Table:
    offset = str(system.get("utc_offset", ""))
    zone = {"name": system.get("time_zone") or "UTC", "offset": offset} if _OFFSET.fullmatch(offset) else None
    return table(
        arch=system.get("architecture"),
        dns_domain=identity.get("domain"),
        fqdn=identity.get("network_name") or identity.get("computer_name"),
        hostid=identity.get("machine_id"),
        boot_time=_moment(system.get("booted_at")),
        full_name=" ".join(str(system[name]) for name in ("name", "version") if system.get(name)),
        install_date=_moment(system.get("installed_at")),
        kernel_name=_KERNELS.get(str(system.get("name")), "linux"),
        kernel_version=system.get("kernel"),
        name=system.get("name"),
        version=system.get("version"),
        timezone=zone,
    )


def _moment(text: Any) -> str | None:
    return (
        f"{text[:10]} {text[11:19]}"
        if isinstance(text, str) and re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", text)
        else None
    )


def _cpus(sections: Mapping[str, Any]) -> list[Table]:
    found, machine = sections.get("cpu", {}), str(sections.get("os", {}).get("architecture", ""))
    arch = _ARCH.get(machine, machine)
    if not found.get("model"):
        return []
    one = table(
        name=found.get("model"),
        manufacturer=found.get("maker"),
        arch=arch if _CPU_ARCH.fullmatch(arch) else None,
        core=found.get("cores"),
        thread=found.get("threads"),
        familynumber=_text(found.get("family")),
        model=_text(found.get("model_number")),
        stepping=found.get("stepping"),
        speed=_whole(found.get("mhz_max") or found.get("mhz_now")),
    )
    return [one] * max(1, min(int(found.get("sockets") or 1), 16))


def _memory(found: Mapping[str, Any]) -> Table:
    return table(
        capacity=_mib(found.get("size_bytes")),
        caption=found.get("slot"),
        type=found.get("kind"),
        manufacturer=found.get("maker"),
        serialnumber=found.get("serial"),
        model=found.get("part"),
        speed=_text(found.get("mhz")),
    )


def _drive(found: Mapping[str, Any]) -> Table:
    return table(
        type=found.get("mount"),
        volumn=found.get("device"),
        filesystem=found.get("filesystem"),
        total=_mib(found.get("total_bytes")),
        free=_mib(found.get("free_bytes")),
        label=found.get("label"),
        serial=found.get("uuid"),
        systemdrive=found.get("mount") in {"/", "C:\\"},
        encrypt_status={True: "Yes", False: "No"}.get(found["encrypted"]) if "encrypted" in found else None,
    )


def _disk(found: Mapping[str, Any]) -> Table:
    size = found.get("size_bytes")
    return table(
        name=found.get("name"),
        model=found.get("model"),
        disksize=None if size is None else int(size) // 1_000_000,
        firmware=found.get("firmware"),
        interface=found.get("bus"),
        serial=found.get("serial"),
        type=found.get("media") or "disk",
    )


def _networks(network: Mapping[str, Any]) -> Iterator[Table]:
    for card in network.get("interfaces", ()):
        way_out = next(iter(_ways_out(network, str(card.get("name")))), None)
        yield from (entry | table(ipgateway=way_out) for entry in _cards(card))


def _cards(found: Mapping[str, Any]) -> Iterator[Table]:
    """One entry per address, as GLPI wants it; one without any when all are masked."""
    base = table(
        description=found.get("name") or "?",
        type=_CARD_KINDS.get(str(found.get("kind"))),
        status="up" if found.get("up") else "down",
        mac=found.get("mac"),
        mtu=found.get("mtu"),
        speed=_text(found.get("speed_mbit")),
        driver=found.get("driver"),
        model=found.get("model"),
        wifi_ssid=found.get("wifi_name"),
        wifi_bssid=found.get("wifi_bssid"),
        ipdhcp=found.get("dhcp_server"),
        virtualdev=found.get("kind") in {"virtual", "tunnel", "bridge", "loopback"},
    )
    told = [whole for entry in found.get("addresses", ()) if (whole := _placed(entry))]
    yield from (base | whole for whole in told or [{}])


def _placed(entry: Mapping[str, Any]) -> Table:
    """An address with the network that it is in."""
    address, prefix = _address(entry.get("address")), entry.get("prefix")
    if address is None:
        return {}
    six = "6" if address.version == 6 else ""
    if not isinstance(prefix, int) or not 0 <= prefix <= address.max_prefixlen:
        return {f"ipaddress{six}": str(address)}
    around = ip_network((address.packed, prefix), strict=False)
    return {
        f"ipaddress{six}": str(address),
        f"ipmask{six}": str(around.netmask),
        f"ipsubnet{six}": str(around.network_address),
    }


def _address(text: Any) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def _printer(found: Mapping[str, Any]) -> Table:
    return table(
        name=found.get("name"),
        driver=found.get("driver"),
        port=found.get("connection"),
        shared=found.get("shared"),
        status=found.get("state"),
        comment=found.get("location"),
    )


def _software(found: Mapping[str, Any]) -> Table:
    return table(
        **{
            "name": found.get("name"),
            "version": found.get("version"),
            "publisher": found.get("vendor"),
            "arch": found.get("architecture"),
            "from": found.get("source"),
        }
    )


def _battery(found: Mapping[str, Any]) -> Table:
    return table(
        name=found.get("model") or found.get("name"),
        manufacturer=found.get("maker"),
        chemistry=found.get("technology"),
        serial=found.get("serial"),
        capacity=_mwh(found.get("designed_wh")),
        real_capacity=_mwh(found.get("full_wh")),
    )


def _text(count: Any) -> str | None:
    return None if count is None else str(count)


def _mib(count: Any) -> int | None:
    return int(count) // _MIB if isinstance(count, int | float) else None


def _mwh(count: Any) -> int | None:
    return round(count * 1000) if isinstance(count, int | float) else None


def _whole(count: Any) -> int | None:
    return round(count) if isinstance(count, int | float) else None
