"""Each rule speaks when it should, in words; a healthy machine has none."""

from datetime import timedelta
from typing import Any

import pytest

from desktop_app import resources
from desktop_app.domain.diff import changes
from desktop_app.domain.findings import findings, fine
from desktop_app.domain.findings.finding import Severity
from desktop_app.domain.words import LANGUAGES
from desktop_app.services import snapshot_words
from tests.unit.snapshot.made import NOW, build

GIB = 1024**3
HEALTHY: dict[str, dict[str, Any]] = {
    "os": {
        "name": "Debian GNU/Linux",
        "version": "12",
        "uptime_s": 9000,
        "restart_pending": False,
        "clock_synchronised": True,
    },
    "cpu": {"threads": 8, "load_5": 1.2},
    "memory": {
        "total_bytes": 16 * GIB,
        "available_bytes": 9 * GIB,
        "used_percent": 44.0,
        "swap_total_bytes": GIB,
        "swap_used_bytes": 0,
    },
    "storage": {
        "volumes": [
            {
                "mount": "/",
                "total_bytes": 200 * GIB,
                "free_bytes": 90 * GIB,
                "inodes_total": 1000,
                "inodes_free": 900,
                "system": True,
            },
            {"mount": "/snapshots", "total_bytes": 1000 * GIB, "free_bytes": 60 * GIB},
            {"mount": "/media/cd", "filesystem": "iso9660", "total_bytes": GIB, "free_bytes": 0, "read_only": True},
        ],
        "disks": [{"name": "nvme0n1", "health": "ok"}],
    },
    "network": {
        "connected": True,
        "interfaces": [
            {"name": "eth0", "kind": "ethernet", "up": True, "addresses": [{"family": "ipv4", "scope": "private"}]}
        ],
        "gateways": [{"destination": "default", "gateway": "10.0.0.1"}],
        "dns_servers": ["10.0.0.1"],
        "firewall_on": True,
    },
    "printing": {
        "spooler": "running",
        "default_printer": "A",
        "printers": [{"name": "A", "state": "idle", "accepts_jobs": True}],
    },
    "updates": {"installed_at": (NOW - timedelta(days=3)).isoformat()},
    "security": {},
    "software": {},
    "processes": {
        "count": 200,
        "zombies": 1,
        "programs": [{"name": "x", "cpu_percent": 12.0, "cpu_average_percent": 90.0, "running_s": 999}],
    },
    "power": {
        "batteries": [{"health_percent": 91.0, "charge_percent": 8, "state": "charging"}],
        "temperatures": [{"celsius": 60.0, "critical_celsius": 100.0}],
    },
}


def test_a_healthy_machine_has_none_and_is_told_what_is_well() -> None:
    snapshot = build(**HEALTHY)
    assert findings(snapshot) == []
    assert {found.key for found in fine(snapshot)} == {
        *(
            "network_fine_cable",
            "printers_fine",
            "programs_fine",
            "room_fine",
            "memory_fine",
            "updates_fine",
            "battery_fine",
        )
    }


def test_an_empty_snapshot_has_none() -> None:
    assert findings(build()) == []
    assert fine(build()) == []


def ago(**time: int) -> str:
    return (NOW - timedelta(**time)).isoformat()


