"""Windows: memory, its modules, and how much of it was promised to programs."""

from dataclasses import replace
from typing import Any

from desktop_app.adapters.collectors import psutil_facts
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.values import text, whole
from desktop_app.domain.sections.machine import Memory, Module

_KINDS = {20: "DDR", 21: "DDR2", 24: "DDR3", 26: "DDR4", 29: "LPDDR3", 30: "LPDDR4", 34: "DDR5", 35: "LPDDR5"}
"""Types of SMBIOS 3."""
_TOTAL_AT, _LIMIT_AT, _PAGE_AT, _HANDLES_AT = 8, 16, 80, 88
"""Where PERFORMANCE_INFORMATION holds them; the first two count pages."""
_HARDWARE = "Microsoft-Windows-WHEA-Logger"
_MEMORY_ERRORS = {46, 47}


def memory(pc: Pc) -> Memory | Partly:
    """Memory and its modules."""
    parts = Parts()
    told = performance(pc.calls.performance())
    return parts.whole(
        replace(
            psutil_facts.memory(),
            committed_bytes=told.get("committed"),
            commit_limit_bytes=told.get("limit"),
            hardware_errors=parts.one(lambda: _errors(pc)),
            modules=parts.rows(lambda: map(_module, pc.now.all("Win32_PhysicalMemory"))),
        )
    )


def performance(table: bytes) -> dict[str, int]:
    """Bytes promised and the most that may be, and open handles; empty when there is no table."""
    if len(table) <= _HANDLES_AT:
        return {}
    page = int.from_bytes(table[_PAGE_AT : _PAGE_AT + 8], "little")
    return {
        "committed": int.from_bytes(table[_TOTAL_AT : _TOTAL_AT + 8], "little") * page,
        "limit": int.from_bytes(table[_LIMIT_AT : _LIMIT_AT + 8], "little") * page,
        "handles": int.from_bytes(table[_HANDLES_AT : _HANDLES_AT + 4], "little"),
    }


def _errors(pc: Pc) -> int:
    """Errors of the memory itself within 30 days. Raises ProgramFailed."""
    marks = pc.now.all("Marks")
    return sum(mark.get("Source") == _HARDWARE and mark.get("Id") in _MEMORY_ERRORS for mark in marks)


def _module(found: dict[str, Any]) -> Module:
    return Module(
        slot=text(found.get("DeviceLocator")),
        size_bytes=whole(found.get("Capacity")),
        kind=_KINDS.get(found.get("SMBIOSMemoryType", 0)),
        mhz=whole(found.get("Speed")),
        maker=text(found.get("Manufacturer")),
        part=text(found.get("PartNumber")),
        serial=text(found.get("SerialNumber")),
    )
