"""What changed between two snapshots: exactly the edits that were made, whatever they were and wherever."""

import random
from collections.abc import Mapping
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.diff import Change, changes
from desktop_app.domain.snapshot import Section, SectionStatus, Snapshot
from tests.unit.snapshot.made import NOW

LIBRARIES = [
    {"name": f"lib{n}", "version": f"1.{n}", "architecture": arch, "source": "shop"}
    for n in range(40)
    for arch in ("x1", "x2")
]


def snapshot(data: Mapping[str, Mapping[str, Any]], days: int = 0, **status: SectionStatus) -> Snapshot:
    sections = {name: Section(name, status.get(name, SectionStatus.OK), 1.0, held) for name, held in data.items()}
    return Snapshot(NOW + timedelta(days=days), sections)


def told(found: list[Change]) -> list[tuple[str, str, str, Any, Any]]:
    return sorted(((c.kind, c.label, c.item, c.before, c.after) for c in found), key=str)


def diff(old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    return told(changes(snapshot(old), snapshot(new, 1)))


@settings(max_examples=150, deadline=None)
@given(st.sets(st.integers(0, 79), max_size=6), st.sets(st.integers(0, 79), max_size=6), st.randoms())
def test_exactly_the_edits_made(gone: set[int], updated: set[int], chance: random.Random) -> None:
    old: dict[str, dict[str, Any]] = {"software": {"packages": LIBRARIES}}
    left = [
        {**package, "version": "9"} if n in updated else package for n, package in enumerate(LIBRARIES) if n not in gone
    ]
    fresh = {"name": "fresh", "version": "1", "architecture": "x1"}
    chance.shuffle(left)
    name, label = "software.packages", "{name} {architecture}"
    expected: list[Any] = [("removed", name, label.format(**LIBRARIES[n]), LIBRARIES[n], None) for n in gone]
    expected += [("added", name, "fresh x1", None, fresh)]
    expected += [
        ("changed", f"{name}.version", label.format(**LIBRARIES[n]), LIBRARIES[n]["version"], "9")
        for n in updated - gone
    ]
    assert diff(old, {"software": {"packages": [fresh, *left]}}) == sorted(expected, key=str)


def test_entries_with_one_name_are_told_apart_by_what_they_say() -> None:
    one, two, three = ({"name": "same", "driver": driver} for driver in ("a", "b", "c"))
    old, new = {"printing": {"printers": [one, two, two]}}, {"printing": {"printers": [two, three, one]}}
    assert diff(old, new) == [("changed", "printing.printers.driver", "same", "b", "c")]
    assert diff(new, {"printing": {"printers": [one]}}) == [
        ("removed", "printing.printers", "same", two, None),
        ("removed", "printing.printers", "same", three, None),
    ]


def test_the_order_of_entries_is_no_change() -> None:
    assert diff({"software": {"packages": LIBRARIES}}, {"software": {"packages": LIBRARIES[::-1]}}) == []


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [(None, "open", "added"), ("open", None, "removed"), ("open", "stopped", "changed")],
)
def test_a_single_value(old: str | None, new: str | None, kind: str) -> None:
    found = diff({"printing": {"spooler": old}}, {"printing": {"spooler": new}})
    assert found == [(kind, "printing.spooler", "", old, new)]


def test_plain_lists_are_sets() -> None:
    found = diff({"software": {"sources": ["a", "b"]}}, {"software": {"sources": ["c", "b"]}})
    assert found == [("added", "software.sources", "c", None, "c"), ("removed", "software.sources", "a", "a", None)]


def test_what_could_not_be_read_and_what_never_rests_is_no_change() -> None:
    old: dict[str, dict[str, Any]] = {"printing": {"spooler": "open", "jobs": [{"id": 1}]}, "os": {"name": "X"}}
    new: dict[str, dict[str, Any]] = {"printing": {"spooler": "open", "jobs": [{"id": 2}]}, "os": {}}
    assert changes(snapshot(old), snapshot(new, os=SectionStatus.UNAVAILABLE)) == []


def test_the_snapshots_stay_as_they_were() -> None:
    old = {"printing": {"printers": [{"name": "a"}, {"name": "a", "driver": "b"}]}}
    new = {"printing": {"printers": [{"name": "a", "driver": "c"}]}}
    before = deepcopy((old, new))
    diff(old, new)
    assert (old, new) == before


def test_many_entries_with_one_name_end() -> None:
    """The time limit of the tests is the judge."""
    old = {"software": {"packages": [{"name": "same", "version": str(n)} for n in range(6000)]}}
    new = {"software": {"packages": [{"name": "same", "version": str(n)} for n in range(1, 6001)]}}
    assert len(diff(old, new)) == 1
