"""Every field that a help desk uses has a place in the sections: counted from the list of fields, not believed."""

import csv
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.sections import SECTIONS
from desktop_app.domain.sections.storage import Disk, Raid
from tests.unit.snapshot.made import every_field

NEVER = "-"
"""Not collected on any system, whoever asks."""

PLACES: dict[str, str] = {
    # a line for each field of the list, in its order
    "os": """
        name edition
        version build
        architecture
        kernel
        installed_at
        booted_at uptime_s
        last_shutdown_clean
        locale
        time_zone utc_offset
        clock_offset_s clock_source clock_synchronised
        licence
        virtual_machine
        boot_mode
        boot_arguments
        restart_pending restart_pending_since restart_wanted_by""",
    "identity": """
        computer_name
        network_name domain
        directory joined managed management
        user
        user_is_administrator
        signed_in.user signed_in.kind signed_in.state signed_in.origin signed_in.since
        accounts.user accounts.full_name accounts.administrator accounts.disabled
        machine_id""",
    "hardware": """
        maker model family sku
        serial uuid
        asset_tag
        chassis
        firmware_maker firmware_version firmware_date
        board_maker board_model""",
    "cpu": """
        model maker
        sockets cores threads
        mhz_now mhz_max
        cache_l1_bytes cache_l2_bytes cache_l3_bytes
        abilities
        load_1 load_5 load_15 use_percent pressure_percent
        mitigations.name mitigations.state
        governor power_plan""",
    "memory": """
        total_bytes available_bytes
        swap_total_bytes swap_used_bytes
        pressure_10_percent pressure_60_percent committed_bytes commit_limit_bytes
        modules.slot modules.size_bytes modules.kind modules.mhz
        modules.serial modules.part
        hardware_errors""",
    "storage": """
        disks.model disks.size_bytes disks.bus
        disks.media
        disks.serial
        disks.firmware
        disks.health
        disks.wear_percent disks.temperature_c disks.bad_sectors
        disks.power_on_hours
        disks.errors
        volumes.mount volumes.filesystem volumes.total_bytes volumes.free_bytes
        volumes.inodes_free
        volumes.label volumes.uuid
        volumes.removable volumes.read_only
        shares.remote shares.state
        raid.level raid.state raid.missing
        disks.read_bytes disks.written_bytes
        consumers.name consumers.size_bytes""",
    "network": """
        interfaces.name interfaces.up interfaces.cable
        interfaces.addresses.address interfaces.addresses.prefix
        interfaces.mac
        interfaces.speed_mbit interfaces.duplex interfaces.mtu
        interfaces.model interfaces.driver interfaces.driver_version
        gateways.gateway gateways.interface
        routes.destination routes.gateway
        dns_servers dns_search
        interfaces.addressing interfaces.lease_until interfaces.dhcp_server
        hosts_entries.address hosts_entries.names
        proxies.kind proxies.address
        vpn.name vpn.kind vpn.on
        reachability sign_in_page metered
        checks.name checks.ok checks.took_ms
        interfaces.wifi_name interfaces.wifi_bssid
        interfaces.wifi_signal_dbm interfaces.wifi_channel interfaces.wifi_security
        interfaces.received_bytes interfaces.sent_bytes interfaces.errors interfaces.drops
        listeners.port listeners.program
        neighbours.address neighbours.mac
        firewall_profiles.name firewall_profiles.on""",
    "printing": """
        printers.name printers.driver printers.connection
        default_printer printers.state printers.reasons
        printers.waiting jobs.state jobs.since
        spooler last_errors""",
    "software": """
        packages.name packages.version packages.vendor
        packages.source
        packages.installed_at packages.source
        browsers.version extensions.name extensions.id extensions.version
        office.version office.source office.architecture
        runtimes.name runtimes.version
        defaults.opens defaults.program
        sources""",
    "updates": """
        pending_count pending.name pending.version pending.security asked_at
        checked_at installed_at
        patches.name patches.version patches.installed_at
        failed.name failed.code failed.message
        policy.name policy.value server paused_until deferred_days""",
    "services": """
        services.name services.state
        failed.name failed.result
        enabled services.start
        autostart.name autostart.on
        tasks.name tasks.next_at tasks.last_at""",
    "processes": """
        programs.name programs.cpu_percent programs.memory_bytes
        -
        count threads open_files
        hung.name zombies""",
    "environment": """
        names
        path""",
    "logs": """
        errors.source errors.level errors.count errors.message
        kernel.source kernel.count kernel.message
        crashes.program crashes.cause crashes.count crashes.last_at
        stops.kind stops.at
        reliability.at reliability.index
        own_log_bytes own_log_errors""",
    "power": """
        batteries.charge_percent batteries.state
        batteries.designed_wh batteries.full_wh batteries.cycles
        plugged_in charger_watts
        sleep_kinds last_woke_at
        temperatures.celsius fans.rpm""",
    "security": """
        antivirus.name antivirus.on antivirus.up_to_date
        firewall firewall_on
        disk_encrypted encryption
        -
        secure_boot
        tpm tpm_version
        protections.name protections.on
        screen_lock screen_lock_after_s
        remote_tools.name remote_tools.running
        certificates.subject certificates.expires_at""",
    "display": """
        screens.model screens.width_mm screens.width screens.scale_percent
        screens.serial
        graphics.model graphics.driver graphics.driver_date
        session_type remote
        desktop theme""",
    "peripherals": """
        usb.port usb.model usb.maker usb.id
        usb.serial
        pci.slot pci.model pci.driver
        faulty.name faulty.reason faulty.code
        sound.name sound.kind sound.default
        cameras.name
        bluetooth_adapter bluetooth_on bluetooth.name bluetooth.connected
        inputs.name inputs.kind
        docks.name docks.state
        modems.imei modems.sim modems.state""",
    "application": """
        version build packaging
        qt python libraries.name libraries.version
        head.took_ms head.reason""",
}


