"""Linux: screens, cards, and what is plugged in, from recorded /sys and /proc trees."""

import json
from pathlib import Path

import pytest

from desktop_app.adapters.collectors import Collectors, edid
from desktop_app.adapters.collectors.linux.ids import named
from desktop_app.adapters.collectors.tree import Tree
from tests.unit.snapshot.conftest import linked, told, write

HEADER = bytes.fromhex("00ffffffffffff00")
CARD = "sys/class/drm/card0-DP-1"


def a_screen(name: bytes = b"DELL U2419H\n", serial: bytes = b"7YK1M92\n") -> bytes:
    """The first block of a screen of 1920 × 1080 points at 60 Hz."""
    block = bytearray(128)
    block[:8] = HEADER
    block[8:12] = bytes([0x10, 0xAC, 0x2A, 0xD1])
    block[17], block[20], block[21], block[22] = 30, 0xA5, 53, 30
    block[54:72] = bytes.fromhex("023a801871382d40582c450 0".replace(" ", "")) + bytes([0x0F, 0x28, 0x21, 0, 0, 0x1E])
    for at, kind, text in ((72, 0xFC, name), (90, 0xFF, serial)):
        block[at : at + 18] = bytes([0, 0, 0, kind, 0]) + text.ljust(13, b" ")[:13]
    return bytes(block)


def test_a_screen_by_its_own_words(tree: Tree) -> None:
    write(tree.root, {f"{CARD}/status": "connected\n", f"{CARD}/enabled": "enabled\n", f"{CARD}/edid": a_screen()})
    write(tree.root, {"sys/class/drm/card0-HDMI-A-1/status": "disconnected\n"})
    assert told(tree, "display")["screens"] == [
        {
            "name": "DP-1",
            "maker": "Dell",
            "model": "DELL U2419H",
            "serial": "7YK1M92",
            "native_width": 1920,
            "native_height": 1080,
            "refresh_hz": 60.0,
            "width_mm": 527,
            "height_mm": 296,
            "made_in": 2020,
            "built_in": False,
            "on": True,
        }
    ]


@pytest.mark.parametrize("content", [b"", b"\xff" * 128, HEADER, HEADER + bytes(120), b"x" * 4096])
def test_a_screen_of_nonsense_stands_by_its_connector(tree: Tree, content: bytes) -> None:
    write(tree.root, {f"{CARD}/status": "connected\n", f"{CARD}/enabled": "disabled\n", f"{CARD}/edid": content})
    section = Collectors("linux", tree.root, {}).collect(("display",), 10)["display"]
    broken = content not in (b"", HEADER + bytes(120))
    assert str(section.status) == ("partial" if broken else "ok")
    assert section.data["screens"][0]["name"] == "DP-1"


def test_screens_of_the_wild(shared_data: Path) -> None:
    wild = json.loads((shared_data / "edid_sample/edids.json").read_text(encoding="utf-8"))["items"]
    read = [edid.parse(bytes.fromhex(entry["edid"])) for entry in wild]
    assert len(read) > 300
    named = [screen for screen in read if screen.model]
    assert len(named) > len(read) * 0.5
    assert all(screen.model is None or screen.model.isprintable() for screen in read)
    assert all(screen.refresh_hz is None or 10 < screen.refresh_hz < 700 for screen in read)
    assert sum(screen.width is not None for screen in read) > len(read) * 0.95


def test_what_the_window_system_knows_of_the_same_screen_is_added_to_it(tree: Tree) -> None:
    write(tree.root, {f"{CARD}/status": "connected\n", f"{CARD}/enabled": "enabled\n", f"{CARD}/edid": a_screen()})
    computer = Collectors("linux", tree.root, {})
    computer.qt_facts = {"display": {"screens": [{"name": "DP-1", "scale_percent": 125}, {"name": "X", "width": 800}]}}
    first, second = computer.collect(("display",), 10)["display"].data["screens"]
    assert (first["model"], first["scale_percent"]) == ("DELL U2419H", 125)
    assert second == {"name": "X", "width": 800}


PCI = "sys/bus/pci/devices"


def test_cards_with_names_from_udev_and_from_the_list(tree: Tree) -> None:
    write(
        tree.root,
        {
            f"{PCI}/0000:00:02.0/class": "0x030000\n",
            f"{PCI}/0000:00:02.0/vendor": "0x8086\n",
            f"{PCI}/0000:00:02.0/device": "0x3ea0\n",
            f"{PCI}/0000:00:14.3/class": "0x028000\n",
            f"{PCI}/0000:00:14.3/vendor": "0x8086\n",
            f"{PCI}/0000:00:14.3/device": "0x9df0\n",
            f"{PCI}/0000:00:1f.0/class": "0x060100\n",
            "run/udev/data/+pci:0000:00:02.0": "I:1\nE:ID_VENDOR_FROM_DATABASE=Intel Corp\n"
            "E:ID_MODEL_FROM_DATABASE=UHD 620\n",
            "usr/share/misc/pci.ids": "# list\n8086  Intel\n\t9df0  Wireless-AC 9560\n\t\t8086 0034  sub\n"
            "8087  Other\n\t9df0  No\n",
        },
    )
    linked(tree.root, f"{PCI}/0000:00:02.0/driver", "../../../bus/pci/drivers/i915")
    found = told(tree, "peripherals")
    assert [(card["slot"], card["kind"]) for card in found["pci"]] == [
        ("0000:00:02.0", "display"),
        ("0000:00:14.3", "network"),
        ("0000:00:1f.0", "bridge"),
    ]
    assert [card.get("model") for card in found["pci"]] == ["UHD 620", "Wireless-AC 9560", None]
    assert found["faulty"] == [{"name": "Intel Wireless-AC 9560", "code": "8086:9df0", "reason": "no driver"}]
    assert told(tree, "display")["graphics"] == [
        {"slot": "0000:00:02.0", "model": "Intel Corp UHD 620", "driver": "i915"}
    ]


