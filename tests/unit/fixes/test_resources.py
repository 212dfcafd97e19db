"""What a repair acts on has one name: two repairs of one thing wait for each other, and of two things they do not."""

from collections import defaultdict

from tests.unit.fixes.shapes import SHAPES

REPAIRS = {name: shape.resource for name, shape in SHAPES.items() if shape.kind == "repair"}
# Things on which more than one kind of fix acts
SHARED = {
    "holding": {"browser", "files", "updates"},
    "network": {"network", "security"},
    "programs": {"office", "security", "speed"},
    "settings_page": {"office", "signin"},
    "startup": {"security", "speed"},
}


def test_every_repair_says_what_it_acts_on() -> None:
    assert [name for name, resource in REPAIRS.items() if not resource] == []


def test_what_cuts_or_joins_the_line_is_one_thing() -> None:
    line = ("reconnect", "names.reconnect", "switch_on", "wifi.turn_on", "wifi.join", "address.automatic")
    assert {REPAIRS[f"network.{name}"] for name in line} == {"network"}
    assert REPAIRS["security.network.cut"] == "network"


def test_things_of_different_kinds_do_not_share_a_name_by_chance() -> None:
    kinds = defaultdict(set)
    for name, resource in REPAIRS.items():
        kinds[resource].add(name.partition(".")[0])
    assert {resource: named for resource, named in kinds.items() if len(named) > 1} == SHARED
