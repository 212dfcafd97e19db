"""What this program knows of itself: keys of settings and who decided them, never a value; what waits; its own log."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from desktop_app.domain.setting import PolicyFault, Setting, Source

_TAIL = 64 * 1024
_ERRORS = (b" ERROR ", b" CRITICAL ")


class SettingsLike(Protocol):
    """The settings in force."""

    @property
    def faults(self) -> Sequence[PolicyFault]:
        """What could not be understood in the policy."""

    def rows(self) -> list[Setting[Any]]:
        """Every setting with its value in force."""


def own_facts(settings: SettingsLike, logs: Path, waiting: int | None) -> Mapping[str, Mapping[str, Any]]:
    """Facts by section and field. `waiting`: how many things wait to be sent, as far as that is known."""
    rows = settings.rows()
    return {
        "application": {
            "policy_settings": sum(row.source in {Source.POLICY, Source.POLICY_DEFAULT} for row in rows),
            "policy_faults": len(settings.faults),
            "locked_settings": [row.key for row in rows if row.locked],
            "changed_settings": [row.key for row in rows if row.source is Source.USER],
            "outbox_waiting": waiting,
        },
        "logs": _log(sorted(logs.glob("*.log*"))),
    }


def _log(files: Iterable[Path]) -> dict[str, int]:
    """How large the log is, and how many errors stand at its end; what they say stays here."""
    size, errors = 0, 0
    for file in files:
        try:
            size += file.stat().st_size
            lines = file.read_bytes()[-_TAIL:].splitlines()
        except OSError:
            continue
        errors += sum(any(mark in line for mark in _ERRORS) for line in lines)
    return {"own_log_bytes": size, "own_log_errors": errors}