def test_a_device_of_another_maker_is_not_taken_for_it(tmp_path: Path) -> None:
    write(
        tmp_path, {"usr/share/hwdata/pci.ids": "8086  Intel\n\t0001  One\nC 03  Display\n\t0002  Class\n8087  Other\n"}
    )
    assert named(Tree(tmp_path), "pci", "8086", "0001") == ("Intel", "One")
    assert named(Tree(tmp_path), "pci", "8086", "0002") == ("Intel", None)
    assert named(Tree(tmp_path), "pci", "1234", "0001") == (None, None)
    assert named(Tree(tmp_path), "pci", "8086\n", "../x") == (None, None)


def test_usb_devices_without_sockets_and_parts(tree: Tree) -> None:
    here = "sys/bus/usb/devices"
    write(
        tree.root,
        {
            f"{here}/usb1/idVendor": "1d6b\n",
            f"{here}/usb1/idProduct": "0002\n",
            f"{here}/1-2/idVendor": "046d\n",
            f"{here}/1-2/idProduct": "c52b\n",
            f"{here}/1-2/product": "USB Receiver\n",
            f"{here}/1-2/serial": "AB12CD34\n",
            f"{here}/1-2/speed": "12\n",
            f"{here}/1-2/authorized": "1\n",
            f"{here}/1-2/1-2:1.0/bInterfaceClass": "03\n",
            f"{here}/1-3/idVendor": "0781\n",
            f"{here}/1-3/idProduct": "5567\n",
            f"{here}/1-3/authorized": "0\n",
        },
    )
    linked(tree.root, f"{here}/1-2/1-2:1.0/driver", "../../../../bus/usb/drivers/usbhid")
    found = told(tree, "peripherals")
    assert found["usb"][0] == {
        "port": "1-2",
        "model": "USB Receiver",
        "id": "046d:c52b",
        "serial": "AB12CD34",
        "driver": "usbhid",
        "speed_mbit": 12.0,
    }
    assert [device["port"] for device in found["usb"]] == ["1-2", "1-3"]
    assert found["faulty"] == [{"name": "1-3", "code": "5567", "reason": "not let in"}]


INPUTS = """I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="AT Translated Set 2 keyboard"
H: Handlers=sysrq kbd event3 leds
B: EV=120013

I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
H: Handlers=kbd event0
B: EV=3

I: Bus=0018 Vendor=06cb Product=cd41 Version=0100
N: Name="SYNA30B7:00 06CB:CD41 Touchpad"
H: Handlers=mouse1 event5

I: Bus=0005 Vendor=004c Product=0269 Version=0000
N: Name="Magic Mouse"
H: Handlers=mouse2 event9
"""


def test_keyboards_and_mice_but_no_buttons(tree: Tree) -> None:
    write(tree.root, {"proc/bus/input/devices": INPUTS})
    assert told(tree, "peripherals")["inputs"] == [
        {"name": "AT Translated Set 2 keyboard", "kind": "keyboard", "bus": "built in"},
        {"name": "SYNA30B7:00 06CB:CD41 Touchpad", "kind": "touchpad", "bus": "built in"},
        {"name": "Magic Mouse", "kind": "mouse", "bus": "bluetooth"},
    ]


def test_sound_cameras_docks_and_a_radio_that_is_off(tree: Tree) -> None:
    write(
        tree.root,
        {
            "proc/asound/pcm": "00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1\n"
            "00-03: HDMI 0 : HDMI 0 : playback 1\n",
            "proc/asound/card0/id": "PCH\n",
            "sys/class/video4linux/video0/name": "Integrated Camera\n",
            "sys/class/video4linux/video1/name": "Integrated Camera\n",
            "sys/bus/thunderbolt/devices/0-0/device_name": "Laptop\n",
            "sys/bus/thunderbolt/devices/0-1/device_name": "WD19TB\n",
            "sys/bus/thunderbolt/devices/0-1/vendor_name": "Dell\n",
            "sys/bus/thunderbolt/devices/0-1/authorized": "1\n",
            "sys/class/rfkill/rfkill0/type": "bluetooth\n",
            "sys/class/rfkill/rfkill0/soft": "1\n",
            "sys/class/bluetooth/hci0/x": "",
        },
    )
    found = told(tree, "peripherals")
    assert [(way["name"], way["kind"]) for way in found["sound"]] == [
        ("PCH ALC257 Analog", "output"),
        ("PCH ALC257 Analog", "input"),
        ("PCH HDMI 0", "output"),
    ]
    assert found["cameras"] == [{"name": "Integrated Camera"}]
    assert found["docks"] == [{"name": "WD19TB", "maker": "Dell", "state": "active"}]
    assert (found["bluetooth_on"], found["bluetooth_adapter"]) == (False, "hci0")


