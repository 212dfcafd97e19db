"""Beside the inventory programs that are installed here: what they tell of this machine, a report tells too."""

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from desktop_app.adapters.collectors import Collectors
from desktop_app.domain.glpi import inventory
from desktop_app.domain.sections import SECTIONS
from desktop_app.domain.snapshot import Snapshot, document
from tests.unit.snapshot.made import NOW
from tests.unit.snapshot.test_linux_whole import EMPTY

PEER = shutil.which("fusioninventory-inventory")
ELSEWHERE = {
    "hardware.ipaddr": "networks.ipaddress",
    "hardware.oscomments": "operatingsystem.kernel_version",
    "hardware.osname": "operatingsystem.full_name",
    "hardware.osversion": "operatingsystem.kernel_version",
    "hardware.processorn": "cpus.name",
    "hardware.processors": "cpus.speed",
    "hardware.processort": "cpus.name",
    "networks.macaddr": "networks.mac",
    "storages.serialnumber": "storages.serial",
    "storages.manufacturer": "storages.model",
    "storages.description": "storages.interface",
    "versionprovider.name": "versionclient",
    "versionprovider.version": "versionclient",
    "local_users.name": "local_users.login",
}
"""Names of the older format, and what stands under another name here."""
ON_PURPOSE = {
    "processes": "command lines hold passwords",
    "envs": "values of variables hold passwords",
    "local_groups": "who else may do what is nobody's business; whether this person administers is told",
    "local_users.home": "a home folder holds the name of a person",
    "local_users.shell": "no help desk asked for it",
    "accesslog": "of the other program itself",
    "versionprovider": "of the other program itself",
    "hardware.checksum": "of the other program itself",
    "hardware.etime": "of the other program itself",
    "hardware.datelastloggeduser": "when somebody was here is not kept",
    "hardware.description": "of the other program itself",
    "firewall": "without rights nobody can tell: it guesses from a service that is not there",
    "softwares.filesize": "a tenth of every report, and no help desk asked for it",
    "softwares.publisher": "the distribution, which `from` says",
    "softwares.system_category": "a tenth of every report, and no help desk asked for it",
    "networks.speed": "0 where it is not known",
}


def fields(content: Mapping[str, Any]) -> set[str]:
    """`section.field` for everything that has a value, and `section` for single values."""
    found = set()
    for section, value in content.items():
        for entry in value if isinstance(value, list) else [value]:
            found |= {f"{section}.{name}" for name in entry} if isinstance(entry, dict) else {section}
    return found


@pytest.mark.skipif(PEER is None, reason="fusioninventory-inventory is not installed here")
@pytest.mark.skipif(sys.platform != "linux", reason="the program is that of Debian")
def test_what_the_peer_tells_of_this_machine_is_in_the_same_format_of_ours() -> None:
    lacks = [_lacks()]
    while lacks[-1] and len(lacks) < 3:  # what somebody plugs in between the two looks is no lack
        lacks.append(_lacks())
    assert lacks[-1] == set()


def _lacks() -> set[str]:
    """What the peer says and we do not."""
    assert PEER is not None
    printed = subprocess.run([PEER], capture_output=True, check=True, timeout=100).stdout
    told = {
        f"{section.tag.lower()}.{field.tag.lower()}"
        for section in ElementTree.fromstring(printed).find("CONTENT") or ()  # noqa: S314 - of a program of this system
        for field in section
        if (field.text or "").strip()
    }
    assert len(told) > 50
    found = Collectors("linux", Path("/"), os.environ).collect(SECTIONS, 60)
    ours = fields(inventory(document(Snapshot(NOW, found)), "1")["content"])
    silent = {name for name in told if name not in ON_PURPOSE and name.partition(".")[0] not in ON_PURPOSE}
    return {name for name in silent if ELSEWHERE.get(name, name) not in ours}


def test_no_field_that_a_peer_filled_on_the_test_machine_is_empty_here(shared_data: Path) -> None:
    with (shared_data / "helpdesk_fields.csv").open(encoding="utf-8") as file:
        filled = {f"{row['section']}: {row['field']}" for row in csv.DictReader(file) if row["peers_on_test_vm"]}
    assert len(filled) > 60
    assert filled & EMPTY == {"os: virtual machine or container", "processes: command lines (opt-in)"}
