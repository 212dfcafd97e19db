"""What the small programs of a Mac that never was print, after Apple's own descriptions."""

import json
import plistlib
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from tests.unit.snapshot.recorded_macos_profile import SECRETS
from tests.unit.snapshot.test_linux_safety import a_certificate

LOG = "\n".join(
    json.dumps(entry)
    for entry in (
        {
            "timestamp": "2026-03-14 08:12:33.123456+0100",
            "messageType": "Error",
            "eventMessage": "disk0s2: I/O error.",
            "processImagePath": "/kernel",
        },
        {
            "timestamp": "2026-03-14 08:13:00.000001+0100",
            "messageType": "Fault",
            "eventMessage": "Could not open",
            "processImagePath": "/usr/libexec/backupd",
        },
        {"count": 2, "finished": 1},
    )
).encode()
UUID = "1B2C3D4E-0000-1111-2222-333344445555"


def plist(value: Any) -> bytes:
    """A property list in XML."""
    return plistlib.dumps(value)


def _pem() -> bytes:
    return x509.load_der_x509_certificate(a_certificate("Lucie Moreau")).public_bytes(Encoding.PEM)


_SYSCTL = """hw.target: J413AP
hw.model: Mac14,2
hw.cputype: 16777228
hw.packages: 1
hw.l1dcachesize: 65536
hw.l2cachesize: 4194304
hw.optional.arm.FEAT_AES: 1
hw.optional.arm.FEAT_CSV2: 1
hw.optional.arm.FEAT_CSV3: 1
hw.optional.arm.FEAT_SSBS: 0
machdep.cpu.brand_string: Apple M2
kern.bootargs: -v
kern.hv_vmm_present: 0
kern.num_files: 8123
kern.maxfiles: 245760
kern.sleeptime: { sec = 1773424800, usec = 1 } Fri Mar 13 18:00:00 2026
kern.waketime: { sec = 1773471600, usec = 123456 } Sat Mar 14 07:00:00 2026
"""
INTEL_KERNEL = b"""hw.model: iMac20,1
hw.l3cachesize: 16777216
machdep.cpu.vendor: GenuineIntel
machdep.cpu.features: FPU VMX AES
kern.bootargs: cwae=2
kern.hv_vmm_present: 1
"""
_COMPUTER = "/usr/sbin/ioreg -a -r -d {} -c {}"
SAYS: dict[str, bytes] = {
    "/usr/bin/last": b"reboot time      Sat Mar 14 00:00\nshutdown time    Fri Mar 13 23:58\n",
    "/usr/bin/profiles": b"Enrolled via DEP: No\nMDM enrollment: Yes (User Approved)\n",
    "/usr/bin/dscl . -read": b"GroupMembership: root lmoreau\n",
    "/usr/bin/dscl . -list /Users RealName": b"_mbsetupuser  Setup User\nlmoreau       Lucie Moreau\n"
    b"root          System\n",
    "/usr/bin/dscl . -list /Users UniqueID": b"_mbsetupuser  248\nlmoreau       501\nroot          0\n",
    "/usr/sbin/sysctl": _SYSCTL.encode(),
    "/usr/bin/pmset -g custom": b"Battery Power:\n lowpowermode         1\nAC Power:\n"
    b" Sleep On Power Button 1\n lowpowermode         0\n",
    "/usr/bin/pmset -g": b" standby              1\n powernap             1\n"
    b" hibernatemode        3\n sleep 1 (sleep prevented by x)\n",
    "/usr/bin/vm_stat": b"Mach Virtual Memory Statistics: (page size of 16384 bytes)\n"
    b'Pages wired down:  100.\nAnonymous pages:  300.\nPages stored in compressor:  50.\n"Translation faults":  9.\n',
    "/usr/sbin/diskutil list": plist({"WholeDisks": ["disk0"]}),
    "/usr/sbin/diskutil info": plist(
        {
            "BusProtocol": "Apple Fabric",
            "SolidState": True,
            "SMARTStatus": "Verified",
            "RemovableMediaOrExternalDevice": False,
            "SMARTDeviceSpecificKeysMayVaryNotGuaranteed": {
                "TEMPERATURE": 306,
                "PERCENTAGE_USED": 2,
                "POWER_ON_HOURS_0": 870,
                "MEDIA_ERRORS_0": 0,
            },
        }
    ),
    "/usr/sbin/diskutil appleRAID": plist(
        {
            "AppleRAIDSets": [
                {
                    "Name": "Archives",
                    "Level": "Mirror",
                    "Status": "Degraded",
                    "Members": [{"MemberStatus": "Online"}, {"MemberStatus": "Failed"}],
                }
            ]
        }
    ),
    "/sbin/mount": (
        f"/dev/disk3s1s1 on / (apfs, sealed, local)\n//lmoreau:{SECRETS[0]}@nas2/paie on /Volumes/paie (smbfs, nodev)\n"
    ).encode(),
    "/usr/sbin/scutil --dns": b"resolver #1\n  search domain[0] : corp.example.org\n  nameserver[0] : 10.77.3.1\n",
    "/usr/sbin/scutil --proxy": (
        f"<dictionary> {{\n  HTTPEnable : 1\n  HTTPPort : 3128\n  HTTPProxy : bob:{SECRETS[1]}@proxy.example.org\n}}\n"
    ).encode(),
    "/usr/sbin/scutil -r": b"Reachable\n",
    "/usr/sbin/scutil --nc": f'* (Connected)      {UUID} IPSec              "Siège"      [IPSec]\n'.encode(),
    "/sbin/route": b"   route to: default\n    gateway: 10.77.3.1\n  interface: en0\n",
    "/usr/sbin/netstat": b"Destination Gateway Flags Netif Expire\ndefault 10.77.3.1 UGScg en0\n"
    b"10.77.3/24 link#6 UCS en0 !\n"
    b"192.168.9 10.77.3.9 UGSc en0\n10.77.3.31/32 link#6 UCS en0\n224.0.0/4 link#6 UmCS en0\n",
    "/usr/sbin/arp": b"? (10.77.3.1) at 0:1a:2b:3c:4d:5e on en0 ifscope [ethernet]\n"
    b"? (10.77.3.44) at (incomplete) on en0\n",
    "/usr/sbin/lsof": b"p501\ncControlCe\nf9\nn*:7000\np777\ncpostgres\nf3\nn127.0.0.1:5432\n",
    "/usr/libexec/ApplicationFirewall/socketfilterfw": b"Firewall is disabled. (State = 0)\n",
    "/bin/launchctl list": b"PID\tStatus\tLabel\n312\t0\tcom.apple.Finder\n"
    b"-\t78\torg.example.backup\n-\t-9\torg.example.ended\n",
    "/bin/launchctl managername": b"Aqua\n",
    "/usr/bin/fdesetup": b"FileVault is On.\n",
    "/usr/bin/csrutil": b"System Integrity Protection status: enabled.\n",
    "/usr/sbin/spctl": b"assessments enabled\n",
    "/usr/bin/security": _pem(),
    _COMPUTER.format(1, "AppleSmartBattery"): plist(
        [
            {
                "DesignCapacity": 4563,
                "AppleRawMaxCapacity": 3920,
                "Voltage": 11400,
                "Temperature": 3012,
                "CycleCount": 210,
                "ExternalConnected": True,
                "Amperage": 0,
                "TimeRemaining": 65535,
                "AdapterDetails": {"Watts": 30},
                "Serial": "F8Y1",
            }
        ]
    ),
    _COMPUTER.format(1, "IOPMrootDomain"): plist([{"Wake Reason": "EC.LidOpen"}]),
    _COMPUTER.format(2, "IOBlockStorageDriver"): plist(
        [
            {
                "Statistics": {"Bytes (Read)": 1000, "Bytes (Write)": 500, "Errors (Read)": 1, "Errors (Write)": 0},
                "IORegistryEntryChildren": [{"BSD Name": "disk0"}],
            }
        ]
    ),
    _COMPUTER.format(1, "IOHIDDevice"): plist(
        [
            {"Product": "Apple Internal Keyboard", "Transport": "FIFO", "PrimaryUsagePage": 1, "PrimaryUsage": 6},
            {"Product": "Apple Internal Trackpad", "Transport": "FIFO", "PrimaryUsagePage": 1, "PrimaryUsage": 2},
            {"Product": "Headset", "Transport": "USB", "PrimaryUsagePage": 12, "PrimaryUsage": 1},
        ]
    ),
}
