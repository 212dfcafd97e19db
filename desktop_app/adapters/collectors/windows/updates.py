"""Windows: which updates wait, came, failed, and who decides. What wait and came is asked in the background."""

import re
from collections.abc import Iterator
from typing import Any

from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.adapters.collectors.tree import moment
from desktop_app.adapters.collectors.windows.pc import Pc
from desktop_app.adapters.collectors.windows.registry import Registry
from desktop_app.adapters.collectors.windows.values import date_of, text, whole
from desktop_app.domain.sections.upkeep import FailedUpdate, Patch, PendingUpdate, UpdateRule, Updates

_POLICY = r"HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate"
_CHOICES = r"HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings"
_RULES = {
    _POLICY: (
        *("DeferFeatureUpdates", "DeferFeatureUpdatesPeriodInDays", "DeferQualityUpdates"),
        *("DeferQualityUpdatesPeriodInDays", "TargetReleaseVersionInfo", "ExcludeWUDriversInQualityUpdate"),
    ),
    rf"{_POLICY}\AU": ("AUOptions", "NoAutoUpdate", "NoAutoRebootWithLoggedOnUsers", "UseWUServer"),
    _CHOICES: ("ActiveHoursStart", "ActiveHoursEnd", "BranchReadinessLevel"),
}
_INSTALLATION, _DONE, _WITH_ERRORS, _FAILED = 1, 2, 3, 4
_KB = re.compile(r"KB\d{6,8}")
_VERSION = re.compile(r"\b\d+(?:\.\d+){2,3}\b")
_MOST_PATCHES, _MOST_FAILED, _MOST_PENDING = 100, 20, 500


def updates(pc: Pc) -> Updates | Partly:
    """When updates were looked for and installed, what failed, what waits as far as that was asked, and the rules."""
    parts, keys = Parts(), pc.keys
    history = parts.rows(lambda: pc.later.all("History"))
    looked = parts.one(lambda: pc.later.first("Looked")) or {}
    asked = parts.one(lambda: pc.later.knows("Pending"))
    pending = parts.rows(lambda: map(_pending, pc.later.all("Pending")))
    server = text(keys.value(_POLICY, "WUServer"))
    return parts.whole(
        Updates(
            pending_count=len(pending) if asked else None,
            security_count=sum(bool(update.security) for update in pending) if asked else None,
            asked_at=moment(pc.later_at.timestamp()) if pc.later_at else None,
            pending=pending[:_MOST_PENDING],
            checked_at=date_of(looked.get("Search")),
            installed_at=date_of(looked.get("Install")) or next(iter(_installed_at(history)), None),
            automatic=_automatic(keys),
            server=server.partition("://")[2].partition("/")[0].rpartition("@")[2] or None if server else None,
            paused_until=date_of(keys.value(_CHOICES, "PauseUpdatesExpiryTime")),
            deferred_days=whole(keys.value(_POLICY, "DeferQualityUpdatesPeriodInDays")),
            policy=tuple(_rules(keys)),
            failed=tuple(_failed(history))[:_MOST_FAILED],
            patches=tuple(_patches(history))[:_MOST_PATCHES],
        )
    )


def _pending(entry: dict[str, Any]) -> PendingUpdate:
    name = text(entry.get("Title"))
    return PendingUpdate(name, _version(name), None, bool(entry.get("Security")))


def _version(name: str | None) -> str | None:
    """The number of an update, else the version in its name; the words around are those of the language."""
    found = _KB.search(name or "") or _VERSION.search(name or "")
    return found[0] if found else None


def _of(history: tuple[dict[str, Any], ...], *results: int) -> Iterator[dict[str, Any]]:
    return (e for e in history if e.get("Operation") == _INSTALLATION and e.get("ResultCode") in results)


def _installed_at(history: tuple[dict[str, Any], ...]) -> list[str]:
    return sorted(filter(None, (date_of(entry.get("At")) for entry in _of(history, _DONE))), reverse=True)


def _patches(history: tuple[dict[str, Any], ...]) -> Iterator[Patch]:
    for entry in _of(history, _DONE):
        name = text(entry.get("Title"))
        yield Patch(name, _version(name), None, date_of(entry.get("At")))


def _failed(history: tuple[dict[str, Any], ...]) -> Iterator[FailedUpdate]:
    for entry in _of(history, _WITH_ERRORS, _FAILED):
        code = whole(entry.get("HResult"))
        number = f"0x{code & 0xFFFFFFFF:08x}" if code else None
        yield FailedUpdate(text(entry.get("Title")), number, None, date_of(entry.get("At")))


def _rules(keys: Registry) -> Iterator[UpdateRule]:
    """What was decided, by name; addresses stand elsewhere."""
    for path, names in _RULES.items():
        for name in names:
            value = keys.value(path, name)
            if isinstance(value, str | int):
                yield UpdateRule(name, str(value))


def _automatic(keys: Registry) -> bool:
    """Windows installs updates by itself unless somebody decided that it must not."""
    own = keys.value(rf"{_POLICY}\AU", "AUOptions")
    return keys.value(rf"{_POLICY}\AU", "NoAutoUpdate") != 1 and own not in {1, 2}
