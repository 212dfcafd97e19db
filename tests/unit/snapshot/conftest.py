"""A machine that never was: a small Linux tree."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import pytest

from desktop_app.adapters.collectors import child, ipp
from desktop_app.adapters.collectors.linux import bus, collectors, journal, settings
from desktop_app.adapters.collectors.run import Partly
from desktop_app.adapters.collectors.tree import Tree
from desktop_app.domain.sections import plain
from desktop_app.services import snapshots

T = TypeVar("T")
PATIENCE_S = 60.0
FILES = {
    "etc/os-release": 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n',
    "etc/debian_version": "12.9\n",
    "etc/timezone": "Europe/Brussels\n",
    "etc/default/locale": "LANG=fr_BE.UTF-8\n",
    "etc/hosts": "127.0.0.1 localhost\n10.77.3.9 intranet.example.org intranet\n::1 localhost ip6-localhost\n",
    "etc/resolv.conf": "nameserver 10.77.3.1\nsearch corp.example.org\n",
    "etc/ufw/ufw.conf": "ENABLED=no\n",
    "etc/apt/sources.list": "deb https://lmoreau:Pluie-8842@depot.example.org/debian bookworm main\n",
    "etc/apt/apt.conf.d/20auto-upgrades": 'APT::Periodic::Unattended-Upgrade "1";\n',
    "run/reboot-required": "",
    "run/reboot-required.pkgs": "linux-image-6.1.0-30-amd64\nlibc6\n",
    "proc/sys/kernel/osrelease": "6.1.0-30-amd64\n",
    "proc/sys/kernel/hostname": "poste-paie-12\n",
    "proc/cmdline": "BOOT_IMAGE=/vmlinuz root=UUID=5d1f7a10-22aa-4bcd-9e01-77aa88bb99cc ro quiet\n",
    "proc/uptime": "864000.50 1600000.00\n",
    "proc/stat": "cpu  100 0 100 700 100 0 0 0 0 0\nbtime 1772600000\n",
    "proc/loadavg": "0.50 0.40 0.30 1/300 4000\n",
    "proc/cpuinfo": "".join(
        f"processor\t: {n}\nvendor_id\t: GenuineIntel\nmodel name\t: Intel(R) Core(TM) i5-8265U CPU @ 1.60GHz\n"
        f"microcode\t: 0xf0\ncpu MHz\t\t: 1800.000\nphysical id\t: 0\n"
        f"core id\t\t: {n // 2}\nflags\t\t: fpu vmx aes avx2\n\n"
        for n in range(4)
    ),
    "proc/meminfo": "MemTotal:        8000000 kB\nMemAvailable:    400000 kB\nSwapTotal:       2000000 kB\n"
    "SwapFree:         100000 kB\nCommitLimit:     6000000 kB\nCommitted_AS:    9000000 kB\n",
    "proc/vmstat": "pswpin 100\npswpout 200\noom_kill 2\n",
    "proc/pressure/memory": "some avg10=40.00 avg60=33.00 avg300=5.00 total=1\n"
    "full avg10=12.50 avg60=4.00 avg300=1 total=1\n",
    "proc/self/mountinfo": "27 1 254:0 / / rw,relatime - ext4 /dev/nvme0n1p2 rw\n"
    "30 27 0:40 / /mnt/paie rw - cifs //nas2/paie rw,username=lmoreau\n"
    "31 27 8:1 / /media/lmoreau/CLÉ\\040USB rw - vfat /dev/sda1 rw\n"
    "32 27 0:41 / /proc rw - proc proc rw\n",
    "proc/mdstat": "Personalities : [raid1]\nmd0 : active raid1 sda1[0] sdb1[1]\n      100 blocks [2/1] [U_]\n\n",
    "proc/net/route": "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n"
    "wlp2s0\t00000000\t01034D0A\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
    "wlp2s0\t00034D0A\t00000000\t0001\t0\t0\t600\t00FFFFFF\t0\t0\t0\n",
    "proc/net/fib_trie": "Local:\n  +-- 0.0.0.0/0 3 0 5\n     |-- 10.77.3.31\n        /32 host LOCAL\n",
    "proc/net/if_inet6": "fe80000000000000f68e38fffe012345 02 40 20 80 wlp2s0\n",
    "proc/net/wireless": "Inter-| sta-|   Quality\n face | tus | link\nwlp2s0: 0000   35.  -82.  -256        0\n",
    "proc/net/arp": "IP address HW type Flags HW address Mask Device\n"
    "10.77.3.1  0x1  0x2  00:1a:2b:3c:4d:5e  *  wlp2s0\n",
    "proc/net/tcp": "  sl  local_address rem_address   st\n   0: 0100007F:0277 00000000:0000 0A 0 0\n"
    "   1: 00000000:0016 00000000:0000 0A 0 0\n",
    "proc/1/stat": "1 (systemd) S 0 1 1 0 -1 0 0 0 0 0 10 10 0 0 20 0 1 0 5 1000 300\n",
    "proc/200/stat": "200 (pdf (viewer) x) R 1 1 1 0 -1 0 0 0 0 0 40000 40000 0 0 20 0 9 0 6400000 1000 1100000\n",
    "proc/300/stat": "300 (old) Z 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 600 0 0\n",
    "proc/sys/fs/file-nr": "1024\t0\t9223372036854775807\n",
    "sys/class/dmi/id/sys_vendor": "HP\n",
    "sys/class/dmi/id/product_name": "HP EliteBook 830 G6\n",
    "sys/class/dmi/id/product_serial": "PF1XYZ88\n",
    "sys/class/dmi/id/chassis_type": "10\n",
    "sys/class/dmi/id/board_name": "To Be Filled By O.E.M.\n",
    "sys/class/dmi/id/bios_version": "R70 Ver. 01.24.00\n",
    "sys/class/net/wlp2s0/address": "f4:8e:38:01:23:45\n",
    "sys/class/net/wlp2s0/operstate": "up\n",
    "sys/class/net/wlp2s0/carrier": "1\n",
    "sys/class/net/wlp2s0/flags": "0x1003\n",
    "sys/class/net/wlp2s0/type": "1\n",
    "sys/class/net/wlp2s0/mtu": "1500\n",
    "sys/class/net/wlp2s0/device/vendor": "0x8086\n",
    "sys/class/net/wlp2s0/device/device": "0x9df0\n",
    "sys/class/net/wlp2s0/wireless/x": "",
    "sys/class/net/wlp2s0/statistics/rx_bytes": "123456\n",
    "sys/class/power_supply/BAT0/type": "Battery\n",
    "sys/class/power_supply/BAT0/status": "Discharging\n",
    "sys/class/power_supply/BAT0/capacity": "8\n",
    "sys/class/power_supply/BAT0/energy_full": "22000000\n",
    "sys/class/power_supply/BAT0/energy_full_design": "50000000\n",
    "sys/class/power_supply/BAT0/energy_now": "2000000\n",
    "sys/class/power_supply/BAT0/power_now": "8000000\n",
    "sys/class/power_supply/BAT0/cycle_count": "812\n",
    "sys/class/power_supply/BAT0/serial_number": "01234 2019/05/17\n",
    "sys/class/power_supply/AC/type": "Mains\n",
    "sys/class/power_supply/AC/online": "0\n",
    "sys/class/hwmon/hwmon0/name": "coretemp\n",
    "sys/class/hwmon/hwmon0/temp1_input": "98000\n",
    "sys/class/hwmon/hwmon0/temp1_crit": "100000\n",
    "sys/class/hwmon/hwmon0/temp1_label": "Package id 0\n",
    "sys/block/nvme0n1/size": "500118192\n",
    "sys/block/nvme0n1/queue/rotational": "0\n",
    "sys/block/nvme0n1/device/model": "SAMSUNG MZVLB256HBHQ-000H1\n",
    "sys/block/nvme0n1/device/serial": "S4GXNF0M812345\n",
    "sys/block/nvme0n1/device/state": "live\n",
    "sys/block/nvme0n1/device/firmware_rev": "HPS1NEXF\n",
    "sys/block/loop0/size": "100\n",
    "sys/devices/system/cpu/cpu0/cache/index0/level": "1\n",
    "sys/devices/system/cpu/cpu0/cache/index0/size": "32K\n",
    "sys/devices/system/cpu/cpu0/cache/index1/level": "1\n",
    "sys/devices/system/cpu/cpu0/cache/index1/size": "32K\n",
    "sys/devices/system/cpu/vulnerabilities/meltdown": "Mitigation: PTI\n",
    "var/lib/dpkg/status": "Package: cups\nStatus: install ok installed\nArchitecture: amd64\nVersion: 2.4.2-3\n\n"
    "Package: firefox-esr\nStatus: install ok installed\nVersion: 128.5.0esr-1\nArchitecture: amd64\n\n"
    "Package: gone\nStatus: deinstall ok config-files\nVersion: 1\n\n"
    "Package: half-there\nStatus: install ok half-configured\nVersion: 2\n",
    "home/lmoreau/.config/mimeapps.list": "[Default Applications]\napplication/pdf=evince.desktop;\n",
}


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Files under `root`, with their folders."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def linked(root: Path, name: str, target: str) -> None:
    """A symbolic link, as /sys has them from devices to drivers."""
    link = root / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)


def told(tree: Tree, name: str) -> Any:
    """A section of the machine as plain values; a whole one."""
    found = collectors(tree)[name]()
    assert not isinstance(found, Partly), found.reason
    return plain(found)


def within(limit_s: float, ask: Callable[[], T]) -> T:
    """Its answer, for no more of the processor than that: the clock goes on while the processor is somebody else's."""
    took: list[float] = []
    while len(took) < 3 and min(took, default=limit_s) >= limit_s:
        started = time.process_time()
        answer = ask()
        took.append(time.process_time() - started)
    assert min(took) < limit_s, took
    return answer


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is given up after a moment has a minute here; tests of giving up say how long it takes."""
    monkeypatch.setattr(snapshots, "COLLECTOR_DEADLINE_S", PATIENCE_S)
    monkeypatch.setattr(journal, "_SECONDS", PATIENCE_S)
    monkeypatch.setattr(settings, "output", lambda words, seconds: child.output(words, seconds=PATIENCE_S))
    for asked in (ipp.ask, child.output, child.printed):
        usual: Any = asked
        monkeypatch.setitem(usual.__kwdefaults__, "seconds", PATIENCE_S)
    patience_with_buses(monkeypatch, PATIENCE_S)


def patience_with_buses(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """How long a message bus may take to answer."""
    monkeypatch.setattr(bus, "PATIENCE_S", seconds)
    monkeypatch.setattr(bus.Bus.__init__, "__defaults__", (seconds,))


def planted(folder: Path) -> Tree:
    """The machine, written down in `folder`."""
    root = folder / "machine"
    write(root, FILES)
    linked(root, "sys/class/net/wlp2s0/device/driver", "../../../../bus/pci/drivers/iwlwifi")
    return Tree(root, {"HOME": "/home/lmoreau", "https_proxy": "http://lmoreau:Pluie8842@proxy.example.org:3128"})


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return planted(tmp_path)
