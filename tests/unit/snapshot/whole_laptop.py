"""One laptop with everything: each place that Linux readers look at holds what such a machine has there."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.adapters.collectors.tree import Tree
from tests.unit.snapshot.conftest import FILES, linked, planted, write
from tests.unit.snapshot.test_linux_devices import INPUTS, PCI, a_screen
from tests.unit.snapshot.test_linux_safety import a_certificate, store
from tests.unit.snapshot.test_linux_upkeep import HISTORY

USB, DMI, NIC = "sys/bus/usb/devices", "sys/class/dmi/id", "sys/class/net/wlp2s0"
CPU, EDAC = "sys/devices/system/cpu", "sys/devices/system/edac/mc/mc0"
CORE = f"core.evince.1000.{'0' * 32}.4321.{{now}}000000.zst"


def _wtmp(kind: int, user: str) -> bytes:
    return kind.to_bytes(2, "little") + bytes(42 - 2) + user.encode().ljust(32, b"\0") + bytes(310)


def _installed(name: str, version: str) -> str:
    return (
        f"Package: {name}\nStatus: install ok installed\nArchitecture: amd64\nVersion: {version}\n"
        "Maintainer: Debian <x@example.org>\n\n"
    )


SYSTEM: Mapping[str, str | bytes] = {
    "etc/machine-id": "0123456789abcdef0123456789abcdef\n",
    "etc/passwd": "root:x:0:0::/root:/bin/sh\nlmoreau:x:1000:1000:Léa Moreau,,,:/home/lmoreau:/bin/bash\n",
    "etc/group": "sudo:x:27:lmoreau\n",
    "etc/sssd/sssd.conf": "",
    "etc/salt/minion": "",
    "run/systemd/timesync/synchronized": "",
    "var/log/wtmp": _wtmp(2, "reboot") + _wtmp(1, "shutdown") + _wtmp(2, "reboot"),
    f"{DMI}/product_family": "HP EliteBook\n",
    f"{DMI}/product_sku": "6XD76EA#ABF\n",
    f"{DMI}/product_uuid": "30AE0F4C-6D5F-11EA-9E4C-B46D83A1B2C3\n",
    f"{DMI}/chassis_asset_tag": "VC-00481\n",
    f"{DMI}/bios_vendor": "HP\n",
    f"{DMI}/bios_date": "09/13/2023\n",
    f"{DMI}/board_vendor": "HP\n",
    f"{DMI}/board_name": "8549\n",
    f"{CPU}/cpu0/cpufreq/cpuinfo_max_freq": "3900000\n",
    f"{CPU}/cpu0/cpufreq/scaling_governor": "powersave\n",
    "sys/firmware/acpi/platform_profile": "balanced\n",
    f"{CPU}/cpu0/cache/index2/level": "2\n",
    f"{CPU}/cpu0/cache/index2/size": "256K\n",
    f"{CPU}/cpu0/cache/index3/level": "3\n",
    f"{CPU}/cpu0/cache/index3/size": "6144K\n",
    "proc/pressure/cpu": "some avg10=2.00 avg60=1.00 avg300=0.50 total=1\n",
    f"{EDAC}/ce_count": "0\n",
    "run/udev/data/+dmi:id": "E:MEMORY_DEVICE_0_SIZE=17179869184\nE:MEMORY_DEVICE_0_LOCATOR=DIMM A\n"
    "E:MEMORY_DEVICE_0_TYPE=DDR4\nE:MEMORY_DEVICE_0_SPEED_MTS=2667\nE:MEMORY_DEVICE_0_SERIAL_NUMBER=12AB\n"
    "E:MEMORY_DEVICE_0_PART_NUMBER=M471A2K43CB1\n",
}
DISKS: Mapping[str, str | bytes] = {
    "sys/block/nvme0n1/stat": "100 0 2000 5 50 0 1000 9 0 14 14\n",
    "sys/fs/ext4/nvme0n1p2/errors_count": "0\n",
    "var/tmp/big": "x" * 100_000,
    "home/lmoreau/.local/share/Trash/files/old.iso": "x" * 100_000,
    "var/log/cups/error_log": "E [14/Mar/2026:09:00:00 +0100] [Job 9] Filter failed\n",
}
NETWORK: Mapping[str, str | bytes] = {
    f"{NIC}/speed": "866\n",
    f"{NIC}/duplex": "full\n",
    f"{NIC}/statistics/tx_bytes": "654321\n",
    f"{NIC}/statistics/rx_errors": "0\n",
    f"{NIC}/statistics/rx_dropped": "3\n",
    "proc/net/route": FILES["proc/net/route"] + "wlp2s0\t00000A0A\t01034D0A\t0003\t0\t0\t600\t0000FFFF\t0\t0\t0\n",
    "etc/firewalld/zones/home.xml": "<zone/>",
}
SOFTWARE: Mapping[str, str | bytes] = {
    "var/lib/dpkg/status": FILES["var/lib/dpkg/status"]
    + "\n"
    + "".join(
        _installed(*pair)
        for pair in (
            ("libreoffice-core", "4:7.4.7-1"),
            ("openjdk-17-jre", "17.0.10"),
            ("python3.11", "3.11.2-6"),
            ("anydesk", "6.3.0"),
        )
    ),
    "var/lib/dpkg/info/cups.list": "",
    "home/lmoreau/.mozilla/firefox/x.default/extensions.json": json.dumps(
        {
            "addons": [
                {
                    "type": "extension",
                    "location": "app-profile",
                    "id": "a@b",
                    "version": "1.2",
                    "active": True,
                    "defaultLocale": {"name": "Blocker"},
                },
            ]
        }
    ),
    "var/log/apt/history.log": HISTORY,
    "var/lib/apt/periodic/update-success-stamp": "",
    "etc/xdg/autostart/chat.desktop": "[Desktop Entry]\nName=Chat\n",
    "var/crash/202603140900/dump.202603140900": "",
    "sys/power/state": "freeze mem\n",
    "sys/class/hwmon/hwmon0/fan1_input": "2300\n",
    "sys/class/tpm/tpm0/tpm_version_major": "2\n",
    "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c": b"\x06\x00\x00\x00\x01",
    "sys/module/apparmor/parameters/enabled": "Y\n",
    "usr/lib/systemd/system/clamav-daemon.service": "",
    "var/lib/clamav/daily.cvd": "",
    "home/lmoreau/.config/kscreenlockerrc": "[Daemon]\nAutolock=true\nTimeout=10\n",
}
DEVICES: Mapping[str, str | bytes] = {
    "sys/class/drm/card0-DP-1/status": "connected\n",
    "sys/class/drm/card0-DP-1/enabled": "enabled\n",
    "sys/class/drm/card0-DP-1/edid": a_screen(),
    f"{PCI}/0000:00:02.0/class": "0x030000\n",
    f"{PCI}/0000:00:02.0/vendor": "0x8086\n",
    f"{PCI}/0000:00:02.0/device": "0x3ea0\n",
    f"{PCI}/0000:00:1f.0/class": "0x028000\n",
    f"{PCI}/0000:00:1f.0/vendor": "0x8086\n",
    f"{PCI}/0000:00:1f.0/device": "0x9df0\n",
    "usr/share/misc/pci.ids": "8086  Intel\n\t3ea0  UHD 620\n\t9df0  Wireless-AC 9560\n",
    f"{USB}/1-2/idVendor": "046d\n",
    f"{USB}/1-2/idProduct": "c52b\n",
    f"{USB}/1-2/manufacturer": "Logitech\n",
    f"{USB}/1-2/product": "USB Receiver\n",
    f"{USB}/1-2/serial": "AB12CD34\n",
    "proc/asound/card0/id": "PCH\n",
    "proc/asound/pcm": "00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1\n",
    "run/udev/data/+sound:card0": "E:ID_PATH=pci-0000:00:1f.3\n",
    "home/lmoreau/.local/state/wireplumber/default-nodes": "[default-nodes]\n"
    "default.configured.audio.sink=alsa_output.pci-0000_00_1f.3.analog-stereo\n",
    "proc/bus/input/devices": INPUTS,
    "sys/class/video4linux/video0/name": "Integrated Camera\n",
    "sys/bus/thunderbolt/devices/0-1/authorized": "1\n",
    "sys/bus/thunderbolt/devices/0-1/device_name": "WD19TB\n",
    "sys/class/rfkill/rfkill0/type": "bluetooth\n",
    "sys/class/rfkill/rfkill0/soft": "0\n",
    "sys/class/bluetooth/hci0/x": "",
}
SESSION = {
    "USER": "lmoreau",
    "PATH": "/usr/bin:/home/lmoreau/bin",
    "XDG_SESSION_TYPE": "x11",
    "XDG_CURRENT_DESKTOP": "KDE",
}
BY_QT: Mapping[str, Mapping[str, Any]] = {
    "display": {"screens": [{"name": "DP-1", "scale_percent": 125, "width": 1920}], "theme": "dark"},
}
"""What the window system adds where it runs."""


def whole(folder: Path, bus_address: str) -> Tree:
    """The laptop, written down in `folder`, with the services behind `bus_address`."""
    small = planted(folder)
    for files in (SYSTEM, DISKS, NETWORK, SOFTWARE, DEVICES):
        write(small.root, files)
    linked(small.root, f"{PCI}/0000:00:02.0/driver", "../../../bus/pci/drivers/i915")
    linked(small.root, "sys/block/nvme0n1/device/subsystem", "../../nvme")
    for kind, name in (("by-label", "root"), ("by-uuid", "5d1f7a10-22aa-4bcd-9e01-77aa88bb99cc")):
        linked(small.root, f"dev/disk/{kind}/{name}", "../../nvme0n1p2")
    wants = "etc/systemd/system/multi-user.target.wants"
    linked(small.root, f"{wants}/cups.service", "/usr/lib/systemd/system/cups.service")
    linked(small.root, f"{wants}/clamav-daemon.service", "/usr/lib/systemd/system/clamav-daemon.service")
    store(small.at("home/lmoreau/.pki/nssdb"), a_certificate("Léa Moreau"), a_certificate("Somebody else"))
    small.at("run/cups").mkdir(parents=True)
    write(small.root, {"run/cups/cups.sock": ""})
    return Tree(small.root, {**small.environ, **SESSION, "DBUS_SYSTEM_BUS_ADDRESS": bus_address})