def places(section: str) -> list[list[str]]:
    """For each field of a section in the list's order, where it stands in a document."""
    lines = PLACES[section].strip().splitlines()
    return [[f"{section}.{name}" for name in line.split() if name != NEVER] for line in lines]


def test_140_of_the_146_have_a_place(shared_data: Path) -> None:
    wanted: dict[str, list[str]] = {}
    with (shared_data / "helpdesk_fields.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            wanted.setdefault(row["section"], []).append(row["field"])
    assert set(wanted) == set(SECTIONS)
    assert {name: len(places(name)) for name in wanted} == {name: len(fields) for name, fields in wanted.items()}
    pairs = [pair for name, fields in wanted.items() for pair in zip(fields, places(name), strict=True)]
    without = [field for field, found in pairs if not found]
    assert len(pairs) - len(without) >= 140
    assert all("command line" in field or "never" in field for field in without)


def test_every_place_is_a_field() -> None:
    heads = {f"{section}.head.{name}" for section in SECTIONS for name in ("took_ms", "reason")}
    known = {*every_field(), *heads}
    assert not [place for section in SECTIONS for found in places(section) for place in found if place not in known]


@pytest.mark.parametrize("word", ["command", "cmdline", "argument_list", "recovery", "password", "key_protector"])
def test_no_field_is_named_after_what_is_never_collected(word: str) -> None:
    assert not [name for name in every_field() if word in name]


def test_an_entry_is_a_value() -> None:
    disk = Disk("sda", size_bytes=5)
    assert (disk.name, disk.size_bytes, disk.model) == ("sda", 5, None)
    assert disk == Disk(name="sda", size_bytes=5) != Disk("sdb", size_bytes=5)
    assert len({disk, Disk("sda", size_bytes=5), replace(disk, model="x")}) == 2
    assert repr(disk) == "Disk(name='sda', size_bytes=5)"
    with pytest.raises(FrozenInstanceError):
        setattr(disk, "name", "sdb")  # noqa: B010 - mypy knows that it is forbidden
    kind: Any = Raid
    for values, named in ((range(9), {}), (("a",), {"name": "b"}), ((), {"colour": "red"})):
        with pytest.raises(TypeError):
            kind(*values, **named)
    assert kind("sda") != Disk("sda")
