"""Linux: what stands in tables without words: addresses, sign-ins, packages, the end of a certificate."""

import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from desktop_app.adapters.collectors import certificate, psutil_facts
from desktop_app.adapters.collectors.linux import addresses, net_tables, netlink
from desktop_app.adapters.collectors.linux.wtmp import signed_in
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.field_words import value_words
from tests.unit.snapshot.conftest import told, write


@pytest.mark.skipif(sys.platform != "linux", reason="asks this machine's kernel")
def test_the_kernel_tells_the_same_addresses_as_psutil() -> None:
    known = {name: set(entries) for name, entries in psutil_facts.addresses().items() if entries}
    assert {name: set(entries) for name, entries in addresses.addresses().items()} == known


@pytest.mark.parametrize(("flags", "taken"), [(0x80, None), (0x88, True)])
def test_an_address_that_another_machine_has(flags: int, taken: bool | None) -> None:
    own = socket.inet_pton(socket.AF_INET6, "fe80::5")
    parts = struct.pack("=HH16s", 20, 1, own) + struct.pack("=HHL", 8, 8, flags)
    number, found = addresses.told(struct.pack("=BBBBL", socket.AF_INET6, 64, flags, 253, 3) + parts)
    assert (number, found.address, found.prefix, found.scope, found.duplicate) == (3, "fe80::5", 64, "link", taken)


def test_at_a_cable_between_two_the_own_address_counts() -> None:
    ours, theirs = socket.inet_aton("10.8.0.2"), socket.inet_aton("10.8.0.1")
    parts = struct.pack("=HH4sHH4s", 8, 1, theirs, 8, 2, ours)
    assert addresses.told(struct.pack("=BBBBL", socket.AF_INET, 32, 0, 0, 5) + parts)[1].address == "10.8.0.2"


@pytest.mark.skipif(sys.platform != "linux", reason="asks this machine's kernel")
def test_the_kernel_tells_the_same_open_ports_as_its_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as here,
        socket.create_server(("::", 0), family=socket.AF_INET6) as all_,
    ):
        ports = {here.getsockname()[1]: "this computer", all_.getsockname()[1]: "network"}

        def ours() -> dict[int | None, str | None]:
            found = net_tables.listeners(Tree(Path("/")))
            return {entry.port: entry.reachable for entry in found if entry.port in ports}

        assert ours() == ports

        def refused(*_: object) -> Iterator[bytes]:
            raise OSError

        monkeypatch.setattr(netlink, "told", refused)
        assert ours() == ports


@pytest.mark.skipif(sys.platform != "linux", reason="asks this machine's kernel")
def test_a_question_that_the_kernel_does_not_know_is_no_empty_answer() -> None:
    with pytest.raises(OSError, match="does not answer"):
        list(netlink.told(netlink.SOCKETS, 9999, bytes(56)))


def _signed_in(kind: int, user: str, host: str, since: int) -> bytes:
    return struct.pack("<hxxi32s4s32s256s8xi40x", kind, 77, b"pts/0", b"", user.encode(), host.encode(), since)


def test_who_is_signed_in_by_the_old_table(tree: Tree) -> None:
    table = (
        _signed_in(2, "reboot", "6.1.0", 1),
        _signed_in(7, "lmoreau", ":0", 1_773_475_200),
        _signed_in(7, "jdupont\x1b[2J", "poste-3", 1_773_475_200),
        _signed_in(8, "gone", "", 5),
    )
    write(tree.root, {"run/utmp": b"cut off" + b"".join(table)})
    assert told(tree, "identity")["signed_in"] == [
        {"user": "lmoreau", "since": "2026-03-14T08:00:00Z"},
        {"user": "jdupont", "origin": "poste-3", "since": "2026-03-14T08:00:00Z"},
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="reads this machine's own table")
def test_the_old_table_is_the_one_that_psutil_reads() -> None:
    assert sorted(found.user or "" for found in signed_in(Tree(Path("/")))) == sorted(u.name for u in psutil.users())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("510304050607Z", "1951-03-04T05:06:07Z"),
        ("491231235959Z", "2049-12-31T23:59:59Z"),
        ("20510304050607Z", "2051-03-04T05:06:07Z"),
    ],
)
def test_the_end_of_a_certificate_in_its_own_century(written: str, read: str) -> None:
    assert certificate._moment(written) == read


@pytest.mark.parametrize("written", ["5103040506Z", "510304050607+", "20513304050607Z", "2051030405\u0660607Z"])
def test_an_end_that_is_none(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        certificate._moment(written)


def test_what_dpkg_says_in_any_order(tree: Tree) -> None:
    said = (
        "Package: one\nVersion: 1:2-3\nStatus: install ok installed\nDescription: x\n Package: not this\n"
        "Architecture: all\n\n"
        "Status: hold ok installed\nPackage: two\n\n"
        "Package: three\nStatus: install ok half-configured\n\nPackage: four\nStatus: deinstall ok config-files\n"
    )
    write(tree.root, {"var/lib/dpkg/status": said, "var/lib/dpkg/info/one.list": ""})
    packages = [entry for entry in told(tree, "software")["packages"] if entry["source"] == "deb"]
    assert [(entry["name"], entry.get("version"), entry.get("architecture")) for entry in packages] == [
        ("one", "1:2-3", "all"),
        ("two", None, None),
    ]
    assert "installed_at" in packages[0]
    assert (told(tree, "updates")["held"], told(tree, "updates")["half_installed"]) == (["two"], ["three"])


def test_a_disk_whose_wear_nobody_tells_says_who_may_ask(tree: Tree) -> None:
    (disk,) = told(tree, "storage")["disks"]
    assert (disk["name"], disk.get("wear_percent")) == ("nvme0n1", None)
    assert "administrateurs" in value_words(disk["wear_unread"], "", "fr")


@pytest.mark.parametrize(
    ("written", "percent"), [("0x02 0x01\n", 20.0), ("0x0b 0x0b\n", 110.0), ("0x00 0x00\n", None), ("", None)]
)
def test_soldered_memory_tells_its_wear_in_steps_of_ten(tree: Tree, written: str, percent: float | None) -> None:
    write(tree.root, {"sys/block/mmcblk0/size": "61071360\n", "sys/block/mmcblk0/device/life_time": written})
    disk = next(disk for disk in told(tree, "storage")["disks"] if disk["name"] == "mmcblk0")
    assert (disk.get("wear_percent"), disk.get("wear_unread")) == (percent, None)
