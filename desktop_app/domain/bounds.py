"""Limits, so that no machine, however odd, makes a snapshot that nobody can read, send or store."""

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.snapshot import Reason, Section, SectionStatus

LONGEST_LIST = 500
LONGEST_LISTS: Mapping[str, int] = {"packages": 6000, "programs": 60, "jobs": 200, "printers": 300}
LONGEST_TEXT = 2000
_SHORT = frozenset({int, float, bool})
LARGEST_INPUT_BYTES = 50 * 1024 * 1024


def bounded(section: Section) -> Section:
    """`section` with long lists cut; how many entries each lost is told, and the section says that it is not whole."""
    trimmed: dict[str, int] = {}
    data = _bounded(section.data, "", trimmed)
    if not trimmed:
        return section
    status = SectionStatus.PARTIAL if section.status is SectionStatus.OK else section.status
    return Section(section.name, status, section.took_ms, data, section.reason or str(Reason.TOO_MUCH), trimmed)


def _bounded(value: Any, name: str, trimmed: dict[str, int]) -> Any:
    if isinstance(value, str):
        return value if len(value) <= LONGEST_TEXT else value[: LONGEST_TEXT - 1] + "…"
    if type(value) in _SHORT:
        return value
    if isinstance(value, Mapping):
        return {key: _bounded(item, str(key), trimmed) for key, item in value.items()}
    if isinstance(value, list | tuple):
        most = LONGEST_LISTS.get(name, LONGEST_LIST)
        if len(value) > most:
            trimmed[name] = trimmed.get(name, 0) + len(value) - most
        return [_bounded(item, name, trimmed) for item in value[:most]]
    return value
