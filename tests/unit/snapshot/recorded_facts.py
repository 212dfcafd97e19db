"""What psutil would tell on a laptop of another system, in place of what it tells here."""

from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.domain.sections.identity import SignedIn
from desktop_app.domain.sections.machine import Cpu, Memory, Power
from desktop_app.domain.sections.network import Address, Interface, Listener
from desktop_app.domain.sections.storage import Volume

BOOTED = 1773446400.0
"""2026-03-14T00:00:00Z."""
GIB = 1024**3


def _programs() -> list[dict[str, Any]]:
    times, memory = SimpleNamespace(user=900.0, system=100.0), SimpleNamespace(rss=3 * GIB)
    return [
        {
            "pid": 4242,
            "name": "EXCEL.EXE",
            "username": "lmoreau",
            "status": "running",
            "cpu_times": times,
            "memory_info": memory,
            "num_threads": 40,
            "create_time": BOOTED,
        },
        {"pid": 1, "name": "init", "username": None, "status": "zombie", "cpu_times": None, "memory_info": None},
    ]


def tell(monkeypatch: pytest.MonkeyPatch, card: str, tunnel: str, *mounts: str) -> None:
    """Let psutil know a card that is up, a tunnel, and volumes; the first is the system's own."""
    lan = Address("10.77.3.31", 24, "ipv4", "private")
    cards = (
        Interface(card, None, up=True, cable=True, mac="f4:8e:38:01:23:45", speed_mbit=866, duplex="full", mtu=1500,
                  addresses=(lan,), received_bytes=1000, sent_bytes=500, errors=0, drops=1),
        Interface(tunnel, None, up=True, cable=True, addresses=(Address("10.9.0.2", 32, "ipv4", "private"),)),
    )  # fmt: skip
    told: dict[str, Any] = {
        "interfaces": cards,
        "cpu": Cpu(cores=10, threads=12, mhz_now=1600.0, mhz_max=4700.0, load_1=0.5, load_5=0.4, load_15=0.3),
        "memory": Memory(16 * GIB, 8 * GIB, 50.0, 2 * GIB, 0, 0, 0),
        "power": Power(plugged_in=True),
        "booted": BOOTED,
        "use_percent": 12.5,
        "signed_in": (SignedIn("lmoreau", origin="poste-it-3", since="2026-03-14T07:00:00Z"),),
        "volumes": tuple(
            Volume(mount, "disk", "ntfs", 500 * GIB, 100 * GIB, 80.0, read_only=mount == "/", removable=False)
            for mount in mounts
        ),
        "programs": _programs(),
        "written": {"PhysicalDrive0": (123456, 654321)},
        "listeners": (Listener(135, "tcp", "svchost.exe", "network"),),
    }
    for name, value in told.items():
        monkeypatch.setattr(psutil_facts, name, lambda *_, value=value: value)
    monkeypatch.setattr(psutil_facts, "busy_percent", lambda numbers: dict.fromkeys(numbers, 25.0))
