"""macOS: memory, its modules, and how much of it programs asked for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.macos.mac import Mac, Table
from desktop_app.adapters.collectors.macos.values import size, text, whole
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.machine import Memory, Module

_PAGE = re.compile(r"page size of (\d+) bytes")
_WELL = {"ok", "empty"}
_ASKED_FOR = ("Anonymous pages", "Pages wired down", "Pages stored in compressor")


def memory(mac: Mac) -> Memory | Partly:
    """Memory and its modules; Apple's own chips have none to tell of."""
    parts = Parts()
    slots = parts.rows(lambda: _slots(mac))
    states = [text(slot.get("dimm_status")) for slot in slots]
    return parts.whole(
        replace(
            psutil_facts.memory(),
            committed_bytes=parts.one(lambda: committed_from(mac.said("/usr/bin/vm_stat"))),
            hardware_errors=sum(state not in _WELL for state in states if state) if any(states) else None,
            modules=tuple(module for slot in slots if (module := _module(slot)).size_bytes),
        )
    )


def committed_from(said: str) -> int | None:
    """What `vm_stat` counts as asked for by programs and the kernel, before it was pressed together."""
    page = _PAGE.search(said)
    counts = {line.partition(":")[0].strip('" '): whole(line.partition(":")[2]) for line in said.splitlines()}
    found = [count for name in _ASKED_FOR if (count := counts.get(name)) is not None]
    return sum(found) * int(page[1]) if page and found else None


def _slots(mac: Mac) -> Iterator[Table]:
    """Raises ProgramFailed."""
    for entry in mac.now.all("SPMemoryDataType"):
        yield from (slot for slot in entry.get("_items", [entry]) if isinstance(slot, dict))


def _module(slot: Table) -> Module:
    return Module(
        slot=text(slot.get("_name")) or "memory",
        size_bytes=size(slot.get("dimm_size") or slot.get("SPMemoryDataType")),
        kind=text(slot.get("dimm_type")),
        mhz=whole(slot.get("dimm_speed")),
        maker=text(slot.get("dimm_manufacturer")),
        part=text(slot.get("dimm_part_number")),
        serial=text(slot.get("dimm_serial_number")),
    )
