"""macOS: which updates wait, came, failed, and who decides. All from files that its own updater keeps."""

import re
from collections.abc import Iterator
from datetime import datetime

from desktop_app.adapters.collectors.lines import shortened
from desktop_app.adapters.collectors.macos.mac import Mac, Table
from desktop_app.adapters.collectors.macos.software import receipts
from desktop_app.adapters.collectors.macos.values import date_of, text, truth, whole
from desktop_app.adapters.collectors.run import Partly, Parts
from desktop_app.domain.sections.upkeep import FailedUpdate, Patch, PendingUpdate, UpdateRule, Updates

_DOMAIN, _RESTRICTIONS = "com.apple.SoftwareUpdate", "com.apple.applicationaccess"
_RULES = (
    *("AutomaticCheckEnabled", "AutomaticDownload", "AutomaticallyInstallMacOSUpdates", "CriticalUpdateInstall"),
    *("ConfigDataInstall", "AllowPreReleaseInstallation"),
)
_DELAYS = (
    "forceDelayedSoftwareUpdates",
    "enforcedSoftwareUpdateDelay",
    "enforcedSoftwareUpdateMajorOSDeferredInstallDelay",
)
_UPDATERS = ("softwareupdated", "macOS Installer", "Software Update")
_LOG, _TAIL = "private/var/log/install.log", 512 * 1024
_FAILED = re.compile(
    r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d) \S+ softwareupdated?\S*: .*?(?:Domain=(\w+) Code=(-?\d+))(.*)$"
)
_SECURITY = re.compile(r"security|xprotect|mrt", re.IGNORECASE)
_MOST_PATCHES, _MOST_FAILED, _MOST_PENDING = 100, 20, 500


def updates(mac: Mac) -> Updates | Partly:
    """When updates were looked for and installed, what failed, what waits, and the rules."""
    parts, found, limits = Parts(), mac.preferences(_DOMAIN), mac.preferences(_RESTRICTIONS)
    history = parts.rows(lambda: _history(mac))
    pending = parts.rows(lambda: _pending(found)) if found else ()
    return parts.whole(
        Updates(
            pending_count=len(pending) if found else None,
            security_count=sum(bool(update.security) for update in pending) if found else None,
            asked_at=date_of(found.get("LastSuccessfulDate")) if found else None,
            pending=pending[:_MOST_PENDING],
            checked_at=date_of(found.get("LastSuccessfulDate") or found.get("LastFullSuccessfulDate")),
            installed_at=next((patch.installed_at for patch in history), None),
            automatic=truth(found.get("AutomaticallyInstallMacOSUpdates")),
            server=_host(text(found.get("CatalogURL"))),
            deferred_days=whole(limits.get("enforcedSoftwareUpdateDelay")),
            policy=tuple(_rules(found, limits)),
            failed=parts.rows(lambda: _failed(mac))[:_MOST_FAILED],
            patches=history[:_MOST_PATCHES],
        )
    )


def _host(address: str | None) -> str | None:
    return address.partition("://")[2].partition("/")[0].rpartition("@")[2] or None if address else None


def _pending(found: Table) -> Iterator[PendingUpdate]:
    for entry in found.get("RecommendedUpdates", ()):
        name, number = text(entry.get("Display Name")), str(entry.get("Identifier", ""))
        is_security = bool(_SECURITY.search(f"{name} {number}"))
        yield PendingUpdate(name, text(entry.get("Display Version")), None, is_security)


def _history(mac: Mac) -> Iterator[Patch]:
    """What Apple's updater installed, the last first. Raises ValueError."""
    for entry in receipts(mac):
        if str(entry.get("processName")) in _UPDATERS:
            version = text(str(entry.get("displayVersion") or ""))
            yield Patch(text(entry.get("displayName")), version, None, date_of(entry.get("date")))


def _rules(found: Table, limits: Table) -> Iterator[UpdateRule]:
    for table, names in ((found, _RULES), (limits, _DELAYS)):
        yield from (UpdateRule(name, str(table[name]).lower()) for name in names if name in table)


def _failed(mac: Mac) -> Iterator[FailedUpdate]:
    """Errors of the updater at the end of its log, the latest first; the same one is told once."""
    found: dict[str, FailedUpdate] = {}
    for line in reversed(mac.files.tail(_LOG, _TAIL).splitlines()):
        words = _FAILED.match(line)
        if words:
            at = date_of(datetime.strptime(f"{words[1]}00", "%Y-%m-%d %H:%M:%S%z").isoformat())
            code = f"{words[2]} {words[3]}"
            found.setdefault(code, FailedUpdate("macOS", code, shortened(words[4].strip(' "')) or None, at))
    return iter(found.values())