CARD = HEALTHY["network"]["interfaces"][0]
CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("restart_overdue", "os", {"restart_pending": True, "restart_pending_since": ago(days=8)}, ""),
    ("running_for_long", "os", {"uptime_s": 40 * 86400}, ""),
    ("out_of_support", "os", {"version": "10"}, ""),
    ("clock_not_set_by_network", "os", {"clock_synchronised": False}, "clock_or_certificate"),
    ("stopped_suddenly", "os", {"last_shutdown_clean": False}, ""),
    ("memory_short", "memory", {"used_percent": 95.0}, "program_hangs"),
    ("memory_thrashing", "memory", {"stalled_10_percent": 14.0}, "program_hangs"),
    ("swap_nearly_full", "memory", {"swap_used_bytes": GIB}, ""),
    ("programs_ended_for_memory", "memory", {"programs_ended": 2}, ""),
    ("memory_faulty", "memory", {"hardware_errors": 1}, ""),
    ("memory_small", "memory", {"total_bytes": 2 * GIB}, ""),
    ("processor_overloaded", "cpu", {"load_5": 40.0}, "program_hangs"),
    ("disk_full", "storage", {"volumes": [{"mount": "/", "total_bytes": 100 * GIB, "free_bytes": GIB}]}, "disk_full"),
    (
        "disk_nearly_full",
        "storage",
        {"volumes": [{"mount": "/", "total_bytes": 237 * 10**9, "free_bytes": 3 * 10**9}]},
        "disk_full",
    ),
    (
        "disk_out_of_names",
        "storage",
        {"volumes": [{"mount": "/", "inodes_total": 1000, "inodes_free": 1}]},
        "disk_full",
    ),
    ("system_disk_read_only", "storage", {"volumes": [{"mount": "/", "read_only": True}]}, ""),
    ("disk_failing", "storage", {"disks": [{"name": "sda", "model": "ST1000", "health": "failing"}]}, ""),
    ("raid_degraded", "storage", {"raid": [{"name": "md0", "missing": 1}]}, ""),
    ("share_gone", "storage", {"shares": [{"mount": "Z:", "state": "disconnected"}]}, ""),
    ("battery_worn", "power", {"batteries": [{"health_percent": 44.0}]}, ""),
    ("battery_low", "power", {"batteries": [{"charge_percent": 8, "state": "discharging"}]}, ""),
    ("too_hot", "power", {"temperatures": [{"celsius": 97.0, "critical_celsius": 100.0}]}, ""),
    ("no_network", "network", {"connected": False}, ""),
    ("no_way_out", "network", {"gateways": []}, ""),
    ("no_name_server", "network", {"dns_servers": []}, "names_not_resolved_proxy"),
    ("sign_in_page", "network", {"sign_in_page": True}, ""),
    (
        "address_self_given",
        "network",
        {"interfaces": [CARD | {"addresses": [{"family": "ipv4", "scope": "link"}]}]},
        "",
    ),
    (
        "address_used_twice",
        "network",
        {"interfaces": [CARD | {"addresses": [{"family": "ipv6", "duplicate": True}]}]},
        "",
    ),
    ("wifi_weak", "network", {"interfaces": [CARD | {"wifi_signal_dbm": -85}]}, ""),
    ("proxy_dead", "network", {"proxies": [{"address": "127.0.0.1:3128"}]}, "names_not_resolved_proxy"),
    ("firewall_off", "security", {"firewall_on": False, "firewall": "ufw"}, ""),
    ("printing_stopped", "printing", {"spooler": "stopped"}, "print_queue_stuck"),
    (
        "print_queue_stuck",
        "printing",
        {"jobs": [{"id": 1, "printer": "A", "state": "waiting", "since": ago(hours=1)}]},
        "print_queue_stuck",
    ),
    ("printer_stopped", "printing", {"printers": [{"name": "A", "state": "stopped"}]}, "print_queue_stuck"),
    ("printer_out_of_paper", "printing", {"printers": [{"name": "A", "reasons": ["media-empty-warning"]}]}, ""),
    ("printer_paper_jam", "printing", {"printers": [{"name": "A", "reasons": ["media-jam-error"]}]}, ""),
    ("printer_toner_empty", "printing", {"printers": [{"name": "A", "reasons": ["marker-supply-empty-error"]}]}, ""),
    ("printer_cover_open", "printing", {"printers": [{"name": "A", "reasons": ["cover-open"]}]}, ""),
    ("printer_offline", "printing", {"printers": [{"name": "A", "reasons": ["offline-report"]}]}, ""),
    ("no_default_printer", "printing", {"default_printer": None}, "default_printer_wrong"),
    ("updates_old", "updates", {"installed_at": ago(days=90)}, ""),
    ("half_installed", "updates", {"half_installed": ["libreoffice"]}, ""),
    (
        "program_busy",
        "processes",
        {"programs": [{"name": "x", "cpu_percent": 198.0, "cpu_average_percent": 170.0, "running_s": 999}]},
        "program_hangs",
    ),
    ("program_eats_memory", "processes", {"programs": [{"name": "x", "memory_bytes": 9 * GIB}]}, "program_hangs"),
    ("program_hangs", "processes", {"hung": [{"name": "x"}]}, "program_hangs"),
    ("waiting_for_disk", "processes", {"waiting_for_disk": 9}, ""),
    ("many_remains", "processes", {"zombies": 80}, ""),
]


@pytest.mark.parametrize(("key", "section", "change", "fix_id"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_speaks_alone_and_in_four_languages(key: str, section: str, change: dict[str, Any], fix_id: str) -> None:
    found = findings(build(**(HEALTHY | {section: HEALTHY[section] | change})))
    assert [finding.key for finding in found] == [key]
    assert found[0].fix_id == fix_id
    assert found[0].severity is not Severity.FINE
    for language in LANGUAGES:
        words = snapshot_words.finding(found[0], language)
        assert words.title
        assert words.detail
        assert "{" not in words.title + words.detail + words.action
        assert "…" not in words.title + words.detail
        assert bool(words.action) == bool(fix_id)


def test_every_sentence_belongs_to_a_rule() -> None:
    keys = {key.removesuffix("_detail").removesuffix("_action") for key in resources.words("findings")}
    known = (
        {case[0] for case in CASES}
        | {"clock_wrong"}
        | {found.key for found in fine(build(**HEALTHY))}
        | {"network_fine_wifi"}
    )
    assert keys == known


def test_the_worst_comes_first() -> None:
    found = findings(
        build(**(HEALTHY | {"os": HEALTHY["os"] | {"uptime_s": 40 * 86400}, "network": {"connected": False}}))
    )
    assert [finding.key for finding in found] == ["no_network", "running_for_long"]


def test_broken_values_cost_nothing() -> None:
    odd = {"volumes": "x", "disks": [1, None, {"health": 3}], "raid": None}
    assert (
        findings(build(storage=odd, printing={"jobs": [{"since": "yesterday", "state": 4}]}, os={"uptime_s": 0})) == []
    )


def test_a_difference_names_what_changed() -> None:
    old = build(
        printing=HEALTHY["printing"],
        software={"packages": [{"name": "a", "version": "7.0.3"}, {"name": "b", "version": "1"}]},
    )
    new = build(
        printing=HEALTHY["printing"] | {"default_printer": "B"},
        software={"installed": 9, "packages": [{"name": "c", "version": "2"}, {"name": "a", "version": "7.1.0"}]},
    )
    found = changes(old, new)
    assert [(change.kind, change.label, change.item, change.before, change.after) for change in found] == [
        ("removed", "software.packages", "b", {"name": "b", "version": "1"}, None),
        ("added", "software.packages", "c", None, {"name": "c", "version": "2"}),
        ("changed", "software.packages.version", "a", "7.0.3", "7.1.0"),
        ("changed", "printing.default_printer", "", "A", "B"),
    ]
    assert changes(old, new, "printing")[0].section == "printing"
    assert snapshot_words.change(found[2], "fr").before == "7.0.3"
