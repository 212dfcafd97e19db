"""The fields of the sections: what each holds, in which unit, how private it is, what changes all the time.

One truth for the collectors (they fill these), the JSON Schema (generated from these), redaction (`mask`), the
comparison of two snapshots (`key` of a list, `volatile`) and the words (labels are `section.field` in
`resources/words/fields.toml`).
Every field may be None: not every machine has it, and not every system tells it.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args

from desktop_app.domain.sections.devices import Display, Peripherals
from desktop_app.domain.sections.identity import Application, Environment, Identity
from desktop_app.domain.sections.machine import Cpu, Hardware, Memory, Os, Power
from desktop_app.domain.sections.network import Network
from desktop_app.domain.sections.programs import Printing, Processes, Software
from desktop_app.domain.sections.records import Logs
from desktop_app.domain.sections.safety import Security
from desktop_app.domain.sections.storage import Storage
from desktop_app.domain.sections.upkeep import Services, Updates

TYPES: Mapping[str, type[Any]] = {
    "os": Os,
    "identity": Identity,
    "hardware": Hardware,
    "cpu": Cpu,
    "memory": Memory,
    "storage": Storage,
    "network": Network,
    "printing": Printing,
    "software": Software,
    "updates": Updates,
    "services": Services,
    "processes": Processes,
    "environment": Environment,
    "logs": Logs,
    "power": Power,
    "security": Security,
    "display": Display,
    "peripherals": Peripherals,
    "application": Application,
}
SECTIONS = tuple(TYPES)
_SCALARS = frozenset({str, int, float, bool})
SENSITIVE = frozenset({"processes"})
"""Sections that are left out until the user turns them on."""


def plain(value: Any) -> Any:
    """A section as JSON holds it: what is not known is left out, empty lists too."""
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    found = vars(value).items()
    told = {name: item if type(item) in _SCALARS else plain(item) for name, item in found if item is not None}
    return {name: item for name, item in told.items() if item != []}


@cache
def traits(path: str) -> Mapping[str, Any]:
    """What is known of a field, by its dotted name without positions.

    `printing.jobs.owner`; empty when it is none of ours.
    """
    section, *names = path.split(".")
    holder: Any = TYPES.get(section)
    found: Mapping[str, Any] = {}
    for name in names:
        entry = next((f for f in fields(holder) if f.name == name), None) if holder else None
        if entry is None:
            return {}
        found = entry.metadata
        holder = inside(holder, name)
    return found


def inside(holder: type[Any], name: str) -> type[Any] | None:
    """What the entries of a field are made of; None when it holds plain values."""
    kinds = get_args(next(entry.type for entry in fields(holder) if entry.name == name))
    return next((kind for kind in kinds if is_dataclass(kind) and isinstance(kind, type)), None)
