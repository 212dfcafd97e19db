"""What differs between two snapshots: lists are compared by what names their entries, not by position."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
MOST_OF_A_KIND = 8
"""More of one kind, such as two hundred updated packages, would hide the rest: they are counted."""
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


def first_of_each(found: Iterable[Change]) -> tuple[list[Change], Counter[str]]:
    """The first changes under each label, in order, and how many are left of which."""
    seen = Counter[str]()
    told = []
    for change in found:
        seen[change.label] += 1
        if seen[change.label] <= MOST_OF_A_KIND:
            told.append(change)
    rest = {label: count - MOST_OF_A_KIND for label, count in seen.items() if count > MOST_OF_A_KIND}
    return told, Counter(rest)


def naming(label: str) -> str:
    """The field that names the entries of the list in which a change lies: `printing.printers.name` for a driver."""
    while label:
        if key := str(traits(label).get("key", "")).partition("+")[0]:
            return f"{label}.{key}"
        label = label.rpartition(".")[0]
    return ""


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
    parts = tuple(filter(None, str(traits(name).get("key", "")).split("+")))
    before, after = _by_name(old, parts), _by_name(new, parts)
    for called in {**before, **after}:
        gone, come = _unlike(before.get(called, []), after.get(called, []))
        for one, other in zip(gone, come, strict=False):
            yield from _differences(one, other, section, name, called)
        yield from (Change("removed", section, name, called, entry) for entry in gone[len(come) :])
        yield from (Change("added", section, name, called, None, entry) for entry in come[len(gone) :])


def _by_name(entries: Sequence[Any], parts: tuple[str, ...]) -> dict[str, list[Any]]:
    """Entries by what they are called; some have one name."""
    found: dict[str, list[Any]] = {}
    for entry in entries:
        found.setdefault(_called(entry, parts), []).append(entry)
    return found


def _unlike(old: list[Any], new: list[Any]) -> tuple[list[Any], list[Any]]:
    """What of each has no equal in the other, in its order."""
    if len(old) < 2 and len(new) < 2:
        return ([], []) if old == new else (old, new)
    return _without(old, new), _without(new, old)


def _without(entries: list[Any], others: list[Any]) -> list[Any]:
    """`entries` less one for each equal one of `others`."""
    left = Counter(map(_written, others))
    left.subtract(map(_written, reversed(entries)))
    found: list[Any] = []
    for entry in reversed(entries):
        if left[_written(entry)] < 0:
            left[_written(entry)] += 1
            found.append(entry)
    return found[::-1]


def _written(entry: Any) -> str:
    return json.dumps(entry, sort_keys=True)


def _called(entry: Any, parts: tuple[str, ...]) -> str:
    if not isinstance(entry, dict):
        return str(entry)
    return " ".join([str(entry[part]) for part in parts if part in entry])


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)
