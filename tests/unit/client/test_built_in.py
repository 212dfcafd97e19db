"""What a machine is made of: what is built in counts, what is plugged in or drawn does not."""

from pathlib import Path

import pytest

from desktop_app.adapters.system.built_in import of_linux
from desktop_app.domain.machine import fingerprints, is_another


def _card(root: Path, name: str, address: str, drawn: str = "0", bus: str = "pci0000:00", radio: str = "") -> None:
    card = root / "sys/devices" / bus / "net" / name
    (card / "device").mkdir(parents=True)
    (card / "address").write_text(address + "\n")
    (card / "addr_assign_type").write_text(drawn + "\n")
    if radio:
        (card / "phy80211").mkdir()
        (card / "phy80211/macaddress").write_text(radio + "\n")
    (root / "sys/class/net").mkdir(parents=True, exist_ok=True)
    (root / "sys/class/net" / name).symlink_to(card)


def test_built_in_cards_count_by_the_address_burnt_into_them(tmp_path: Path) -> None:
    _card(tmp_path, "eth0", "02:00:00:00:00:01")
    _card(tmp_path, "wlan0", "02:00:00:00:00:ff", drawn="3", radio="02:00:00:00:00:02")
    _card(tmp_path, "dock0", "02:00:00:00:00:03", bus="pci0000:00/usb1")
    _card(tmp_path, "drawn0", "02:00:00:00:00:04", drawn="1")
    _card(tmp_path, "none0", "00:00:00:00:00:00")
    virtual = tmp_path / "sys/class/net/docker0"
    virtual.mkdir()
    (virtual / "address").write_text("02:00:00:00:00:05")
    (virtual / "addr_assign_type").write_text("0")
    assert sorted(of_linux(tmp_path)) == ["02:00:00:00:00:01", "02:00:00:00:00:02"]


def test_a_machine_without_cards_says_nothing(tmp_path: Path) -> None:
    assert of_linux(tmp_path) == []
    assert fingerprints([]) == fingerprints([" "]) == ""


def test_fingerprints_tell_no_address() -> None:
    told = fingerprints(["02:00:00:00:00:02", "02:00:00:00:00:01", "02:00:00:00:00:01 "])
    assert told == fingerprints(["02:00:00:00:00:01", "02:00:00:00:00:02"])
    assert len(told) == 2 * 16 + 1
    assert "02:00" not in told
    assert len(fingerprints(str(number) for number in range(50))) < 200


@pytest.mark.parametrize(
    ("one", "other", "are_two"),
    [("a,b", "b,c", False), ("a,b", "c,d", True), ("", "a", False), ("a", "", False), ("a", "a", False)],
    ids=["a part in common", "none", "silent before", "silent now", "the same"],
)
def test_two_machines_have_no_part_in_common(one: str, other: str, are_two: bool) -> None:
    assert is_another(one, other) is are_two