CARDS = {
    "etc/machine-id": "0f1e\n",
    "proc/asound/pcm": "00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1\n"
    "00-03: HDMI 0 : HDMI 0 : playback 1\n"
    "01-00: USB Audio : USB Audio : playback 1 : capture 1\n",
    "proc/asound/card0/id": "PCH\n",
    "proc/asound/card1/id": "Headset\n",
    "run/udev/data/+sound:card0": "E:ID_PATH=pci-0000:00:1f.3\n",
    "run/udev/data/+sound:card1": "E:ID_PATH=pci-0000:00:14.0-usb-0:2:1.0\nE:ID_ID=usb-Jabra_Evolve_75-00\n",
}
WIREPLUMBER = "home/lmoreau/.local/state/wireplumber/default-nodes"


@pytest.mark.parametrize(
    ("files", "chosen"),
    [
        ({}, {}),
        (
            {WIREPLUMBER: "default.configured.audio.sink=alsa_output.usb-Jabra_Evolve_75-00.analog-stereo\n"},
            {"output": "Headset USB Audio"},
        ),
        (
            {WIREPLUMBER: "default.configured.audio.sink=alsa_output.pci-0000_00_1f.3.hdmi-stereo\n"
             "default.configured.audio.source=alsa_input.pci-0000_00_1f.3.analog-stereo\n"},
            {"output": "PCH HDMI 0", "input": "PCH ALC257 Analog"},
        ),
        (
            {"home/lmoreau/.config/pulse/0f1e-default-sink": "alsa_output.pci-0000_00_1f.3.analog-stereo\n"},
            {"output": "PCH ALC257 Analog"},
        ),
        ({WIREPLUMBER: "default.configured.audio.sink=bluez_output.00_1B.1\n"}, {}),
    ],
    ids=["nobody", "headset", "screen", "pulse", "bluetooth"],
)  # fmt: skip
def test_the_sound_that_was_chosen(tree: Tree, files: dict[str, str], chosen: dict[str, str]) -> None:
    write(tree.root, CARDS | files)
    ways = told(tree, "peripherals")["sound"]
    assert {way["kind"]: way["name"] for way in ways if way.get("default")} == chosen
    told_of = {way["kind"] for way in ways if "default" in way}
    assert told_of == set(chosen), "what nobody chose is not told to be off"


def test_memory_modules_and_disks_as_udev_wrote_them_down(tree: Tree) -> None:
    write(
        tree.root,
        {
            "run/udev/data/+dmi:id": "E:MEMORY_DEVICE_0_SIZE=17179869184\nE:MEMORY_DEVICE_0_LOCATOR=DIMM\\x20A\n"
            "E:MEMORY_DEVICE_0_TYPE=DDR4\nE:MEMORY_DEVICE_0_SPEED_MTS=2667\nE:MEMORY_DEVICE_0_SERIAL_NUMBER=12AB\n"
            "E:MEMORY_DEVICE_1_PRESENT=0\n",
            "sys/block/sda/size": "1000\n",
            "sys/block/sda/dev": "8:0\n",
            "run/udev/data/b8:0": "E:ID_SERIAL_SHORT=WD-42\nE:ID_REVISION=01.01\nE:ID_BUS=ata\n",
            "sys/fs/ext4/nvme0n1p2/errors_count": "3\n",
            "sys/block/dm-0/dm/uuid": "LVM-abc\n",
            "sys/block/dm-0/dm/name": "vg-root\n",
            "sys/block/dm-0/slaves/dm-1/x": "",
            "sys/block/dm-1/dm/uuid": "CRYPT-LUKS2-1\n",
            "proc/self/mountinfo": "27 1 254:0 / / rw - ext4 /dev/mapper/vg-root rw\n",
        },
    )
    linked(tree.root, "dev/mapper/vg-root", "../dm-0")
    assert told(tree, "memory")["modules"] == [
        {"slot": "DIMM A", "size_bytes": 17179869184, "kind": "DDR4", "mhz": 2667, "serial": "12AB"}
    ]
    found = told(tree, "storage")
    disks = {disk["name"]: disk for disk in found["disks"]}
    assert (disks["sda"]["serial"], disks["sda"]["firmware"], disks["sda"]["bus"]) == ("WD-42", "01.01", "ata")
    assert disks["nvme0n1"]["errors"] == 3
    assert {raid["name"]: raid["level"] for raid in found["raid"]} == {"md0": "raid1", "vg-root": "lvm"}
    assert found["volumes"][0]["encrypted"] is True
    assert told(tree, "security")["disk_encrypted"] is True
