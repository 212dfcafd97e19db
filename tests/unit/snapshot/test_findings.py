"""Each rule speaks when it should, in words; a healthy machine has none."""

from typing import Any

import pytest

from desktop_app import resources
from desktop_app.domain.diff import changes
from desktop_app.domain.findings import findings, fine
from desktop_app.domain.findings.finding import Severity
from desktop_app.domain.words import LANGUAGES
from desktop_app.knowledge.pack import load_pack
from desktop_app.services import snapshot_words
from tests.unit.snapshot.machines import CASES, GIB, HEALTHY, ago
from tests.unit.snapshot.made import build


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


def test_every_fix_that_a_rule_names_is_in_the_pack() -> None:
    named = {fix_id for _, _, _, fix_id in CASES if fix_id}
    assert named <= {fix.id for fix in load_pack(resources.path("packs/core")).fixes}


@pytest.mark.parametrize(
    "changes_of",
    [
        {"hardware": {"chassis": "desktop"}, "security": {"disk_encrypted": False}},
        {"logs": {"crashes": [{"program": "x", "count": 9, "last_at": ago(days=20)}]}},
        {"logs": {"crashes": [{"program": "x", "count": 2, "last_at": ago(days=1)}]}},
        {"logs": {"errors": [{"source": "x", "message": "I/O error", "count": 9}]}},
        {"network": {"interfaces": [{"kind": "ethernet", "up": True, "cable": False, "speed_mbit": 10}]}},
        {"network": {"interfaces": [{"kind": "ethernet", "up": True}, {"kind": "wifi", "wifi_security": "open"}]}},
        {"network": {"interfaces": [{"kind": "wifi", "up": True, "wifi_security": "WPA2"}]}},
        {"updates": {"failed": [{"name": "x", "at": ago(days=5)}]}},
        {"updates": {"paused_until": ago(days=1)}},
        {"services": {"autostart": [{"name": str(n), "on": False, "source": "user"} for n in range(40)]}},
        {"security": {"antivirus": [{"name": "x"}]}},
        {"os": {"name": "Windows", "boot_mode": "BIOS"}},
        {"storage": {"consumers": [{"name": "caches", "size_bytes": 99 * GIB}]}},
        {"storage": {"disks": [{"name": "sda", "errors": 9, "wear_percent": 60.0}]}},
        {"peripherals": {"bluetooth": [{"name": "x", "connected": False, "battery_percent": 2}]}},
        {"power": {"plugged_in": False, "batteries": [{"charge_percent": 60, "state": "discharging"}]}},
    ],
)
def test_what_is_no_trouble_is_not_told(changes_of: dict[str, dict[str, Any]]) -> None:
    changed = {section: HEALTHY[section] | change for section, change in changes_of.items()}
    assert findings(build(**(HEALTHY | changed))) == []


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
        ("changed", "software.packages.version", "a", "7.0.3", "7.1.0"),
        ("removed", "software.packages", "b", {"name": "b", "version": "1"}, None),
        ("added", "software.packages", "c", None, {"name": "c", "version": "2"}),
        ("changed", "printing.default_printer", "", "A", "B"),
    ]
    assert changes(old, new, "printing")[0].section == "printing"
    assert snapshot_words.change(found[0], "fr").before == "7.0.3"
