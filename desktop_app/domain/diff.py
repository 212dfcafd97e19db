"""What differs between two snapshots: lists are compared by what names their entries, not by position."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from desktop_app.domain.sections import traits
from desktop_app.domain.snapshot import Snapshot

Kind = Literal["added", "changed", "removed"]
_LIKELY = (
    *("software", "updates", "printing", "network", "services", "os", "peripherals", "display", "hardware", "storage"),
    *("security", "power", "memory", "cpu", "identity", "environment", "logs", "application", "processes"),
)
"""What most often explains that something no longer works, first."""
_KINDS: Sequence[Kind] = ("changed", "removed", "added")
"""What was there all along and is different now breaks more than what is new."""


@dataclass(frozen=True)
class Change:
    """A difference. `label`: key of its words; `item`: what the list entry is called; values as JSON holds them."""

    kind: Kind
    section: str
    label: str
    item: str
    before: Any = None
    after: Any = None


def changes(old: Snapshot, new: Snapshot, topic: str = "") -> list[Change]:
    """What differs and does not do so every minute; sections that one of them could not read are left out."""
    found: list[Change] = []
    for name in new.sections.keys() & old.sections.keys():
        before, after = old.sections[name], new.sections[name]
        if "unavailable" not in {str(before.status), str(after.status)}:
            found += _differences(before.data, after.data, name, name, "")
    order = [topic, *(name for name in _LIKELY if name != topic)]
    return sorted(
        found,
        key=lambda change: (
            order.index(change.section) if change.section in order else 99,
            _KINDS.index(change.kind),
            change.label,
            change.item,
        ),
    )


def _differences(old: Any, new: Any, section: str, name: str, item: str) -> Iterator[Change]:
    if old == new or traits(name).get("volatile"):
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in {**old, **new}:
            yield from _differences(old.get(key), new.get(key), section, f"{name}.{key}", item)
    elif _is_list(old) or _is_list(new):
        yield from _in_lists(old or (), new or (), section, name)
    else:
        kind: Kind = "added" if old is None else "removed" if new is None else "changed"
        yield Change(kind, section, name, item, old, new)


def _in_lists(old: Sequence[Any], new: Sequence[Any], section: str, name: str) -> Iterator[Change]:
    key = str(traits(name).get("key", ""))
    before, after = _indexed(old, key), _indexed(new, key)
    for called in before.keys() - after.keys():
        yield Change("removed", section, name, called, before[called])
    for called in after.keys() - before.keys():
        yield Change("added", section, name, called, None, after[called])
    for called in before.keys() & after.keys():
        if before[called] != after[called]:
            yield from _differences(before[called], after[called], section, name, called)


def _indexed(entries: Sequence[Any], key: str) -> dict[str, Any]:
    """Entries by their name; two with one name are told apart by their order."""
    found: dict[str, Any] = {}
    for entry in entries:
        called = _called(entry, key)
        while called in found:
            called += "+"
        found[called] = entry
    return found


def _called(entry: Any, key: str) -> str:
    if not isinstance(entry, Mapping):
        return str(entry)
    return " ".join(str(entry[part]) for part in key.split("+") if part in entry)


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)
